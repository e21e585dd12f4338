#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Make a prediction out of a gold annotation, with the mistakes that an extractor makes.

usage: perturb.py ARTICLES.jsonl GOLD.jsonl [SEED] > predicted.jsonl

Spans become offsets into a text of which some lines are cut or altered; some records are dropped, shifted, doubled or
given other values; speakers become a surname, an office or nobody. The scorers are compared on the result; it is as
bad on purpose as it can be without being noise."""
import json
import random
import sys


def read(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def alter_text(text, rng):
    """The text with lines cut, marks and spaces changed, and for each old code point its new place."""
    lines, out, place = text.split("\n"), [], []
    at = 0
    for k, line in enumerate(lines):
        line = line + "\n" if k + 1 < len(lines) else line
        cut = rng.random() < .06
        for c in line:
            place.append(at)
            if cut or (c == " " and rng.random() < .01):
                continue
            if rng.random() < .02:
                c = {"“": '"', "”": '"', "’": "'", "–": "-", " ": "  ", "\u00a0": " "}.get(c, c)
            if rng.random() < .001:
                c = rng.choice(["x", "\u200b" + c, c.upper()])
            out.append(c)
            at += len(c)
    place.append(at)
    return "".join(out), place


def find(text, piece, nth):
    start = -1
    for _ in range(nth or 1):
        start = text.find(piece, start + 1)
        if start < 0:
            return None
    return start, start + len(piece)


def shift(span, rng):
    start, end = span
    if rng.random() < .25:
        start += rng.randint(-12, 12)
    if rng.random() < .25:
        end += rng.randint(-25, 25)
    return max(0, start), max(0, end)


def with_spans(records, article, place, rng):
    out = []
    for r in records:
        span = find(article["text"], r["text"], r.get("nth", 1))
        if span is None or rng.random() < .12:
            continue
        start, end = shift((place[span[0]], place[min(span[1], len(place) - 1)]), rng)
        new = {k: v for k, v in r.items() if k not in ("nth", "certain")}
        new.update(start=start, end=end)
        out.append(new)
        if rng.random() < .05:
            out.append(dict(new))
    return out


def speaker(name, rng):
    kind = rng.random()
    if name is None or kind < .1:
        return {"name": None, "office": None, "from": None}
    if kind < .2:
        return {"name": name.split()[-1], "office": None, "from": "cue"}
    if kind < .3:
        return {"name": None, "office": name, "from": "cue"}
    return {"name": name.upper() if kind < .4 else name, "office": "Bupati", "from": "cue"}


def spoil(word, rng):
    kind = rng.random()
    if word is None or kind < .6:
        return word
    return {6: word.upper(), 7: word + ".", 8: word.replace("Wali Kota", "Walikota"), 9: word + " Baru"}[int(kind * 10)]


def perturb(article, gold, rng):
    text, place = alter_text(article["text"], rng)
    dates = with_spans(gold.get("dates", []) + gold.get("ignored", []), article, place, rng)
    for d in dates:
        d.setdefault("value", None)
        if d["value"] and rng.random() < .1:
            d["value"] = rng.choice([None, d["value"] + "T09:00:00", "2024-01-01"])
    statements = with_spans(gold.get("statements", []), article, place, rng)
    for s in statements:
        s["speaker"] = speaker(s.get("speaker"), rng)
        if rng.random() < .05:
            s["kind"] = "indirect"
    points = with_spans(gold.get("points", []), article, place, rng)
    for p in points:
        if rng.random() < .1:
            p["force"] = "appeal"
    officials = [{k: spoil(r.get(k), rng) for k in ("name", "title", "acting", "of")}
                 for r in gold.get("officials", []) if rng.random() < .9]
    institutions = [{"name": r["name"], "type": r.get("type"), "mentions": rng.choice([
        [], [{"text": spoil(r["name"], rng)}, {"text": r["name"]}]])} for r in gold.get("institutions", []) if rng.random() < .9]
    return {"id": "sha256:0", "source": f"somewhere/{gold['id']}.txt", "text": text, "dates": dates, "officials": officials,
            "institutions": institutions, "statements": statements, "points": points,
            "regulations": with_spans(gold.get("regulations", []), article, place, rng)}


def main():
    articles = {r["id"]: r for r in read(sys.argv[1])}
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    for gold in read(sys.argv[2]):
        if rng.random() < .03:
            continue
        print(json.dumps(perturb(articles[gold["id"]], gold, rng), ensure_ascii=False))


if __name__ == "__main__":
    main()
