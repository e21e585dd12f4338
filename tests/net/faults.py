# SPDX-License-Identifier: MIT
"""What servers do wrong, each as a function of a connection and a request that answers it so."""
import email.utils
import gzip
import itertools
import time
import zlib

PARAGRAPH = b"<p>Warga meminta jalan desa segera diperbaiki sebelum musim hujan tiba, kata kepala desa dalam rapat itu.</p>\n"
PAGE = b"<!DOCTYPE html><html><head><title>Rapat Desa</title></head><body><article><h1>Rapat Desa</h1>\n" + PARAGRAPH * 20 + b"</article></body></html>\n"
HTML = "Content-Type: text/html; charset=utf-8"


# Silence, and slowness.

def stall_head(c, _):
    c.hold()


def stall_body(c, _):
    c.head(200, HTML, f"Content-Length: {len(PAGE)}")
    c.send(PAGE[:500])
    c.hold()


def drip(c, _):
    """Never silent for long, never done."""
    c.head(200, HTML, f"Content-Length: {len(PAGE)}")
    for i in range(len(PAGE)):
        c.send(PAGE[i:i + 1])
        c.hold(0.5)
        if c.listener.closing:
            return


def drip_head(c, _):
    c.send("HTTP/1.1 200 OK\r\n")
    for i in range(200):
        c.send(f"X-Tetes-{i}: a\r\n")
        c.hold(0.5)
        if c.listener.closing:
            return


def slow(seconds):
    def answer(c, _):
        c.hold(seconds)
        return c.reply(200, PAGE)
    return answer


# Connections that end when they should not.

def reset_head(c, _):
    c.reset()


def reset_body(c, _):
    c.head(200, HTML, f"Content-Length: {len(PAGE)}")
    c.send(PAGE[:500])
    time.sleep(0.05)
    c.reset()


def close_silent(_c, _r):
    pass


def short_body(c, _):
    c.head(200, HTML, "Content-Length: 100000")
    c.send(PAGE)


def cut_chunk(c, _):
    c.head(200, HTML, "Transfer-Encoding: chunked")
    c.send(b"%x\r\n" % len(PAGE) + PAGE[:700])


def no_last_chunk(c, _):
    c.head(200, HTML, "Transfer-Encoding: chunked")
    c.send(b"%x\r\n" % len(PAGE) + PAGE + b"\r\n")


def bad_chunk(c, _):
    c.head(200, HTML, "Transfer-Encoding: chunked")
    c.send(b"zz\r\n" + PAGE + b"\r\n0\r\n\r\n")


def cut_gzip(c, _):
    body = gzip.compress(PAGE)[:-20]
    c.head(200, HTML, "Content-Encoding: gzip", f"Content-Length: {len(body)}")
    c.send(body)
    return 200


def longer_body(c, _):
    """More than Content-Length says: what follows is nobody's answer."""
    c.head(200, HTML, f"Content-Length: {len(PAGE)}")
    c.send(PAGE + b"<p>Kelebihan</p>" * 50)


# Redirects.

def redirect(to, status=302):
    def answer(c, _):
        return c.reply(status, "", f"Location: {to}")
    return answer


def chain(pages, start, count, last):
    """Puts so many redirects in a row among the pages; the last leads to last."""
    for i in range(count):
        pages[start if i == 0 else f"{start}/{i}"] = redirect(f"{start}/{i + 1}" if i < count - 1 else last)


# Sizes.

def big_body(c, _):
    c.head(200, HTML, f"Content-Length: {12 << 20}")
    for _i in range(12):
        c.send(b"<p>" + b"a" * ((1 << 20) - 3))
    return 200


def endless_body(c, _):
    c.head(200, HTML, "Transfer-Encoding: chunked")
    piece = PARAGRAPH * 600
    while not c.listener.closing:
        c.send(b"%x\r\n" % len(piece) + piece + b"\r\n")


def endless_head(c, _):
    c.send("HTTP/1.1 200 OK\r\n")
    for i in itertools.count():
        c.send(f"X-Tanpa-Akhir-{i}: {'a' * 900}\r\n")
        time.sleep(0.001)
        if c.listener.closing:
            return


def big_head(c, _):
    c.head(200, HTML, *(f"X-Besar-{i}: {'a' * 1000}" for i in range(1000)), f"Content-Length: {len(PAGE)}")
    c.send(PAGE)
    return 200


def one_big_line(c, _):
    c.head(200, HTML, "X-Panjang: " + "a" * (1 << 20), f"Content-Length: {len(PAGE)}")
    c.send(PAGE)
    return 200


def bomb(times=1):
    """80 MB out of some kilobytes; compressed twice, out of some hundred bytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    body = b"".join([packer.compress(b" " * (1 << 20)) for _ in range(80)] + [packer.flush()])
    for _ in range(times - 1):
        body = gzip.compress(body, 9)

    def answer(c, _):
        c.head(200, HTML, f"Content-Encoding: {', '.join(['gzip'] * times)}", f"Content-Length: {len(body)}")
        c.send(body)
        return 200
    return answer


# Servers that are busy or broken.

def busy(status, wait, times=1, date=False, page=PAGE):
    """Answers status so often, then the page; wait: seconds of Retry-After, None: no such line."""
    seen = []

    def answer(c, _):
        seen.append(time.time())
        if len(seen) > times:
            return c.reply(200, page)
        # Rounded up: an HTTP date has whole seconds.
        said = email.utils.formatdate(int(time.time() + wait + 0.999), usegmt=True) if date else wait
        return c.reply(status, "<h1>Sibuk</h1>", *([f"Retry-After: {said}"] if wait is not None else []))
    return answer


def status(number, *lines):
    def answer(c, _):
        return c.reply(number, f"<h1>{number}</h1>", *lines)
    return answer


def not_modified(c, _):
    """304 though nobody asked whether."""
    c.head(304, 'ETag: "a"')
    return 304


def changing_tag(page):
    """The same content under another ETag each time."""
    count = itertools.count()

    def answer(c, _):
        return c.reply(200, page, f'ETag: "{next(count)}-{time.time()}"')
    return answer


# Headers that lie or are missing, and odd ways to speak HTTP.

def typed(body, kind):
    def answer(c, _):
        return c.reply(200, body, kind=kind)
    return answer


def encoded(name, body):
    def answer(c, _):
        return c.reply(200, body, f"Content-Encoding: {name}")
    return answer


def zipped(page, name="gzip"):
    body = gzip.compress(page if isinstance(page, bytes) else page.encode())

    def answer(c, _):
        return c.reply(200, body, f"Content-Encoding: {name}")
    return answer


def old_http(body):
    """HTTP/1.0 without a length: the end of the connection is the end of the page."""
    def answer(c, _):
        c.send("HTTP/1.0 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n")
        c.send(body)
    return answer


def hints(lines, body):
    """Answers before the answer: 100 Continue, 103 Early Hints."""
    def answer(c, _):
        for line in lines:
            c.send(f"HTTP/1.1 {line}\r\nLink: </a.css>; rel=preload\r\n\r\n")
        return c.reply(200, body)
    return answer


def raw(data):
    """Just these bytes."""
    def answer(c, _):
        c.send(data)
    return answer


def endless_hints(c, _):
    while not c.listener.closing:
        c.send("HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n")
        time.sleep(0.01)
