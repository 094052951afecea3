"""Warnings over what is hard to read, in the reader's language."""

from __future__ import annotations

from django.utils.translation import gettext as _

from stemma.data.graphic import load_graphic


def warning(text: str) -> str:
    """What a text tells of that a reader should be warned of, as a phrase; empty where there is nothing."""
    told = {
        "remains": _("the remains of the dead"),
        "wounds": _("severe wounds"),
        "execution": _("how people were put to death"),
        "torture": _("torture or sexual violence"),
    }
    return _(", ").join(told[kind] for kind in load_graphic().kinds(text))
