# SPDX-License-Identifier: MIT
"""The articles of an invented news site: the corpus's, varied as tests/varied.py does it, each with a day, a section and an address."""
import datetime
import os
import random
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))

import varied  # noqa: E402

ROOT = os.path.dirname(os.path.dirname(HERE))
WIB = datetime.timezone(datetime.timedelta(hours=7))
SECTIONS = ["daerah", "pemerintahan", "politik", "hukum", "ekonomi", "pendidikan"]
REPORTERS = ["Ratna Wulandari", "Yusuf Manggala", "Dewi Anjarsari", "Markus Tetelepta", "Lalu Sahrir", "Nyoman Pratiwi"]
EDITORS = ["Hasan Basalamah", "Theresia Lumban", "Bagus Prayitno"]
NEWEST = datetime.datetime(2026, 11, 27, 20, 0, tzinfo=WIB)


class Story:
    """Title, paragraphs, when, where; path is the address on its site."""

    def __init__(self, number, title, paragraphs, when):
        self.number, self.title, self.paragraphs, self.when = number, title, paragraphs, when
        self.modified = when + datetime.timedelta(minutes=7)
        self.section = SECTIONS[number % len(SECTIONS)]
        self.reporter, self.editor = REPORTERS[number % len(REPORTERS)], EDITORS[number % len(EDITORS)]
        words = re.findall(r"[a-z0-9]+", title.lower())[:9]
        self.path = f"/{self.section}/{when:%Y/%m/%d}/{'-'.join(words)}-{100000 + number}"

    @property
    def summary(self):
        return re.split(r"(?<=[a-z)]\.) ", self.paragraphs[0])[0][:240]

    def change(self, paragraph):
        """The same article, told anew with a paragraph more."""
        self.paragraphs = [*self.paragraphs, paragraph]
        self.modified += datetime.timedelta(hours=1)


class Stories:
    """Any number of them, the same each time; the first is the newest."""

    def __init__(self, newest=NEWEST, apart=datetime.timedelta(minutes=11), corpus=None, rules=None):
        self.source = varied.Varied(corpus or os.path.join(ROOT, "corpus"), rules or os.path.join(ROOT, "rules"))
        self.newest, self.apart = newest, apart

    def story(self, number):
        rng = random.Random(7_000_003 + number)
        source, when = self.source, self.newest - number * self.apart
        original = rng.choice(source.originals)
        names = source.regions[original.kind]
        region = names[int(len(names) * rng.random() ** 3)]
        # The weekday of a printed day stays right when it moves by whole weeks.
        shift = (when.date() - original.published) // varied.WEEK * varied.WEEK

        def told(text, of):
            return source.paragraph(of, text, region, when.year, shift)
        body = [told(p, original) for p in original.paragraphs]
        while sum(map(len, body)) < 2400:
            other = rng.choice(source.originals)
            body.insert(rng.randrange(2, len(body) + 1), told(rng.choice(other.paragraphs[1:]), other))
        return Story(number, body[0], body[1:], when)

    def some(self, count, first=0):
        return [self.story(i) for i in range(first, first + count)]
