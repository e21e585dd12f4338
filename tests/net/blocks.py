# SPDX-License-Identifier: MIT
"""petik sources add in detail: what is asked in which order, and what is written of each listing."""
import os
import subprocess

from listener import at_once, gaps
from newsweb import NewsWeb
from program import Program, environment, side_by_side, together
from smallhost import SmallHost


def add(petik, url, allow="127.0.0.0/8"):
    return subprocess.run([petik, "sources", "add", url], capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=120, check=False, env=environment(allow))


def without_name(block):
    return [line for line in block.splitlines() if not line.startswith(("#", "["))]


def whole_site(tally, petik, folder):
    """All its listings, in their order; what comes of the block."""
    with NewsWeb(os.path.join(folder, "web"), 12) as web:
        done = add(petik, web.root)
        asked = web.requests()
        want = [f"feed = {web.root}/feed", f"feed = {web.root}/atom.xml", f"sitemap = {web.root}/sitemap-berita.xml", f"sitemap = {web.root}/sitemap.xml"]
        together(tally, "sources add writes the listings that a site names", (done.returncode == 0 and not done.stderr, done),
                 (without_name(done.stdout) == want, done.stdout), ("# 12 items of 2026-" in done.stdout, done.stdout),
                 (f"# start = {web.root}/\n" in done.stdout, done.stdout))
        together(tally, "sources add asks robots.txt first, and one thing after another with pauses", (asked[0].path == "/robots.txt", asked),
                 (len(asked) == 6, asked), (at_once(asked) <= 1, asked), (min(gaps(asked)) > 1.9, gaps(asked)))
        program = Program(petik, os.path.join(folder, "run"))
        with open(program.conf, "w", encoding="utf-8") as f:
            f.write("contact = redaksi@kabar-tanjung.example\ndelay = 0s\ndays = all\n\n" + done.stdout)
        ran = program.run()
        together(tally, "petik run takes the block", (ran.status == 0 and not ran.err, ran), (program.stored() == sorted(web.site.addresses()), program.stored()))


def without_listings(tally, petik, _):
    """Feeds where nobody names them; a site without any, whose start page is a source; feeds that are none."""
    with SmallHost(3) as host:
        paths = [s.path for s in host.stories]
        links = "".join(f"<a href='{p}'>Berita</a>" for p in paths)
        host.pages["/"] = f"<!DOCTYPE html><title>Kabar</title>{links}"
        host.pages["/feed/"] = host.pages.pop("/feed")
        done = add(petik, host.root)
        tally.check(without_name(done.stdout) == [f"feed = {host.root}/feed/"], "sources add tries where feeds often are", done)
        del host.pages["/feed/"]
        done = add(petik, host.root)
        together(tally, "sources add takes the start page of a site without listings", (without_name(done.stdout) == [f"start = {host.root}/"], done),
                 ("# 3 links that look like an article's" in done.stdout, done))
        host.pages["/"] = "<!DOCTYPE html><title>Perbaikan</title>"
        done = add(petik, host.root)
        together(tally, "sources add says when nothing leads to articles", (done.returncode == 1 and not without_name(done.stdout), done),
                 (done.stderr == f"petik: {host.root}/: nothing there leads to articles\n", done))
        host.pages["/"] += "<link rel=alternate type=application/rss+xml href=/rusak><link rel=alternate type=application/rss+xml href=/hilang>"
        host.pages["/rusak"] = "<!DOCTYPE html><title>Perbaikan</title>"
        done = add(petik, host.root)
        together(tally, "sources add says which feeds are none", (f"# not read: a page, no feed and no sitemap\n# feed = {host.root}/rusak\n" in done.stdout, done),
                 (f"# not read: {host.root}/hilang: answered 404\n# feed = {host.root}/hilang\n" in done.stdout, done))


def forbidden(tally, petik, _):
    """What robots.txt forbids, and what private addresses it cannot lead to."""
    with SmallHost(1, robots="User-agent: *\nDisallow: /\n") as host:
        done = add(petik, host.root)
        together(tally, "sources add obeys robots.txt", (done.returncode == 1 and not done.stdout, done), (f"{host.root}/: robots.txt forbids it" in done.stderr, done),
                 ([r.path for r in host.requests()] == ["/robots.txt"], host.requests()))
    with SmallHost(1) as host:
        done = add(petik, host.root, allow=None)
        together(tally, "sources add refuses loopback", (done.returncode == 1 and "loopback" in done.stderr, done), (not host.requests(), host.requests()))
    with SmallHost(1, robots="") as host:
        host.pages["/robots.txt"] = lambda connection, request: connection.reply(500, "")
        done = add(petik, host.root)
        together(tally, "sources add asks nothing without robots.txt", (done.returncode == 1 and "answered 500" in done.stderr, done),
                 ([r.path for r in host.requests()] == ["/robots.txt"], host.requests()))
    with SmallHost(1) as host:
        host.pages["/"] = lambda connection, request: connection.reply(302, "", "Location: /")
        done = add(petik, host.root)
        tally.check(done.returncode == 1 and "more than 10 redirects" in done.stderr, "sources add ends a loop of redirects", done)


def check(tally, petik, folder, _):
    side_by_side(tally, [whole_site, without_listings, forbidden], petik, folder)
