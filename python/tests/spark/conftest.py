# SPDX-License-Identifier: MIT
"""One cluster for all tests; inputs of every kind out of the corpus; the command line's records to compare with."""
import json
import os

import cluster as standalone
import petik
import pytest
from archives import CORPUS, write_archives


@pytest.fixture(scope="session")
def cluster(tmp_path_factory):
    made = standalone.start(str(tmp_path_factory.mktemp("cluster") / "logs"))
    yield made
    made.stop()


@pytest.fixture(scope="session")
def inputs(tmp_path_factory):
    """A folder with WARC, JSON Lines, pages and texts, among them what cannot be read."""
    folder = tmp_path_factory.mktemp("inputs")
    write_archives(str(folder), 3, 1)
    (folder / "cut.warc.gz").write_bytes((folder / "crawl-001.warc.gz").read_bytes()[:100_000])
    lines = [json.dumps({"id": f"line {i}", "text": given.text.decode(), "published": "2025-03-04"})
             for i, given in enumerate(petik.read(os.path.join(CORPUS, "articles")))]
    (folder / "lines.jsonl").write_text("\n".join([*lines[:10], "{broken", *lines[10:]]) + "\n")
    (folder / "texts").mkdir()
    for i, given in enumerate(petik.read(os.path.join(CORPUS, "articles"))):
        (folder / "texts" / f"{i:02d}.txt").write_bytes(given.text)
    (folder / "texts" / "binary.txt").write_bytes(b"\0\1\2\3" * 300)
    with open(os.fsencode(folder / "texts") + b"/bukan-\xff-utf8.txt", "wb") as f:
        f.write(b"Metro - Wali Kota Metro Wahdi hadir.\n")
    (folder / "texts" / "empty.txt").write_bytes(b"")
    return [str(folder), str(folder / "is-not-there.warc.gz")]


@pytest.fixture(scope="module")
def spark(cluster):
    """A session of this process; it has all of the cluster until the module's tests are over."""
    from pyspark.sql import SparkSession
    os.environ.update(standalone.clean_environment())
    builder = SparkSession.builder.master(cluster.url).appName("petik tests")
    for key, value in {**standalone.PROPERTIES, "spark.ui.enabled": "false"}.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    yield session
    session.stop()
