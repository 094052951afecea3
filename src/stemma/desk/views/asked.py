"""What an address asks for; values that mean nothing are as good as absent."""

from __future__ import annotations

from django.http import HttpRequest

LONGEST_QUERY = 200
LONGEST_NUMBER = 6
"""Digits of a page's number that are read at all."""


def words(request: HttpRequest, name: str = "q") -> str:
    """A text to look for, its blanks single."""
    return " ".join(request.GET.get(name, "").replace("\0", " ").split())[:LONGEST_QUERY]


def number(request: HttpRequest, name: str = "page", otherwise: int = 1) -> int:
    """A whole number that is not negative."""
    given = request.GET.get(name, "")
    return int(given) if given.isascii() and given.isdigit() and len(given) <= LONGEST_NUMBER else otherwise
