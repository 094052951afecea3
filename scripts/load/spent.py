"""How much of the processors a program and those it started have used: what a page costs, whoever else is at work on
the machine meanwhile."""

from __future__ import annotations

import os
from pathlib import Path

PROC = Path("/proc")


def spent(program: int) -> float:
    """Seconds, of a process and its children and theirs; 0 where the system does not tell (it tells on Linux)."""
    parents, used = {}, {}
    for folder in PROC.glob("[0-9]*"):
        try:
            # After the name, which stands in brackets and may hold anything: state, parent, … 11 on: user, system.
            told = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it ended meanwhile
        number = int(folder.name)
        parents[number], used[number] = int(told[1]), int(told[11]) + int(told[12])
    own = {program}
    while more := {number for number, parent in parents.items() if parent in own} - own:
        own |= more
    return sum(used.get(number, 0) for number in own) / os.sysconf("SC_CLK_TCK")
