"""The rules under which an incident's page can be shown."""

from __future__ import annotations

from dataclasses import dataclass

from stemma.data.policies import DEFAULT, load_policies


@dataclass(frozen=True, slots=True)
class PolicyChoice:
    """One policy: its name for the address, its title, what it says of itself."""

    name: str
    title: str
    says: str
    chosen: bool


def policy_choices(shown: str) -> tuple[PolicyChoice, ...]:
    """The default first, the others by name."""
    found = sorted(load_policies().values(), key=lambda policy: (policy.name != DEFAULT, policy.name))
    return tuple(PolicyChoice(p.name, p.title, " ".join(p.says.split()), p.name == shown) for p in found)
