# SPDX-License-Identifier: MIT
"""The listings of an invented site: RSS, Atom, sitemaps with an index, a news sitemap, robots.txt."""
import datetime
import email.utils
from xml.sax.saxutils import escape

import pagemarkup

XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
MAPS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def rss(stories, root):
    items = "".join(f"<item><title>{escape(s.title)}</title><link>{escape(root + s.path)}</link><guid isPermaLink=\"false\">{root}/?p={s.number}</guid>"
                    f"<pubDate>{email.utils.format_datetime(s.when)}</pubDate><category><![CDATA[{s.section.title()}]]></category>"
                    f"<description><![CDATA[<p>{escape(s.summary)}</p>]]></description></item>\n" for s in stories)
    return (f'{XML}<rss version="2.0"><channel><title>{pagemarkup.SITE}</title><link>{root}/</link><description>Berita daerah</description>'
            f"<language>id</language>\n{items}</channel></rss>\n")


def atom(stories, root):
    entries = "".join(f'<entry><title type="html">{escape(escape(s.title))}</title><link rel="alternate" type="text/html" href="{escape(root + s.path)}"/>'
                      f"<id>{root}/?p={s.number}</id><published>{s.when.isoformat()}</published><updated>{s.modified.isoformat()}</updated>"
                      f"<summary>{escape(s.summary)}</summary></entry>\n" for s in stories)
    newest = stories[0].modified.isoformat() if stories else "2026-11-27T20:00:00+07:00"
    return (f'{XML}<feed xmlns="http://www.w3.org/2005/Atom"><title>{pagemarkup.SITE}</title><id>{root}/</id><updated>{newest}</updated>'
            f'<link rel="self" href="{root}/atom.xml"/>\n{entries}</feed>\n')


def sitemap(stories, root):
    urls = "".join(f"<url><loc>{escape(root + s.path)}</loc><lastmod>{s.modified.isoformat()}</lastmod></url>\n" for s in stories)
    return f"{XML}<urlset {MAPS}>\n{urls}</urlset>\n"


def news(stories, root):
    urls = "".join(f"<url><loc>{escape(root + s.path)}</loc><news:news><news:publication><news:name>{pagemarkup.SITE}</news:name><news:language>id"
                   f"</news:language></news:publication><news:publication_date>{s.when.isoformat()}</news:publication_date>"
                   f"<news:title>{escape(s.title)}</news:title></news:news></url>\n" for s in stories)
    return f'{XML}<urlset {MAPS} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n{urls}</urlset>\n'


def index(names, root, when):
    maps = "".join(f"<sitemap><loc>{root}/{n}</loc><lastmod>{when.astimezone(datetime.timezone.utc):%Y-%m-%dT%H:%M:%SZ}</lastmod></sitemap>\n" for n in names)
    return f"{XML}<sitemapindex {MAPS}>\n{maps}</sitemapindex>\n"


def robots(root, delay=None, disallow=("/cari", "/arsip-lama/")):
    lines = ["User-agent: *", *(f"Disallow: {d}" for d in disallow), *([f"Crawl-delay: {delay}"] if delay is not None else []), "",
             f"Sitemap: {root}/sitemap.xml", f"Sitemap: {root}/sitemap-berita.xml"]
    return "\n".join(lines) + "\n"
