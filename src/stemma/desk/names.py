"""Names in addresses: any text as one safe, readable step of a path, and back.

Outlets and voices are found by their names, which come from reports and may be anything. Letters and digits of every
script stand for themselves, a space is an underscore, all else is its code point between tildes, so that no name can
end a step, begin another or hide in one.
"""

from __future__ import annotations

import re

ESCAPED = re.compile(r"~([0-9a-f]{0,6})~")


class NameConverter:
    """A path converter for `path("outlets/<name:name>/")`."""

    regex = "[^/]+"

    def to_python(self, value: str) -> str:
        return from_step(value)

    def to_url(self, value: str) -> str:
        return to_step(value)


def to_step(name: str) -> str:
    """The name as one step of a path; no two names have the same."""
    return "".join(_written(name, i) for i in range(len(name))) or "~~"


def from_step(step: str) -> str:
    """The name of a step; ValueError for one that `to_step` does not give, or that no database could be asked for."""
    name = "" if step == "~~" else ESCAPED.sub(_read, step.replace("_", " "))
    if "\0" in name or to_step(name) != step:
        raise ValueError(f"{step!r} is no name")
    name.encode("utf-8")  # a lone surrogate raises UnicodeEncodeError, which is a ValueError
    return name


def _written(name: str, at: int) -> str:
    character = name[at]
    if character.isalnum() or character == "-":
        return character
    if character == " ":
        return "_"
    # "rt.com" may keep its dot; one at an end, or beside another, could be taken for a step of its own.
    if character == "." and name[at - 1 : at].isalnum() and name[at + 1 : at + 2].isalnum():
        return "."
    return f"~{ord(character):x}~"


def _read(found: re.Match[str]) -> str:
    try:
        return chr(int(found[1], 16))
    except (ValueError, OverflowError):
        return found[0]
