# SPDX-License-Identifier: MIT
"""The servers do what the tests say of them."""
import gzip
import os
import socket
import ssl
import time
import urllib.error
import urllib.request
import zlib

import certificates
import faults
import newssite
import webserver
from smallhost import SmallHost

HTTP = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def get(address, **headers):
    """(status, header, body)"""
    try:
        with HTTP.open(urllib.request.Request(address, headers={k.replace("_", "-"): v for k, v in headers.items()}), timeout=10) as reply:
            return reply.status, reply.headers, reply.read()
    except urllib.error.HTTPError as e:
        return e.code, e.headers, e.read()


def talk(host, path, seconds=0.4, most=1 << 20):
    """What comes within so many seconds, and how it ended: "end", "reset", "silence" or "more"."""
    got, until = b"", time.monotonic() + seconds
    with socket.create_connection((host.host, host.port), timeout=5) as s:
        s.sendall(f"GET {path} HTTP/1.1\r\nHost: {host.host}\r\nConnection: close\r\n\r\n".encode())
        while time.monotonic() < until and len(got) < most:
            s.settimeout(max(0.01, until - time.monotonic()))
            try:
                data = s.recv(65536)
            except TimeoutError:
                return got, "silence"
            except ConnectionResetError:
                return got, "reset"
            if not data:
                return got, "end"
            got += data
    return got, "more"


# Fault, how its connection ends, what its answer begins with.
ENDS = [
    (faults.stall_head, "silence", b""),
    (faults.stall_body, "silence", b"HTTP/1.1 200 OK\r\n"),
    (faults.drip, "silence", b"HTTP/1.1 200 OK\r\n"),
    (faults.drip_head, "silence", b"HTTP/1.1 200 OK\r\n"),
    (faults.reset_head, "reset", b""),
    (faults.reset_body, "reset", b"HTTP/1.1 200 OK\r\n"),
    (faults.close_silent, "end", b""),
    (faults.short_body, "end", b"HTTP/1.1 200 OK\r\n"),
    (faults.cut_chunk, "end", b"HTTP/1.1 200 OK\r\n"),
    (faults.endless_body, "more", b"HTTP/1.1 200 OK\r\n"),
    (faults.endless_head, "more", b"HTTP/1.1 200 OK\r\n"),
    (faults.big_head, "end", b"HTTP/1.1 200 OK\r\n"),
    (faults.not_modified, "end", b"HTTP/1.1 304 Not Modified\r\n"),
    (faults.status(503, "Retry-After: 7"), "end", b"HTTP/1.1 503 Service Unavailable\r\n"),
    (faults.old_http(faults.PAGE), "end", b"HTTP/1.0 200 OK\r\n"),
    (faults.hints(["103 Early Hints"], faults.PAGE), "end", b"HTTP/1.1 103 Early Hints\r\n"),
    (faults.raw(b"HTTP/9 hello\r\n\r\n"), "end", b"HTTP/9 hello"),
]


def check_faults(tally):
    with SmallHost() as host:
        for i, (fault, ending, start) in enumerate(ENDS):
            host.pages[f"/{i}"] = fault
            got, ended = talk(host, f"/{i}")
            tally.check(ended == ending and got.startswith(start), f"fault {i}, {getattr(fault, '__name__', '')}: {ending}", f"{ended}\n{got[:200]}")
        host.pages["/bomb"] = faults.bomb()
        body = get(host.root + "/bomb")[2]
        size = len(zlib.decompressobj(31).decompress(body, 60 << 20))
        tally.check(len(body) < 200_000 and size > 50 << 20, "a bomb is small and becomes large", f"{len(body)} {size}")
        host.pages["/busy"] = faults.busy(429, 2)
        first, second = get(host.root + "/busy"), get(host.root + "/busy")
        tally.check((first[0], first[1]["Retry-After"], second[0]) == (429, "2", 200), "busy, then not", (first, second))
        faults.chain(host.pages, "/chain", 11, host.stories[0].path)
        tally.check(sum(p.startswith("/chain") for p in host.pages) == 11, "eleven redirects")
        tally.check(len(host.asked("/bomb")) == 1 and host.asked("/bomb")[0].headers["host"], "requests are written down")


def check_host(tally):
    with SmallHost() as host:
        status, _, feed = get(host.feed)
        tally.check(status == 200 and all(a.encode() in feed for a in host.addresses()), "a host's feed leads to its pages", feed[:500])
        tally.check(all(get(a)[0] == 200 for a in host.addresses()) and get(host.root + "/no")[0] == 404, "a host's pages")


def check_web(tally, folder):
    if not webserver.is_there():
        tally.skip("nginx is not installed")
        return
    made = certificates.make(folder, "own", ["127.0.0.1", "localhost"]) if certificates.is_there() else None
    files = os.path.join(folder, "site")
    with webserver.WebServer(os.path.join(folder, "nginx"), files, certificate=made) as web:
        site = newssite.Site(files, web.root, 60)
        status, header, page = get(site.root + site.stories[0].path, Accept_Encoding="gzip")
        tally.check(status == 200 and header["Content-Encoding"] == "gzip" and site.stories[0].title.split()[0].encode() in gzip.decompress(page),
                    "a page, compressed", header)
        tally.check(20_000 < len(gzip.decompress(page)) < 40_000, "a page is as long as such pages are", len(gzip.decompress(page)))
        again = get(site.root + site.stories[0].path, Accept_Encoding="gzip", If_None_Match=header["ETag"])
        tally.check(again[0] == 304 and header["Last-Modified"], "validators", again[1])
        kinds = {p: get(site.root + p)[1]["Content-Type"].split(";")[0] for p in ("/feed", "/atom.xml", "/sitemap.xml", "/sitemap-1.xml.gz", "/robots.txt", "/")}
        tally.check(list(kinds.values()) == ["application/rss+xml", "application/atom+xml", "text/xml", "application/gzip", "text/plain", "text/html"],
                    "media types", kinds)
        log = web.requests()
        tally.check(len(log) == 8 and log[1].status == 304 and log[1].headers["if-none-match"] == header["ETag"], "the log tells requests", log)
        if made:
            trusting = ssl.create_default_context(cafile=made[0])
            trusting.set_alpn_protocols(["h2"])
            with socket.create_connection((web.host, web.tls_port), timeout=10) as plain, trusting.wrap_socket(plain, server_hostname=web.host) as s:
                tally.check(s.selected_alpn_protocol() == "h2", "HTTP/2 over TLS")


def check_certificates(tally, folder):
    if not certificates.is_there():
        tally.skip("openssl is not installed")
        return
    for name, hosts, over, said in (("other", ["kabar.example"], False, "IP address mismatch"), ("over", ["127.0.0.1"], True, "certificate has expired")):
        made = certificates.make(folder, name, hosts, over)
        trusting = ssl.create_default_context(cafile=made[0])
        with SmallHost(tls=certificates.context(*made)) as host:
            try:
                with socket.create_connection((host.host, host.port), timeout=5) as plain, trusting.wrap_socket(plain, server_hostname=host.host):
                    tally.check(False, f"a bad certificate, {name}")
            except ssl.SSLCertVerificationError as e:
                tally.check(said in str(e), f"a bad certificate, {name}", e)


def check(tally, _petik, folder, _venv):
    check_faults(tally)
    check_host(tally)
    check_web(tally, folder)
    check_certificates(tally, folder)
