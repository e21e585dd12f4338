#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Make the word lists that come from reference tables.

usage: make_lists.py REFERENCE [LISTS]

REFERENCE is a folder with regions.tsv, regions_aliases.tsv, districts.tsv,
ranks.tsv and institutions_central.tsv (tab-separated, the first line
names the columns). LISTS is where the lists go; without it, the folder lists beside
this script's folder. The hand-written tables region_extra.tsv, rank_extra.tsv and
central_extra.tsv are read from this script's folder. The output depends on nothing
but these files.
"""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def die(message):
    sys.exit("make_lists.py: " + message)


def read_table(folder, name):
    """The rows of a tab-separated file as dictionaries."""
    path = os.path.join(folder, name)
    rows = []
    with open(path, encoding="utf-8", newline="\n") as f:
        columns = f.readline().rstrip("\n").split("\t")
        for number, line in enumerate(f, 2):
            line = line.rstrip("\n")
            if not line or line.startswith("#"):
                continue
            cells = line.split("\t")
            if len(cells) != len(columns):
                die("%s:%d: %d cells, %d columns" % (path, number, len(cells), len(columns)))
            rows.append(dict(zip(columns, (c.strip() for c in cells))))
    return rows


LICENCE = "SPDX-License" + "-Identifier: MIT"


class Entries:
    """Entries of one list: canonical -> variants and columns; refuses a variant twice."""

    def __init__(self, name):
        self.name = name
        self.variants = {}
        self.columns = {}
        self.owner = {}

    def add(self, canonical, columns):
        if canonical in self.owner:
            die("%s: %s is already a variant of %s" % (self.name, canonical, self.owner[canonical]))
        self.variants[canonical] = []
        self.columns[canonical] = columns
        self.owner[canonical] = canonical

    def variant(self, canonical, text, needed=True):
        """Add a variant; one that is there already is passed over, one of another entry is an error
        (or, for a mechanical spelling, not needed, passed over too)."""
        owner = self.owner.get(text)
        if owner is None:
            self.owner[text] = canonical
            self.variants[canonical].append(text)
        elif owner != canonical and needed:
            die("%s: %s stands under both %s and %s" % (self.name, text, owner, canonical))

    def write(self, folder, header, columns, key=None):
        lines = ["# " + h for h in [LICENCE] + header]
        lines.append("# made by rules/tools/make_lists.py: change the tables there, not this file")
        lines.append("# columns: " + " ".join(columns))
        for canonical in sorted(self.variants, key=key):
            cells = ["|".join([canonical] + self.variants[canonical])]
            cells += [c or "-" for c in self.columns[canonical]]
            lines.append("\t".join(cells))
        with open(os.path.join(folder, self.name), "w", encoding="utf-8", newline="\n") as f:
            f.write("\n".join(lines) + "\n")
        print("%-16s %5d entries, %5d variants" % (self.name, len(self.variants), len(self.owner)))


def make_regions(reference, lists):
    codes = {}
    short_of = {}
    for row in read_table(reference, "regions.tsv"):
        short = row["short_name"]
        levels = codes.setdefault(short, {"province": [], "kabupaten": [], "kota": []})
        levels[row["level"]].append(row["code"])
        short_of[row["code"]] = short
    entries = Entries("regions.txt")
    for short in sorted(codes):
        entries.add(short, [",".join(codes[short][k]) for k in ("province", "kabupaten", "kota")])
    for row in read_table(reference, "regions_aliases.tsv"):
        if row["code"] not in short_of:
            die("regions_aliases.tsv: unknown code " + row["code"])
        entries.variant(short_of[row["code"]], row["alias"])
    for row in read_table(HERE, "region_extra.tsv"):
        if row["short_name"] not in codes:
            die("region_extra.tsv: unknown short name " + row["short_name"])
        entries.variant(row["short_name"], row["alias"])
    for short in sorted(codes):
        for long, abbreviated in (("Kepulauan ", ("Kep. ", "Kep ")), ("Kep. ", ("Kepulauan ", "Kep "))):
            if short.startswith(long):
                for prefix in abbreviated:
                    entries.variant(short, prefix + short[len(long):], needed=False)
        if "-" in short:
            entries.variant(short, short.replace("-", " "), needed=False)
    entries.write(lists, [
        "Provinces, kabupaten and kota, one entry for each short name; the columns are their Kemendagri codes,",
        "with a comma between two of the same level. Some names are common words too (Batu, Metro, Batang, Puncak,",
        "Benteng, KTT): a rule takes them only after a word such as Bupati, Kota, Polres.",
        "source: Kepmendagri 300.2.2-2430/2025 as tabled in github cahyadsn/wilayah (MIT) at b7ad440a1322;",
        "former spellings: the same repository and github edwardsamuel/Wilayah-Administratif-Indonesia (MIT);",
        "press abbreviations: rules/tools/region_extra.tsv",
    ], ["provinsi", "kabupaten", "kota"])
    return set(short_of)


def make_districts(reference, lists, known):
    codes = {}
    for row in read_table(reference, "districts.tsv"):
        if row["region_code"] not in known:
            die("districts.tsv: unknown code " + row["region_code"])
        codes.setdefault(row["name"], []).append(row["code"])
    entries = Entries("districts.txt")
    for name in sorted(codes):
        entries.add(name, [",".join(sorted(codes[name]))])
    entries.write(lists, [
        "Kecamatan by name, with the Kemendagri codes of all that bear it; the first five characters of a code are",
        "those of the kabupaten or kota. Many are common words: a rule takes them only after Kecamatan, Camat,",
        "Polsek, Koramil, Panwascam and the like.",
        "source: Kepmendagri 300.2.2-2430/2025 as tabled in github cahyadsn/wilayah (MIT) at b7ad440a1322",
    ], ["codes"])


def make_ranks(reference, lists):
    force = dict((r["rank"], r["force"]) for r in read_table(reference, "ranks.tsv"))
    entries = Entries("ranks.txt")
    rows = read_table(HERE, "rank_extra.tsv")
    missing = set(force) - set(r["rank"] for r in rows)
    if missing:
        die("rank_extra.tsv lacks " + ", ".join(sorted(missing)))
    for row in rows:
        own = row["force"] if row["force"] != "-" else force.get(row["rank"])
        if own is None:
            die("rank_extra.tsv: no force for " + row["rank"])
        entries.add(row["canonical"], [own])
    for row in rows:
        canonical = row["canonical"]
        entries.variant(canonical, row["rank"])
        spellings = [] if row["variants"] == "-" else row["variants"].split("|")
        for spelling in spellings:
            entries.variant(canonical, spelling)
        for spelling in [canonical] + spellings:
            entries.variant(canonical, spelling.upper())
    order = dict((r["canonical"], i) for i, r in enumerate(rows))
    entries.write(lists, [
        "Police and army ranks by their usual press abbreviation, police first, highest first.",
        "Corps letters (Inf, Laut (P), ...) are in corps.txt.",
        "source: Perkap 3/2016 (police), acronym list of github hariswb/indonesian-news-2024-2025 (army);",
        "press spellings: rules/tools/rank_extra.tsv",
    ], ["force"], key=lambda c: order[c])


def make_central(reference, lists):
    """Extra rows win: their type replaces the reference's, their variants come after its abbreviation."""
    entries = Entries("central.txt")
    extra = read_table(HERE, "central_extra.tsv")
    types = dict((r["name"], r["type"]) for r in extra)
    base = read_table(reference, "institutions_central.tsv")
    for row in base:
        entries.add(row["name"], [types.get(row["name"], row["type"])])
    for row in extra:
        if row["name"] not in entries.variants:
            entries.add(row["name"], [row["type"]])
    dropped = set()
    for row in extra:
        for spelling in row["variants"].split("|"):
            if spelling.startswith("!"):
                dropped.add((row["name"], spelling[1:]))
    for row in base:
        short = row["abbreviation"]
        if short and (row["name"], short) not in dropped:
            entries.variant(row["name"], short)
    for row in extra:
        for spelling in row["variants"].split("|"):
            if spelling != "-" and not spelling.startswith("!"):
                entries.variant(row["name"], spelling)
    for name in sorted(entries.variants):
        if ", dan " in name:
            entries.variant(name, name.replace(", dan ", " dan "), needed=False)
        if name.startswith("Kementerian ") and len(name) < 60:
            entries.variant(name, name + " Republik Indonesia", needed=False)
            entries.variant(name, name + " RI", needed=False)
    left = sorted(short for _, short in dropped)
    entries.write(lists, [
        "Ministries and central bodies, present ones and those in force before October 2024, with the abbreviations",
        "that stand alone in text for them.",
        "Left out because they also mean something else: " + ", ".join(left) + ".",
        "source: public lists of ministries and bodies (data.inaproc.id 2026 and two web tables);",
        "former names and abbreviations: rules/tools/central_extra.tsv",
    ], ["type"])


def main(arguments):
    if len(arguments) not in (2, 3):
        die("usage: make_lists.py REFERENCE [LISTS]")
    reference = arguments[1]
    lists = arguments[2] if len(arguments) == 3 else os.path.join(os.path.dirname(HERE), "lists")
    known = make_regions(reference, lists)
    make_districts(reference, lists, known)
    make_ranks(reference, lists)
    make_central(reference, lists)


if __name__ == "__main__":
    main(sys.argv)
