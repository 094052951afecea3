"""The one JSON spelling of the model: design section 4, both ways, and its JSON Schema.

A dataclass becomes an object with all its fields, nulls included; a field named with a trailing underscore because
Python
keeps the word loses it (`from_` -> `from`). Of a union the member is chosen by its keys, so no tag is needed.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from stemma.errors import DataError

T = TypeVar("T")
PLAIN = frozenset({str, int, float, bool, type(None)})
"""What JSON writes as it is."""
SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"


@cache
def _fields(kind: type) -> tuple[tuple[str, str, Any, bool], ...]:
    """(attribute, wire name, type, required) of a dataclass."""
    hints = get_type_hints(kind)
    return tuple(
        (f.name, f.name.rstrip("_"), hints[f.name], f.default is dataclasses.MISSING)
        for f in dataclasses.fields(kind)
    )  # fmt: skip


@cache
def _columns(kind: type) -> tuple[tuple[str, ...], Callable[[Any], Iterable[Any]]]:
    """The wire names of a dataclass and what fetches their values."""
    fields = _fields(kind)
    wires = tuple(wire for _, wire, _, _ in fields)
    names = tuple(name for name, _, _, _ in fields)
    return wires, attrgetter(*names) if len(names) > 1 else lambda value: [getattr(value, n) for n in names]


def members(value: Any) -> Iterator[tuple[str, Any]]:
    """The wire names of a dataclass value's fields with what they hold."""
    kind: type = type(value)
    names, values = _columns(kind)
    return zip(names, values(value), strict=True)


def to_wire(value: Any) -> Any:
    """Turn a model value into JSON-able Python."""
    kind = type(value)
    if kind in PLAIN:
        return value
    if dataclasses.is_dataclass(kind):
        names, values = _columns(kind)
        return dict(zip(names, map(to_wire, values(value)), strict=True))
    if isinstance(value, tuple | list):
        return [to_wire(v) for v in value]
    if isinstance(value, Mapping):
        return {k: to_wire(v) for k, v in sorted(value.items())}
    return value


def from_wire(kind: type[T], data: Any) -> T:
    """Rebuild a model value; raises DataError, naming the place, where the data does not have the shape of `kind`."""
    try:
        return cast("T", _reader(cast("Any", kind))(data))
    except _MisfitError as error:
        raise DataError(f"{kind.__name__}{''.join(reversed(error.path))}: {error.why}") from error.__cause__


Reader = Callable[[Any], Any]
"""From JSON-able Python to a model value, or _MisfitError. One is made for each type, once: a ledger is read by the
hundred thousand values."""


