"""The one JSON spelling of the model: design section 4, both ways, and its JSON Schema.

A dataclass becomes an object with all its fields, nulls included; a field named with a trailing underscore because
Python
keeps the word loses it (`from_` -> `from`). Of a union the member is chosen by its keys, so no tag is needed.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from operator import attrgetter
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

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
    """Rebuild a model value; raises DataError where the data does not have the shape of `kind`."""
    return _read(kind, data, kind.__name__)  # type: ignore[no-any-return]


def _read(kind: Any, data: Any, where: str) -> Any:
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _read_union(args, data, where)
    if origin is Literal:
        return _expect(data, where, holds=data in args)
    if origin is tuple:
        _expect(data, where, holds=isinstance(data, list | tuple))
        inner = (args[0],) * len(data) if args[-1] is Ellipsis else args
        return tuple(_read(k, d, f"{where}[{i}]") for i, (k, d) in enumerate(zip(inner, data, strict=True)))
    if origin is not None and issubclass(origin, Mapping):
        _expect(data, where, holds=isinstance(data, dict))
        return {k: _read(args[1], v, f"{where}.{k}") for k, v in data.items()}
    if dataclasses.is_dataclass(kind):
        return _read_object(kind, data, where)  # type: ignore[arg-type]
    if kind is float:
        _expect(data, where, holds=isinstance(data, int | float) and not isinstance(data, bool))
        return float(data)
    return _expect(data, where, holds=isinstance(data, kind) and not (kind is int and isinstance(data, bool)))


def _expect(data: Any, where: str, *, holds: bool) -> Any:
    if not holds:
        raise DataError(f"{where}: unexpected {data!r}"[:300])
    return data


def _read_object(kind: type, data: Any, where: str) -> Any:
    _expect(data, where, holds=isinstance(data, dict))
    fields = _fields(kind)
    unknown = set(data) - {wire for _, wire, _, _ in fields}
    missing = {wire for _, wire, _, required in fields if required} - set(data)
    if unknown or missing:
        raise DataError(f"{where}: unknown {sorted(unknown)}, missing {sorted(missing)}")
    given = {name: _read(hint, data[wire], f"{where}.{wire}") for name, wire, hint, _ in fields if wire in data}
    try:
        return kind(**given)
    except ValueError as error:
        raise DataError(f"{where}: {error}") from error


def _read_union(members: tuple[Any, ...], data: Any, where: str) -> Any:
    if data is None:
        return _expect(data, where, holds=type(None) in members)
    rest = [m for m in members if m is not type(None)]
    if len(rest) == 1:
        return _read(rest[0], data, where)
    _expect(data, where, holds=isinstance(data, dict))
    for member in rest:
        if {wire for _, wire, _, _ in _fields(member)} == set(data):
            return _read(member, data, where)
    raise DataError(f"{where}: no variant has the keys {sorted(data)}")


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
