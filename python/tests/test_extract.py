# SPDX-License-Identifier: MIT
"""The same records as the command line's, on every article and page of the corpus, however they are given."""
import datetime
import glob
import json
import os
import pickle
import re
import subprocess
import threading

import petik
import pytest
from tree import PROGRAM, TREE

ARTICLES = sorted(glob.glob("corpus/articles/*.txt", root_dir=TREE))
PAGES = sorted(glob.glob("corpus/pages/*.html", root_dir=TREE))
EXAMPLE = "corpus/articles/metro-kota-pendidikan.txt"


def test_corpus_is_there():
    assert len(ARTICLES) > 20 and len(PAGES) > 20


@pytest.fixture(scope="module")
def expected():
    """The command line's record of each file: one line a file, but of pages that belong to another."""
    done = subprocess.run([PROGRAM, "extract", "corpus/articles", "corpus/pages"], stdout=subprocess.PIPE, cwd=TREE, check=True)
    return {json.loads(line)["source"]: line for line in done.stdout.splitlines(keepends=True)}


@pytest.mark.parametrize("path", ARTICLES + PAGES)
def test_same_bytes(path, expected, in_tree):
    if path not in expected:
        pytest.skip("a further page of another article")
    [article] = petik.extract_many(petik.read(path), workers=1)
    assert article.json == expected[path]


@pytest.mark.parametrize("workers", [1, 2, 5, None])
def test_same_bytes_in_order(workers, expected, in_tree):
    found = petik.extract_many(petik.read(["corpus/articles", "corpus/pages"]), workers=workers)
    assert b"".join(a.json for a in found) == b"".join(expected.values())


def test_text_and_bytes_are_the_same(expected, in_tree):
    with open(EXAMPLE, "rb") as f:
        data = f.read()
    as_bytes, as_text = petik.extract(data, source=EXAMPLE), petik.extract(data.decode(), source=EXAMPLE)
    assert as_bytes == as_text and as_bytes.json == expected[EXAMPLE] and hash(as_bytes) == hash(as_text)


def test_what_is_known_wins():
    a = petik.extract("Wali Kota bicara.\n\nKata dia, besok.", title="Judul", url="https://example.com/a", publisher="Harian",
                      published=datetime.date(2024, 10, 15), fetched=datetime.datetime(2024, 10, 16, 1, 2, 3, tzinfo=datetime.timezone.utc))
    assert (a.title, a.url, a.publisher) == ("Judul", "https://example.com/a", "Harian")
    assert (a.published.value, a.published.from_) == ("2024-10-15", "option")
    assert a.fetched.startswith("2024-10-16T01:02:03")


def test_charset():
    a = petik.extract("Caf\u00e9 di Kota Metro dibuka.".encode("iso-8859-1"), charset="iso-8859-1")
    assert "Caf\u00e9" in a.text


def test_every_field_is_the_records(in_tree):
    """Objects hold what to_dict holds, key by key; spans are what they say."""
    def same(made, value):
        if isinstance(value, list):
            assert len(made) == len(value)
            for x, y in zip(made, value):
                same(x, y)
        elif isinstance(value, dict):
            names = [n.rstrip("_") for n in made.__slots__]
            assert names == list(value)
            for name in made.__slots__:
                same(getattr(made, name), value[name.rstrip("_")])
        else:
            assert made == value
    for a in petik.extract_many(petik.read(["corpus/articles", "corpus/pages"])):
        for key, value in a.to_dict().items():
            same(getattr(a, key), value)
        for x in (*a.dates, *a.statements, *a.points, *a.regulations, *a.events, *(m for o in a.officials for m in o.mentions)):
            assert a.text[x.start:x.end] == x.text


def test_refused(in_tree):
    refused = [a for a in petik.extract_many(petik.read("corpus/pages")) if a.refused]
    assert refused and all(a.text == "" and a.refused in [w.code for w in a.warnings] for a in refused)


def test_pickle_and_line(in_tree):
    a = petik.extract("Wali Kota Metro bicara.", source="a")
    b = pickle.loads(pickle.dumps(a))
    assert a == b == petik.Article(a.json) and b.text == a.text
    assert pickle.loads(pickle.dumps(petik.Rules("rules"))).digest == a.rules


def test_frozen(in_tree):
    a = petik.extract("Wali Kota Metro Wahdi bicara.")
    with pytest.raises(AttributeError):
        a.officials[0].name = "x"


def test_rules(in_tree):
    rules = petik.Rules("rules")
    assert re.fullmatch("sha256:[0-9a-f]{64}", rules.digest) and rules.folder == "rules"
    assert petik.Rules().digest == rules.digest  # the package's own
    assert petik.extract("x", rules=rules).rules == rules.digest


def test_threads_of_the_caller(expected, in_tree):
    with open(EXAMPLE, "rb") as f:
        data = f.read()
    found, x = [], petik.Extractor()

    def work(one):
        for _ in range(20):
            found.append(one(data, source=EXAMPLE).json)
    threads = [threading.Thread(target=work, args=(one,)) for one in (petik.extract, petik.extract, x.extract, x.extract)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert found == [expected[EXAMPLE]] * 80


def test_declarations_are_the_headers():
    """What the package tells cffi is what petik.h says."""
    with open(os.path.join(TREE, "include", "petik.h"), encoding="utf-8") as f:
        header = f.read()
    with open(os.path.join(TREE, "python", "src", "petik", "_library.py"), encoding="utf-8") as f:
        declared = re.search(r'ffi\.cdef\("""\n(.*?)"""\)', f.read(), re.S).group(1)

    def plain(text):
        return re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", text, flags=re.S)).strip()
    header = plain(header.replace("PETIK_API ", ""))
    for one in re.findall(r"(?:typedef struct \{.*?\} \w+;|[^;{}]+;)", plain(declared)):
        assert one.strip() in header, one
