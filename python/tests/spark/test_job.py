# SPDX-License-Identifier: MIT
"""The job, started as users start it: its tables are those of one process, row by row and in the same order."""
import glob
import gzip
import os
import re
import time

import petik
import pyarrow.parquet as pq
import pytest
from archives import write_archives
from cluster import run_job


def stored(output, kind):
    """The rows of a table, file after file in the order of their names."""
    files = sorted(glob.glob(os.path.join(output, kind, "*.parquet")))
    assert files and os.path.exists(os.path.join(output, kind, "_SUCCESS"))
    tables = [pq.read_table(f) for f in files]
    for table in tables:
        assert table.column_names == (["error"] if kind == "errors" else [c.name for c in petik.columns(kind)])
    return [tuple(row.values()) for table in tables for row in table.to_pylist()]


def single(paths):
    """The articles and errors of one process."""
    return list(petik.extract_many(petik.read(paths, errors="yield"), errors="yield"))


def compare(output, results):
    articles = [one for one in results if isinstance(one, petik.Article)]
    for kind in petik.KINDS:
        wanted = [row for one in articles for row in petik.rows(one, kind)]
        assert stored(output, kind) == wanted, kind
    assert stored(output, "errors") == [(str(one),) for one in results if isinstance(one, petik.Error)]
    assert len(articles) > 300


def test_same_as_one_process(cluster, inputs, tmp_path):
    output, results = str(tmp_path / "out"), single(inputs)
    status, said = run_job(cluster, "--input", *inputs, "--output", output, "--task-size", "100000")
    assert status == 1, said
    compare(output, results)
    failed = [one for one in results if isinstance(one, petik.Error)]
    refused = sum(1 for one in results if isinstance(one, petik.Article) and one.refused)
    places = " ".join(str(e.place) for e in failed)
    assert len(failed) >= 4 and all(name in places for name in ("cut.warc.gz", "lines.jsonl:11", "binary.txt", "is-not-there"))
    for e in failed:
        assert f"petik: {e}\n" in said
    assert f"petik: articles: {len(results) - len(failed) - refused}, pages without one: {refused}, errors: {len(failed)}\n" in said
    # one file a task: each WARC file is one
    assert len(glob.glob(os.path.join(output, "articles", "*.parquet"))) >= 7

    again, said = run_job(cluster, "--input", *inputs, "--output", output)
    assert again == 5 and f"petik: {output}: is there already" in said
    compare(output, results)


def test_list_of_archives(cluster, inputs, tmp_path, monkeypatch):
    """The paths are those that the driver sees from where it stands; one Parquet file a table."""
    monkeypatch.chdir(inputs[0])
    archives = sorted(glob.glob(os.path.join(inputs[0], "crawl-*")))
    (tmp_path / "warc.paths.gz").write_bytes(gzip.compress(("\n".join(map(os.path.basename, archives)) + "\n\n").encode()))
    status, said = run_job(cluster, "--list", str(tmp_path / "warc.paths.gz"), "--output", str(tmp_path / "out"), "--files", "1")
    assert status == 0, said
    assert len(glob.glob(str(tmp_path / "out" / "articles" / "*.parquet"))) == 1
    wanted = sorted(row for one in single(archives) for row in petik.rows(one, "dates"))
    assert sorted(stored(str(tmp_path / "out"), "dates"), key=repr) == sorted(wanted, key=repr)


def finished_tasks(events):
    return sum(f.read_text(errors="replace").count('"SparkListenerTaskEnd"') for f in events.rglob("*") if f.is_file())


@pytest.mark.parametrize("moment", ["extracting", "writing"])
def test_worker_killed(cluster, tmp_path, moment):
    """A worker dies with its executor: the other one does its tasks again. It comes back for the next test."""
    archives, events, output = tmp_path / "in", tmp_path / "events", str(tmp_path / "out")
    archives.mkdir()
    events.mkdir()
    write_archives(str(archives), 12, 2)

    def is_time():
        if moment == "extracting":
            return finished_tasks(events) >= 3
        return os.path.exists(os.path.join(output, "bylines", "_SUCCESS"))

    def kill(process):
        while not is_time():
            assert process.poll() is None
            time.sleep(0.05)
        cluster.kill_worker("two")

    logged = {"spark.eventLog.enabled": "true", "spark.eventLog.dir": events.as_uri(), "spark.eventLog.buffer.kb": "1k",
              "spark.eventLog.compress": "false"}
    try:
        status, said = run_job(cluster, "--input", str(archives), "--output", output, properties=logged, started=kill)
    finally:
        if not cluster.has_worker("two"):
            cluster.start_worker("two")
    assert status == 0 and "Lost executor" in said, said[-3000:]
    compare(output, single([str(archives)]))


def test_output_that_cannot_be_written(cluster, inputs):
    for address in "nothing://is/there", "/proc/tables":
        status, said = run_job(cluster, "--input", os.path.join(inputs[0], "lines.jsonl"), "--output", address)
        assert status == 5 and "Traceback" not in said, said[-3000:]
        assert re.search(r"^petik: \S", said, re.M)


def test_missing_rules(cluster, inputs, tmp_path):
    status, said = run_job(cluster, "--input", *inputs, "--output", str(tmp_path / "out"), "--rules", str(tmp_path / "none"))
    assert status == 3 and "none" in said and "Traceback" not in said
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("arguments", [["--output", "x"], ["--input", "x"], ["--input", "x", "--output", "y", "--conf", "z"],
                                       ["--input", "x", "--output", "y", "--files", "0"],
                                       ["--list", "is-not-there", "--output", "y"]])
def test_usage(cluster, arguments, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    status, said = run_job(cluster, *arguments)
    assert status == 2 and "Traceback" not in said
    assert not os.path.exists("y")
