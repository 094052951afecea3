"""The documents lead somewhere: every relative link resolves and every make target that they name is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from stemma.cli import app

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\((?!https?:|mailto:|#)(?P<target>[^)#\s]+)")
MAKE = re.compile(r"(?:^|`)make (?P<target>[a-z][\w-]*)", re.MULTILINE)
TARGETS = set(re.findall(r"^([a-z][\w-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("document", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_page_leads_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    assert [m["target"] for m in LINK.finditer(text) if not (document.parent / m["target"]).exists()] == []
    assert {m["target"] for m in MAKE.finditer(text)} <= TARGETS


def _verbs() -> dict[str, str]:
    """Every verb of the command line with the docstring that its help is made of."""
    groups = [("", app), *((f"{group.name} ", group.typer_instance) for group in app.registered_groups)]
    commands = [(prefix, command) for prefix, held in groups if held for command in held.registered_commands]
    callbacks = [(prefix, command.name, command.callback) for prefix, command in commands if command.callback]
    return {f"{prefix}{name or callback.__name__}": callback.__doc__ or "" for prefix, name, callback in callbacks}


def test_every_verb_shows_an_example() -> None:
    assert len(_verbs()) > 10
    assert [name for name, text in _verbs().items() if f"Example: stemma {name}" not in text] == []


def test_the_readme_names_every_verb() -> None:
    text = README.read_text(encoding="utf-8")
    named = set(re.findall(r"`stemma ([a-z]+(?:-[a-z]+)*)", text))
    assert named == {name.split()[0] for name in _verbs()}


def test_the_readme_example_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    monkeypatch.chdir(tmp_path)
    page = "<html><body><p>An airstrike on a market in Idlib on Sunday killed 12 people, police said.</p></body></html>"
    (tmp_path / "report.html").write_text(page, encoding="utf-8")
    exec(compile(code, "README.md", "exec"), {})
    assert "killed 12 people" in capsys.readouterr().out


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs/decisions"
    listed = set(LINK.findall((folder / "README.md").read_text(encoding="utf-8")))
    assert listed == {page.name for page in folder.glob("[0-9]*.md")}
