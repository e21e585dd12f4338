# SPDX-License-Identifier: MIT
"""The archive: every response is in it as it came, readable to petik extract and to warcio, and articles say where theirs is."""
import gzip
import json
import os
import random
import resource
import signal
import subprocess
import sys
import time

import faults
from program import Program, together
from smallhost import SmallHost

READER = """
import json, sys
from warcio.archiveiterator import ArchiveIterator
for path in sys.argv[1:]:
    with open(path, "rb") as f:
        records = ArchiveIterator(f, check_digests=True)
        for r in records:
            body = r.content_stream().read()
            print(json.dumps({"file": path, "type": r.rec_type, "url": r.rec_headers.get_header("WARC-Target-URI"), "size": len(body),
                              "start": body[:60].decode("latin-1"), "passed": r.digest_checker.passed, "problems": r.digest_checker.problems,
                              "offset": records.get_record_offset(), "headers": dict(r.rec_headers.headers),
                              "status": r.http_headers.get_statuscode() if r.http_headers else None}))
"""


def python_with_warcio(venv):
    """The Python of the environment, made and filled when it is not yet there; None: it cannot be had."""
    python = os.path.join(venv, "bin", "python")
    if os.path.exists(python) and subprocess.run([python, "-c", "import warcio"], capture_output=True).returncode == 0:
        return python
    for command in ([sys.executable, "-m", "venv", venv], [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--retries", "1", "--timeout", "20", "warcio==1.8.1"]):
        if subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL).returncode:
            return None
    return python


def collect(petik, folder, host):
    """Several runs: pages of all kinds, one that does not change, one that does, one that is gone and one cut off."""
    host.pages[host.stories[1].path] = faults.zipped(host.page_of(host.stories[1]))
    host.pages[host.stories[2].path] = faults.redirect("/pindah")
    host.pages["/pindah"] = host.page_of(host.stories[2])
    old = host.page_of(host.stories[3]).encode()
    host.pages[host.stories[3].path] = faults.old_http(old)
    host.add(faults.status(404), 9000)
    host.add(faults.short_body, 9001)
    tagged = host.page_of(host.stories[4])
    host.pages[host.stories[4].path] = lambda c, r: (c.head(304, 'ETag: "t"') or 304) if r.headers.get("if-none-match") == '"t"' else c.reply(200, tagged, 'ETag: "t"')
    program = Program(petik, folder).write({"desa": {"feed": host.feed, "revisit": "1s"}})
    done = [program.run()]
    time.sleep(1.3)
    done.append(program.run())
    return program, done


def check_warcio(tally, python, program, host, files):
    if python is None:
        tally.skip("warcio cannot be installed")
        return
    run = subprocess.run([python, "-c", READER, *files], capture_output=True, text=True, errors="replace")
    records = [json.loads(line) for line in run.stdout.splitlines()]
    if not tally.check(run.returncode == 0 and records, "warcio reads the archive to its end", run.stderr[-2000:]):
        return
    kinds = {r["type"] for r in records}
    wrong = [r for r in records if r["passed"] is False]
    together(tally, "warcio's digests are those of the archive", (not wrong, wrong[:3]), (sum(bool(r["passed"]) for r in records) > 10, "no digests"))
    together(tally, "kinds of records", ({"warcinfo", "request", "response", "revisit", "metadata"} <= kinds, kinds),
             (len([r for r in records if r["type"] == "request"]) == len(host.requests()), f"{len(host.requests())} requests were sent"))
    responses = {r["url"] for r in records if r["type"] == "response"}
    asked = {host.root + r.path for r in host.requests()}
    tally.check(responses == asked, "every response is kept, also of redirects, of robots.txt and of what is gone", sorted(responses ^ asked))
    revisits = [r["headers"] for r in records if r["type"] == "revisit"]
    profiles = {h.get("WARC-Profile", "").rsplit("/", 1)[-1] for h in revisits}
    together(tally, "unchanged pages are revisits", (profiles == {"server-not-modified", "identical-payload-digest"}, profiles),
             (all(h.get("WARC-Refers-To-Target-URI") and h.get("WARC-Refers-To-Date") for h in revisits), revisits[:2]))
    cut = [r for r in records if r["type"] == "response" and r["headers"].get("WARC-Truncated")]
    tally.check(len(cut) == 1 and cut[0]["url"].endswith("109001"), "what was cut off is marked", [(r["type"], r["url"][-30:], r["headers"].get("WARC-Truncated")) for r in cut])
    places = {(os.path.basename(r["file"]), r["offset"]): r["url"] for r in records if r["type"] in ("response", "revisit")}
    wrong = []
    for url, place in program.query("SELECT url, archive FROM articles"):
        path, _, offset = place.rpartition("@")
        found = places.get((os.path.basename(path), int(offset)))
        if found not in (url, host.root + "/pindah"):
            wrong.append((url, place, found))
    tally.check(not wrong, "articles say where their response is", wrong)


def check_extract(tally, program, host, done):
    records, said, files = program.archived()
    together(tally, "two runs for an archive", (done[0].status == 1, done[0]), (done[1].status in (0, 1), done[1]), (files and not [f for f in files if f.endswith(".open")], files),
             (all(f.endswith(".warc.gz") for f in files), files))
    rows = dict(program.texts())
    texts = {r["id"] for r in records}
    together(tally, "petik extract reads the archive to the same texts", (said.status == 0 and not said.err, said), (len(rows) >= 5, rows),
             (set(rows.values()) <= texts or {"sha256:" + d for d in rows.values()} <= texts, sorted(set(rows.values()) - texts)[:3]))
    for path in files:
        with gzip.open(path) as f:
            tally.check(f.read(9) == b"WARC/1.1\r", f"{os.path.basename(path)} is gzip, and WARC 1.1")


def no_more_than(size):
    """Files of this process cannot grow beyond size: a full disk, as it were."""
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return limit


def check_full(tally, petik, folder):
    """An archive that cannot grow ends the run with 5; the next run, with room, has all of it."""
    with SmallHost(12) as host:
        for story in host.stories:
            # Nothing that compresses well.
            host.pages[story.path] = host.page_of(story).replace("</body>", f"<!-- {random.Random(story.number).randbytes(30_000).hex()} --></body>")
        program = Program(petik, folder).write({"desa": {"feed": host.feed}})
        program.run("--limit", "1")
        size = max(os.path.getsize(program.path(f)) for f in os.listdir(folder) if f.startswith("news.db"))
        done = program.finish(program.start(before=no_more_than(max(size, 100_000) + 60_000)))
        together(tally, "a disk that is full: exit 5", (done.status == 5, done), (len(done.err.splitlines()) == 1, done))
        done = program.run()
        records, said, files = program.archived()
        together(tally, "with room again, all is stored", (done.status == 0 and not done.err, done), (program.stored() == host.addresses(), program.stored()),
                 (said.status == 0 and not said.err, said), (set(host.addresses()) <= {r["url"] for r in records}, files))


def check(tally, petik, folder, venv):
    check_full(tally, petik, os.path.join(folder, "full"))
    with SmallHost(6) as host:
        program, done = collect(petik, os.path.join(folder, "run"), host)
        check_extract(tally, program, host, done)
        check_warcio(tally, python_with_warcio(venv), program, host, program.archived()[2])
