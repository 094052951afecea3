"""What was known when: a figure's range from day to day, and what each origin had said by then."""

from __future__ import annotations

from dataclasses import dataclass

from stemma.model.finding import Status
from stemma.model.value import Value


@dataclass(frozen=True, slots=True)
class Step:
    """What stood from the end of `day` on, until the next step. A null `day` is the last step: it adds the pages that
    came out at no known time, so that the last step of a timeline is always the account's own finding.

    `low`/`high` and `published_low`/`published_high` as in `Finding`. `low_by`/`high_by` are the labels of the origins
    that stand by an end; `origins` counts those that stand by any number.
    """

    day: str | None
    low: int | None
    high: int | None
    published_low: int | None
    published_high: int | None
    status: Status
    origins: int
    low_by: tuple[str, ...]
    high_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OriginStep:
    """From `day` on (null as in `Step`) an origin stood by `values`: one, or several where a person accepted more; none
    where a page that came out then calls its number an earlier one."""

    day: str | None
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class OriginLine:
    """One origin's figures from day to day. `claims` are all that it makes of the figure, in the order of their ids."""

    key: str
    label: str
    bloc: str | None
    steps: tuple[OriginStep, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """One figure of an incident over the days of publication. `group` and `victim_class` as in `Finding`: both null is
    the whole. Origins stand in the order in which they first gave a number."""

    incident: str
    slot: str
    group: str | None
    victim_class: str | None
    policy: str
    steps: tuple[Step, ...]
    origins: tuple[OriginLine, ...]
