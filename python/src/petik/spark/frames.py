# SPDX-License-Identifier: MIT
"""DataFrames of texts or files to DataFrames of records."""
from __future__ import annotations

import itertools
import os
from typing import Iterable, Iterator, Sequence

import pyarrow as pa
from pyspark.sql import Column as SparkColumn
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F
from pyspark.sql import types as T

from .._library import Error
from ..extraction import Extractor, Input, Rules, default_rules, files, iso, read
from ..records import Article
from ..tables import KINDS, arrow_schema, columns, rows, transposed
from .shipping import Shipped

#: Articles whose records are handed to Spark at once: so many lie in a worker's memory.
ROWS = 128
#: Bytes of small files that one task reads.
TASK_SIZE = 4 << 20

_SPARK = {"integer": T.LongType(), "string": T.StringType(), "array": T.ArrayType(T.StringType(), False)}


def _records(kind: str) -> T.StructField:
    cells = [T.StructField(c.name, _SPARK[c.type], not c.required, {"comment": c.means}) for c in columns(kind)]
    return T.StructField(kind, T.ArrayType(T.StructType(cells), False), False)


#: The columns of what extract and extract_files give: the record as JSON, why a page is no article, what could not be
#: read (the others are then null and empty), and for each kind the rows of its table.
RESULT = T.StructType([T.StructField("record", T.StringType()), T.StructField("refused", T.StringType()), T.StructField("error", T.StringType()),
                       *map(_records, KINDS)])


def _rows_of(results: list[Article | Error], kind: str) -> pa.Array:
    """A list of structs for each result."""
    found = [list(rows(one, kind)) if isinstance(one, Article) else [] for one in results]
    offsets = pa.array([0, *itertools.accumulate(map(len, found))], pa.int32())
    fields, cells = list(arrow_schema(kind)), transposed(itertools.chain.from_iterable(found), kind)
    structs = pa.StructArray.from_arrays([pa.array(column, f.type) for column, f in zip(cells, fields)], fields=fields)
    return pa.ListArray.from_arrays(offsets, structs)


def _arrays(results: list[Article | Error]) -> list[pa.Array]:
    """The columns of RESULT."""
    articles = [one if isinstance(one, Article) else None for one in results]
    texts = ([one and one.json.decode().rstrip("\n") for one in articles], [one and one.refused for one in articles],
             [None if article else str(one) for one, article in zip(results, articles)])
    return [*(pa.array(cells, pa.string()) for cells in texts), *(_rows_of(results, kind) for kind in KINDS)]


def _one(x: Extractor, given: Input | Error) -> Article | Error:
    try:
        return given if isinstance(given, Error) else x.extract(given)
    except Error as e:
        return e


def _batch(arrays: list[pa.Array], names: Sequence[str]) -> pa.RecordBatch:
    return pa.RecordBatch.from_arrays(arrays, names=list(names))


def _chosen(df: DataFrame, text: str, known: dict[str, str | None], keep: Sequence[str]) -> tuple[list[SparkColumn], list[str]]:
    """The columns that a task is given: those kept, then the text and what is known of it; and which fields of Input the latter are."""
    taken = set(keep) & set(RESULT.names)
    if taken:
        raise ValueError(f"keep={sorted(taken)}: extract gives columns of these names")
    given = {"text": text, **{field: column for field, column in known.items() if column is not None}}
    for field, column in given.items():
        type_ = df.select(column).schema[0].dataType
        dates = (T.DateType, T.TimestampType, T.TimestampNTZType) if field in ("published", "published_else", "fetched") else ()
        if not isinstance(type_, (T.StringType, T.BinaryType) if field == "text" else (T.StringType, *dates)):
            raise TypeError(f"{field}={column!r}: a column of {type_.simpleString()}")
    return [F.col(column) for column in keep] + [F.col(column).alias("petik " + field) for field, column in given.items()], list(given)


