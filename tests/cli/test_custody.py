"""`stemma verify`: the first bad record is named first, and files are traced to the export that they left by."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from stemma.ids import sha256
from stemma.ledger import open_ledger
from stemma.ledger.entries import of_act
from stemma.ledger.writer import append
from stemma.model.exported import Exported
from stemma.model.moment import identified
from tests.cli.conftest import Run
from tests.cli.test_head import unguarded

AT = "2026-01-02T03:04:05.000000+00:00"


def flip(ledger: Path, name: str, share: float) -> None:
    """Change one byte, a share of the way into a file."""
    file = ledger / name
    held = bytearray(file.read_bytes())
    held[int(len(held) * share)] ^= 0xFF
    file.write_bytes(bytes(held))


def ran(statement: str) -> Callable[[Path], None]:
    def damage(ledger: Path) -> None:
        with unguarded(ledger) as database:
            database.execute(statement)

    return damage


DAMAGES: dict[str, tuple[Callable[[Path], None], str]] = {
    "evidence, late": (
        lambda ledger: flip(ledger, "evidence/000001.warc.gz", 0.9),
        r"evidence/000001\.warc\.gz at byte \d+: ",
    ),
    "evidence, early": (
        lambda ledger: [flip(ledger, "evidence/000001.warc.gz", share) for share in (0.5, 0.9)] and None,
        r"evidence/000001\.warc\.gz at byte \d{3}: ",
    ),
    "two events": (
        ran("UPDATE ledger_event SET recorded_at = '2019' || substr(recorded_at, 5) WHERE seq IN (9, 5)"),
        r"event 5 \([a-z_]+ [0-9a-f]+\): the chain breaks here",
    ),
    "a claim": (
        ran("""UPDATE ledger_event SET body = replace(body, '"low":12', '"low":1') WHERE kind = 'claim'"""),
        r"event \d+ \(claim [0-9a-f]+\): the chain breaks here",
    ),
    "an event put in": (
        ran("UPDATE ledger_event SET seq = seq + 1000 WHERE seq > 7"),
        r"event 1008 \([a-z_]+ [0-9a-f]+\): event 8 is missing before it",
    ),
    "a projection": (
        ran("UPDATE ledger_projectedincident SET killed_high = 99"),
        r"ProjectedIncident [0-9a-f]+: is not what the events give",
    ),
    "another projection": (
        ran("UPDATE ledger_projectedclaim SET quote = 'nothing'"),
        r"ProjectedClaim [0-9a-f]+: is not what the events give",
    ),
}  # fmt: skip


def test_the_first_bad_record_is_named_first(run: Run, built: Path, tmp_path: Path) -> None:
    for damage, (done, first) in DAMAGES.items():
        copy = Path(shutil.copytree(built, tmp_path / damage))
        done(copy)
        found = run("verify", "--ledger", copy)
        assert (found.code, "DAMAGED" in found.out) == (1, True), damage
        assert re.match(f"stemma: {first}", found.err.splitlines()[0]), damage
    assert run("verify", "--ledger", built).code == 0


def test_files_are_traced_to_their_export(run: Run, built: Path, tmp_path: Path) -> None:
    folder = tmp_path / "export"
    assert run("export", "--ledger", built, "--out", folder).code == 0
    before = run("verify", "--ledger", built, "--export", folder)
    open_ledger(built, create=False)
    recorded = {file.name for file in folder.iterdir()}
    if "was written by no export" in before.err:  # as long as writing an export records nothing by itself
        files = {file.name: sha256(file.read_bytes()) for file in folder.iterdir()}
        append([of_act(identified(Exported("", "csv", files, 3, None, "ada"), at=AT))], at=AT)
    sound = run("verify", "--ledger", built, "--export", folder)
    assert (sound.code, sound.err) == (0, "")
    for name in recorded:
        assert re.search(
            rf"^{re.escape(name)}: left the ledger with event \d+ \(csv, by .+, 20", sound.out, re.MULTILINE
        )
    (folder / "claims.csv").write_bytes(b"other")
    (folder / "more.csv").write_bytes(b"more")
    found = run("verify", "--ledger", built, "--export", folder)
    assert found.code == 1
    changed, unknown = found.err.splitlines()
    assert re.search(r"claims\.csv: is not as it left the ledger with event \d+ \(csv, by ", changed)
    assert "more.csv: was written by no export of this ledger" in unknown
    one = run("verify", "--ledger", built, "--export", folder / "incidents.csv")
    assert (one.code, one.err) == (0, "")
    absent = run("verify", "--ledger", built, "--export", tmp_path / "absent")
    assert "is no file, and no folder with files in it" in absent.err
