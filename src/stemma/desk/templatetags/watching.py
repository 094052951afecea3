"""What the head of every page tells of what has changed."""

from __future__ import annotations

from typing import Any

from django import template
from django.http import HttpRequest

from stemma.desk.accounts.person import asking
from stemma.desk.watching import unseen

register = template.Library()


@register.simple_tag(takes_context=True)
def alerts_count(context: dict[str, Any]) -> int:
    """How many changes whoever asks has not seen; 0 for strangers."""
    request = context.get("request")
    return unseen(asking(request)).count if isinstance(request, HttpRequest) else 0
