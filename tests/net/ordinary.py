# SPDX-License-Identifier: MIT
"""The ordinary course on one site: all is found and stored, options do what they say, and nothing is said when all went well."""
import datetime
import json
import os
import time

import stories
from listener import Listener, at_once
from newsweb import NewsWeb
from program import CONTACT, Program, side_by_side, together
from smallhost import SmallHost


def check_first(tally, petik, folder):
    """A run over all listings, its report and its store; then the same with petik fetch."""
    with NewsWeb(os.path.join(folder, "web"), 60) as web:
        program = Program(petik, os.path.join(folder, "run")).write(web.sources())
        done = program.run("--report", "run.json")
        asked = web.requests()
        together(tally, "the first run stores all, silently",
                 (done.status == 0 and not done.out and not done.err, done),
                 (program.stored() == sorted(web.site.addresses()), f"{len(program.stored())} stored of {len(web.site.stories)}"),
                 (len(asked) == len({r.path for r in asked}), "asked twice: " + " ".join(sorted({r.path for r in asked if [q.path for q in asked].count(r.path) > 1}))),
                 (at_once(asked) <= 1, "several requests at once"))
        agents = {r.headers.get("user-agent", "") for r in asked}
        together(tally, "every request names the program and whom to ask", (len(agents) == 1, agents),
                 (all("petik" in a and CONTACT in a for a in agents), agents))
        tally.check(all("gzip" in r.headers.get("accept-encoding", "") for r in asked), "compression is asked for")
        check_report(tally, program, len(web.site.stories))
        check_rows(tally, program)
        check_options(tally, petik, folder, web, program.texts())
        since = time.time()
        other = Program(petik, os.path.join(folder, "fetch")).write(web.sources())
        done = other.run(verb="fetch")
        records, said, _ = other.archived()
        together(tally, "petik fetch archives, and reads nothing",
                 (done.status == 0 and not done.err and not done.out, done), (not other.stored(), "articles in the store"),
                 (len(web.articles(since)) == 60, f"{len(web.articles(since))} pages asked"), (said.status == 0, said),
                 (web.site.addresses() <= {r["url"] for r in records}, "pages are not in the archive"))


def check_options(tally, petik, folder, web, wanted):
    """--db, --archive, -j and --summary."""
    for jobs in ("1", "2"):
        program = Program(petik, os.path.join(folder, "jobs" + jobs)).write(web.sources())
        done = program.run("-j", jobs, "--db", "lain.db", "--archive", "simpanan", "--summary")
        found = sorted(program.query("SELECT url, digest FROM articles", db="lain.db"))
        together(tally, f"-j {jobs} with another store and archive stores the same, and --summary tells it", (done.status == 0, done), (found == wanted, f"{len(found)}, not {len(wanted)}"),
                 ("kabar" in done.err and not done.out, done), (os.path.isdir(program.path("simpanan")) and not os.path.exists(program.path("archive")), os.listdir(program.folder)))


def check_report(tally, program, count):
    try:
        with open(program.path("run.json"), encoding="utf-8") as f:
            report = json.load(f)
    except (OSError, ValueError) as e:
        tally.check(False, "--report", e)
        return
    sources = report.get("sources") or [{}]
    together(tally, "--report tells what was done",
             ({"start", "end", "exit", "sources", "pages", "errors"} <= set(report), sorted(report)),
             (report.get("exit") == 0, report.get("exit")), (len(sources) == 1 and sources[0].get("name") == "kabar", sources),
             (sources[0].get("articles") == count, sources), (sources[0].get("failed") == 0, sources), (not report.get("errors"), report.get("errors")),
             (str(report.get("start")) <= str(report.get("end")), report))


def check_rows(tally, program):
    """What the store knows of a fetched article besides its text."""
    rows = program.query("SELECT fetched, archive, source, published FROM articles")
    together(tally, "articles know when they were fetched and where they are archived", (len(rows) > 0, "no rows"),
             (all(r[0] and r[1] and "@" in r[1] for r in rows), rows[:2]),
             (all(str(r[0]).startswith(f"{datetime.datetime.now(datetime.timezone.utc):%Y-%m}") for r in rows), rows[:2]))


