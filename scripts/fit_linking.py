"""Fit the weights of linking on two collections together and print them for `data/linking/weights.yml`.

    python scripts/fit_linking.py

The collections are `bench/incidents` (many like shootings in one country) and `bench/case` (few attacks in several
wars, told at all lengths). CASE is how much the case counts beside the shootings.
"""

from __future__ import annotations

from bench.case import ASIDE
from bench.data import first, folder, present, rows
from bench.fitting import NAMES, Collection, collect, fitted
from bench.incidents import read_reports
from bench.stages import documents, received
from stemma.data.rules import Rules, load_rules
from stemma.model.document import Document
from stemma.read import read

CASE = 0.5
"""On the case B-cubed is .90 at .3, .92 at .5 and .93 at 1, where two pages from outside join it; the shootings lose
half a point of pairwise F1 from .3 to 1."""


def main() -> None:
    """Fit and print: both together, and each alone for the line that says why."""
    rules = load_rules()
    shootings, case = _shootings(rules), _case(rules)
    parts = ([(shootings, 1.0), (case, CASE)], [(shootings, 1.0)], [(case, 1.0)])
    together, *alone = (fitted(part, rules.linking, without=frozenset()) for part in parts)
    print("feature        together  shootings   case")
    for name in ("bias", *NAMES):
        row = [one.bias if name == "bias" else one.weights[name] for one in (together, *alone)]
        print(f"{name:<14}" + "".join(f"{value:>9.2f}" for value in row), "held" if name in rules.linking.held else "")


def _shootings(rules: Rules) -> Collection:
    path = first(folder("incidents") / "docs.jsonl")
    assert path is not None
    known = {str(row["docid"]): str(row["cluster"]) for row in rows(path)}
    return _collected(read_reports(path, rules), known, rules)


def _case(rules: Rules) -> Collection:
    data = folder("case")
    corpus = first(data / "corpus.jsonl")
    assert corpus is not None
    pages = documents(received((corpus, *present(*(first(data / name) for name in ASIDE)))), rules)
    once = list({page.id: page for page in pages}.values())
    homes = {str(row["id"]): str(row["incident"]) for row in rows(corpus)}
    return _collected(once, {page.label: _told(homes.get(page.label)) for page in once}, rules)


def _told(incident: str | None) -> str | None:
    return None if incident == "none" else incident


def _collected(pages: list[Document], known: dict[str, str | None] | dict[str, str], rules: Rules) -> Collection:
    return collect(pages, [read(page, rules) for page in pages], dict(known), rules)


if __name__ == "__main__":
    main()
