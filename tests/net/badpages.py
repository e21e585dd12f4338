# SPDX-License-Identifier: MIT
"""A page that goes wrong costs that page and one line: the others of its host and of other hosts are stored, and the run ends in time."""
import concurrent.futures
import os
import re
import zlib

import faults
from listener import at_once
from program import Program, together
from smallhost import STORIES, SmallHost

STORY = STORIES.story(9000)


class Case:
    """page: answers for the bad page; or, with whole=True, a function of the host that makes such an answer. status: exit statuses that are right; said:
    pattern of the line about the page, None: none may be written. stored: whether the page is to be stored. asked: how often it may be asked for. led: the path to which redirects lead, which the
    line may name instead."""

    def __init__(self, name, page, said=None, stored=False, whole=False, status=None, asked=1, seconds=12, led="", **settings):
        self.name, self.page, self.said, self.stored, self.whole, self.asked = name, page, said, stored, whole, asked
        self.status, self.seconds, self.led, self.settings = status or ((0,) if said is None else (1,)), seconds, led, settings


def story_page(host):
    return host.page_of(STORY).encode()


def chain(count):
    """A page that redirects, and so many redirects after it, to a right page."""
    def make(host):
        host.pages["/akhir"] = story_page(host)
        faults.chain(host.pages, "/lagi", count, "/akhir")
        return faults.redirect("/lagi")
    return make


def loop(host):
    host.pages["/putar"] = faults.redirect(STORY.path)
    return faults.redirect("/putar")


def of_page(fault, *args, **keys):
    """A fault that sends the story's right page."""
    return lambda host: fault(*args, story_page(host), **keys)


SLOW = r"time|no answer|slow|stall|second"
CUT = r"reset|closed|cut|ended|[Ee]mpty|incomplete|transfer|failed|connection"
LARGE = r"large|long|big|more than|limit|exceed"
TIMED = [
    Case("says nothing", faults.stall_head, SLOW),
    Case("stops in the body", faults.stall_body, SLOW),
    Case("a byte now and then", faults.drip, SLOW),
    Case("a header line now and then", faults.drip_head, SLOW),
    Case("an endless header", faults.endless_head, "."),
    Case("an endless body", faults.endless_body, LARGE),
    Case("endless hints", faults.endless_hints, "."),
    Case("slow, but in time", faults.slow(0.7), stored=True),
]
CONNECTIONS = [
    Case("resets before the header", faults.reset_head, CUT, asked=2),
    Case("resets in the body", faults.reset_body, CUT),
    Case("closes without an answer", faults.close_silent, CUT, asked=2),
    Case("a body shorter than it says", faults.short_body, CUT),
    Case("chunks cut off", faults.cut_chunk, CUT),
    Case("no last chunk", faults.no_last_chunk, CUT),
    Case("no chunks", faults.bad_chunk, "."),
    Case("gzip cut off", faults.cut_gzip, r"gzip|compress|cut|ended|encod"),
    Case("a body longer than it says", faults.longer_body, stored=True),
    Case("no status line", faults.raw(b"hello\r\nworld\r\n\r\n"), "."),
    Case("a bad status line", faults.raw(b"HTTP/1.1 abc OK\r\n\r\n"), "."),
    Case("another protocol", faults.raw(b"SSH-2.0-OpenSSH_9.2\r\n"), "."),
    Case("HTTP 0.9", faults.raw(faults.PAGE), "."),
]
REDIRECTS = [
    Case("redirects to itself", lambda host: faults.redirect(STORY.path), "redirect", whole=True, asked=11),
    Case("redirects in a circle", loop, "redirect", whole=True, asked=11, led="/putar"),
    Case("eleven redirects", chain(10), "redirect", whole=True, led="/lagi"),
    Case("ten redirects", chain(9), stored=True, whole=True),
    Case("redirects to a file", faults.redirect("file:///etc/passwd"), r"."),
    Case("redirects to FTP", faults.redirect("ftp://127.0.0.1/berita"), r"."),
    Case("redirects to gopher", faults.redirect("gopher://127.0.0.1:7070/_x"), r"."),
    Case("redirects to data", faults.redirect("data:text/html,<h1>a</h1>"), r"."),
    Case("redirects to a user name", faults.redirect("http://a:b@127.0.0.1/berita"), r"."),
    Case("redirects to nothing", faults.status(302), "."),
    Case("redirects to control characters", faults.redirect("gopher://\x1b[2J\x07\x9b31m/a"), "."),
    Case("redirects to an endless address", faults.redirect("/" + "a" * 30_000), "."),
    Case("redirects to no address", faults.redirect("http://[::"), "."),
]
SIZES = [
    Case("more than 10 MB", faults.big_body, LARGE),
    Case("a bomb", faults.bomb(), LARGE),
    Case("a bomb in a bomb", faults.bomb(2), LARGE),
    Case("a header of 1 MB", faults.big_head, "."),
    Case("a header line of 1 MB", faults.one_big_line, "."),
]
STATUSES = [
    Case("is not there", faults.status(404)),
    Case("is gone", faults.status(410)),
    Case("is forbidden", faults.status(403), "403"),
    Case("is broken", faults.status(500), "500"),
    Case("is behind a broken gateway", faults.status(502), "502"),
    Case("a status that there is not", faults.status(799), "799"),
    Case("is not modified, unasked", faults.not_modified, "304|not modified"),
    Case("no content", faults.status(204), ".", status=(0, 1)),
]
HEADERS = [
    Case("nothing in it", faults.typed(b"", "text/html"), ".", status=(0, 1)),
    Case("a wrong charset", lambda host: faults.typed(story_page(host), "text/html; charset=iso-8859-1"), stored=True, whole=True),
    Case("a charset that there is not", lambda host: faults.typed(story_page(host), "text/html; charset=x-tidak-ada"), stored=True, whole=True),
    Case("no Content-Type", lambda host: faults.typed(story_page(host), ""), stored=True, whole=True),
    Case("NUL bytes", lambda host: faults.typed(story_page(host).replace(b"<p>", b"<p>\0"), "text/html"), "NUL", whole=True),
    Case("a picture", faults.typed(b"\x89PNG\r\n\x1a\n" + b"\0" * 2000, "image/png"), ".", status=(0, 1)),
    Case("deflate", lambda host: faults.encoded("deflate", zlib.compress(story_page(host))), stored=True, whole=True),
    Case("gzip", of_page(faults.zipped), stored=True, whole=True),
    Case("x-gzip", lambda host: faults.zipped(story_page(host), "x-gzip"), stored=True, whole=True),
    Case("an encoding that nobody asked for", faults.encoded("br", b"\x8b\x03\x80" + bytes(range(256)) * 20), ".", status=(0, 1)),
    Case("an encoding that there is not", faults.encoded("zzz", bytes(range(256)) * 20), ".", status=(0, 1)),
    Case("gzip that is none", lambda host: faults.encoded("gzip", story_page(host)), stored=True, whole=True),
    Case("HTTP/1.0 without a length", of_page(faults.old_http), stored=True, whole=True),
    Case("100 Continue first", lambda host: faults.hints(["100 Continue"], story_page(host)), stored=True, whole=True),
    Case("103 Early Hints first", lambda host: faults.hints(["103 Early Hints"] * 3, story_page(host)), stored=True, whole=True),
]
BUSY = [
    Case("429 with seconds", lambda host: faults.busy(429, 1, page=story_page(host)), stored=True, whole=True, asked=2),
    Case("429 with a date", lambda host: faults.busy(429, 1, date=True, page=story_page(host)), stored=True, whole=True, asked=2),
    Case("503 with seconds", lambda host: faults.busy(503, 1, page=story_page(host)), stored=True, whole=True, asked=2),
]
CASES = TIMED + CONNECTIONS + REDIRECTS + SIZES + STATUSES + HEADERS + BUSY


