# SPDX-License-Identifier: MIT
"""WARC files out of the corpus."""
import gzip
import os

import petik
from tree import TREE

CORPUS = os.path.join(TREE, "corpus")


def warc_record(i, body):
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    return (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{i:012d}>\r\n"
            f"WARC-Target-URI: https://example.com/{i}\r\nWARC-Date: 2024-10-16T01:02:03Z\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n").encode() + answer + b"\r\n\r\n"


def pages():
    """The corpus's web pages, and its texts as pages."""
    for name in sorted(os.listdir(os.path.join(CORPUS, "pages"))):
        if name.endswith(".html"):
            with open(os.path.join(CORPUS, "pages", name), "rb") as f:
                yield f.read()
    for given in petik.read(os.path.join(CORPUS, "articles")):
        title, _, body = given.text.decode().partition("\n")
        yield f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{body}</p></article></body></html>".encode()


def write_archives(folder, count, rounds, bodies=None):
    """WARC files, every second one gzipped, each with all pages so many times, in another order."""
    bodies = bodies or list(pages())
    for k in range(count):
        turned = bodies[k:] + bodies[:k]
        records = [warc_record(i, body) for i, body in enumerate(turned * rounds)]
        packed = k % 2 == 1
        with open(os.path.join(folder, f"crawl-{k:03d}.warc" + ".gz" * packed), "wb") as f:
            f.writelines(map(gzip.compress, records) if packed else records)
