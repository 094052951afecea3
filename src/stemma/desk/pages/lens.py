"""How an incident is looked at: under which rules, as of which day, without what. All of it stands in the address."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from django.utils.http import urlencode

MOST_NAMES = 12
"""Names of one kind that are taken from an address: each is sought among all claims, and addresses are written by
anybody."""
LONGEST_NAME = 200


class Asked(Protocol):
    """The part of a request's query that is read here."""

    def get(self, key: str, default: str, /) -> str: ...
    def getlist(self, key: str, /) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True)
class Lens:
    """`published` is the ledger's own policy. `without` and `outside` are names as `build.seen` takes them."""

    published: str
    policy: str
    as_of: str | None = None
    without: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    refused: str = ""
    """What was given for a day and is none."""

    @property
    def plain(self) -> bool:
        """Whether what is seen is the published account."""
        return self.policy == self.published and self.as_of is None and not self.without and not self.outside

    @property
    def given(self) -> tuple[tuple[str, str], ...]:
        """The fields of the address, in one order; what is as usual is left out."""
        policy = [("policy", self.policy)] if self.policy != self.published else []
        day = [("as_of", self.as_of)] if self.as_of is not None else []
        left_out = [*(("without", name) for name in self.without), *(("outside", name) for name in self.outside)]
        return (*policy, *day, *left_out)

    @property
    def query(self) -> str:
        """ "?policy=acled&as_of=2016-09-18", empty for the plain view."""
        return f"?{urlencode(self.given)}" if self.given else ""

    @property
    def more(self) -> str:
        """The same to be put behind another field: "&policy=acled"."""
        return f"&{urlencode(self.given)}" if self.given else ""

    @property
    def now(self) -> Lens:
        """Without the day."""
        return replace(self, as_of=None)

    @property
    def whole(self) -> Lens:
        """With everything that was left out."""
        return replace(self, without=(), outside=())

    def on(self, day: str) -> Lens:
        """As of another day."""
        return replace(self, as_of=day)

    def less(self, kind: str, name: str) -> Lens:
        """Without one thing more: a bloc, or what `kind` says."""
        if kind == "bloc":
            return replace(self, outside=(*self.outside, name))
        return replace(self, without=(*self.without, f"{kind}:{name}"))


def lens_of(asked: Asked, published: str, policies: Container[str]) -> Lens:
    """Values that mean nothing are as good as absent; a day that is none is kept in `refused`, to be told."""
    policy, day = asked.get("policy", ""), asked.get("as_of", "").strip()
    known = _day(day)
    return Lens(
        published=published,
        policy=policy if policy in policies else published,
        as_of=known,
        without=_names(asked.getlist("without")),
        outside=_names(asked.getlist("outside")),
        refused=day[:LONGEST_NAME] if day and known is None else "",
    )


def _day(text: str) -> str | None:
    try:
        return date.fromisoformat(text).isoformat() if text.isascii() else None
    except ValueError:
        return None


def _names(given: Sequence[str]) -> tuple[str, ...]:
    plain = (" ".join(name.replace("\0", " ").split())[:LONGEST_NAME] for name in given)
    return tuple(dict.fromkeys(name for name in plain if name))[:MOST_NAMES]
