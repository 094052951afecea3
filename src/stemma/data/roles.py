"""Roles: who may do what, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from stemma.data.files import WORK, Entry, read_yaml
from stemma.errors import DataError, NotFoundError

PATH = f"{WORK}/roles.yml"

Permission = Literal[
    "comment", "build", "code", "accept", "correct", "reject", "override", "withdraw", "same", "different", "unsure",
    "save_series", "assign", "change_status", "export", "withdraw_comment", "seal", "open_round", "decide_round",
    "member", "migrate",
]  # fmt: skip
"""The acts that take one, as the code names them."""
PERMISSIONS: tuple[Permission, ...] = get_args(Permission)
ADMINISTRATOR = "administrator"
"""The role that gives roles: the code knows it by name, since a ledger that names people always has one."""


@dataclass(frozen=True, slots=True)
class Role:
    """`acts` are all that it may do; `includes` the roles that it stands for, its own name among them."""

    name: str
    title: str
    means: str
    acts: frozenset[str]
    includes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Roles:
    """Every role by name, from those that may least to those that may most, and what each act means."""

    acts: Mapping[str, str]
    by_name: Mapping[str, Role]

    def named(self, name: str) -> Role:
        """The role of a name; NotFoundError, which lists those that there are, for another."""
        if name not in self.by_name:
            raise NotFoundError(f"no role {name!r}; there are {', '.join(self.by_name)}")
        return self.by_name[name]

    def least(self, act: Permission) -> Role:
        """The first role that may do it."""
        return next(role for role in self.by_name.values() if act in role.acts)


class _Role(Entry):
    name: str
    title: str
    means: str
    acts: tuple[str, ...]
    includes: str | None = None


class _File(Entry):
    acts: dict[str, str]
    roles: tuple[_Role, ...]


@cache
def load_roles() -> Roles:
    """Read and check the file; DataError for an act that has no meaning or no role, or a role that includes one that
    does not stand before it."""
    held: _File = read_yaml(PATH, _File)
    known: dict[str, Role] = {}
    for row in held.roles:
        known[row.name] = _role(row, known)
    given = {act for role in known.values() for act in role.acts}
    if wrong := sorted(given ^ held.acts.keys()) or sorted(set(PERMISSIONS) ^ held.acts.keys()):
        raise DataError(f"data/{PATH}: {wrong[0]!r} is not both an act with a meaning, one of a role and one of code")
    if ADMINISTRATOR not in known or "member" not in known[ADMINISTRATOR].acts:
        raise DataError(f"data/{PATH}: no role {ADMINISTRATOR!r} that gives roles")
    return Roles(held.acts, known)


def _role(row: _Role, earlier: Mapping[str, Role]) -> Role:
    if row.includes is not None and row.includes not in earlier:
        raise DataError(f"data/{PATH}: {row.name} includes {row.includes}, which does not stand before it")
    base = earlier.get(row.includes or "")
    return Role(
        row.name,
        row.title,
        row.means,
        frozenset(row.acts) | (base.acts if base else frozenset()),
        frozenset({row.name}) | (base.includes if base else frozenset()),
    )
