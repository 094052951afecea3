"""Template tags: a passage's runs, set without a stray space, and the drawings, which are markup already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from stemma.desk.pages.differences import Piece
from stemma.desk.pages.document import Note, folded, voiced
from stemma.desk.pages.graphic import warning
from stemma.desk.pages.passages import Passage, Run

register = template.Library()


register.filter(voiced)
register.filter(folded)
register.filter(warning)


@register.filter
def in_words(pieces: Iterable[Piece]) -> str:
    """Pieces of a reading as one text."""
    return "".join(piece.text for piece in pieces)


@register.simple_tag
def svg(markup: str) -> SafeString:
    """A drawing from `desk.drawing`, where every text was escaped when it was drawn."""
    return mark_safe(markup)  # noqa: S308


@register.simple_tag
def runs(passage: Passage, notes: Mapping[int, Note]) -> SafeString:
    """The passage's characters, each once and in order, with marks around mentions and the numbers of their notes
    behind."""
    return format_html_join("", "{}{}", ((_words(run), _references(run, notes)) for run in passage.runs))


def _words(run: Run) -> SafeString:
    words: SafeString | str = conditional_escape(run.text)
    if run.kind is not None:
        words = format_html('<mark class="{}">{}</mark>', run.kind, words)
    elif run.quoted:
        words = format_html('<span class="quoted">{}</span>', words)
    if run.relay is not None:
        title = _("as carried from %(outlet)s") % {"outlet": run.relay}
        words = format_html('<span class="carried" title="{}">{}</span>', title, words)
    return format_html("{}", words)


def _references(run: Run, notes: Mapping[int, Note]) -> SafeString:
    if not run.ends:
        return SafeString("")
    links = format_html_join(
        "", '<a id="m-{}" href="#c-{}" aria-label="{}">{}</a>', (_link(notes[n]) for n in run.ends)
    )
    return format_html('<sup class="refs">{}</sup>', links)


def _link(note: Note) -> tuple[str, str, str, int]:
    label = _("Claim %(number)d: %(value)s") % {"number": note.number, "value": note.value}
    return note.id, note.id, label, note.number
