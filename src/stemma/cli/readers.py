"""The reader that the options of `read` and `build` ask for."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from stemma.errors import InputError

if TYPE_CHECKING:
    from stemma.pipeline import Reader


class Dropped:
    """How many suggestions of a model were dropped, by reason, over all documents: told at the end, since a line for
    each document would hide the errors."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._documents: Counter[str] = Counter()

    def add(self, _label: str, dropped: Mapping[str, int]) -> None:
        self._counts.update(dropped)
        self._documents.update(dropped.keys())

    def tell(self) -> None:
        for why, count in sorted(self._counts.items()):
            documents = self._documents[why]
            print(
                f"llm: {count} suggestion{'s' if count != 1 else ''} dropped in {documents} "
                f"document{'s' if documents != 1 else ''}: {why}",
                file=sys.stderr,
            )


def reader_of(name: str, endpoint: str | None, model: str | None, cache: Path | None, dropped: Dropped) -> Reader:
    """The named reader; the key of a hosted model comes from STEMMA_LLM_KEY. InputError where the options do not make
    one."""
    from stemma.capture import Endpoint, Remembered
    from stemma.pipeline import RULES, model_reader
    from stemma.settings import from_environment

    given = endpoint is not None or model is not None
    if name == "rules" and not given:
        return RULES
    if name != "llm" or endpoint is None or model is None:
        raise InputError("--reader", "is rules, or llm with --endpoint URL and --model NAME")
    asked = Endpoint(endpoint, model, key=from_environment().llm_key)
    return model_reader(asked if cache is None else Remembered(asked, cache), model, dropped.add)
