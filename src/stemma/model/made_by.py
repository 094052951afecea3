"""Who made a value: the stage, its version and the rules it ran under."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class MadeBy:
    """`rules` is the hash of the data files that the stage read (empty where it reads none)."""

    stage: str
    version: str
    rules: str = ""
