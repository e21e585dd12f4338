# SPDX-License-Identifier: MIT
"""A server of the tests' own, by sockets: it answers what it is told to, also what no good server would, and writes down what it was asked."""
import http
import os
import select
import socket
import struct
import threading
import time

LONGEST_HOLD = 30
NOTICED = 0.3  # seconds after which it is noticed at last that a client has left


class Request:
    """What was asked, when (time.time), and when the answer was done (None: not yet)."""

    def __init__(self, method, path, headers, version):
        self.method, self.path, self.headers, self.version = method, path, headers, version
        self.time, self.ended, self.status = time.time(), None, None

    def __repr__(self):
        return f"{self.method} {self.path} {self.status}"


def at_once(requests, late=0.0):
    """How many of them were under way together at most. late: seconds after which a server notices that a client has gone away, at its next write."""
    edges = sorted([(r.time, 1) for r in requests] + [(max(r.time, (r.ended or time.time()) - late), -1) for r in requests])
    most = now = 0
    for _, step in edges:
        now += step
        most = max(most, now)
    return most


def gaps(requests):
    """Seconds from each request's start to the next one's."""
    times = sorted(r.time for r in requests)
    return [b - a for a, b in zip(times, times[1:])]


class Connection:
    def __init__(self, sock, listener):
        self.sock, self.listener, self.rest, self.broken = sock, listener, b"", False
        self.last = 0.0  # when the last bytes of an answer began to be sent: the client may be on to the next request before we are

    def read_request(self):
        """None: the client has left, or sent what is no request."""
        while b"\r\n\r\n" not in self.rest:
            data = self.sock.recv(65536)
            if not data:
                return None
            self.rest += data
        head, self.rest = self.rest.split(b"\r\n\r\n", 1)
        lines = head.decode("latin-1").split("\r\n")
        words = lines[0].split(" ")
        if len(words) != 3:
            return None
        return Request(words[0], words[1], {k.strip().lower(): v.strip() for k, _, v in (line.partition(":") for line in lines[1:])}, words[2])

    def send(self, data):
        self.last = time.time()
        self.sock.sendall(data if isinstance(data, bytes) else data.encode("utf-8"))

    def head(self, status, *lines):
        """Status line and header, closed."""
        phrase = http.HTTPStatus(status).phrase if status in set(http.HTTPStatus) else "Whatever"
        self.send("\r\n".join([f"HTTP/1.1 {status} {phrase}", *lines, "", ""]))

    def reply(self, status=200, body=b"", *lines, kind="text/html; charset=utf-8"):
        """A whole, right answer."""
        body = body if isinstance(body, bytes) else body.encode("utf-8")
        kinds = [f"Content-Type: {kind}"] if kind else []
        self.head(status, *kinds, f"Content-Length: {len(body)}", *lines)
        self.send(body)
        return status

    def reset(self):
        """The next close is a reset, not an orderly end."""
        self.broken = True
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    def hold(self, seconds=LONGEST_HOLD):
        """Says nothing until the client leaves, the listener closes, or the time is over."""
        until = time.monotonic() + seconds
        self.last = time.time() + seconds
        while time.monotonic() < until and not self.listener.closing:
            if select.select([self.sock], [], [], 0.05)[0]:
                try:
                    left = not self.sock.recv(65536)
                except OSError:
                    left = True
                if left:
                    self.last = time.time() - NOTICED
                    return

    def close(self):
        try:
            if not self.broken:
                self.sock.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # the client was first
        self.sock.close()


class Listener:
    """answer(connection, request) gives the status sent (for the records) or None when the connection is to be closed."""

    def __init__(self, answer, host="127.0.0.1", tls=None):
        self.answer, self.tls, self.closing = answer, tls, False
        self.log, self.connections, self.lock = [], 0, threading.Lock()
        self.socket = socket.create_server((host, 0), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=64)
        self.host, self.port = host, self.socket.getsockname()[1]
        name = f"[{host}]" if ":" in host else host
        self.root = f"{'https' if tls else 'http'}://{name}:{self.port}"
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                sock, _ = self.socket.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self.serve, args=(sock,), daemon=True).start()

    def serve(self, sock):
        try:
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if self.tls:
                sock = self.tls.wrap_socket(sock, server_side=True)
            connection = Connection(sock, self)
            while not self.closing and self.serve_one(connection):
                pass
            connection.close()
        except OSError:
            sock.close()  # the client left, or the handshake failed

    def serve_one(self, connection):
        request = connection.read_request()
        if request is None:
            return False
        with self.lock:
            self.log.append(request)
        try:
            request.status = self.answer(connection, request)
        except OSError:
            connection.last -= NOTICED
            raise
        finally:
            request.ended = max(connection.last, request.time)
        return request.status is not None and request.headers.get("connection", "").lower() != "close"

    def requests(self, since=0.0):
        """All since then (time.time), in order."""
        with self.lock:
            return [r for r in self.log if r.time >= since]

    def asked(self, path):
        return [r for r in self.requests() if r.path == path]

    def close(self):
        self.closing = True
        self.socket.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


KINDS = {"/feed": "application/rss+xml; charset=UTF-8", "/atom.xml": "application/atom+xml", "/robots.txt": "text/plain"}


def kind_of(path):
    return KINDS.get(path) or ("application/gzip" if path.endswith(".gz") else "text/xml" if path.endswith(".xml") else "text/html; charset=utf-8")


def folder_answer(folder):
    """Serves the files of a folder as nginx does: with validators, and 304 for what is not modified."""
    def answer(connection, request):
        path = request.path.split("?")[0]
        full = os.path.join(folder, path.lstrip("/"), "index.html" if path.endswith("/") else "")
        full = full.rstrip("/")
        if not os.path.isfile(full):
            return connection.reply(404, "<h1>Tidak ditemukan</h1>")
        stat = os.stat(full)
        tag = f'"{stat.st_mtime_ns:x}-{stat.st_size:x}"'
        if request.headers.get("if-none-match") == tag:
            connection.head(304, f"ETag: {tag}")
            return 304
        with open(full, "rb") as f:
            return connection.reply(200, f.read(), f"ETag: {tag}", kind=kind_of(path))
    return answer
