"""The ledger that faults are injected into: what it holds, what is done to it, and whether it is still what it was."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

from django.db import connections

from stemma.build import build, refresh, verify
from stemma.errors import StemmaError
from stemma.ledger import open_ledger, selectors, writer
from stemma.ledger.backup import back_up, damage
from stemma.ledger.models import Event
from stemma.ledger.projections import projection_digest
from stemma.review import accept, different, override, reject
from tests.faults.trial import Tell, run

FIRST = {
    "agency.txt": (
        "IDLIB, February 3, 2019 - An airstrike on a market in Idlib on Sunday killed 12 people and wounded 30, the "
        "Syrian Observatory for Human Rights said.\n\nA military spokesman denied that its aircraft bombed the town.\n"
    ),
    "daily.txt": (
        "Market in Idlib bombed\n\nAt least 15 civilians were killed in an airstrike on a market in Idlib on "
        "February 3, 2019, rescue workers said. Russia was blamed by residents.\n"
    ),
}
SECOND = {
    "blog.txt": (
        "News of the day\n\nOn Sunday, February 3, 2019, warplanes struck a market in Idlib. Twelve people died, "
        "according to the Syrian Observatory for Human Rights.\n"
    ),
    "radio.txt": (
        "RAQQA, March 9, 2019 - A car bomb in Raqqa on Saturday killed 4 people and wounded 9, medics said.\n"
    ),
}

CHOSEN = "chosen.json"

Act = Callable[[Path, Path, Tell], None]
"""What is done to a ledger: (its folder, a folder beside it for what leaves it, how to say what is done)."""


@dataclass(frozen=True, slots=True)
class State:
    """A ledger as checked from end to end. `digests` are the events', in order; `held` their kinds and subjects."""

    problems: tuple[str, ...]
    digests: tuple[str, ...]
    held: tuple[str, ...]
    projections: str


@dataclass(frozen=True, slots=True)
class World:
    """A ledger of the first reports, which trials copy, and what each act makes of it when nothing goes wrong."""

    folder: Path
    before: State
    after: dict[str, State]

    def copy(self, to: Path) -> Path:
        """The ledger again, in a new folder."""
        return Path(shutil.copytree(self.folder / "ledger", to / "ledger"))

    def wrong(self, act: str, folder: Path, told: tuple[object, ...]) -> str | None:
        """What is wrong with a ledger in which `act` was interrupted after it had told this; then, whether doing it
        again ends as if nothing had happened. Null where all is well."""
        found = state_of(folder)
        lost = _lost(found, self.before, told)
        if lost is not None:
            return lost
        again = run(lambda tell: ACTS[act](folder, folder.parent, tell))
        if again.code:
            return f"could not be done again: {again.told}"
        return _unlike(state_of(folder), self.after[act])


def _lost(found: State, before: State, told: tuple[object, ...]) -> str | None:
    if found.problems:
        return f"verify: {found.problems[:3]}"
    if found.digests[: len(before.digests)] != before.digests:
        return "an event that was there is gone"
    gone = [said for said in told if isinstance(said, str) and said not in found.digests]
    return f"committed and gone: {gone}" if gone else None


def _unlike(found: State, due: State) -> str | None:
    if found.problems:
        return f"verify, when done again: {found.problems[:3]}"
    if found.projections != due.projections:
        return "done again it shows something else"
    once = [held for held in found.held if not held.startswith(("ruling", "account"))]
    expected = [held for held in due.held if not held.startswith(("ruling", "account"))]
    return None if sorted(once) == sorted(expected) else "done again it holds other events"


def make(folder: Path) -> World:
    """Write the reports, build the first of them, and do each act once undisturbed."""
    for name, texts in (("first", FIRST), ("second", SECOND)):
        (folder / name).mkdir(parents=True)
        for file, text in texts.items():
            (folder / name / file).write_text(text, encoding="utf-8")
    done = run(lambda _tell: _first(folder))
    assert done.code == 0, done.told
    before = state_of(folder / "ledger")
    after = {}
    for act, do in ACTS.items():
        room = folder / f"whole-{act}"
        room.mkdir()
        copy = Path(shutil.copytree(folder / "ledger", room / "ledger"))
        done = run(lambda tell, do=do, copy=copy, room=room: do(copy, room, tell))
        assert done.code == 0, done.told
        after[act] = state_of(copy)
    return World(folder, before, after)


