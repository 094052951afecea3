"""Which fields of an account a person may set, and to what."""

from __future__ import annotations

from collections.abc import Iterator

from stemma.data.policies import Policy, load_policies, named_policy
from stemma.errors import InputError, NotFoundError
from stemma.ledger import selectors
from stemma.model.finding import Account
from stemma.model.ruling import FIGURES

UNKNOWN = "unknown"
"""How a person says that a field has no value."""


def checked(account: Account, slot: str | None, field: str, value: str, policy: str | None) -> str | None:
    """The value as it is recorded, null for unknown; InputError or NotFoundError where the field takes none such."""
    known = load_policies()
    chosen = None if policy is None else named_policy(known, policy)
    wanted = value.strip()
    if slot is not None:
        return _figure(account, slot, field, wanted)
    if chosen is None:
        raise InputError("policy", f"{field!r} is a field of one policy: name it")
    return _coded(chosen, field, wanted)


def held(ledger_id: str) -> Account:
    """The published account of the incident that an id leads to."""
    return selectors.account(selectors.resolve(ledger_id))


def _figure(account: Account, slot: str, field: str, value: str) -> str | None:
    slots = [f.slot for f in account.findings if f.group is None and f.victim_class is None]
    if slot not in slots:
        raise NotFoundError(f"no finding {slot!r} of this incident; there are {', '.join(dict.fromkeys(slots))}")
    if field not in FIGURES:
        raise InputError("field", f"{field!r} of a finding cannot be ruled; {', '.join(FIGURES)} can")
    if value.casefold() == UNKNOWN:
        return None
    if not (value.isascii() and value.isdigit()):
        raise InputError("value", f"{value!r} is no number of people; {UNKNOWN!r} says that none is known")
    return str(int(value))


def _coded(policy: Policy, field: str, value: str) -> str | None:
    fields = dict(_values(policy))
    name, _, of = field.partition(" of ")
    if field not in fields and not (of and name in fields):
        known = ", ".join(fields) or "none"
        raise InputError("field", f"the policy {policy.name} has no field {field!r}; it has {known}")
    taken = {given.casefold(): given for given in fields[name if of else field]}
    if value.casefold() == UNKNOWN:
        return None
    if value.casefold() not in taken:
        raise InputError("value", f"{value!r} is no {field}; there are {', '.join(taken.values())}")
    return taken[value.casefold()]


def _values(policy: Policy) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every coded field of a policy with the values that it takes, those included that only a person gives."""
    for coding in (policy.grade, *policy.codes):
        if coding is not None:
            computed = dict.fromkeys(one.value for one in coding.classes if one.value is not None)
            yield coding.name, (*computed, *coding.person_only)
