#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""An invented news site as static files: articles, start pages, feeds, sitemaps, robots.txt.

usage: newssite.py FOLDER ROOT [N]     ROOT: the address that it is served under, such as http://127.0.0.1:8080; N articles, 10,000 unless said"""
import gzip
import os
import sys

import listings
import pagemarkup
from stories import SECTIONS, Stories

IN_FEED, IN_SITEMAP, IN_NEWS = 50, 2000, 1000


class Site:
    """Its files lie in folder by their paths; listings name articles by whole addresses under root."""

    def __init__(self, folder, root, count, stories=None, delay=None, disallow=("/cari", "/arsip-lama/")):
        self.folder, self.root, self.delay, self.disallow = folder, root, delay, disallow
        self.source = stories or Stories()
        self.stories = self.source.some(count)
        self.next = count
        for story in self.stories:
            self.write_story(story)
        self.write_listings()

    def write(self, path, data):
        """Whole or not at all: a server may be reading."""
        full = os.path.join(self.folder, path.lstrip("/"))
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full + "~", "wb") as f:
            f.write(data if isinstance(data, bytes) else data.encode())
        os.replace(full + "~", full)

    def write_story(self, story):
        n, all_ = story.number, self.stories
        around = [all_[(n * 7 + k * 13 + 1) % len(all_)] for k in range(12)]
        self.write(story.path, pagemarkup.article(story, self.root, SECTIONS, around[:6], around[6:]))

    def write_listings(self):
        """Of what is on the site now."""
        found = sorted(self.stories, key=lambda s: s.when, reverse=True)
        self.write("/feed", listings.rss(found[:IN_FEED], self.root))
        self.write("/atom.xml", listings.atom(found[:IN_FEED], self.root))
        names = []
        for k in range(0, len(found), IN_SITEMAP):
            data = listings.sitemap(found[k:k + IN_SITEMAP], self.root).encode()
            # Every second one compressed, as sites do.
            zipped = k // IN_SITEMAP % 2 == 1 or len(found) <= IN_SITEMAP
            names.append(f"sitemap-{k // IN_SITEMAP + 1}.xml" + (".gz" if zipped else ""))
            self.write(names[-1], gzip.compress(data, 6, mtime=0) if zipped else data)
        if found:
            self.write("/sitemap.xml", listings.index(names, self.root, found[0].modified))
        self.write("/sitemap-berita.xml", listings.news(found[:IN_NEWS], self.root))
        self.write("/robots.txt", listings.robots(self.root, self.delay, self.disallow))
        self.write("/index.html", pagemarkup.section("", self.root, SECTIONS, found[:30]))
        for name in SECTIONS:
            self.write(f"/{name}/index.html", pagemarkup.section(name, self.root, SECTIONS, [s for s in found if s.section == name][:30]))

    def add(self, when=None):
        """A new article, in the listings; newer than all others unless said."""
        story = self.source.story(self.next)
        story = type(story)(self.next, story.title, story.paragraphs, when or max(s.when for s in self.stories) + self.source.apart)
        self.next += 1
        self.stories.append(story)
        self.write_story(story)
        self.write_listings()
        return story

    def change(self, story, paragraph="Berita ini telah diperbarui dengan keterangan warga yang hadir dalam pertemuan tersebut."):
        story.change(paragraph)
        self.write_story(story)
        self.write_listings()

    def addresses(self):
        return {self.root + s.path for s in self.stories}


def main():
    site = Site(sys.argv[1], sys.argv[2].rstrip("/"), int(sys.argv[3]) if len(sys.argv) > 3 else 10_000)
    print(f"{len(site.stories)} articles in {site.folder}")


if __name__ == "__main__":
    main()
