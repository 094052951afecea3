"""All projections in one list, and what is done with them as a whole: replace, digest, compare."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from django.db.models import CharField, TextField

from stemma.ids import canonical
from stemma.ledger.models import (
    ProjectedAlias,
    ProjectedClaim,
    ProjectedCopy,
    ProjectedDocument,
    ProjectedFinding,
    ProjectedIncident,
    ProjectedOrigin,
    ProjectedOutlet,
    ProjectedPosition,
    ProjectedPrints,
    ProjectedReference,
    ProjectedStrangers,
    ProjectedSuggestion,
    ProjectionState,
)
from stemma.ledger.models.projected import Projected
from stemma.ledger.projections import claims, comparisons, incidents, search, wording
from stemma.ledger.projections.derived import Derived
from stemma.ledger.projections.nul import storable
from stemma.ledger.writer import writing

Row = tuple[object, ...]

TABLES: tuple[tuple[type[Projected], Callable[[Derived], Iterable[Projected]]], ...] = (
    (ProjectedDocument, claims.documents),
    (ProjectedReference, claims.references),
    (ProjectedClaim, claims.claims),
    (ProjectedOrigin, claims.origins),
    (ProjectedCopy, comparisons.copies),
    (ProjectedStrangers, comparisons.strangers),
    (ProjectedPrints, comparisons.prints),
    (ProjectedOutlet, claims.outlets),
    (ProjectedIncident, incidents.incidents),
    (ProjectedAlias, incidents.aliases),
    (ProjectedFinding, incidents.findings),
    (ProjectedPosition, incidents.positions),
    (ProjectedSuggestion, incidents.suggestions),
)


def replace(derived: Derived, *, made_with: str) -> None:
    """Drop every projection and write it anew, all or nothing; readers see the old ones until the end.

    `made_with` names the code and data that derived them: where it differs from today's, they are due again.
    """
    with writing():
        for table, make in TABLES:
            table._default_manager.all().delete()  # noqa: SLF001 - Django's documented way to a model's manager
            table._default_manager.bulk_create(_sorted(_rows(make, derived)))  # noqa: SLF001
        search.replace(incidents.searchable(derived))
        for index, make_words in wording.INDEXES:
            index.replace(make_words(derived))
        ProjectionState.objects.all().delete()
        ProjectionState.objects.create(seq=derived.snapshot.seq, made_with=made_with, digest=projection_digest())


def state() -> ProjectionState | None:
    """What the projections stand for; None in a ledger that has none yet."""
    return ProjectionState.objects.first()


def projection_digest() -> str:
    """sha256, in hex, over every row of every projection in the order of the keys: the same for the same events,
    whatever the order and the number of runs that brought them."""
    total = hashlib.sha256()
    for name, row in _stored():
        total.update(canonical([name, *row]) + b"\n")
    return total.hexdigest()


def first_difference(derived: Derived) -> str | None:
    """The first row, by table and key, in which the stored projections are not what `derived` would make them; None
    where they are equal."""
    for table, make in TABLES:
        stored = {row.pk: _values(row) for row in table._default_manager.all()}  # noqa: SLF001
        due = {row.pk: _values(row) for row in _rows(make, derived)}
        for key in sorted(stored.keys() | due.keys()):
            if stored.get(key) != due.get(key):
                return f"{table.__name__} {key}"
    due_texts = [(item.incident, storable(item.text)) for item in incidents.searchable(derived)]
    if list(search.indexed()) != due_texts:
        return search.TABLE
    return next((where for index, words in wording.INDEXES for where in index.differences(words(derived))), None)


def _rows(make: Callable[[Derived], Iterable[Projected]], derived: Derived) -> Iterator[Projected]:
    """A table's rows with texts as both databases can hold them."""
    for row in make(derived):
        for name in _texts(type(row)):
            value = getattr(row, name)
            if value is not None:
                setattr(row, name, storable(value))
        yield row


@cache
def _texts(table: type[Projected]) -> tuple[str, ...]:
    fields = table._meta.concrete_fields  # noqa: SLF001 - Django's public model API
    return tuple(field.attname for field in fields if isinstance(field, CharField | TextField))


def _stored() -> Iterator[tuple[str, Row]]:
    for table, _ in TABLES:
        for row in _sorted(table._default_manager.all()):  # noqa: SLF001
            yield table.__name__, _values(row)
    for entry in search.indexed():
        yield search.TABLE, entry
    for index, _ in wording.INDEXES:
        for held in index.indexed():
            yield index.table, held


def _sorted(rows: Iterable[Projected]) -> list[Projected]:
    return sorted(rows, key=lambda row: str(row.pk))


def _values(row: Projected) -> Row:
    fields = row._meta.concrete_fields  # noqa: SLF001 - Django's public model API
    return tuple(getattr(row, field.attname) for field in fields)