def check_selection(tally, petik, folder):
    """--limit, --since, --dry-run, limit and days of sources.conf, follow and leave."""
    with NewsWeb(os.path.join(folder, "web"), 40, apart=datetime.timedelta(hours=6)) as web:
        dry = Program(petik, os.path.join(folder, "dry")).write(web.feed_alone())
        done = dry.run("--dry-run")
        together(tally, "--dry-run asks listings alone and stores nothing", (done.status == 0 and not done.err, done), (not web.articles(), web.articles()),
                 (not dry.stored() and not os.path.exists(dry.path("archive")), "something was kept"),
                 (all(a in done.out for a in web.site.addresses()), "it does not show what it would fetch: " + done.out[:300]))
        for name, args, keys in (("--limit", ("--limit", "7"), {}), ("limit", (), {"limit": 7})):
            since = time.time()
            program = Program(petik, os.path.join(folder, name)).write(web.feed_alone(**keys))
            done = program.run(*args)
            first = web.articles(since)
            together(tally, f"{name} 7 fetches seven, the newest", (done.status in (0, 1), done), (len(program.stored()) == 7, len(program.stored())),
                     (sorted(first) == sorted(s.path for s in web.site.stories[:7]), first))
            program.run(*args)
            second = web.articles(since)[len(first):]
            tally.check(len(second) == 7 and not set(first) & set(second), f"{name} 7 again: the next seven", second)
        day = web.site.stories[20].when.date()
        wanted = sorted(web.root + s.path for s in web.site.stories if s.when.date() >= day)
        program = Program(petik, os.path.join(folder, "since")).write(web.feed_alone())
        done = program.run("--since", day)
        together(tally, "--since DAY", (done.status == 0, done), (program.stored() == wanted, f"{len(program.stored())} stored, not {len(wanted)}"))
        program = Program(petik, os.path.join(folder, "publisher")).write(web.feed_alone(publisher="Media Warga", limit=5))
        done = program.run()
        tally.check(done.status == 0 and program.query("SELECT DISTINCT publisher FROM articles") == [("Media Warga",)], "the publisher that sources.conf names", done)
        program = Program(petik, os.path.join(folder, "paths")).write(web.feed_alone(follow=["/daerah/", "/hukum/"], leave="/hukum/*-100003"))
        done = program.run()
        wanted = sorted(web.root + s.path for s in web.site.stories if s.section in ("daerah", "hukum") and s.number != 3)
        together(tally, "follow and leave", (done.status == 0, done), (program.stored() == wanted, sorted(set(program.stored()) ^ set(wanted))))
    now = datetime.datetime.now(stories.WIB).replace(microsecond=0)
    with NewsWeb(os.path.join(folder, "days"), 15, newest=now, apart=datetime.timedelta(days=4, hours=12)) as web:
        program = Program(petik, os.path.join(folder, "young")).write(web.feed_alone(), days=30)
        program.run()
        wanted = sorted(web.root + s.path for s in web.site.stories if now - s.when < datetime.timedelta(days=30))
        tally.check(program.stored() == wanted, "days = 30", f"{len(program.stored())} stored, not {len(wanted)}")


def check_health(tally, petik, folder):
    """--health-url is told the exit status, also of a run that failed; and nothing that it does changes that."""
    with SmallHost(2) as host, Listener(lambda c, _: c.reply(200, "OK"), "127.0.0.3") as health:
        program = Program(petik, os.path.join(folder, "good")).write({"desa": {"feed": host.feed}})
        done = program.run("--health-url", health.root + "/ping/abc")
        together(tally, "--health-url after a good run", (done.status == 0 and not done.err, done),
                 ([r.path for r in health.requests()] == ["/ping/abc/0"], health.requests()))
        host.pages["/feed"] = lambda c, _: c.reply(500, "")
        done = Program(petik, os.path.join(folder, "bad")).write({"desa": {"feed": host.feed}}).run("--health-url", health.root + "/ping/abc")
        tally.check(health.requests()[-1].path == f"/ping/abc/{done.status}" and done.status not in (0, None), "--health-url after a bad run", health.requests())
    with SmallHost(2) as host:
        program = Program(petik, os.path.join(folder, "deaf")).write({"desa": {"feed": host.feed}})
        done = program.run("--health-url", health.root + "/ping")
        together(tally, "a --health-url that does not answer is said, and the articles are stored", (done.status in (0, 1), done), (done.err, done),
                 (program.stored() == host.addresses(), program.stored()))


def check_usage(tally, petik, folder):
    program = Program(petik, folder).write({"desa": {"feed": "http://127.0.0.1:9/feed"}}, contact=None)
    done = program.run()
    tally.check(done.status == 2 and "sources.conf:" in done.err, "no contact: exit 2", done)
    done = program.write({"desa": {"feed": "http://127.0.0.1:9/feed", "delai": "2s"}}).run()
    tally.check(done.status == 2 and "delai" in done.err and "delay" in done.err, "a key that there is not: exit 2, and the nearest", done)
    done = program.write({"desa": {"feed": "http://127.0.0.1:9/feed"}}).run("--since", "kemarin")
    tally.check(done.status == 2 and "since" in done.err, "--since with no day: exit 2", done)
    program.write({"desa": {"feed": "http://127.0.0.1:9/feed"}}, db=os.path.join("tidak", "ada", "news.db"))
    done = program.run()
    tally.check(done.status == 5 and "news.db" in done.err, "a store that cannot be written: exit 5", done)
    with open(program.path("berkas"), "w", encoding="utf-8") as f:
        f.write("no folder")
    done = program.write({"desa": {"feed": "http://127.0.0.1:9/feed"}}).run("--archive", "berkas")
    tally.check(done.status == 5 and "berkas" in done.err, "an archive that cannot be written: exit 5", done)


def check_nothing_reached(tally, petik, folder):
    """All sources failing is neither success nor a part of one."""
    with SmallHost(2) as first, SmallHost(2, host="127.0.0.2") as second:
        gone = [first.feed, second.feed]
    program = Program(petik, folder).write({"satu": {"feed": gone[0]}, "dua": {"feed": gone[1]}})
    done = program.run()
    together(tally, "nothing can be reached: exit 75", (done.status == 75, done), (all(done.says(address) for address in gone), done), (done.seconds < 15, done.seconds))


def check(tally, petik, folder, _venv):
    side_by_side(tally, (check_first, check_selection, check_health, check_usage, check_nothing_reached), petik, folder)
