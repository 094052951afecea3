"""Who made a value: the stage, its version and the rules it ran under."""

from __future__ import annotations

from dataclasses import dataclass

MODEL_STAGE = "read-llm"
"""The stage of a language model's reading; its version is followed by the model's name."""
REVIEW_STAGE = "review"
"""The stage of people's corrections; its version is followed by the ids of the claim as read and of the rulings."""


@dataclass(frozen=True, slots=True, order=True)
class MadeBy:
    """`rules` is the hash of the data files that the stage read (empty where it reads none)."""

    stage: str
    version: str
    rules: str = ""

    @property
    def reader(self) -> str:
        """Which reader made a claim, as people are told: `rules`, `llm` and the model's name, or `review` where a
        person corrected it."""
        if self.stage == REVIEW_STAGE:
            return REVIEW_STAGE
        return f"llm {self.version.partition(' ')[2]}" if self.stage == MODEL_STAGE else "rules"
