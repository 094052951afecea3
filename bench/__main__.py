"""`python -m bench [NAME]`: run benchmarks, show their figures beside the floors and the figures to beat."""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType

from bench import BENCHES
from bench import floors as pins
from bench.data import BadDataError, NoDataError, data_files, data_hash, folder
from bench.peers import read_peers
from bench.scorers import scorer
from bench.table import table

OK, BROKEN, UNUSABLE = 0, 1, 2


def main(arguments: Sequence[str] | None = None, book: pins.Book = pins.BOOK) -> int:
    """Exit code 0; 1 where a figure is past its floor; 2 where a benchmark that was named has no data."""
    options = _parser().parse_args(arguments)
    problem = _misuse(options)
    if problem:
        print(f"bench: {problem}", file=sys.stderr)
        return UNUSABLE
    if options.errors is not None:
        return _errors(options)
    codes = [_run(name, options, book) for name in ([options.name] if options.name else BENCHES)]
    return max(codes)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure Stemma on public test data.")
    parser.add_argument("name", nargs="?", choices=BENCHES, help="one benchmark; all of them where none is named")
    parser.add_argument("--data", type=Path, metavar="DIR", help="a folder with the same file names")
    parser.add_argument("--predictions", type=Path, metavar="OUT", help="write what was scored, one JSON object a line")
    parser.add_argument("--json", action="store_true", help="print one JSON object a benchmark")
    parser.add_argument("--update", action="store_true", help="raise the floors to the current figures")
    parser.add_argument("--allow-regression", action="store_true", help="with --update: floors may fall")
    parser.add_argument("--errors", nargs="?", const="", metavar="CLASS,…", help="claims: list what is wrong")
    return parser


def _misuse(options: argparse.Namespace) -> str | None:
    """What is wrong with the options taken together."""
    if not options.name and (options.data or options.predictions):
        return "--data and --predictions belong to one benchmark: name it"
    if options.allow_regression and not options.update:
        return "--allow-regression goes with --update"
    if options.errors is not None and options.name != "claims":
        return "--errors belongs to claims"
    if options.data and not options.data.is_dir():
        return f"{options.data} is no folder"
    return None


def _run(name: str, options: argparse.Namespace, book: pins.Book) -> int:
    module = importlib.import_module(f"bench.{name}")
    data = options.data or folder(name)
    try:
        files = _files(module, data)
        if not files:
            raise NoDataError(f"no data in {data}")
        figures = module.figures(data, options.predictions)
    except NoDataError as error:
        print(f"bench {name}: skipped: {error}", file=sys.stderr)
        return UNUSABLE if options.name else OK
    except BadDataError as error:
        print(f"bench {name}: {error}", file=sys.stderr)
        return UNUSABLE
    sense = pins.Sense(getattr(module, "LOWER", ()), getattr(module, "SHOWN", ()), getattr(module, "SLACK", 0.0))
    problems = _hold(name, figures, data_hash(files), sense, book=book, options=options)
    for problem in problems:
        print(f"bench {name}: {problem}", file=sys.stderr)
    return BROKEN if problems else OK


def _files(module: ModuleType, data: Path) -> tuple[Path, ...]:
    return tuple(getattr(module, "files", data_files)(data))


def _hold(
    name: str,
    figures: Mapping[str, float],
    data: str,
    sense: pins.Sense,
    *,
    book: pins.Book,
    options: argparse.Namespace,
) -> list[str]:
    """Print the figures and hold them to the floors, or move the floors where that is asked for."""
    problems: list[str] = []
    if options.update:
        problems = pins.update(name, figures, data, sense, book=book, allow_regression=options.allow_regression)
    own = pins.read_floors(book).get(name, pins.Pinned(data))
    floors = own.floors if own.data == data else {}
    if not options.update:
        problems = [str(breach) for breach in pins.breaches(figures, floors, sense)]
    if options.json:
        print(json.dumps({"bench": name, "figures": dict(figures), "floors": dict(floors)}))
    else:
        print(table(name, figures, floors, read_peers(name), other_data=own.data != data))
    return problems


def _errors(options: argparse.Namespace) -> int:
    """List what the claims benchmark found wrong, of all classes or of those named."""
    claims, errors = importlib.import_module("bench.claims"), importlib.import_module("bench.claims_errors")
    data = options.data or folder("claims")
    wanted = [kind for kind in options.errors.split(",") if kind] or list(errors.CLASSES)
    if unknown := sorted(set(wanted) - set(errors.CLASSES)):
        print(f"bench: no class of errors {', '.join(unknown)}; there are {', '.join(errors.CLASSES)}", file=sys.stderr)
        return UNUSABLE
    try:
        found = errors.misses(claims.load(data), scorer("claims", "score_claims", data))
    except (NoDataError, BadDataError) as error:
        print(f"bench claims: {error}", file=sys.stderr)
        return UNUSABLE
    for miss in found:
        if miss.kind in wanted:
            print(miss)
    print(errors.summary(found))
    return OK


if __name__ == "__main__":
    sys.exit(main())