def _first(folder: Path) -> None:
    """The ledger, and what of it will be ruled on."""
    build([folder / "first"], folder / "ledger")
    (shown,) = selectors.incidents()
    chosen = {
        "references": sorted(row.id for row in selectors.references_of(shown.id)),
        "claims": sorted(row.claim.id for row in selectors.claim_rows(kind="toll")),
    }
    (folder / CHOSEN).write_text(json.dumps(chosen), encoding="utf-8")
    connections.close_all()  # so that all of it is in the database, none in the log beside it


def _home(ledger: Path) -> Path:
    """Where the reports lie: a folder above the ledger's."""
    return next(folder for folder in ledger.parents if (folder / CHOSEN).is_file())


def state_of(folder: Path) -> State:
    """Checked in a process of its own."""
    ended = run(lambda tell: tell(asdict(_state(folder))))
    if ended.code:
        return State((f"checking failed: {ended.told}",), (), (), "")
    (told,) = ended.told
    return State(tuple(told["problems"]), tuple(told["digests"]), tuple(told["held"]), told["projections"])


def _state(folder: Path) -> State:
    try:
        report = verify(folder)
    except StemmaError as error:
        return State((str(error),), (), (), "")
    problems = tuple(f"{problem.where}: {problem.why}" for problem in report.problems)
    if problems:
        return State(problems, (), (), "")
    rows = list(Event.objects.order_by("seq").values_list("digest", "kind", "subject"))
    held = tuple(f"{kind} {subject}" for _, kind, subject in rows)
    return State(problems, tuple(digest for digest, _, _ in rows), held, projection_digest())


def _build(ledger: Path, _out: Path, tell: Tell) -> None:
    def progress(doing: str, _done: int, _total: int | None) -> None:
        if doing != "reading":
            tell(_committed(ledger))

    build([_home(ledger) / "second"], ledger, progress=progress)
    tell(_committed(ledger))


def _committed(ledger: Path) -> str | None:
    """The last event that another process can see; null where the disk does not even leave room to look."""
    try:
        with closing(sqlite3.connect(ledger / "ledger.db")) as held:
            (digest,) = held.execute("SELECT digest FROM ledger_event ORDER BY seq DESC LIMIT 1").fetchone()
    except sqlite3.Error:
        return None
    return str(digest)


def _review(ledger: Path, _out: Path, tell: Tell) -> None:
    """Four acts of a person, each with the accounts following it."""
    open_ledger(ledger, create=False)
    chosen = json.loads((_home(ledger) / CHOSEN).read_text(encoding="utf-8"))
    (one, other), claims = chosen["references"], chosen["claims"]
    acts: tuple[Callable[[], object], ...] = (
        lambda: accept(claims[0], actor="ana", reason="read"),
        lambda: reject(claims[1], actor="ben", reason="another day"),
        lambda: override(one, "low", "13", slot="killed", actor="ana", reason="the list"),
        lambda: different(one, other, actor="ben", reason="two markets"),
    )
    for act in acts:
        act()
        tell(writer.last()[1])
        refresh(ledger)
        tell(writer.last()[1])


def _backup(ledger: Path, out: Path, tell: Tell) -> None:
    """A copy, unless it is in place already; whatever is in place has to be whole."""
    copy = out / "copy"
    if not copy.exists():
        back_up(ledger, copy, lambda *_: tell(_committed(ledger)))
    found = [f"{problem.where}: {problem.why}" for problem in damage(copy)]
    if found:
        raise RuntimeError(f"the copy that is in place is damaged: {found[0]}")


ACTS: dict[str, Act] = {"build": _build, "review": _review, "backup": _backup}
