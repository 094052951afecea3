"""The rules under which accounts were published, as they stood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PolicyText:
    """`files` maps the policy's data file, and those that it extends, to what stood in them. `hash` is the one that
    accounts made by it name."""

    name: str
    hash: str
    files: Mapping[str, str]
