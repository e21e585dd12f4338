# SPDX-License-Identifier: MIT
"""The job: files and folders to a folder of Parquet tables.

Exit status, as petik extract: 0 done; 1 done, but some inputs could not be read; 2 the command line is wrong; 3 the rules do not load; 5
the tables could not be written."""
from __future__ import annotations

import argparse
import gzip
import os
import sys

from py4j.protocol import Py4JError, Py4JJavaError
from pyspark import StorageLevel
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame, SparkSession

from .._library import Error, version
from ..extraction import Rules, default_rules
from ..tables import KINDS
from . import frames

#: Errors that are told on standard error; all are in the table.
TOLD = 20


def options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m petik.spark", allow_abbrev=False, description="Writes the records of articles as Parquet, a table a "
                                     "kind: OUTPUT/articles, OUTPUT/statements, …; and OUTPUT/errors, last, with what could not be read.")
    add = parser.add_argument
    add("--input", nargs="+", metavar="PATH", default=[], help="files and folders of text, HTML, JSON Lines or WARC, which all workers see under these paths")
    add("--list", metavar="FILE", help="a file with a path a line (also gzipped), read before those of --input")
    add("--output", metavar="DIR", required=True, help="a folder, or address that Spark can write to, that is not there yet")
    add("--rules", metavar="DIR", help="the driver's folder of rules; they go with the tasks (default: those of the package)")
    add("--files", type=int, metavar="N", help="at most N Parquet files a table (default: one for each task)")
    add("--task-size", type=int, metavar="BYTES", default=frames.TASK_SIZE, help="smaller files are read together up to this size (default: %(default)s)")
    add("--master", metavar="URL", help="the cluster: spark://HOST:7077, yarn, local[*] (default: Spark's configuration)")
    add("--conf", action="append", metavar="KEY=VALUE", default=[], help="a property of Spark; may be repeated")
    add("--version", action="version", version=f"petik {version()}")
    chosen = parser.parse_args(arguments)
    if not chosen.input and not chosen.list:
        parser.error("nothing to read: give --input or --list")
    if chosen.files is not None and chosen.files < 1:
        parser.error("--files wants a number from 1")
    if any("=" not in pair for pair in chosen.conf):
        parser.error("--conf wants KEY=VALUE")
    return chosen


def listed(path: str) -> list[str]:
    """The paths in a list; raises Error."""
    try:
        with gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8") as f:
            return [line for line in map(str.strip, f) if line]
    except (OSError, EOFError, UnicodeDecodeError) as e:
        raise Error(Error.USAGE, f"{path}: {getattr(e, 'strerror', None) or e}") from None


def session(chosen: argparse.Namespace) -> SparkSession:
    # Workers run this Python, where Spark's configuration names none.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("petik")
    if chosen.master:
        builder = builder.master(chosen.master)
    for pair in chosen.conf:
        builder = builder.config(*pair.split("=", 1))
    return builder.getOrCreate()


def is_there(spark: SparkSession, address: str) -> bool:
    path = spark._jvm.org.apache.hadoop.fs.Path(address)
    return path.getFileSystem(spark._jsc.hadoopConfiguration()).exists(path)


def write(extracted: DataFrame, output: str, most: int | None) -> None:
    tables = {kind: frames.table(extracted, kind) for kind in KINDS}
    for name, table in {**tables, "errors": frames.errors(extracted)}.items():
        (table.coalesce(most) if most else table).write.parquet(output.rstrip("/") + "/" + name)


def tell(extracted: DataFrame) -> int:
    """Counts, and the first errors, on standard error; how many errors there are."""
    counted = extracted.selectExpr("count(record) AS read", "count(refused) AS refused", "count(error) AS failed").first()
    articles = counted.read - counted.refused
    told = frames.errors(extracted).limit(TOLD).collect() if counted.failed else []
    for row in told:
        print("petik:", row.error, file=sys.stderr)
    if counted.failed > len(told):
        print(f"petik: … and {counted.failed - len(told)} more, in the table errors", file=sys.stderr)
    print(f"petik: articles: {articles}, pages without one: {counted.refused}, errors: {counted.failed}", file=sys.stderr)
    return counted.failed


def run(chosen: argparse.Namespace, rules: Rules, paths: list[str]) -> int:
    spark = session(chosen)
    # The records are kept on the workers' disks while table after table is written; few to a block, since a block is made in memory.
    spark.conf.set("spark.sql.inMemoryColumnarStorage.batchSize", frames.ROWS)
    try:
        if is_there(spark, chosen.output):
            raise Error(Error.OUTPUT, f"{chosen.output}: is there already")
        extracted = frames.extract_files(spark, paths, rules=rules, task_size=chosen.task_size)
        extracted = extracted.withColumn("record", extracted.record.substr(0, 0)).persist(StorageLevel.DISK_ONLY)  # only counted
        failed = tell(extracted)
        write(extracted, chosen.output, chosen.files)
        return 1 if failed else 0
    finally:
        spark.stop()


def main(arguments: list[str]) -> int:
    chosen = options(arguments)
    try:
        paths = (listed(chosen.list) if chosen.list else []) + chosen.input
        return run(chosen, Rules(chosen.rules) if chosen.rules else default_rules(), paths)
    except Error as e:
        print("petik:", e, file=sys.stderr)
        return {Error.RULES: 3, Error.OUTPUT: 5}.get(e.code, 2)
    except (PySparkException, Py4JError) as e:
        print("petik:", e.java_exception.toString() if isinstance(e, Py4JJavaError) else e, file=sys.stderr)
        return 5


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
