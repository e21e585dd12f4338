# SPDX-License-Identifier: MIT
"""Every passage is a W3C Web Annotation whose selectors find it in the article's text."""
import json
import uuid

KINDS = {"date": "dates", "statement": "statements", "point": "points", "regulation": "regulations", "event": "events"}


def faults_of(a, texts):
    quote, place = a["target"]["selector"]
    text = texts[a["body"]["fields"]["article"]]
    start, end = place["start"], place["end"]
    if a["@context"][0] != "http://www.w3.org/ns/anno.jsonld" or a["type"] != "Annotation":
        yield "no annotation"
    if uuid.UUID(a["id"]).variant != uuid.RFC_4122 or uuid.UUID(a["id"]).version != 8:
        yield f"id {a['id']}"
    if (quote["type"], place["type"]) != ("TextQuoteSelector", "TextPositionSelector") or not a["target"]["source"]:
        yield "selectors"
    if text[start:end] != quote["exact"] or not quote["exact"]:
        yield f"exact {quote['exact']!r} is not {text[start:end]!r}"
    if text[max(0, start - 32):start] != quote["prefix"] or text[end:end + 32] != quote["suffix"]:
        yield f"prefix {quote['prefix']!r}, suffix {quote['suffix']!r}"


def count(records, value):
    if value in KINDS:
        return sum(len(r[KINDS[value]]) for r in records)
    if value == "repeat":
        return sum(len(p["again"]) for r in records for p in r["points"])
    return sum(len(o["mentions"]) for r in records for o in r[value + "s"])


def check(tally, stores):
    found = [json.loads(line) for line in stores.run("export", "--db", "news.db", "--annotations").splitlines()]
    records = [json.loads(line) for line in stores.newest.splitlines()]
    texts = {r["id"]: r["text"] for r in records}
    for a in found:
        faults = list(faults_of(a, texts))
        tally.check(not faults, f"annotation {a['id']}", "\n".join(faults))
    tally.check(len({a["id"] for a in found}) == len(found), "ids of annotations are unique")
    for value in ("date", "official", "institution", "statement", "point", "repeat", "regulation", "event"):
        got, wanted = sum(a["body"]["value"] == value for a in found), count(records, value)
        tally.check(got == wanted, f"annotations of kind {value}", f"{got}, not {wanted}")
    statement = next(a for a in found if a["body"]["value"] == "statement" and a["body"]["fields"]["speaker"])
    tally.check({"kind", "speaker", "office", "cue", "rule"} <= set(statement["body"]["fields"]), "fields of a statement", statement["body"])
    every = [json.loads(line)["id"] for line in stores.run("export", "--db", "news.db", "--annotations", "--all-versions").splitlines()]
    tally.check(len(set(every)) == len(every) and {a["id"] for a in found} < set(every), "ids of annotations over all versions")