def extract(df: DataFrame, text: str = "text", *, source: str | None = None, url: str | None = None, title: str | None = None,
            published: str | None = None, published_else: str | None = None, fetched: str | None = None, publisher: str | None = None,
            charset: str | None = None, keep: Sequence[str] = (), rules: Rules | str | os.PathLike | None = None) -> DataFrame:
    """The records of a DataFrame's texts: a row for each of its rows, in the same order and partitions, with the columns keep and RESULT.

    text names the column with plain text or HTML, a string, or binary as it was found. source … charset name columns with what else is known
    of it, as in petik.Input: strings, the times also dates and timestamps. rules: those to extract with, or their folder;
    they go with the tasks. A text that cannot be read, or null, has an error in its row. Raises Error when the rules do not load, at once."""
    known = {"source": source, "url": url, "title": title, "published": published, "published_else": published_else, "fetched": fetched,
             "publisher": publisher, "charset": charset}
    chosen, fields = _chosen(df, text, known, keep)
    shipped, first = _ship(rules), len(keep)

    def task(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        x = shipped.extractor()
        for batch in batches:
            for at in range(0, batch.num_rows, ROWS):
                part = batch.slice(at, ROWS)
                texts = zip(*(part.column(first + i).to_pylist() for i in range(len(fields))))
                results = [_one(x, _input(dict(zip(fields, known)))) for known in texts]
                yield _batch([*part.columns[:first], *_arrays(results)], [*keep, *RESULT.names])

    return df.select(*chosen).mapInArrow(task, T.StructType([*df.select(*keep).schema, *RESULT]))


def _input(given: dict) -> Input | Error:
    if given["text"] is None:
        return Error(Error.INPUT, f"{given.get('source') or '-'}: the text is null")
    return Input(**{field: iso(value) for field, value in given.items()})


def _ship(rules: Rules | str | os.PathLike | None) -> Shipped:
    return Shipped(rules if isinstance(rules, Rules) else default_rules() if rules is None else Rules(rules))


def _size(path: str) -> int:
    try:
        return os.path.getsize(path)
    except OSError:
        return 0  # reading it says why


def _tasks(found: Iterable[str | Error], limit: int) -> Iterator[list[tuple[bytes | None, str | None]]]:
    """Files in a row that make up a task: each a path, which need not be UTF-8, or the error that stands in its place."""
    task, total = [], 0
    for one in found:
        failed = isinstance(one, Error)
        size = 0 if failed else limit if one.removesuffix(".gz").endswith(".warc") else _size(one)
        if task and total + size > limit:
            yield task
            task, total = [], 0
        task.append((None, str(one)) if failed else (os.fsencode(one), None))
        total += size
    if task:
        yield task


def _inputs(batches: Iterator[pa.RecordBatch]) -> Iterator[Input | Error]:
    for batch in batches:
        for path, error in zip(*(column.to_pylist() for column in batch.columns)):
            if error is not None:
                yield Error(Error.INPUT, error)
            else:
                yield from read([path], errors="yield")


def extract_files(spark: SparkSession, paths: str | os.PathLike | Iterable[str | os.PathLike], *,
                  rules: Rules | str | os.PathLike | None = None, task_size: int = TASK_SIZE) -> DataFrame:
    """The records of files and folders: a row for each article and each error, in the order of petik.read, with the columns RESULT.

    Each worker has to see the files under the paths that the driver sees, which are made absolute, since workers stand elsewhere. A WARC
    file, and any file of task_size bytes, is one task; smaller ones that follow each other are read together up to that size."""
    given = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    found = files([os.path.abspath(path) for path in given], errors="yield")
    shipped, tasks = _ship(rules), list(_tasks(found, task_size))

    def task(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        x = shipped.extractor()
        inputs = _inputs(batches)
        while results := [_one(x, given) for given in itertools.islice(inputs, ROWS)]:
            yield _batch(_arrays(results), RESULT.names)

    split = spark.sparkContext.parallelize(tasks, max(len(tasks), 1)).flatMap(lambda each: each)
    return spark.createDataFrame(split, "path binary, error string").mapInArrow(task, RESULT)


def table(extracted: DataFrame, kind: str) -> DataFrame:
    """The table of a kind (petik.KINDS): a row for each record, with the columns of petik.columns(kind)."""
    columns(kind)  # raises Error for what is no kind
    return extracted.select(F.inline(kind))


def errors(extracted: DataFrame) -> DataFrame:
    """What could not be read: a row for each error, "place: what"."""
    return extracted.where("error is not null").select("error")
