# SPDX-License-Identifier: MIT
"""Floors: the least scores that petik has to reach, in a file of lines "kind measure least"; # begins a comment."""
import json
import subprocess


def read_floors(path):
    with open(path, encoding="utf-8") as f:
        rows = [line.split("#")[0].split() for line in f]
    return [(r[0], r[1], float(r[2])) for r in rows if r]


def check_floors(tally, petik, gold, predicted, floors, *options):
    """Scores what was predicted against gold, and compares with the floors."""
    score = subprocess.run([petik, "score", gold, predicted, "--json", *options], capture_output=True, stdin=subprocess.DEVNULL,
                           timeout=600)
    if not tally.check(score.returncode == 0, "petik score", score.stderr.decode("utf-8", "replace")):
        return
    table = json.loads(score.stdout)
    for kind, measure, least in read_floors(floors):
        got = table[kind][measure]
        tally.check(got >= least, f"{kind} {measure}", f"{got} is under the floor {least}")
