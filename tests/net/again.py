# SPDX-License-Identifier: MIT
"""Runs after the first: what has not changed is not fetched again, what is new is fetched alone, and what went wrong is remembered."""
import collections
import os
import time

import faults
from newsweb import NewsWeb
from program import Program, side_by_side, together
from smallhost import STORIES, SmallHost


def validated(request):
    return "if-none-match" in request.headers or "if-modified-since" in request.headers


def check_same_night(tally, petik, folder):
    """A second run, a new article, an article at an address that is known under another tag of campaigns."""
    with NewsWeb(os.path.join(folder, "web"), 60) as web:
        program = Program(petik, os.path.join(folder, "run")).write(web.sources())
        program.run()
        before, since = program.texts(), time.time()
        done = program.run()
        asked = web.listings(since)
        counts = collections.Counter(r.path for r in asked)
        together(tally, "a second run the same night asks for no article, and once for what lists them",
                 (done.status == 0 and not done.err, done), (not web.articles(since), web.articles(since)),
                 (all(n == 1 for n in counts.values()), counts), (program.texts() == before, "the store changed"),
                 (all(validated(r) for r in asked if r.path != "/robots.txt"), [r for r in asked if not validated(r)]),
                 (all(r.status == 304 for r in asked if r.path != "/robots.txt"), asked))
        time.sleep(1.1)  # nginx's validators tell seconds
        story, since = web.site.add(), time.time()
        done = program.run()
        together(tally, "a new article is fetched alone", (done.status == 0 and not done.err, done), (web.articles(since) == [story.path], web.articles(since)),
                 (program.stored() == sorted(web.site.addresses()), "not stored"))


def check_campaigns(tally, petik, folder):
    """One article under several spellings of its address is one."""
    with SmallHost(3) as host:
        for ending in ("?utm_source=rss&amp;utm_medium=feed", "#komentar", "?fbclid=abc"):
            host.pages["/feed"] = host.pages["/feed"].replace("</channel>", f"<item><title>a</title><link>{host.root}{host.stories[0].path}{ending}</link></item></channel>")
        program = Program(petik, folder).write({"desa": {"feed": host.feed}})
        done = program.run()
        together(tally, "spellings of one address are one", (done.status == 0, done), (program.stored() == host.addresses(), program.stored()),
                 (sum(r.path.startswith(host.stories[0].path) for r in host.requests()) == 1, host.requests()))


def check_revisit(tally, petik, folder):
    """revisit: an article that changed has a second version; one that did not is asked for with its validators."""
    with NewsWeb(folder + "/web", 6) as web:
        program = Program(petik, os.path.join(folder, "run")).write(web.feed_alone(revisit="2s"))
        program.run()
        time.sleep(2.5)
        changed, since = web.site.stories[2], time.time()
        web.site.change(changed)
        done = program.run()
        asked = [r for r in web.requests(since) if r.path in {s.path for s in web.site.stories}]
        rows = program.query("SELECT version, replaced_by IS NULL FROM articles WHERE url = ? ORDER BY version", web.root + changed.path)
        together(tally, "a changed article is a new version, the others are not modified", (done.status == 0 and not done.err, done),
                 (len(asked) == 6 and all(validated(r) for r in asked), asked), (sorted(r.status for r in asked) == [200] + [304] * 5, asked),
                 (rows == [(1, 0), (2, 1)], rows), (program.query("SELECT count(*) FROM articles") == [(7,)], program.texts()))
        time.sleep(2.5)
        since = time.time()
        program.run()
        tally.check(not web.articles(since), "what was revisited as often as it is to be is left alone", web.articles(since))


