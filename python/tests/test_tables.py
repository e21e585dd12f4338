# SPDX-License-Identifier: MIT
"""Tables: every value is the record's, columns and types are the datapackage's."""
import json

import petik
import pytest
from tree import TREE, in_folder


@pytest.fixture(scope="module")
def articles():
    with in_folder(TREE):
        return list(petik.extract_many(petik.read(["corpus/articles", "corpus/pages"])))


def test_kinds_are_the_records():
    """Every table of the datapackage with a column that the record has, but the rule sets."""
    resources = json.loads(petik.schema())["resources"]
    assert [r["name"] for r in resources if any("petik:record" in f for f in r["schema"]["fields"])] == ["rulesets", *petik.KINDS]


def test_schema_is_the_commands(command):
    for what in "datapackage", "json-schema":
        assert petik.schema(what).encode() == command("schema", what)


def test_numbers_of_rows(articles):
    def count(kind):
        return sum(len(list(petik.rows(a, kind))) for a in articles)
    for kind in "dates", "officials", "institutions", "statements", "points", "regulations", "events", "warnings":
        assert count(kind) == sum(len(getattr(a, kind)) for a in articles) > 0, kind
    assert count("articles") == len(articles)
    assert count("bylines") == sum(len(a.byline) for a in articles)
    assert count("mentions") == sum(len(x.mentions) for a in articles for x in (*a.officials, *a.institutions))
    assert count("repeats") == sum(len(p.again) for a in articles for p in a.points)


def test_same_cells_as_the_store(articles, command, tmp_path, in_tree):
    """The CSV that petik export writes has the same values in these columns."""
    import csv
    command("extract", "--db", str(tmp_path / "a.db"), "corpus/articles", "corpus/pages")
    command("export", "--db", str(tmp_path / "a.db"), "--csv", str(tmp_path / "tables"))

    def text(cell):
        return "" if cell is None else json.dumps(cell) if isinstance(cell, list) else str(cell)
    for kind in petik.KINDS:
        with open(tmp_path / "tables" / f"{kind}.csv", encoding="utf-8", newline="") as f:
            sheet = csv.DictReader(f)
            header, stored = sheet.fieldnames, list(sheet)
        columns = petik.columns(kind)
        shared = [c for c in columns if c.name in header and c.name != "article"]
        assert len(shared) > 2
        wanted = sorted(tuple(json.dumps(json.loads(row[c.name])) if c.type == "array" else row[c.name] for c in shared) for row in stored)
        found = sorted(tuple(text(cell) for c, cell in zip(columns, row) if c in shared) for a in articles for row in petik.rows(a, kind))
        assert wanted == found, kind


@pytest.mark.parametrize("kind", petik.KINDS)
def test_arrow(articles, kind):
    pa = pytest.importorskip("pyarrow")
    table = petik.to_arrow(articles, kind)
    types = {"integer": pa.int64(), "string": pa.string(), "array": pa.list_(pa.string())}
    assert [(f.name, f.type, f.nullable) for f in table.schema] == [(c.name, types[c.type], not c.required) for c in petik.columns(kind)]
    table.validate(full=True)
    assert table.schema == petik.arrow_schema(kind)
    rows = [row for a in articles for row in petik.rows(a, kind)]
    assert list(zip(*(column.to_pylist() for column in table.columns))) == rows
    for c, column in zip(petik.columns(kind), table.columns):
        assert not c.required or column.null_count == 0, c.name
    assert petik.to_arrow([], kind).schema == table.schema


@pytest.mark.parametrize("kind", petik.KINDS)
def test_pandas(articles, kind):
    pytest.importorskip("pandas")
    frame = petik.to_pandas(articles, kind)
    types = {"integer": "Int64", "string": "string", "array": "object"}
    assert [(n, str(t)) for n, t in frame.dtypes.items()] == [(c.name, types[c.type]) for c in petik.columns(kind)]
    rows = [row for a in articles for row in petik.rows(a, kind)]
    assert len(frame) == len(rows)
    for i, c in enumerate(petik.columns(kind)):
        if c.type != "array":
            assert [None if na else x for x, na in zip(frame[c.name], frame[c.name].isna())] == [row[i] for row in rows]
    assert list(petik.to_pandas([], kind).columns) == list(frame.columns)


def test_passages_in_a_table(articles):
    text = {a.id: a.text for a in articles}
    for kind in "dates", "statements", "mentions", "repeats":
        names = [c.name for c in petik.columns(kind)]
        for a in articles:
            for row in petik.rows(a, kind):
                row = dict(zip(names, row))
                assert text[row["article"]][row["start"]:row["end"]] == row["text"]


def test_unknown_kind(articles):
    with pytest.raises(petik.Error, match="not a kind"):
        petik.columns("speeches")
