# SPDX-License-Identifier: MIT
"""A store of the corpus with articles of which there are two versions, and one with texts that mean harm to spreadsheets."""
import glob
import json
import os
import shutil
import sqlite3
import subprocess

# Titles, publishers and texts that a spreadsheet would take for formulas.
HOSTILE = ["=1+1", "+62 811", "-2+3", "@SUM(A1)", " =1+1", '"=1+1"', "'=1+1", "\u201c=1+1\u201d", "\uff1d1+1", "a;=1+1", "a; \"=1+1", "aman"]


class Stores:
    def __init__(self, tally, petik, corpus, scratch):
        self.tally, self.petik, self.scratch = tally, petik, scratch
        self.db, self.hostile, self.lines = self.path("news.db"), self.path("hostile.db"), self.path("newest.jsonl")
        shutil.copytree(os.path.join(corpus, "articles"), self.path("articles"))
        shutil.copytree(os.path.join(corpus, "pages"), self.path("pages"))
        self.run("extract", "--db", "news.db", "articles", "pages")
        self.first = self.extract()
        self.change()
        self.run("extract", "--db", "news.db", "articles", "pages")
        self.newest = self.extract()
        self.make_hostile()

    def path(self, *parts):
        return os.path.join(self.scratch, *parts)

    def run(self, *args, status=0):
        """petik's standard output; its exit status is a test."""
        done = subprocess.run([self.petik, *args], cwd=self.scratch, capture_output=True, stdin=subprocess.DEVNULL)
        self.tally.check(done.returncode == status, "petik " + " ".join(args), f"exit {done.returncode}\n{done.stderr.decode()}")
        return done.stdout if done.returncode == status else b""

    def extract(self):
        return self.run("extract", "articles", "pages")

    def change(self):
        """The second version of some articles: a paragraph more."""
        for path in sorted(glob.glob(self.path("articles", "*.txt")))[:5]:
            with open(path, "a", encoding="utf-8") as f:
                f.write("\nRapat itu dihadiri Bupati Sikka Robertus Nong, Rabu (16/10/2024).\n")

    def make_hostile(self):
        with open(self.path("hostile.jsonl"), "w", encoding="utf-8") as f:
            for i, word in enumerate(HOSTILE):
                text = f"{word}\n\n\"{word} ini penting bagi kita,\" kata Bupati Sikka Robertus Nong, Rabu (16/10/2024).\n\n{word}\n"
                f.write(json.dumps({"id": f"h{i}", "title": word, "publisher": word, "text": text}) + "\n")
        self.run("extract", "--db", "hostile.db", "hostile.jsonl")

    def query(self, sql, db=None):
        connection = sqlite3.connect(f"file:{db or self.db}?mode=ro", uri=True)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()
