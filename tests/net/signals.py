# SPDX-License-Identifier: MIT
"""Two runs at once, and runs that are told to stop: what was stored is kept, and the next run goes on."""
import signal
import time

from program import Program, side_by_side, together
from smallhost import SmallHost


def wait_for(host, count, seconds=15):
    """Until so many requests have come."""
    until = time.monotonic() + seconds
    while len(host.requests()) < count and time.monotonic() < until:
        time.sleep(0.02)


def check_two(tally, petik, folder):
    """The second one waits a while for the store, as SQLite's users do, and no longer."""
    with SmallHost(8) as host:
        program = Program(petik, folder).write({"desa": {"feed": host.feed, "delay": "900ms"}})
        start, first = time.monotonic(), program.start()
        wait_for(host, 2)
        seen = len(host.requests())
        second, other = program.start(), program.start(verb="fetch")
        second, other = program.finish(second), program.finish(other)
        done = program.finish(first, since=start)
        together(tally, "a second run at once: exit 75", (second.status == 75, second), ("news.db" in second.err or "another" in second.err, second), (second.seconds < 8, second.seconds),
                 (other.status == 75, f"petik fetch: {other}"), (seen >= 2, seen))
        together(tally, "the first run is not disturbed", (done.status == 0 and not done.err, done), (program.stored() == host.addresses(), program.stored()),
                 (all(len(host.asked(s.path)) == 1 for s in host.stories), host.requests()))


def check_stopped(tally, petik, folder, number, status):
    """A signal in the middle of a run, while a page is under way slowly."""
    with SmallHost(8) as host:
        program = Program(petik, folder).write({"desa": {"feed": host.feed, "delay": "150ms"}})
        process = program.start("--report", "run.json")
        wait_for(host, 6)
        start = time.monotonic()
        process.send_signal(number)
        done = program.finish(process)
        stopped, half = time.monotonic() - start, program.stored()
        name = signal.Signals(number).name
        together(tally, f"{name}: exit {status}", (done.status == status, done), (stopped < 3, f"{stopped:.1f} s"), (0 < len(half) < 8, len(half)))
        # At most the page that was under way is asked for again.
        before = {r.path for r in host.requests()}
        done = program.run()
        twice = [s.path for s in host.stories if len(host.asked(s.path)) > 1]
        records, said, files = program.archived()
        together(tally, f"{name}: the next run goes on", (done.status == 0 and not done.err, done), (program.stored() == host.addresses(), program.stored()),
                 (len(twice) <= 1 and not {host.root + p for p in twice} & set(half), f"asked twice: {twice}, of {len(before)}"),
                 (said.status == 0 and not said.err, f"archive: {said}"), (set(host.addresses()) <= {r["url"] for r in records}, "not all archived"),
                 (not [f for f in files if f.endswith(".open")], files))


def check_silent_host(tally, petik, folder):
    """A signal while a host says nothing."""
    with SmallHost(1) as host:
        host.pages["/feed"] = lambda c, _: c.hold()
        program = Program(petik, folder).write({"desa": {"feed": host.feed}}, wait="20s", stall="20s", whole="40s")
        process = program.start()
        wait_for(host, 2)
        start = time.monotonic()
        process.send_signal(signal.SIGTERM)
        done = program.finish(process, 20)
        together(tally, "a signal while a host says nothing", (done.status == 143, done), (time.monotonic() - start < 3, time.monotonic() - start))


def check_term(tally, petik, folder):
    check_stopped(tally, petik, folder, signal.SIGTERM, 143)


def check_interrupt(tally, petik, folder):
    check_stopped(tally, petik, folder, signal.SIGINT, 130)


def check(tally, petik, folder, _venv):
    side_by_side(tally, (check_two, check_term, check_interrupt, check_silent_host), petik, folder)
