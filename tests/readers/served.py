# SPDX-License-Identifier: MIT
"""Datasette serves the database with the metadata that petik schema makes: pages, search, labels and every question."""
import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

HTTP = urllib.request.build_opener(urllib.request.ProxyHandler({}))
PARAMETERS = {"office": "Bupati", "name": "a", "region": "", "words": "yang", "from": "2020-01-01", "until": "2030-12-31", "topic": "", "force": ""}

NOT_IN_CORPUS = {"same_words", "same_story"}  # no two of its articles are that near


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Server:
    def __init__(self, stores, metadata):
        self.root = f"http://127.0.0.1:{free_port()}"
        self.log = open(stores.path("datasette.log"), "wb")
        self.process = subprocess.Popen([os.path.join(os.path.dirname(sys.executable), "datasette"), "serve", "news.db", "-m", metadata,
                                         "-h", "127.0.0.1", "-p", self.root.rsplit(":", 1)[1]], cwd=stores.scratch, stdout=self.log,
                                        stderr=self.log, stdin=subprocess.DEVNULL)

    def get(self, path, **query):
        """(status, text)"""
        address = self.root + path + ("?" + urllib.parse.urlencode(query) if query else "")
        try:
            with HTTP.open(address, timeout=30) as reply:
                return reply.status, reply.read().decode("utf-8")
        except urllib.error.HTTPError as e:
            return e.code, e.read().decode("utf-8", "replace")

    def json(self, path, **query):
        status, text = self.get(path, **query)
        return json.loads(text) if status == 200 else {"status": status, "rows": [], "text": text[:500]}

    def wait(self):
        for _ in range(150):
            try:
                return self.get("/-/versions.json")[0] == 200
            except OSError:
                if self.process.poll() is not None:
                    return False
                time.sleep(0.2)
        return False

    def close(self):
        self.process.terminate()
        self.process.wait(timeout=20)
        self.log.close()


def check_pages(tally, stores, server, metadata):
    tables = metadata["databases"]["news"]["tables"]
    there = {r[0] for r in stores.query("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE '%\\_fts%' ESCAPE '\\' "
                                        "AND name NOT LIKE 'sqlite%'")}
    tally.check(there == set(tables), "metadata names the tables and views that there are", there ^ set(tables))
    for name, about in tables.items():
        status, page = server.get(f"/news/{name}")
        tally.check(status == 200 and about["title"] in page, f"page of {name}", page[-400:])
        got = server.json(f"/news/{name}.json", _shape="objects", _size=1)
        columns = set(got["rows"][0]) - {"rowid"} if got["rows"] else set(about["columns"])
        wanted = {r[1] for r in stores.query(f'PRAGMA table_info("{name}")')}
        tally.check(columns <= wanted and set(about["columns"]) <= wanted, f"columns of {name}", columns ^ wanted)
        for column in about.get("facets", []) + [about[k] for k in ("sort", "sort_desc", "label_column") if k in about]:
            tally.check(column in wanted, f"{name} has {column}")
        count = stores.query(f'SELECT count(*) FROM "{name}"')[0][0]
        tally.check(got.get("filtered_table_rows_count", count) == count, f"rows of {name}", got.get("filtered_table_rows_count"))


def check_search(tally, stores, server, metadata):
    indexed = {r[0][:-4] for r in stores.query("SELECT name FROM sqlite_master WHERE name LIKE '%\\_fts' ESCAPE '\\'")}
    views = {n for n, about in metadata["databases"]["news"]["tables"].items() if "fts_table" in about}
    tally.check({"articles", "statements", "said"} <= indexed | views, "what has a full-text index", indexed | views)
    for name in sorted(indexed | views):
        column = stores.query(f'PRAGMA table_info("{name}_fts")')[0][1] if name in indexed else "text"
        text = stores.query(f'SELECT "{column}" FROM "{name}" WHERE length("{column}") > 20 LIMIT 1')[0][0]
        word = max(re.findall(r"\b[a-z]{4,}\b", text.lower()), key=len)
        found = server.json(f"/news/{name}.json", _search=word, _shape="objects")["rows"]
        tally.check(found and all(word in r[column].lower() for r in found), f"search in {name} for {word}", found[:1])
        none = server.json(f"/news/{name}.json", _search="tidakadakatainidimanapun", _shape="objects")
        tally.check(none["rows"] == [] and "status" not in none, f"search in {name} for what is not there", none)


def check_labels(tally, server):
    row = server.json("/news/statements.json", _labels="on", _shape="objects", _size=1, holder__notnull=1)["rows"][0]
    tally.check(row["article"]["label"] and isinstance(row["article"]["value"], int), "label of a statement's article", row["article"])
    tally.check(row["holder"]["label"] and isinstance(row["holder"]["value"], int), "label of a statement's holder", row["holder"])
    status, page = server.get("/news/statements")
    tally.check("codepoint" in page, "offsets have their unit", page[-300:])


def check_questions(tally, server, queries):
    for name, query in queries.items():
        wanted = set(re.findall(r":([a-z]+)", query["sql"]))
        tally.check(wanted <= set(PARAMETERS), f"parameters of {name}", wanted)
        status, page = server.get(f"/news/{name}", **{p: PARAMETERS[p] for p in wanted})
        tally.check(status == 200 and query["title"] in page and "error" not in page.lower().split("<body")[0], f"question {name}", page[-500:])
        empty, _ = server.get(f"/news/{name}.json", **{p: "" for p in wanted})
        tally.check(empty == 200, f"question {name} with nothing filled in", empty)
        got = server.json(f"/news/{name}.json", _shape="objects", **{p: PARAMETERS[p] for p in wanted})
        some = name in NOT_IN_CORPUS or got["rows"]
        tally.check(some, f"question {name} finds something", got)


def check(tally, stores):
    metadata = json.loads(stores.run("schema", "datasette", "--db", "news.db", "-o", "metadata.json") or open(stores.path("metadata.json")).read())
    server = Server(stores, "metadata.json")
    try:
        if tally.check(server.wait(), "Datasette starts", open(stores.path("datasette.log"), encoding="utf-8").read()):
            check_pages(tally, stores, server, metadata)
            check_search(tally, stores, server, metadata)
            check_labels(tally, server)
            check_questions(tally, server, metadata["databases"]["news"]["queries"])
    finally:
        server.close()
