"""The language of a text."""

from __future__ import annotations

import pytest

from stemma.clean.language import language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Nine people were killed in the town on Monday, the fire service said.", "en"),
        ("Neuf personnes ont été tuées lundi dans la ville, selon les pompiers.", "fr"),
        ("По данным пожарной службы, в городе погибли девять человек.", "ru"),
        ("قال الدفاع المدني إن تسعة أشخاص قتلوا في المدينة يوم الاثنين.", "ar"),
        ("62 / 100 … 17.09", None),
    ],
)
def test_a_sentence_tells_its_language_and_numbers_tell_none(text: str, code: str | None) -> None:
    assert language(text) == code
