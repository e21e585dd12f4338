# SPDX-License-Identifier: MIT
"""A feed, a sitemap, a start page or a robots.txt that goes wrong: said once, other sources are not touched; what can be made out is taken."""
import concurrent.futures
import gzip
import os
import re

import faults
import listings
import pagemarkup
from badpages import CUT, LARGE, SLOW
from program import Program, together
from smallhost import SmallHost

BILLION = ('<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "haha">' + "".join(f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(9))
           + ']><rss version="2.0"><channel><item><title>&j;</title><link>{root}/tidak-ada-2</link></item></channel></rss>')
OUTSIDE = ('<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "{root}/entity">]>'
           '<rss version="2.0"><channel><item><title>&x;&y;</title><link>{root}/tidak-ada-1</link></item></channel></rss>')


class Case:
    """key: feed, sitemap, start or robots; answer: a function of (host, right bytes of that listing) that gives what answers. said: pattern of the line,
    None: all is right. stored: whether the host's pages are, nevertheless."""

    def __init__(self, key, name, answer, said=None, stored=None, status=None, seconds=12):
        self.key, self.name, self.answer, self.said, self.seconds = key, name, answer, said, seconds
        self.stored = said is None if stored is None else stored
        self.status = status or ((0,) if said is None else (1,))


def fixed(fault):
    return lambda _host, _right: fault


def typed(kind, change=lambda right: right):
    return lambda _host, right: faults.typed(change(right), kind)


def elsewhere(host, right):
    host.pages["/pindah"] = faults.typed(right, "text/xml")
    return faults.redirect("/pindah", 301)


def of_root(text):
    return lambda host, _right: faults.typed(text.replace("{root}", host.root), "text/xml")


BAD = [
    ("says nothing", faults.stall_head, SLOW), ("a byte now and then", faults.drip, SLOW), ("closes without an answer", faults.close_silent, CUT),
    ("resets", faults.reset_head, CUT), ("is cut off", faults.short_body, CUT), ("is not there", faults.status(404), "404"),
    ("is gone", faults.status(410), "410"), ("is broken", faults.status(500), "500"), ("is forbidden", faults.status(403), "403"),
    ("is a bomb", faults.bomb(), LARGE), ("is more than 10 MB", faults.big_body, LARGE), ("redirects for ever", faults.redirect("?"), "redirect"),
    ("is not modified, unasked", faults.not_modified, "304|not modified"),
]
CASES = [Case(key, name, fixed(fault), said) for key in ("feed", "sitemap") for name, fault, said in BAD]
CASES += [Case("start", name, fixed(fault), said) for name, fault, said in BAD[::3]]
CASES += [
    Case("feed", "nothing in it", typed("application/rss+xml", lambda _: b""), "."),
    Case("feed", "a page instead", typed("text/html", lambda _: faults.PAGE), "."),
    Case("feed", "entities without end", of_root(BILLION), ".", status=(0, 1)),
    Case("feed", "entities from outside", of_root(OUTSIDE), ".", status=(0, 1)),
    Case("feed", "as text/html", typed("text/html")),
    Case("feed", "as text/plain in another charset", typed("text/plain; charset=iso-8859-1")),
    Case("feed", "as application/octet-stream", typed("application/octet-stream")),
    Case("feed", "without a type", typed("")),
    Case("feed", "blank lines first", typed("text/xml", lambda right: b"\n\n  " + right)),
    Case("feed", "a byte order mark", typed("text/xml", lambda right: b"\xef\xbb\xbf" + right)),
    Case("feed", "in UTF-16", typed("text/xml", lambda right: right.decode().replace("UTF-8", "UTF-16").encode("utf-16"))),
    Case("feed", "gzip", lambda _h, right: faults.zipped(right)),
    Case("feed", "moved", elsewhere),
    Case("feed", "cut off by its author", typed("text/xml", lambda right: right[:right.rindex(b"</channel>")]), stored=True, said=".", status=(0, 1)),
    Case("feed", "busy for a second", lambda _h, right: faults.busy(429, 1, page=right)),
    Case("sitemap", "gzip as a file", typed("application/x-gzip", gzip.compress)),
    Case("sitemap", "gzip as a file, of a wrong type", typed("text/xml", gzip.compress)),
    Case("sitemap", "moved", elsewhere),
    Case("sitemap", "an index to itself", of_root('<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>{root}/sitemap.xml</loc>'
                                                  '</sitemap></sitemapindex>'), ".", status=(0, 1)),
    Case("start", "links alone", typed("text/html")),
    Case("start", "moved", elsewhere),
    Case("robots", "is not there", fixed(faults.status(404))),
    Case("robots", "is gone", fixed(faults.status(410))),
    Case("robots", "is forbidden", fixed(faults.status(403))),
    Case("robots", "nothing in it", typed("text/plain", lambda _: b"")),
    Case("robots", "a page instead", typed("text/html", lambda _: faults.PAGE)),
    Case("robots", "moved", elsewhere),
    Case("robots", "is broken", fixed(faults.status(500)), "500"),
    Case("robots", "says nothing", fixed(faults.stall_head), SLOW),
    Case("robots", "resets", fixed(faults.reset_head), CUT),
    Case("robots", "is busy", fixed(faults.status(503)), "503", seconds=15),
    Case("robots", "1 MB of rules, all of it allowed in the end", typed("text/plain", lambda _: b"User-agent: *\n" + b"Disallow: /x\n" * 80_000)),
    Case("robots", "forbids beyond its 512th KB", typed("text/plain", lambda _: b"User-agent: *\n" + b"#" * (600 << 10) + b"\nDisallow: /\n")),
    Case("robots", "redirects for ever", fixed(faults.redirect("/robots.txt")), "redirect"),
    Case("robots", "forbids all", typed("text/plain", lambda _: b"User-agent: *\nDisallow: /\n"), "robots"),
    Case("robots", "forbids others", typed("text/plain", lambda _: b"User-agent: bing\nDisallow: /\n\nUser-agent: petik\nAllow: /\n")),
    Case("robots", "forbids this one", typed("text/plain", lambda _: b"User-agent: *\nAllow: /\n\nUser-agent: Petik\nDisallow: /\n"), "robots"),
]
PATHS = {"feed": "/feed", "sitemap": "/sitemap.xml", "start": "/indeks/", "robots": "/robots.txt"}