def check_tags(tally, petik, folder):
    """Another ETag for the same content is no new version."""
    with SmallHost(1) as host:
        host.pages[host.stories[0].path] = faults.changing_tag(host.page_of(host.stories[0]))
        host.pages["/feed"] = faults.changing_tag(host.pages["/feed"])
        program = Program(petik, folder).write({"desa": {"feed": host.feed, "revisit": "1s"}})
        program.run()
        time.sleep(1.3)
        done = program.run()
        together(tally, "changing ETags with the same content", (done.status == 0 and not done.err, done), (len(host.asked(host.stories[0].path)) == 2, host.requests()),
                 (program.query("SELECT count(*) FROM articles") == [(1,)], program.texts()))


def check_remembered(tally, petik, folder):
    """Pages that are not there are not asked for again; a page that was broken is; a feed is never given up."""
    with SmallHost(2) as host:
        gone, lost = host.add(faults.status(404), 9000), host.add(faults.status(410), 9001)
        mended = host.add(faults.busy(500, None, page=host.page_of(STORIES.story(9002))), 9002)
        program = Program(petik, folder).write({"desa": {"feed": host.feed}})
        first = program.run()
        together(tally, "a page that is broken is an error, pages that are gone are none", (first.status == 1, first), (first.says(mended, "500"), first),
                 (gone not in first.err and lost not in first.err, first))
        due = program.query("SELECT due FROM addresses WHERE url = ?", mended)
        tally.check(due and due[0][0], "when the broken page is due is known", due)
        second = program.run()
        counts = {p: len(host.asked(p[len(host.root):])) for p in (gone, lost)}
        together(tally, "pages that are gone are not asked for again", (set(counts.values()) == {1}, counts), (second.status in (0, 1), second))
        host.pages["/feed"] = faults.status(500)
        for _ in range(4):
            done = program.run()
        asked = len(host.asked("/feed"))
        tally.check(done.status != 0, "a feed that fails for the fourth time is still a failure", done)
        tally.check(2 <= asked <= 6, "a feed that fails is asked for at most once a run", asked)


def check_left(tally, petik, folder):
    """A host that asks for more patience than a run has: the rest is left for the next run, that is said, and the next run gets it."""
    with SmallHost(4) as host, SmallHost(3, first=100, host="127.0.0.2") as well:
        host.pages[host.stories[1].path] = faults.busy(429, 5, page=host.page_of(host.stories[1]))
        program = Program(petik, folder).write({"desa": {"feed": host.feed}, "sehat": {"feed": well.feed}}, patience="1s")
        first = program.run()
        asked = [r.path for r in host.requests()]
        after = asked[asked.index(host.stories[1].path) + 1:] if host.stories[1].path in asked else asked
        together(tally, "a host that asks for long patience is left for the next run", (first.status == 1, first), (first.seconds < 8, first.seconds),
                 (host.host in first.err, first), (not after, f"asked after it: {after}"), (set(well.addresses()) <= set(program.stored()), "the other host's are not stored"))
        early = program.run()
        together(tally, "before that time it is not asked at all", ([r.path for r in host.requests()] == asked, host.requests()[len(asked):]), (early.status in (0, 1, 75), early))
        time.sleep(max(0.0, 5.3 - (time.time() - host.requests()[-1].time)))
        last = program.run()
        together(tally, "after it the rest is fetched", (last.status == 0 and not last.err, last),
                 (set(host.addresses()) <= set(program.stored()), sorted(set(host.addresses()) - set(program.stored()))))


def check_out_of_order(tally, petik, folder):
    """503 without a word of when: the rest of the host is left; other hosts are not touched."""
    with SmallHost(3) as host, SmallHost(3, first=100, host="127.0.0.2") as well:
        host.pages[host.stories[1].path] = faults.status(503)
        done = Program(petik, folder).write({"desa": {"feed": host.feed}, "sehat": {"feed": well.feed}}).run()
        stored = Program(petik, folder).stored()
        together(tally, "a host that is out of order is left for the next run", (done.status == 1, done), (host.host in done.err and "503" in done.err, done), (done.seconds < 12, done.seconds),
                 (set(well.addresses()) <= set(stored) and host.root + host.stories[0].path in stored, stored), (len(host.asked(host.stories[1].path)) <= 3, host.requests()))


