# SPDX-License-Identifier: MIT
"""Archives of what was fetched are read by warcio, which verifies their digests, and by petik extract, by the same names."""
import glob
import gzip
import json
import os
import subprocess
import sys

ARTICLES = {"page", "h2", "gzip", "chunked", "truncated"}
REVISITS = {"not-modified": "server-not-modified", "same": "identical-payload-digest"}
WARCIO = [sys.executable, "-m", "warcio.cli"]


def run(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, text=True, errors="replace")


def responses(files):
    """By place: type, headers, HTTP status line, body as it was meant."""
    from warcio.archiveiterator import ArchiveIterator
    for path in files:
        with open(path, "rb") as f:
            records = ArchiveIterator(f)
            for record in records:
                if record.rec_type in ("response", "revisit"):
                    body = record.content_stream().read()  # asking for the offset passes over what is not read
                    yield f"{path}@{records.get_record_offset()}", record.rec_type, record.rec_headers, record.http_headers, body


def faults_of(kind, digest, found):
    if not found:
        yield "no record at this place"
        return
    rec_type, headers, http, body = found
    if rec_type != ("revisit" if kind in REVISITS else "response"):
        yield f"type {rec_type}"
    if kind in REVISITS and not headers.get_header("WARC-Profile").endswith("/1.1/revisit/" + REVISITS[kind]):
        yield "profile " + headers.get_header("WARC-Profile")
    if kind not in REVISITS and headers.get_header("WARC-Payload-Digest") != digest:
        yield "digest " + headers.get_header("WARC-Payload-Digest")
    if http.protocol not in ("HTTP/1.0", "HTTP/1.1"):
        yield "protocol " + http.protocol
    if kind in ("page", "h2", "gzip", "truncated") and not body.startswith(b"<html><head><title>Rapat"):
        yield f"body {body[:40]}"
    if kind == "chunked" and body != b"<p>Rapat":
        yield f"body {body[:40]}"


def check(tally, stores, fill):
    folder = stores.path("archive")
    filled = run(fill, folder)
    if not tally.check(filled.returncode == 0, "filling an archive", filled.stdout):
        return
    places = [line.rsplit(" ", 2) for line in filled.stdout.splitlines()]
    files = sorted(glob.glob(os.path.join(folder, "*.warc.gz")))
    tally.check(len(files) > 1 and len(files) == len(os.listdir(folder)), "files of an archive", "\n".join(os.listdir(folder)))
    checked = run(*WARCIO, "check", "-v", *files)
    passes, others = checked.stdout.count("digest pass"), checked.stdout.count("not checked (revisit)")
    tally.check(checked.returncode == 0 and (passes, others) == (3 * len(places) + len(files) - 12, 12), "warcio check", checked.stdout[-2000:])
    index = run(*WARCIO, "index", "-f", "offset,warc-type,filename", *files)
    rows = [json.loads(line) for line in index.stdout.splitlines()] if index.returncode == 0 else []
    tally.check(len(rows) == 3 * len(places) + len(files), "warcio index", index.stdout[-2000:])
    found = {place: rest for place, *rest in responses(files)}
    for place, kind, digest in places:
        faults = list(faults_of(kind, digest, found.get(place)))
        tally.check(not faults, f"warcio: {kind}", place + "\n" + "\n".join(faults))
    tally.check(all(gzip.open(path).read().count(b"WARC/1.1\r\n") > 1 for path in files), "gunzip")
    articles = [json.loads(line)["source"] for line in stores.run("extract", folder).splitlines()]
    tally.check(articles == [place for place, kind, _ in places if kind in ARTICLES], "petik extract of an archive", "\n".join(articles))
