# SPDX-License-Identifier: MIT
"""extract and table on DataFrames: the command line's bytes, and what happens to what is odd."""
import datetime

import petik
import petik.spark
import pyarrow as pa
import pytest
from petik.spark.shipping import Shipped
from pyspark.sql import functions as F
from tree import TREE, in_folder


@pytest.fixture(scope="module")
def corpus(command):
    """What the command line makes of the corpus, but for articles of several pages: a row has one page."""
    with in_folder(TREE):
        given = list(petik.read(["corpus/articles", "corpus/pages"]))
        lines = command("extract", "corpus/articles", "corpus/pages").decode().splitlines()
    single = [(one, line) for one, line in zip(given, lines) if not one.more]
    return [one for one, _ in single], [line for _, line in single]


@pytest.fixture(scope="module")
def frame(spark, corpus):
    rows = [(i, given.source, bytearray(given.text)) for i, given in enumerate(corpus[0])]
    return spark.createDataFrame(rows, "i int, path string, page binary").repartition(5, "i")


def test_same_bytes_as_the_command(frame, corpus):
    found = petik.spark.extract(frame, "page", source="path", keep=["i"]).select("i", "record", "error").orderBy("i").collect()
    assert [row.record for row in found] == corpus[1]
    assert {row.error for row in found} == {None}


def test_tables(frame, corpus):
    extracted = petik.spark.extract(frame, "page", source="path", keep=["i"]).repartition(1).sortWithinPartitions("i").cache()
    articles = [petik.Article(line) for line in corpus[1]]
    for kind in petik.KINDS:
        found = petik.spark.table(extracted, kind)
        assert found.columns == [c.name for c in petik.columns(kind)]
        assert [tuple(row) for row in found.collect()] == [row for a in articles for row in petik.rows(a, kind)], kind
        assert [f.metadata["comment"] for f in found.schema] == [c.means for c in petik.columns(kind)]
    extracted.unpersist()
    with pytest.raises(petik.Error, match="not a kind"):
        petik.spark.table(extracted, "speeches")


def test_what_is_known(spark):
    text = "Metro - Wali Kota Metro Wahdi hadir, kemarin."
    day = datetime.date(2024, 10, 15)
    df = spark.createDataFrame([(text, day, datetime.datetime(2024, 10, 15, 8, 30), "Judul", "https://example.com/1")],
                               "body string, day date, at timestamp_ntz, head string, address string")
    for column, published in ("day", "2024-10-15"), ("at", "2024-10-15T08:30:00"):
        found = petik.spark.extract(df, "body", published=column, title="head", url="address").first()
        assert found.record + "\n" == petik.extract(text, published=published, title="Judul", url="https://example.com/1").json.decode()
        assert found.dates[0].value == "2024-10-14" and found.articles[0].title == "Judul"


def test_empty_partitions(spark, frame):
    """No rows, and partitions without rows among others."""
    assert petik.spark.extract(frame.where("i < 0"), "page").collect() == []
    few = frame.where("i < 3").repartition(16)
    assert petik.spark.extract(few, "page").count() == 3
    assert petik.spark.table(petik.spark.extract(spark.createDataFrame([], "text string")), "dates").collect() == []
    assert petik.spark.extract_files(spark, []).collect() == []


def test_broken_articles(spark):
    good, bad = bytearray("Metro - Wali Kota Metro Wahdi hadir.".encode()), bytearray(b"\0\1\2\3" * 300)
    df = spark.createDataFrame([("a", good), ("b", bad), ("c", None), ("d", good), ("e", bytearray())], "id string, text binary").coalesce(1)
    found = petik.spark.extract(df, source="id", keep=["id"]).collect()
    assert [row.id for row in found] == ["a", "b", "c", "d", "e"]
    assert [row.error and row.error.split(":")[0] for row in found] == [None, "b", "c", None, None]
    assert found[1].record is None and found[1].articles == [] and found[1].dates == []
    assert found[0].officials[0].name == found[3].officials[0].name == "Wahdi"
    told = [row.error for row in petik.spark.errors(petik.spark.extract(df, source="id")).collect()]
    assert len(told) == 2 and told[1] == "c: the text is null"


def test_columns_are_checked_at_once(spark):
    df = spark.createDataFrame([(1, "a")], "n int, text string")
    for wrong in dict(text="n"), dict(title="n"), dict(published="n"):
        with pytest.raises(TypeError, match="int"):
            petik.spark.extract(df, **wrong)
    with pytest.raises(ValueError, match="dates"):
        petik.spark.extract(df.withColumn("dates", F.lit(1)), keep=["dates"])


def test_rules(spark, tmp_path):
    with pytest.raises(petik.Error) as caught:
        petik.spark.extract(spark.createDataFrame([("a",)], "text string"), rules=tmp_path / "none")
    assert caught.value.code == petik.Error.RULES and "none" in str(caught.value)


def test_own_rules_go_along(spark, tmp_path):
    """The folder is only there on the driver, and gone when the tasks run."""
    import shutil
    text = "Metro - Wali Kota Metro Wahdi hadir, Selasa (15/10/2024)."
    own = tmp_path / "rules"
    shutil.copytree(petik.Rules().folder, own)
    (own / "lists" / "own.txt").write_text("# A list that no rule asks for.\nsatu\n")
    rules = petik.Rules(own)
    assert rules.digest != petik.Rules().digest
    extracted = petik.spark.extract(spark.createDataFrame([(text,)], "text string"), rules=rules)
    shutil.rmtree(own)
    found = extracted.first()
    assert found.articles[0].rules == rules.digest and found.dates[0].value == "2024-10-15"


def test_other_rules_or_library_are_told():
    there, other, older = (Shipped(petik.Rules()) for _ in range(3))
    assert there.extractor().extract("Wali Kota Metro hadir.").rules == petik.Rules().digest
    assert there.extractor() is Shipped(petik.Rules()).extractor()  # one a process
    other.digest = "sha256:0"
    with pytest.raises(petik.Error, match="changed meanwhile"):
        other.extractor()
    older.version, older.digest = "0.0.1", "sha256:1"
    with pytest.raises(petik.Error, match="install the same"):
        older.extractor()


def test_result_is_what_arrow_has():
    kinds = [f for f in petik.spark.RESULT if f.name in petik.KINDS]
    assert [f.name for f in kinds] == list(petik.KINDS)
    types = {"bigint": pa.int64(), "string": pa.string(), "array<string>": pa.list_(pa.string())}
    for field in kinds:
        cells = field.dataType.elementType
        assert [(c.name, types[c.dataType.simpleString()], c.nullable) for c in cells] == [(f.name, f.type, f.nullable) for f in petik.arrow_schema(field.name)]