def run_case(case, petik, folder):
    """The parts of the test (see together)."""
    with SmallHost(3) as sick, SmallHost(3, first=100, host="127.0.0.2") as well:
        address = sick.add(None)
        sick.pages[STORY.path] = case.page(sick) if case.whole else case.page
        program = Program(petik, folder).write({"sakit": {"feed": sick.feed}, "sehat": {"feed": well.feed}}, **case.settings)
        done = program.run(timeout=45)
        wanted = sorted(well.addresses() + sick.addresses() + ([address] if case.stored else []))
        about = f"{done}"
        stored = {address if url == sick.root + "/akhir" else url for url in program.stored()}
        lines = [line for line in done.err.splitlines() if not line.startswith(f"petik: {address}: ") and not (case.led and sick.root + case.led in line)]
        told = case.said and any(re.search(case.said, line) for line in done.err.splitlines())
        return [
            (done.status in case.status, f"exit {done.status}, not {case.status}\n{about}"),
            (case.said is None or done.status == 0 or told, f"no line {case.said!r} about {address}\n{about}"),
            (case.said is not None or not done.err, f"not silent\n{about}"),
            (re.sub(r"\n", "", done.err).isprintable(), f"control characters: {done.err!r}"),
            (not lines, "other lines: " + "\n".join(lines[:3])),
            (set(wanted) <= set(stored), "not stored: " + " ".join(sorted(set(wanted) - set(stored))) + f"\n{about}"),
            (case.stored or address not in stored, "the bad page is stored"),
            (done.seconds < case.seconds, f"{done.seconds:.1f} s, {case.seconds} at most"),
            (len(sick.asked(STORY.path)) <= case.asked, f"asked {len(sick.asked(STORY.path))} times"),
            (at_once(sick.requests(), 0.1) <= 1, "several requests at once"),
            (all(len(well.asked(s.path)) == 1 for s in well.stories), "healthy pages asked more than once"),
        ]


def check(tally, petik, folder, _venv):
    with concurrent.futures.ThreadPoolExecutor(6) as pool:
        jobs = [(case, pool.submit(run_case, case, petik, os.path.join(folder, re.sub(r"\W+", "-", case.name)))) for case in CASES]
        for case, job in jobs:
            together(tally, f"a page: {case.name}", *job.result())