def check_host_down(tally, petik, folder):
    """A host that fails again and again is left alone, in this run and for a while after it."""
    with SmallHost(9) as host, SmallHost(3, first=100, host="127.0.0.2") as well:
        for story in host.stories[1:]:
            host.pages[story.path] = faults.reset_body
        program = Program(petik, folder).write({"desa": {"feed": host.feed}, "sehat": {"feed": well.feed}})
        first = program.run()
        asked = len(host.requests())
        together(tally, "a host that fails four times in a row is left alone", (first.status == 1, first), (asked == 2 + 1 + 4, host.requests()),
                 (set(well.addresses()) <= set(program.stored()), first), ("left for the next run" in first.err, first), (len(first.err.splitlines()) <= 5, first))
        second = program.run()
        together(tally, "and for a while after that", (len(host.requests()) == asked, host.requests()[asked:]), (second.status == 1 and host.host in second.err, second))


def check_moved(tally, petik, folder):
    """Addresses that lead to one page are one article, whichever comes first."""
    with SmallHost(3) as host:
        early, late = STORIES.story(9000), STORIES.story(9001)
        host.extra = [early]
        host.pages[early.path] = faults.redirect(host.stories[1].path, 301)
        host.write_feed()
        program = Program(petik, folder).write({"desa": {"feed": host.feed}})
        done = program.run()
        together(tally, "an address that leads to another of the feed", (done.status == 0 and not done.err, done), (program.stored() == host.addresses(), program.stored()),
                 (len(host.asked(host.stories[1].path)) == 1, host.requests()))
        host.extra = [early, late]
        host.pages[late.path] = faults.redirect(host.stories[2].path, 301)
        host.write_feed()
        done, since = program.run(), len(host.requests())
        together(tally, "a new address that leads to a page that is known", (done.status == 0 and not done.err, done), (program.stored() == host.addresses(), program.stored()),
                 (len(host.asked(host.stories[2].path)) == 1, host.requests()), (len(host.asked(late.path)) == 1, host.requests()))
        done = program.run()
        tally.check(done.status == 0 and len(host.requests()) == since + 1, "what moved is not asked for again", host.requests()[since:])


def check_layout(tally, petik, folder):
    """Pages that hold no article any more: a site that has become a program of the browser's."""
    shell = "<!DOCTYPE html><html><head><title>Kabar Tanjung</title><script src=/app.js></script></head><body><div id=app></div></body></html>"
    with SmallHost(4) as host:
        program = Program(petik, folder).write({"desa": {"feed": host.feed}})
        first = program.run()
        for number in range(9000, 9005):
            host.add(lambda c, _: c.reply(200, shell), number)
        done = program.run()
        together(tally, "a source whose pages hold no articles any more is warned of", (first.status == 0 and not first.err, first), ("desa" in done.err, done),
                 (program.stored() == host.addresses(), program.stored()), (done.status == 1, done))


def check_many_lines(tally, petik, folder):
    """Of failures that are alike ten are told, and how many more there are."""
    with SmallHost(2) as host:
        for number in range(9000, 9017):
            host.add(faults.redirect("ftp://127.0.0.1/"), number)
        program = Program(petik, folder).write({"desa": {"feed": host.feed}})
        done = program.run("--report", "run.json")
        lines = done.err.splitlines()
        together(tally, "seventeen failures that are alike: eleven lines", (done.status == 1, done), (len(lines) == 11, done), ("7 more" in lines[-1], lines[-1:]),
                 (program.stored() == host.addresses(), program.stored()))


