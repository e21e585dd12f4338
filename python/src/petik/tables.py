# SPDX-License-Identifier: MIT
"""Records as tables, one a kind, with the columns that "petik schema datapackage" describes as taken from the record.

A table has no numbers of a store. Where a store's table has the number of the article, these have `article`, the article's id (the
digest of its text), and `source`; the table of articles has `rules` and `petik` for the number of the rule set."""
from __future__ import annotations

import functools
import json
from typing import Any, Iterable, Iterator, NamedTuple

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


class _Table(NamedTuple):
    columns: tuple[Column, ...]
    #: for each list that rows come from: the keys that lead to it, and for each column the keys that lead to its value, or a counter
    lists: tuple[tuple[tuple[str, ...], tuple[Any, ...]], ...]


_ARTICLE = (Column("article", "string", True, "id of the article that it stands in: sha256 of its text"),
            Column("source", "string", False, "source of that article"))
_RULESET = (Column("rules", "string", True, "sha256 of the rule files and lists"),
            Column("petik", "string", True, "version of petik that the rules ran in"))
_COUNTED = {"number": -1, "record": 0, "point": 0}  # which index among those of the lists on the way


def _split(path: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """"officials[].mentions[].text": the lists' keys, then those of the value in an item."""
    *lists, rest = path.split("[].")
    return tuple(lists), tuple(rest.split("."))


def _getter(name: str, way: tuple[str, ...], paths: list[str]) -> Any:
    for path in paths:
        lists, keys = _split(path)
        if lists == way:
            return keys
    if name == "kind":
        return way[0].rstrip("s")
    return _COUNTED[name]


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


def _cell(item: dict, at: tuple[int, ...], how: Any) -> Any:
    if isinstance(how, int):
        return at[how]
    if isinstance(how, str):
        return how
    for key in how:
        if item is None:
            return None
        item = item[key]
    return item


def rows(article: Article, kind: str) -> Iterator[tuple]:
    """The article's rows in the table of that kind, in the order of columns(kind)."""
    record = article.to_dict()
    first, last = ((), (record["rules"], record["petik"])) if kind == "articles" else ((record["id"], record["source"]), ())
    for way, hows in _table(kind).lists:
        for item, at in _items(record, way):
            yield first + tuple(_cell(item, at, how) for how in hows) + last


def gather(articles: Iterable[Article], kind: str) -> list[list]:
    """The articles' rows as columns: for each of columns(kind) the list of its cells."""
    found: list[list] = [[] for _ in columns(kind)]
    for article in [articles] if isinstance(articles, Article) else articles:
        for row in rows(article, kind):
            for cells, cell in zip(found, row):
                cells.append(cell)
    return found


def arrow_schema(kind: str):
    """The pyarrow.Schema of to_arrow: int64, string, list of string; each field's metadata has what it means."""
    import pyarrow as pa
    types = {"integer": pa.int64(), "string": pa.string(), "array": pa.list_(pa.string())}
    return pa.schema([pa.field(c.name, types[c.type], not c.required, {"description": c.means}) for c in columns(kind)])


def to_arrow(articles: Article | Iterable[Article], kind: str):
    """A pyarrow.Table of the records of that kind. Dates stay text: they are as exact as they are known."""
    import pyarrow as pa
    wanted = arrow_schema(kind)
    return pa.Table.from_arrays([pa.array(cells, field.type) for cells, field in zip(gather(articles, kind), wanted)], schema=wanted)


def to_pandas(articles: Article | Iterable[Article], kind: str):
    """A pandas.DataFrame of the records of that kind: Int64 and string columns with <NA> for null; lists as Python lists."""
    import pandas as pd
    types = {"integer": "Int64", "string": "string", "array": "object"}
    made = {c.name: pd.Series(cells, dtype=types[c.type]) for c, cells in zip(columns(kind), gather(articles, kind))}
    return pd.DataFrame(made, columns=[c.name for c in columns(kind)])
