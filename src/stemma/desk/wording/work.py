"""Statuses of incidents and the ways between them, in words."""

from __future__ import annotations

from django.utils.translation import gettext as _

from stemma.desk.wording.labels import words


def work_status(name: str) -> str:
    """Where people's work on an incident stands."""
    names = {
        "candidate": _("Candidate"),
        "in_review": _("In review"),
        "help_needed": _("Help needed"),
        "ready": _("Ready for a second person"),
        "approved": _("Approved"),
        "published": _("Published"),
        "superseded": _("Superseded"),
        "withdrawn": _("Withdrawn"),
    }
    return names.get(name) or words(name)


def way(act: str) -> str:
    """What a button says that goes it."""
    names = {
        "take_up": _("Take it up"),
        "ask_help": _("Ask for help"),
        "resume": _("Go on with it"),
        "mark_ready": _("Hand it over as ready"),
        "send_back": _("Send it back"),
        "seal": _("Approve and seal"),
        "publish": _("Publish"),
        "reopen": _("Open it again"),
        "supersede": _("Another account takes its place"),
        "withdraw": _("Withdraw it"),
    }
    return names.get(act) or words(act)
