#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Check that JSON Lines written by petik extract are what the article record promises.

usage: contract.py [FILE...]      (standard input without a FILE; prints one line a fault, exit status 1 if any)

All keys, in order; text[start:end] is the record's text; lists are sorted; the id is the text's SHA-256; values have
their shape."""
import hashlib
import json
import re
import sys
import unicodedata

ARTICLE = ["petik", "rules", "id", "source", "url", "fetched", "title", "publisher", "byline", "dateline", "published", "text",
           "dates", "officials", "institutions", "statements", "points", "regulations", "warnings", "events", "modified", "section", "language"]
KEYS = {
    "byline": ["name", "role"],
    "published": ["value", "from"],
    "dates": ["text", "start", "end", "type", "value", "conflict", "rule"],
    "officials": ["name", "title", "acting", "of", "region", "rank", "degrees", "mentions"],
    "institutions": ["name", "type", "region", "mentions", "same_as"],
    "mentions": ["text", "start", "end", "rule"],
    "statements": ["kind", "text", "start", "end", "speaker", "cue", "rule", "continues"],
    "speaker": ["name", "office", "from", "rule", "read_by"],
    "cue": ["text", "start", "end"],
    "points": ["text", "start", "end", "number", "force", "topic", "by", "to", "rule", "again"],
    "by": ["name", "office"],
    "regulations": ["text", "start", "end", "kind", "number", "year", "rule", "issuer"],
    "warnings": ["code", "message", "start", "end"],
    "events": ["kind", "text", "start", "end", "date", "place", "organiser", "leader", "participants", "rule"],
}
POINT = r"\d{4}(-\d{2}(-\d{2}(T\d{2}(:\d{2}(:\d{2})?)?([+-]\d{2}:\d{2}|Z)?)?)?)?"
VALUE = re.compile(rf"-?{POINT}(/{POINT})?|\d{{4}}-W\d{{2}}|P(\d+(\.\d+)?[YMWD])*(T(\d+(\.\d+)?[HMS])+)?|T\d{{2}}:\d{{2}}")
ALLOWED = {
    ("dates", "type"): {"DATE", "TIME", "DURATION", "SET"},
    ("dates", "conflict"): {"weekday", None},
    ("officials", "acting"): {"Pj", "Plt", "Plh", "Pjs", None},
    ("institutions", "type"): {"government", "election", "military", "police", "legislature", "judiciary", "party", "forum",
                               "education", "company", "media", "civil", "other"},
    ("statements", "kind"): {"direct", "indirect"},
    ("speaker", "from"): {"cue", "coreference", "headline", None},
    ("points", "force"): {"pledge", "appeal", "obligation", "prohibition"},
    ("published", "from"): {"json-ld", "meta", "time-element", "url", "feed", "body", "option", None},
}


class Checker:
    def __init__(self):
        self.faults, self.text = [], ""

    def fault(self, where, what):
        self.faults.append(f"{where}: {what}")

    def keys(self, where, kind, record):
        if not isinstance(record, dict) or list(record) != KEYS[kind]:
            self.fault(where, f"keys are {list(record) if isinstance(record, dict) else record!r}, not {KEYS[kind]}")
            return False
        for (of, key), values in ALLOWED.items():
            if of == kind and record[key] not in values:
                self.fault(where, f"{key} is {record[key]!r}")
        return True

    def place(self, where, record):
        start, end = record["start"], record["end"]
        if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(self.text)):
            self.fault(where, f"no place: {start!r}..{end!r}")
        elif self.text[start:end] != record["text"]:
            self.fault(where, f"text {record['text'][:60]!r} is not {self.text[start:end][:60]!r}")

    def record(self, where, kind, record):
        if not self.keys(where, kind, record):
            return
        if "text" in record:
            self.place(where, record)
        if "rule" in record and not (isinstance(record["rule"], str) and record["rule"]):
            self.fault(where, "no rule")
        if "mentions" in record:
            if not record["mentions"]:
                self.fault(where, "no mentions")
            self.records(where, "mentions", record["mentions"])
        if kind == "dates" and record["value"] is not None and not VALUE.fullmatch(record["value"]):
            self.fault(where, f"value {record['value']!r} is not ISO 8601")
        if kind == "statements":
            self.keys(where + ".speaker", "speaker", record["speaker"])
            if record["cue"] is not None and self.keys(where + ".cue", "cue", record["cue"]):
                self.place(where + ".cue", record["cue"])
        if kind == "points":
            if record["by"] is not None:
                self.keys(where + ".by", "by", record["by"])
            if not isinstance(record["to"], list):
                self.fault(where, "to is no list")

    def records(self, where, kind, records):
        if not isinstance(records, list):
            self.fault(where, f"{kind} is no list")
            return
        before = (-1, -1)
        for i, r in enumerate(records):
            at = f"{where} {kind}[{i}]"
            self.record(at, kind, r)
            try:
                first = r["mentions"][0] if "mentions" in r else r
                now = (first["start"], first["end"])
                if None not in now and now < before:
                    self.fault(at, f"not sorted: {now} after {before}")
                before = before if None in now else now
            except (KeyError, IndexError, TypeError):
                pass

    def article(self, where, a):
        if not isinstance(a, dict) or list(a) != ARTICLE:
            self.fault(where, f"keys are {list(a) if isinstance(a, dict) else a!r}")
            return
        self.text = a["text"]
        if a["id"] != "sha256:" + hashlib.sha256(a["text"].encode()).hexdigest():
            self.fault(where, "id is not the digest of text")
        if not re.fullmatch(r"sha256:[0-9a-f]{64}", a["rules"] or ""):
            self.fault(where, f"rules is {a['rules']!r}")
        if not unicodedata.is_normalized("NFC", a["text"]):
            self.fault(where, "text is not in NFC")
        if a["title"] and not a["text"].startswith(a["title"] + "\n") and a["text"] != a["title"]:
            self.fault(where, "the first line of text is not the title")
        if re.search(r"\n\n|\r|^\s|\s$", a["text"]):
            self.fault(where, "text has empty lines, carriage returns or space at an end")
        if self.keys(where + " published", "published", a["published"]):
            if (a["published"]["value"] is None) != (a["published"]["from"] is None):
                self.fault(where, "published: value without from, or from without value")
        for b in a["byline"]:
            self.keys(where + " byline", "byline", b)
        for kind in ARTICLE[12:18]:
            self.records(where, kind, a[kind])
        for w in a["warnings"]:
            self.keys(where + " warnings", "warnings", w)


def check_lines(lines, name):
    """All faults of some lines (bytes), and the number of articles."""
    checker, n = Checker(), 0
    for number, line in enumerate(lines, 1):
        where = f"{name}:{number}"
        n += 1
        try:
            article = json.loads(line.decode("utf-8"))
            where += f" {article.get('source')}"
        except (ValueError, AttributeError) as e:
            checker.fault(where, f"not a JSON object in UTF-8: {e}")
            continue
        checker.article(where, article)
    return checker.faults, n


def main():
    bad, n = [], 0
    for path in sys.argv[1:] or ["-"]:
        with (sys.stdin.buffer if path == "-" else open(path, "rb")) as f:
            faults, k = check_lines(f, path)
        bad, n = bad + faults, n + k
    for fault in bad:
        print(fault)
    print(f"{n} articles, {len(bad)} faults", file=sys.stderr)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
