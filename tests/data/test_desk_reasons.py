from __future__ import annotations

from collections.abc import Mapping

import pytest

from stemma.data.desk_reasons import ACTS, Matter, checked, load_reasons
from stemma.errors import DataError


@pytest.mark.parametrize("matter", ACTS)
def test_every_act_has_reasons_that_a_digit_can_choose(matter: Matter) -> None:
    held = load_reasons(matter)
    assert tuple(held) == ACTS[matter]
    assert all(0 < len(reasons) <= 9 for reasons in held.values())


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"same": ("a",), "different": ("b",)}, "there should be same, different, unsure"),
        ({"same": (), "different": ("b",), "unsure": ("c",)}, "same has 0 reasons"),
        ({"same": ("a", "a "), "different": ("b",), "unsure": ("c",)}, "same is empty or stands twice"),
        ({"same": tuple("abcdefghij"), "different": ("b",), "unsure": ("c",)}, "same has 10 reasons"),
    ],
)
def test_what_is_wrong_with_a_file_is_told(given: Mapping[str, tuple[str, ...]], told: str) -> None:
    with pytest.raises(DataError, match=told):
        checked("link", given, "work/link_reasons.yml")
