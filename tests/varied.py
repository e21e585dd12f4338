# SPDX-License-Identifier: MIT
"""Any number of articles out of those of the corpus, the same each time: other regions, names, days and paragraphs.

Persons recur: in one region and term an office is always held by one person, whatever the corpus calls its holder. Some articles are another
outlet's nearly equal copy of one before, as press releases are."""
import collections
import datetime
import glob
import json
import os
import random
import re
import zlib

DAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
DATE = re.compile(r"\b(\d{1,2})/(\d{1,2})/(20\d\d)\b")
WORD = re.compile(r"[A-Z][\w'’-]{2,}")
OUTLETS = ["kabar-nusa.example", "suara-daerah.example", "warta-pagi.example", "lensa-kota.example", "tribun-desa.example",
           "media-pesisir.example", "harian-bukit.example", "portal-warga.example"]
WEEK = datetime.timedelta(days=7)
TERM_WEEKS, PERIOD_WEEKS = 104, 208


def read_regions(path):
    """Names of kabupaten and of kota that are nothing but one of these."""
    found = {"kabupaten": [], "kota": []}
    with open(path, encoding="utf-8") as f:
        for line in f:
            cells = line.rstrip("\n").split("\t")
            if line.startswith("#") or len(cells) != 4 or cells[1] != "-" or (cells[2] == "-") == (cells[3] == "-"):
                continue
            found["kota" if cells[2] == "-" else "kabupaten"].append(cells[0].split("|")[0])
    return found


def read_names(path):
    with open(path, encoding="utf-8") as f:
        return [w for w in (line.strip() for line in f) if re.fullmatch(r"[A-Z][a-z]{3,}", w)]


def pick(items, *key):
    """One of them, always the same for a key."""
    return items[zlib.crc32("|".join(map(str, key)).encode()) % len(items)]


class Original:
    """An article of the corpus, and what of it is varied."""

    def __init__(self, path, regions):
        with open(path, encoding="utf-8") as f:
            self.paragraphs = [p for p in f.read().split("\n") if p.strip()]
        with open(path[:-4] + ".gold.json", encoding="utf-8") as f:
            gold = json.load(f)
        published = (gold.get("published") or "")[:10]
        self.published = datetime.date.fromisoformat(published if len(published) == 10 else "2024-10-15")
        text = "\n".join(self.paragraphs)
        counts = collections.Counter({(kind, name): len(re.findall(rf"\b{re.escape(name)}\b", text))
                                      for kind, names in regions.items() for name in names if name in text})
        (self.kind, self.region), n = counts.most_common(1)[0] if counts else (("kabupaten", ""), 0)
        if not n:
            self.region = ""
        taken = {w for names in regions.values() for name in names for w in name.split()}
        # Each word of an official's name: whose it is, by office, and which of the name.
        self.names = {}
        for o in gold.get("officials", []):
            office = f"{o.get('title')} {' '.join((o.get('of') or '').replace(self.region, '').split()[:2])}"
            for k, w in enumerate(w for w in WORD.findall(o.get("name") or "") if w.title() not in taken):
                self.names.setdefault(w.lower(), f"{office} {k}")


class Varied:
    def __init__(self, corpus, rules, seed=1):
        self.regions = read_regions(os.path.join(rules, "lists", "regions.txt"))
        self.given = read_names(os.path.join(rules, "lists", "givennames.txt"))
        self.originals = [Original(p, self.regions) for p in sorted(glob.glob(os.path.join(corpus, "articles", "*.txt")))]
        self.seed = seed

    def paragraph(self, original, text, region, term, shift):
        """A paragraph with the region's name, that region's persons of the term, and its days moved by weeks."""
        def name(hit):
            word = hit.group()
            if word.lower() not in original.names:
                return word
            new = pick(self.given, region, term, original.names[word.lower()])
            return new.upper() if word.isupper() else new

        def day(hit):
            try:
                moved = datetime.date(int(hit[3]), int(hit[2]), int(hit[1])) + shift
            except ValueError:
                return hit[0]
            return f"{moved.day}/{moved.month}/{moved.year}"
        text = DATE.sub(day, WORD.sub(name, text))
        return re.sub(rf"\b{re.escape(original.region)}\b", region, text) if original.region else text

    def article(self, i):
        """The i-th article, as the object that petik extract reads."""
        rng, copied = self.draw(i)
        return self.copy(i, rng) if copied else self.fresh(i, rng)

    def draw(self, i):
        """The random numbers of an article, and whether it is another's copy."""
        rng = random.Random(self.seed * 1_000_003 + i)
        return rng, rng.random() < 0.08 and i > 20

    def fresh(self, i, rng):
        original = rng.choice(self.originals)
        # A few regions have most of the news.
        names = self.regions[original.kind]
        region = names[int(len(names) * rng.random() ** 3)]
        weeks = rng.randrange(PERIOD_WEEKS)
        shift, term = weeks * WEEK, weeks // TERM_WEEKS
        body = [self.paragraph(original, p, region, term, shift) for k, p in enumerate(original.paragraphs) if k < 2 or rng.random() < 0.6]
        for _ in range(rng.randrange(2, 6)):
            other = rng.choice(self.originals)
            p = rng.choice(other.paragraphs[1:])
            body.insert(rng.randrange(2, len(body) + 1), self.paragraph(other, p, region, term, shift))
        outlet = rng.choice(OUTLETS)
        return {"id": f"a{i:07}", "url": f"https://{outlet}/berita/{i}", "publisher": outlet.split(".")[0].replace("-", " ").title(),
                "title": body[0], "published": (original.published + shift).isoformat(), "text": "\n\n".join(body)}

    def copy(self, i, rng):
        """Another outlet's copy of an article of late, with one paragraph left out or none."""
        copied = True
        while copied:
            first = i - rng.randrange(1, 20)
            before, copied = self.draw(first)
        a = self.fresh(first, before)
        outlet = rng.choice(OUTLETS)
        body = a["text"].split("\n\n")
        if len(body) > 6 and rng.random() < 0.5:
            del body[rng.randrange(2, len(body))]
        return dict(a, id=f"a{i:07}", url=f"https://{outlet}/rilis/{i}", text="\n\n".join(body),
                    publisher=outlet.split(".")[0].replace("-", " ").title())


def line(article):
    return json.dumps(article, ensure_ascii=False) + "\n"
