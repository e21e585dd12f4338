# SPDX-License-Identifier: MIT
"""petik run as tests start it: its configuration, its standard error, its store and its archive, each test's in a folder of its own."""
import concurrent.futures
import json
import os
import re
import sqlite3
import subprocess
import time
import traceback

from tally import Tally

CONTACT = "redaksi@kabar-tanjung.example"
# Short, so that a fault is over soon; long enough for a busy machine.
QUICK = {"connect": "2s", "wait": "1500ms", "stall": "1500ms", "whole": "4s", "patience": "3s"}


def environment(allow="127.0.0.0/8", **more):
    """No proxies, and nothing of whoever runs the tests."""
    kept = {k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy") and not k.startswith("PETIK_")}
    return dict(kept, **({"PETIK_ALLOW_PRIVATE": allow} if allow else {}), **more)


def together(tally, what, *parts):
    """One test of several parts, each (whether it holds, what is said when it does not)."""
    wrong = [str(detail) for ok, detail in parts if not ok]
    return tally.check(not wrong, what, "\n".join(wrong))


def side_by_side(tally, checks, petik, folder):
    """Runs checks, functions of (tally, petik, folder), at the same time, for most of them wait; each in a folder of its own."""
    def run(function):
        own = Tally(tally.name)
        try:
            function(own, petik, os.path.join(folder, function.__name__))
        except Exception:  # the others are to be tested nevertheless
            own.check(False, f"{function.__name__} to its end", traceback.format_exc())
        return own
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        for own in pool.map(run, checks):
            tally.add(own.passed, own.failed, own.skipped)


class Done:
    def __init__(self, status, out, err, seconds):
        self.status, self.out, self.err, self.seconds = status, out, err, seconds

    def says(self, address, words="."):
        """Whether there is a line about this address with these words (a pattern)."""
        return any(line.startswith(f"petik: {address}: ") and re.search(words, line[len(address) + 9:]) for line in self.err.splitlines())

    def __str__(self):
        return f"exit {self.status} after {self.seconds:.1f} s\n{self.out}{self.err}"


class Program:
    """A configuration in folder, with its store and archive beside it."""

    def __init__(self, petik, folder):
        self.petik, self.folder = petik, folder
        os.makedirs(folder, exist_ok=True)
        self.conf = self.path("sources.conf")

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def write(self, sources, **settings):
        """sources: name -> {key: value or list of values}; settings: what stands before them."""
        lines = [f"{k} = {v}" for k, v in {"contact": CONTACT, **QUICK, "delay": "0s", "days": "all", **settings}.items() if v is not None]
        for name, keys in sources.items():
            lines += ["", f"[{name}]"]
            lines += [f"{k} = {v}" for k, values in keys.items() for v in (values if isinstance(values, list) else [values])]
        with open(self.conf, "w", encoding="utf-8") as f:
            f.write("\n".join(lines) + "\n")
        return self

    def command(self, *args, verb="run"):
        return [self.petik, verb, self.conf, *map(str, args)]

    def start(self, *args, verb="run", allow="127.0.0.0/8", before=None, **env):
        """before: called in the new process before it becomes petik."""
        return subprocess.Popen(self.command(*args, verb=verb), cwd=self.folder, env=environment(allow, **env), stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, errors="replace", preexec_fn=before, restore_signals=before is None)

    def finish(self, process, timeout=60, since=None):
        """What a started run did; one that takes too long is ended, and has status None."""
        since = since or time.monotonic()
        try:
            out, err = process.communicate(timeout=timeout)
            status = process.returncode
        except subprocess.TimeoutExpired:
            process.kill()
            out, err = process.communicate()
            status = None
        return Done(status, out, err, time.monotonic() - since)

    def kill(self, process, seconds):
        """Kills a started run after so many seconds, unless it has ended."""
        start = time.monotonic()
        try:
            out, err = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            out, err = process.communicate()
        return Done(process.returncode, out, err, time.monotonic() - start)

    def run(self, *args, timeout=60, **more):
        start = time.monotonic()
        return self.finish(self.start(*args, **more), timeout, start)

    def query(self, sql, *values, db="news.db"):
        """Rows; none when there is no store, or not that table."""
        if not os.path.exists(self.path(db)):
            return []
        connection = sqlite3.connect(f"file:{self.path(db)}?mode=ro", uri=True, timeout=20)
        try:
            return connection.execute(sql, values).fetchall()
        except sqlite3.OperationalError:
            return []
        finally:
            connection.close()

    def stored(self):
        """Addresses of the articles stored, sorted, each as often as it has a newest version."""
        return sorted(u for u, in self.query("SELECT url FROM articles WHERE replaced_by IS NULL AND refused IS NULL"))

    def texts(self):
        return sorted(self.query("SELECT url, digest FROM articles"))

    def archived(self):
        """Records of petik extract from all files of the archive, and what it said."""
        folder = self.path("archive")
        files = sorted(os.path.join(folder, f) for f in os.listdir(folder)) if os.path.isdir(folder) else []
        run = subprocess.run([self.petik, "extract", *files], capture_output=True, stdin=subprocess.DEVNULL, text=True, errors="replace")
        return [json.loads(line) for line in run.stdout.splitlines()], Done(run.returncode, "", run.stderr, 0), files