def check_parts(tally, petik, folder):
    """An article over several pages is one article."""
    with SmallHost(3) as host:
        story = host.stories[1]
        pages = [story.paragraphs[:4], story.paragraphs[4:7], story.paragraphs[7:]]
        for i, paragraphs in enumerate(pages):
            part = STORIES.story(story.number)
            part.paragraphs = paragraphs or ["Warga berharap jalan itu segera diperbaiki, kata kepala desa dalam pertemuan tersebut."]
            links = "".join(f'<a class="page" href="{host.root}{story.path}{f"?page={k + 1}" if k else ""}">{k + 1}</a> ' for k in range(3) if k != i)
            html = host.page_of(part).replace('<div class="kru">', f'<div class="pagination">Halaman: {links}</div><div class="kru">')
            host.pages[story.path + (f"?page={i + 1}" if i else "")] = html
        program = Program(petik, folder).write({"desa": {"feed": host.feed}})
        done = program.run()
        text = "".join(t for t, in program.query("SELECT text FROM articles WHERE url = ?", host.root + story.path))
        together(tally, "an article over three pages", (done.status == 0 and not done.err, done), (program.stored() == host.addresses(), program.stored()),
                 (all(p[:60] in text for part in pages for p in part if len(p) > 80 and not p.startswith("Foto:")), text[-300:]), (sum(r.path.startswith(story.path) for r in host.requests()) == 3, host.requests()))
        asked = len(host.requests())
        program.run()
        tally.check(len(host.requests()) == asked + 1, "none of its pages is asked for again", host.requests()[asked:])


def check_dry_source(tally, petik, folder):
    """A source that gave articles and gives none any more is warned of."""
    with SmallHost(3) as host, SmallHost(3, first=100, host="127.0.0.2") as well:
        program = Program(petik, folder).write({"desa": {"start": host.root + "/indeks/"}, "sehat": {"feed": well.feed}})
        links = "".join(f'<p><a href="{s.path}">{s.title}</a></p>' for s in host.stories)
        host.pages["/indeks/"] = f"<html><body>{links}</body></html>"
        first = program.run()
        tally.check(first.status == 0 and not first.err and set(host.addresses()) <= set(program.stored()), "a source gives articles", first)
        host.pages["/indeks/"] = "<html><body><div id=app></div></body></html>"
        done = program.run()
        tally.check("desa" in done.err and "sehat" not in done.err, "a source that gives none any more is warned of", done)


def check_times(tally, petik, folder):
    """revisit counts from the first time, not from the last."""
    with SmallHost(1) as host:
        program = Program(petik, folder).write({"desa": {"feed": host.feed}}, revisit="1s 1d")
        program.run()
        time.sleep(2.1)
        program.run()
        rows = program.query("SELECT found, fetched, due, strftime('%s', due) - strftime('%s', found) FROM addresses WHERE kind = 'page' AND status = 200")
        tally.check(rows and all(fetched > found and wait == 86400 for found, fetched, _, wait in rows), "times of revisit count from the first", rows)


def check_endless(tally, petik, folder):
    """An index that leads to indexes without end is gone into so far and no farther."""
    with SmallHost(1) as host:
        def index(connection, request):
            items = "".join(f"<sitemap><loc>{host.root}{request.path}{n}</loc></sitemap>" for n in range(60))
            return connection.reply(200, f"<sitemapindex>{items}</sitemapindex>", kind="application/xml")
        host.pages = type("Pages", (dict,), {"get": lambda self, path, other=None: index if path.startswith("/peta") else dict.get(self, path, other)})(host.pages)
        done = Program(petik, folder).write({"desa": {"feed": host.feed, "sitemap": host.root + "/peta"}}).run()
        asked = [r for r in host.requests() if r.path.startswith("/peta")]
        together(tally, "an index of indexes without end", (done.status == 0, done), (len(asked) == 101, len(asked)))


def check(tally, petik, folder, _venv):
    side_by_side(tally, (check_same_night, check_campaigns, check_revisit, check_tags, check_remembered, check_left, check_out_of_order, check_dry_source,
                         check_host_down, check_moved, check_layout, check_many_lines, check_parts, check_times, check_endless), petik, folder)
