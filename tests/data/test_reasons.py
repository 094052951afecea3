"""The usual reasons: few enough for the keys of digits, none twice."""

from __future__ import annotations

from dataclasses import fields

import pytest

from stemma.data import reasons
from stemma.data.reasons import MOST, load_reasons
from stemma.errors import DataError


def test_every_list_fits_the_keys() -> None:
    held = load_reasons()
    for field in fields(held):
        assert 0 < len(getattr(held, field.name)) <= MOST
    assert all(reason.means for reason in held.reject)


@pytest.mark.parametrize(
    ("says", "what"), [(["a"] * 2, "twice"), ([" "], "empty"), ([str(n) for n in range(10)], "10 reasons")]
)
def test_a_list_that_no_key_could_choose_from_is_refused(says: list[str], what: str) -> None:
    with pytest.raises(DataError, match=what):
        reasons._list("reject", tuple(reasons._Reason(says=one) for one in says))
