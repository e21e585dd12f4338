# SPDX-License-Identifier: MIT
"""JSON Lines out of the store are the bytes of petik extract, and every line is what the JSON Schema says; a line that is not is refused."""
import copy
import json

from jsonschema import Draft202012Validator


def objects_of(value):
    """All objects in a record."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects_of(inner)


def spoiled(record):
    """(what, record) for each way in which one object of a record can be wrong."""
    count = sum(1 for _ in objects_of(record))
    for i in range(count):
        for change, what in ((lambda o: o.pop(next(iter(o))), "lacks a key"), (lambda o: o.update(more=1), "has another key"),
                             (lambda o: o.update(start=-1) if "start" in o else o.update(more=1), "starts before the text"),
                             (lambda o: o.update({next(iter(o)): 1.5}), "has a number for a text")):
            bad = copy.deepcopy(record)
            change(list(objects_of(bad))[i])
            yield f"object {i} {what}", bad


VALUES = [("id", "x"), ("rules", None), ("text", None), ("dates", None), ("published", {"value": "15 Oktober", "from": "body"}),
          ("published", {"value": None, "from": "guess"}), ("officials", {}), ("modified", 3)]


def check(tally, stores):
    schema = json.loads(stores.run("schema", "json-schema"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    every = stores.run("export", "--db", "news.db", "--jsonl", "--all-versions")
    newest = stores.run("export", "--db", "news.db", "--jsonl")
    written = stores.run("export", "--db", "news.db", "--jsonl", "-o", "out.jsonl")
    with open(stores.path("out.jsonl"), "rb") as f:
        tally.check(written == b"" and f.read() == newest, "--jsonl -o FILE writes the same")
    tally.check(sorted(newest.splitlines()) == sorted(stores.newest.splitlines()), "--jsonl: the bytes of petik extract, newest versions")
    both = set(stores.first.splitlines()) | set(stores.newest.splitlines())
    tally.check(sorted(every.splitlines()) == sorted(both), "--jsonl --all-versions: the bytes of petik extract, both runs")
    lines = every.splitlines() + stores.run("extract", "hostile.jsonl").splitlines()
    for line in lines:
        faults = [f"{e.json_path}: {e.message[:200]}" for e in validator.iter_errors(json.loads(line))]
        tally.check(not faults, "JSON Schema", "\n".join(faults))
    fullest = json.loads(max(lines, key=lambda s: s.count(b'"rule"')))
    for what, bad in spoiled(fullest):
        tally.check(not validator.is_valid(bad), f"JSON Schema refuses: {what}")
    for key, value in VALUES:
        tally.check(not validator.is_valid(dict(fullest, **{key: value})), f"JSON Schema refuses {key}: {value}")
