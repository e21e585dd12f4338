# SPDX-License-Identifier: MIT
"""Records as tables, one a kind, with the columns that "petik schema datapackage" describes as taken from the record.

A table has no numbers of a store. Where a store's table has the number of the article, these have `article`, the article's id (the
digest of its text), and `source`; the table of articles has `rules` and `petik` for the number of the rule set."""
from __future__ import annotations

import functools
import json
from typing import Any, Callable, Iterable, Iterator, NamedTuple

from ._library import Error, schema
from .records import Article

#: what there are tables of
KINDS = ("articles", "bylines", "dates", "officials", "institutions", "mentions", "statements", "points", "repeats", "regulations",
         "events", "warnings")


class Column(NamedTuple):
    """A column: its type is "integer", "string" or "array" (of strings)."""

    name: str
    type: str
    required: bool  #: never null
    means: str  #: one sentence, with its unit


#: The cell in an item of a list, which is the at-th of its list, which is in the at-th item of the list above it.
_Getter = Callable[[dict, tuple[int, ...]], Any]


class _Table(NamedTuple):
    columns: tuple[Column, ...]
    #: for each list that rows come from: the keys that lead to it, and for each column what gives its cell (see _getter)
    lists: tuple[tuple[tuple[str, ...], tuple[_Getter, ...]], ...]


_ARTICLE = (Column("article", "string", True, "id of the article that it stands in: sha256 of its text"),
            Column("source", "string", False, "source of that article"))
_RULESET = (Column("rules", "string", True, "sha256 of the rule files and lists"),
            Column("petik", "string", True, "version of petik that the rules ran in"))
_COUNTED = {"number": -1, "record": 0, "point": 0}  # which index among those of the lists on the way


def _split(path: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """"officials[].mentions[].text": the lists' keys, then those of the value in an item."""
    *lists, rest = path.split("[].")
    return tuple(lists), tuple(rest.split("."))


def _value(keys: tuple[str, ...]) -> _Getter:
    first, *rest = keys
    if not rest:
        return lambda item, at: item[first]
    below = _value(tuple(rest))
    return lambda item, at: None if item[first] is None else below(item[first], at)


def _getter(name: str, way: tuple[str, ...], paths: list[str]) -> _Getter:
    for path in paths:
        lists, keys = _split(path)
        if lists == way:
            return _value(keys)
    if name == "kind":
        kind = way[0].rstrip("s")
        return lambda item, at: kind
    which = _COUNTED[name]
    return lambda item, at: at[which]


@functools.lru_cache(None)
def _resources() -> dict[str, list[dict]]:
    return {r["name"]: r["schema"]["fields"] for r in json.loads(schema("datapackage"))["resources"]}


@functools.lru_cache(None)
def _table(kind: str) -> _Table:
    if kind not in KINDS:
        raise Error(Error.USAGE, f"{kind}: not a kind of record; {', '.join(KINDS)} are")
    fields = _resources()[kind]
    placed = {f["name"]: f["petik:record"] for f in fields if "petik:record" in f}
    ways = tuple(dict.fromkeys(_split(path)[0] for paths in placed.values() for path in paths))
    counted = () if kind == "articles" else tuple(_COUNTED) + (("kind",) if kind == "mentions" else ())
    taken = [f for f in fields if f["name"] in placed or f["name"] in counted]
    columns = tuple(Column(f["name"], f["type"], f.get("constraints", {}).get("required", False), f["description"]) for f in taken)
    lists = tuple((way, tuple(_getter(c.name, way, placed.get(c.name, [])) for c in columns)) for way in ways)
    return _Table(columns, lists)


def columns(kind: str) -> tuple[Column, ...]:
    """The columns of the table of that kind, in order."""
    own = _table(kind).columns
    return own + _RULESET if kind == "articles" else _ARTICLE + own


def _items(value: dict, way: tuple[str, ...], at: tuple[int, ...] = ()) -> Iterator[tuple[dict, tuple[int, ...]]]:
    if not way:
        yield value, at
        return
    for i, item in enumerate(value[way[0]], 1):
        yield from _items(item, way[1:], at + (i,))


def rows(article: Article, kind: str) -> Iterator[tuple]:
    """The article's rows in the table of that kind, in the order of columns(kind)."""
    record = article.to_dict()
    first, last = ((), (record["rules"], record["petik"])) if kind == "articles" else ((record["id"], record["source"]), ())
    for way, getters in _table(kind).lists:
        for item, at in _items(record, way):
            yield (*first, *[get(item, at) for get in getters], *last)


def transposed(found: Iterable[tuple], kind: str) -> list[tuple]:
    """Rows of that kind as columns: for each of columns(kind) its cells."""
    return list(zip(*found)) or [()] * len(columns(kind))


def _gather(articles: Article | Iterable[Article], kind: str) -> list[tuple]:
    return transposed((row for one in ([articles] if isinstance(articles, Article) else articles) for row in rows(one, kind)), kind)


def arrow_schema(kind: str):
    """The pyarrow.Schema of to_arrow: int64, string, list of string; each field's metadata has what it means."""
    import pyarrow as pa
    types = {"integer": pa.int64(), "string": pa.string(), "array": pa.list_(pa.string())}
    return pa.schema([pa.field(c.name, types[c.type], not c.required, {"description": c.means}) for c in columns(kind)])


def to_arrow(articles: Article | Iterable[Article], kind: str):
    """A pyarrow.Table of the records of that kind. Dates stay text: they are as exact as they are known."""
    import pyarrow as pa
    wanted = arrow_schema(kind)
    return pa.Table.from_arrays([pa.array(cells, field.type) for cells, field in zip(_gather(articles, kind), wanted)], schema=wanted)


def to_pandas(articles: Article | Iterable[Article], kind: str):
    """A pandas.DataFrame of the records of that kind: Int64 and string columns with <NA> for null; lists as Python lists."""
    import pandas as pd
    types = {"integer": "Int64", "string": "string", "array": "object"}
    made = {c.name: pd.Series(cells, dtype=types[c.type]) for c, cells in zip(columns(kind), _gather(articles, kind))}
    return pd.DataFrame(made, columns=[c.name for c in columns(kind)])
