"""A browser in two words, from what it calls itself."""

from __future__ import annotations

from django.utils.translation import gettext as _

BROWSERS = (("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
"""The first that fits: most call themselves all those before them, too."""
SYSTEMS = (
    ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"),
    ("CrOS", "ChromeOS"), ("Linux", "Linux"),
)  # fmt: skip
LONGEST = 60


def browser(called: str) -> str:
    """ "Firefox, Linux"; what calls itself otherwise is shown as it does, cut."""
    name = next((told for mark, told in BROWSERS if mark in called), "")
    system = next((told for mark, told in SYSTEMS if mark in called), "")
    if name and system:
        return f"{name}, {system}"
    return called[:LONGEST] or _("unknown")
