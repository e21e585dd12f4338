#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Check the word lists: format, duplicate variants, region codes.

usage: check_lists.py [--quiet] [LISTS [REFERENCE]]

Without LISTS, the folder lists beside this script's folder. With REFERENCE (a folder
with regions.tsv and districts.tsv) the codes are checked against it too.
Each finding is a line file:line: message; the exit status is 1 if there was one.
--quiet writes the findings alone.
"""

import os
import re
import sys

REGION = re.compile(r"^\d\d(\.\d\d)?$")
DISTRICT = re.compile(r"^\d\d\.\d\d\.\d\d$")
FORCES = {"polri", "tni", "-"}
WITH_FORCES = ("ranks.txt", "corps.txt")
POINT_FORCES = {"pledge", "appeal", "obligation", "prohibition"}
TYPES = {"government", "election", "military", "police", "legislature", "judiciary", "party", "forum",
         "education", "company", "media", "civil", "other"}
INSTITUTIONS = ("central.txt", "civil.txt", "companies.txt", "forums.txt", "parties.txt",
                "universities.txt")
LEVELS = {"provinsi": 2, "kabupaten": 5, "kota": 5}


class Checker:
    def __init__(self, quiet):
        self.quiet = quiet
        self.found = 0
        self.institutions = {}

    def say(self, name, number, message):
        self.found += 1
        print("%s:%d: %s" % (name, number, message))


def read_codes(reference, name):
    path = os.path.join(reference, name)
    with open(path, encoding="utf-8") as f:
        f.readline()
        return set(line.split("\t", 1)[0] for line in f)


def check_value(say, name, column, value, codes):
    if column in LEVELS:
        if value == "-":
            return
        for code in value.split(","):
            if not REGION.match(code) or len(code) != LEVELS[column]:
                say("column %s: bad code %s" % (column, code))
            elif codes and code not in codes["regions"]:
                say("column %s: unknown code %s" % (column, code))
    elif column == "codes":
        for code in value.split(","):
            if not DISTRICT.match(code):
                say("bad district code " + code)
            elif codes and code not in codes["districts"]:
                say("unknown district code " + code)
    elif column == "type" and value not in TYPES:
        say("unknown type " + value)
    elif column == "force" and value not in (FORCES if name in WITH_FORCES else POINT_FORCES):
        say("unknown force " + value)


def check_file(checker, folder, name, codes):
    path = os.path.join(folder, name)
    with open(path, "rb") as f:
        data = f.read()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as e:
        checker.say(name, 1, "no UTF-8: %s" % e)
        return
    if b"\r" in data:
        checker.say(name, 1, "carriage return: lines end in LF alone")
    if not text.endswith("\n"):
        checker.say(name, text.count("\n") + 1, "the last line does not end")
    columns = []
    fold = False
    owner = {}
    entries = 0
    regions = set()
    if not text.startswith("# "):
        checker.say(name, 1, "the file does not begin with a comment")
    if "\n# source:" not in text and not text.startswith("# source:"):
        checker.say(name, 1, "no '# source:' line")
    for number, line in enumerate(text.split("\n")[:-1], 1):
        def say(message):
            checker.say(name, number, message)
        if line.startswith("#"):
            if line.startswith("# columns:"):
                if entries or columns:
                    say("'columns' stands after an entry or twice")
                columns = line[len("# columns:"):].split()
            elif line.startswith("# case:"):
                if line != "# case: fold" or entries:
                    say("'case' must be fold and stand before the entries")
                fold = True
            continue
        if not line.strip():
            say("empty line")
            continue
        entries += 1
        cells = line.split("\t")
        if len(cells) != len(columns) + 1:
            say("%d columns after the variants, %d named" % (len(cells) - 1, len(columns)))
            continue
        words = cells[0].split("|")
        for word in words:
            if not word:
                say("empty variant")
                continue
            if word != word.strip() or "  " in word:
                say("white space around or doubled in a variant: '%s'" % word)
            key = word.lower() if fold else word
            if key in owner:
                say("'%s' stands in line %d already" % (word, owner[key]))
            owner[key] = number
            if name in INSTITUTIONS:
                other = checker.institutions.setdefault(word, name)
                if other != name:
                    say("'%s' stands in %s too" % (word, other))
        for column, cell in zip(columns, cells[1:]):
            if not cell or cell != cell.strip():
                say("column %s: empty or with white space ('-' if there is no value)" % column)
            check_value(say, name, column, cell, codes)
            if column in LEVELS and cell != "-":
                regions.update(cell.split(","))
        if name == "notname.txt" and (len(words) != 1 or not re.match(r"^[A-Z][A-Za-z0-9]*$", line)):
            say("not a single capitalised word: " + line)
        if name == "instwords.txt" and not re.match(r"^[A-Z][A-Za-z0-9]*( [A-Z][A-Za-z0-9]*)*$", line):
            say("not capitalised words: " + line)
    if name == "regions.txt" and codes:
        for code in sorted(codes["regions"] - regions):
            checker.say(name, 1, "code %s is missing" % code)
    if not checker.quiet:
        print("%-18s %5d entries %5d variants" % (name, entries, len(owner)))


def main(arguments):
    quiet = "--quiet" in arguments
    arguments = [a for a in arguments if a != "--quiet"]
    here = os.path.dirname(os.path.abspath(__file__))
    folder = arguments[1] if len(arguments) > 1 else os.path.join(os.path.dirname(here), "lists")
    codes = {}
    if len(arguments) > 2:
        codes = {"regions": read_codes(arguments[2], "regions.tsv"),
                 "districts": read_codes(arguments[2], "districts.tsv")}
    checker = Checker(quiet)
    for name in sorted(os.listdir(folder)):
        if name.endswith(".txt"):
            check_file(checker, folder, name, codes)
        elif name != "README.md":
            checker.say(name, 1, "no list")
    if checker.found or not quiet:
        print("%d findings" % checker.found)
    return 1 if checker.found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