class _MisfitError(Exception):
    """What does not fit; `path` is put together on the way out, innermost first."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why
        self.path: list[str] = []


@cache
def _reader(kind: Any) -> Reader:
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _union_reader(args)
    if origin is Literal:
        return lambda data: data if data in args else _misfit(data)
    if origin is tuple:
        return _tuple_reader(args)
    if origin is not None and issubclass(origin, Mapping):
        return _mapping_reader(args[1])
    if dataclasses.is_dataclass(kind):
        return _object_reader(kind)  # type: ignore[arg-type]
    if kind is float:
        return lambda data: float(data) if type(data) in (int, float) else _misfit(data)
    return _plain_reader(kind)


def _misfit(data: Any) -> Any:
    raise _MisfitError(f"unexpected {data!r}"[:300])


def _plain_reader(kind: type) -> Reader:
    def read(data: Any) -> Any:
        if type(data) is kind:
            return data
        return data if isinstance(data, kind) and not isinstance(data, bool) else _misfit(data)

    return read


def _tuple_reader(args: tuple[Any, ...]) -> Reader:
    same = _reader(args[0]) if args[-1] is Ellipsis else None
    each = () if same else tuple(map(_reader, args))

    def read(data: Any) -> Any:
        if not isinstance(data, list | tuple):
            _misfit(data)
        if same is None and len(data) != len(each):
            _misfit(data)
        place = 0
        found = []
        try:
            for item in data:
                found.append((same or each[place])(item))
                place += 1
        except _MisfitError as error:
            error.path.append(f"[{place}]")
            raise
        return tuple(found)

    return read


def _mapping_reader(inner: Any) -> Reader:
    reader = _reader(inner)

    def read(data: Any) -> Any:
        if not isinstance(data, dict):
            _misfit(data)
        found = {}
        for key, value in data.items():
            try:
                found[key] = reader(value)
            except _MisfitError as error:
                error.path.append(f".{key}")
                raise
        return found

    return read


def _object_reader(kind: type) -> Reader:
    @cache  # its fields may be of the type itself, so they are looked at when the first value comes
    def parts() -> tuple[tuple[tuple[str, str, Reader], ...], frozenset[str], frozenset[str]]:
        fields = _fields(kind)
        readers = tuple((name, wire, _reader(hint)) for name, wire, hint, _ in fields)
        required = frozenset(wire for _, wire, _, needed in fields if needed)
        return readers, frozenset(wire for _, wire, _, _ in fields), required

    def read(data: Any) -> Any:
        if not isinstance(data, dict):
            _misfit(data)
        fields, known, required = parts()
        if data.keys() != known and (data.keys() - known or required - data.keys()):
            raise _MisfitError(f"unknown {sorted(data.keys() - known)}, missing {sorted(required - data.keys())}")
        given = {}
        wire = ""
        try:
            for name, wire, reader in fields:
                if wire in data:
                    given[name] = reader(data[wire])
        except _MisfitError as error:
            error.path.append(f".{wire}")
            raise
        try:
            return kind(**given)
        except ValueError as error:
            raise _MisfitError(str(error)) from error

    return read


def _union_reader(args: tuple[Any, ...]) -> Reader:
    optional = type(None) in args
    rest = [member for member in args if member is not type(None)]
    chosen = _reader(rest[0]) if len(rest) == 1 else _by_keys(rest)

    def read(data: Any) -> Any:
        if data is None:
            return None if optional else _misfit(data)
        return chosen(data)

    return read


def _by_keys(members: Sequence[Any]) -> Reader:
    """Which of several dataclasses an object is shows in its keys; of two with the same keys it is the first."""
    by_keys: dict[frozenset[str], Reader] = {}
    for member in members:
        by_keys.setdefault(frozenset(wire for _, wire, _, _ in _fields(member)), _reader(member))

    def read(data: Any) -> Any:
        if not isinstance(data, dict):
            _misfit(data)
        reader = by_keys.get(frozenset(data))
        if reader is None:
            raise _MisfitError(f"no variant has the keys {sorted(data)}")
        return reader(data)

    return read


def schema(kind: type, title: str) -> dict[str, Any]:
    """JSON Schema (2020-12) of a model type; shared parts stand under $defs."""
    defs: dict[str, Any] = {}
    body = _schema(kind, defs)
    return {"$schema": SCHEMA_DIALECT, "title": title, **body, "$defs": dict(sorted(defs.items()))}


def _schema(kind: Any, defs: dict[str, Any]) -> dict[str, Any]:
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return {"anyOf": [_schema(a, defs) for a in args]}
    if origin is Literal:
        return {"enum": list(args)}
    if origin is tuple:
        if args[-1] is Ellipsis:
            return {"type": "array", "items": _schema(args[0], defs)}
        return {
            "type": "array",
            "prefixItems": [_schema(a, defs) for a in args],
            "minItems": len(args),
            "maxItems": len(args),
        }
    if origin is not None and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _schema(args[1], defs)}
    if dataclasses.is_dataclass(kind):
        return _schema_object(kind, defs)  # type: ignore[arg-type]
    return {"type": {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}[kind]}


def _schema_object(kind: type, defs: dict[str, Any]) -> dict[str, Any]:
    if kind.__name__ not in defs:
        defs[kind.__name__] = {}
        fields = _fields(kind)
        defs[kind.__name__] = {
            "type": "object",
            "description": " ".join((kind.__doc__ or "").split()),
            "properties": {wire: _schema(hint, defs) for _, wire, hint, _ in fields},
            "required": [wire for _, wire, _, _ in fields],
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{kind.__name__}"}
