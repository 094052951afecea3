"""Write anew the tables of docs/review.md from the data files that govern people's work.

    python scripts/review_tables.py

A test makes the page again and compares, so a table that says something else than the data is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from stemma.data.roles import load_roles
from stemma.data.statuses import load_statuses

PAGE = Path(__file__).parents[1] / "docs/review.md"
BLOCK = re.compile(r"<!-- (?P<name>roles|statuses|ways) -->\n.*?<!-- end -->", re.DOTALL)


def made() -> str:
    """The page with every table as the data has it now."""
    tables = {"roles": _roles, "statuses": _statuses, "ways": _ways}
    text = PAGE.read_text(encoding="utf-8")
    return BLOCK.sub(lambda block: f"<!-- {block['name']} -->\n{tables[block['name']]()}<!-- end -->", text)


def _roles() -> str:
    known = load_roles()
    rows, before = [], frozenset[str]()
    for role in known.by_name.values():
        own = [f"{meaning} (`{act}`)" for act, meaning in known.acts.items() if act in role.acts - before]
        rows.append((f"`{role.name}`", role.means, "; ".join(own) or "nothing"))
        before = role.acts
    return _table(("role", "what it is", "what it may do besides"), rows)


def _statuses() -> str:
    means = load_statuses().means
    rows = [(thing, f"`{name}`", meaning) for thing, held in means.items() for name, meaning in held.items()]
    return _table(("of", "status", "means"), rows)


def _ways() -> str:
    rows = []
    for step in load_statuses().transitions.values():
        asks = {"a reason": step.reason, "a second person": step.second_person, "an unchanged account": step.unchanged}
        before = ", ".join(f"`{name}`" for name in step.before)
        needs = ", ".join(name for name, asked in asks.items() if asked)
        rows.append((f"`{step.act}`", before, f"`{step.after}`", f"`{step.role}`", needs))
    return _table(("act", "from", "to", "least role", "needs"), rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


if __name__ == "__main__":
    PAGE.write_text(made(), encoding="utf-8")
    print(PAGE)
