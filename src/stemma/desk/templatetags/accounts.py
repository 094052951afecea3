"""Template tags of the pages about accounts."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString, mark_safe

from stemma.desk.drawing.qr_code import qr_code as drawn
from stemma.desk.wording.browsers import browser

register = template.Library()

register.filter(browser)


@register.simple_tag
def qr_code(text: str) -> SafeString:
    """A text for a camera to read."""
    return mark_safe(drawn(text))  # noqa: S308 - numbers alone


@register.filter
def in_fours(text: str) -> str:
    """A key or a code as people type it: four characters at a time."""
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))
