"""The rules under which an incident's page can be shown."""

from __future__ import annotations

from dataclasses import dataclass, replace

from stemma.data.policies import DEFAULT, load_policies
from stemma.desk.pages.lens import Lens


@dataclass(frozen=True, slots=True)
class PolicyChoice:
    """One policy: its name, the fields of the address that choose it, its title, what it says of itself."""

    name: str
    href: str
    title: str
    says: str
    chosen: bool


def policy_choices(lens: Lens) -> tuple[PolicyChoice, ...]:
    """The default first, the others by name; whatever else the lens says is kept."""
    found = sorted(load_policies().values(), key=lambda policy: (policy.name != DEFAULT, policy.name))
    return tuple(
        PolicyChoice(
            p.name, f"?policy={p.name}{replace(lens, policy=lens.published).more}", p.title, " ".join(p.says.split()),
            p.name == lens.policy,
        )
        for p in found
    )  # fmt: skip
