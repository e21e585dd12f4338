# SPDX-License-Identifier: MIT
"""Files and their errors."""
import gzip
import json
import types

import petik
import pytest

TEXT = "WALI KOTA METRO BICARA\n\nMETRO - Wali Kota Metro Wahdi mengatakan, pendidikan penting. \"Kami siap,\" ujarnya, Selasa (15/10/2024).\n"


def warc_record(uri, body):
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    return (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
            f"WARC-Target-URI: {uri}\r\nWARC-Date: 2024-10-16T01:02:03Z\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n").encode() + answer + b"\r\n\r\n"


@pytest.fixture
def files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    html = f"<html><head><title>Wali Kota</title></head><body><article><h1>Wali Kota</h1><p>{TEXT * 5}</p></article></body></html>".encode()
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.jsonl").write_text(json.dumps({"id": "satu", "text": TEXT, "title": "Judul", "published": "2024-10-15"}) + "\n{\n"
                                      + json.dumps({"text": TEXT, "url": "https://example.com/2"}) + "\n")
    records = [warc_record(f"https://example.com/{i}", html) for i in range(3)]
    (tmp_path / "c.warc.gz").write_bytes(b"".join(map(gzip.compress, records)))
    (tmp_path / "d.warc").write_bytes(b"".join(records))
    return ["a.txt", "b.jsonl", "c.warc.gz", "d.warc"]


def test_same_as_the_command(files, command):
    expected = command("extract", *files, status=1)  # a line is bad
    found = list(petik.extract_many(petik.read(files, errors="skip")))
    assert b"".join(a.json for a in found) == expected and len(found) == 9
    assert [a.source for a in found[:3]] == ["a.txt", "satu", "b.jsonl:3"]
    assert found[-1].url == "https://example.com/2" and "@" in found[-1].source


def test_fields_of_an_input(files):
    inputs = [x for x in petik.read("b.jsonl", errors="skip")]
    assert (inputs[0].source, inputs[0].title, inputs[0].published, inputs[0].text) == ("satu", "Judul", "2024-10-15", TEXT.encode())
    assert inputs[1].url == "https://example.com/2" and inputs[1].title is None
    page = next(petik.read(["d.warc"]))
    assert page.charset and page.fetched == "2024-10-16T01:02:03Z"


def test_errors_of_reading(files):
    reading = petik.read(files)
    assert [next(reading).source, next(reading).source] == ["a.txt", "satu"]
    with pytest.raises(petik.Error) as caught:
        next(reading)
    assert caught.value.code == petik.Error.INPUT and caught.value.place.startswith("b.jsonl:2")
    assert str(caught.value).startswith("b.jsonl:2") and "\n" not in str(caught.value)
    told = [x for x in petik.read(["none.txt", *files], errors="yield") if isinstance(x, petik.Error)]
    assert [e.place.split(":")[0] for e in told] == ["none.txt", "b.jsonl"]


@pytest.mark.parametrize("workers", [1, 2])
def test_errors_of_many(files, workers):
    def kinds(results):
        return "".join("E" if isinstance(x, petik.Error) else "a" for x in results)
    inputs = list(petik.read(files, errors="yield"))
    assert kinds(petik.extract_many(inputs, workers=workers, errors="yield")) == "aaEaaaaaaa"
    assert kinds(petik.extract_many(inputs, workers=workers, errors="skip")) == "aaaaaaaaa"
    for given in inputs, petik.read(files):
        seen = []
        with pytest.raises(petik.Error, match="b.jsonl:2"):
            for one in petik.extract_many(given, workers=workers):
                seen.append(one)
        assert kinds(seen) == "aa"  # those before it are delivered


def test_error_of_an_article():
    with pytest.raises(petik.Error) as caught:
        petik.extract(b"\0\1\2" * 100, source="biner.bin")
    assert caught.value.code < 0 and caught.value.place.startswith("biner.bin")
    assert petik.extract("Sesudah itu.").text  # the extractor goes on


def test_error_of_rules(tmp_path):
    with pytest.raises(petik.Error) as caught:
        petik.Rules(tmp_path / "none")
    assert caught.value.code == petik.Error.RULES and "none" in str(caught.value)


def test_usage():
    with pytest.raises(ValueError):
        petik.read("a", errors="ignore")
    with pytest.raises(petik.Error):
        petik.schema("xml")
    with pytest.raises(TypeError):
        petik.extract("a", colour="red")


def test_inputs_are_taken_as_needed():
    taken = []

    def inputs():
        for i in range(100000):
            taken.append(i)
            yield "Wali Kota Metro bicara."
    results = petik.extract_many(inputs(), workers=2)
    assert isinstance(results, types.GeneratorType)
    next(results)
    results.close()
    assert len(taken) < 1000


def test_empty():
    assert list(petik.extract_many([])) == [] and list(petik.read([])) == []
    assert petik.extract("").to_dict()["dates"] == []


def test_files(files, tmp_path):
    (tmp_path / "sub").mkdir()
    for name in "b.txt", "a.html", "a.html?page=2", "notes.md", ".hidden.txt":
        (tmp_path / "sub" / name).write_text(TEXT if name.endswith("txt") else "<p>" + TEXT)
    assert list(petik.files("sub")) == ["sub/a.html", "sub/b.txt"]
    assert list(petik.files([*files, "sub"])) == [*files, "sub/a.html", "sub/b.txt"]
    found = list(petik.files(["none.txt", "a.txt"], errors="yield"))
    assert found[0].place == "none.txt" and found[1] == "a.txt"
    with pytest.raises(petik.Error, match="none.txt"):
        list(petik.files("none.txt"))

    def read(path):
        return petik.extract_many(petik.read(path, errors="skip"))
    assert [a.json for path in petik.files([*files, "sub"]) for a in read(path)] == [a.json for a in read([*files, "sub"])]
