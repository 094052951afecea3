"""What a language model is asked: prompt and answer schema, from data/llm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from stemma.data.files import Entry, read_yaml


class _File(Entry):
    system: str
    user: str
    schema_: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asking:
    """`user` holds `{passage}`; `schema` is the JSON Schema that the answer has to follow."""

    system: str
    user: str
    schema: Mapping[str, Any]


@cache
def load_asking() -> Asking:
    """Read the prompt and the schema."""
    raw: dict[str, Any] = read_yaml("llm/prompt.yml", dict[str, Any])
    file = _File(system=raw["system"], user=raw["user"], schema_=raw["schema"])
    return Asking(file.system, file.user, file.schema_)
