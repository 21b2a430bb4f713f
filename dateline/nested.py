"""Frozen dataclasses as nested Arrow values and back, by the types of their fields.

What is found in an article is kept between two runs as a row of Parquet: a struct for a dataclass
or a pair, a list for a tuple of any length. Nothing has to be said twice when a field is added.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

import pyarrow as pa

__all__ = ["arrow_type", "from_nested", "to_nested"]

_SIMPLE: Final = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    date: pa.date32(),
}


def arrow_type(kind: Any) -> pa.DataType:
    """The Arrow type that holds values of a type.

    Args:
        kind: A dataclass, `str`, `int`, `float`, `bool`, `date`, a `Literal` of texts, one of these
            or None, or a tuple of these.
    """
    if is_dataclass(kind):
        return pa.struct([(name, arrow_type(inside)) for name, inside in _fields(kind)])
    origin, inside = get_origin(kind), get_args(kind)
    if origin is Literal:
        return pa.string()
    if origin in (Union, UnionType):
        return arrow_type(_known(inside))
    if origin is tuple and inside[-1] is Ellipsis:
        return pa.list_(arrow_type(inside[0]))
    if origin is tuple:
        return pa.struct([(str(at), arrow_type(each)) for at, each in enumerate(inside)])
    return _SIMPLE[kind]


def to_nested(value: Any, kind: Any) -> Any:
    """A value as dicts and lists, as `pyarrow.array` takes them for `arrow_type(kind)`."""
    if value is None:
        return None
    if is_dataclass(kind):
        return {name: to_nested(getattr(value, name), inside) for name, inside in _fields(kind)}
    origin, inside = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return to_nested(value, _known(inside))
    if origin is tuple and inside[-1] is Ellipsis:
        return [to_nested(each, inside[0]) for each in value]
    if origin is tuple:
        pairs = zip(value, inside, strict=True)
        return {str(at): to_nested(each, kind) for at, (each, kind) in enumerate(pairs)}
    return value


def from_nested(value: Any, kind: Any) -> Any:
    """The value again; the inverse of `to_nested`."""
    if value is None:
        return None
    if is_dataclass(kind):
        made: Any = kind
        return made(**{name: from_nested(value[name], inside) for name, inside in _fields(kind)})
    origin, inside = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return from_nested(value, _known(inside))
    if origin is tuple and inside[-1] is Ellipsis:
        return tuple(from_nested(each, inside[0]) for each in value)
    if origin is tuple:
        return tuple(from_nested(value[str(at)], each) for at, each in enumerate(inside))
    return value


def _fields(kind: Any) -> tuple[tuple[str, Any], ...]:
    return _fields_of(kind)


@cache
def _fields_of(kind: type[Any]) -> tuple[tuple[str, Any], ...]:
    hints = get_type_hints(kind)
    return tuple((field.name, hints[field.name]) for field in fields(kind))


def _known(inside: tuple[Any, ...]) -> Any:
    """What a value is where it is not None."""
    (kind,) = (each for each in inside if each is not NoneType)
    return kind