def prepare(case, host):
    """Puts the listing on the host; what is to stand in sources.conf."""
    right = {"feed": listings.rss, "sitemap": listings.sitemap, "robots": lambda *_: "User-agent: *\nDisallow: /x\n",
             "start": lambda found, root: pagemarkup.section("", root, ["daerah"], found)}[case.key](host.stories, host.root).encode()
    path = PATHS[case.key]
    host.pages[path] = case.answer(host, right)
    return {"feed": host.feed} if case.key == "robots" else {case.key: host.root + path}


def run_case(case, petik, folder):
    with SmallHost(3) as sick, SmallHost(3, first=100, host="127.0.0.2") as well:
        program = Program(petik, folder).write({"sakit": prepare(case, sick), "sehat": {"feed": well.feed}})
        done = program.run(timeout=45)
        address = sick.root + PATHS[case.key]
        wanted = sorted(well.addresses() + (sick.addresses() if case.stored else []))
        stored, pages = program.stored(), {s.path for s in sick.stories}
        asked = [r.path for r in sick.requests()]
        return [
            (done.status in case.status, f"exit {done.status}, not {case.status}\n{done}"),
            (case.said is None or done.status == 0 or any(sick.root in line and re.search(case.said, line) for line in done.err.splitlines()),
             f"no line {case.said!r} about {address}\n{done}"),
            (case.said is not None or not done.err, f"not silent\n{done}"),
            (all(line.startswith(f"petik: {sick.root}") for line in done.err.splitlines()), f"other lines\n{done}"),
            (len(done.err.splitlines()) <= 2, f"many lines\n{done}"),
            (stored == wanted, f"stored {len(stored)}, not {len(wanted)}: {' '.join(sorted(set(stored) ^ set(wanted)))}\n{done}"),
            (done.seconds < case.seconds, f"{done.seconds:.1f} s, {case.seconds} at most"),
            (case.stored or case.key != "robots" or not pages & set(asked), "pages asked that robots.txt keeps from us"),
            (not sick.asked("/entity"), "an external entity was asked for"),
        ]


def check(tally, petik, folder, _venv):
    with concurrent.futures.ThreadPoolExecutor(6) as pool:
        jobs = [(case, pool.submit(run_case, case, petik, os.path.join(folder, f"{case.key}-" + re.sub(r"\W+", "-", case.name)))) for case in CASES]
        for case, job in jobs:
            together(tally, f"a {case.key}: {case.name}", *job.result())
