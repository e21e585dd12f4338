# SPDX-License-Identifier: MIT
"""What a name leads to is looked at when it has been resolved, for each connection: a name server can answer one thing now and another later."""
import os
import shutil
import subprocess

import faults
from listener import Listener
from program import Program, together
from smallhost import SmallHost

HERE = os.path.dirname(os.path.abspath(__file__))
ALLOWED = "127.0.0.2/32"


def compiled(folder):
    """The library that answers for the name server; None without a compiler."""
    compiler = os.environ.get("CC") or "cc"
    library = os.path.join(folder, "hostnames.so")
    if not shutil.which(compiler.split()[0]):
        return None
    made = subprocess.run([*compiler.split(), "-shared", "-fPIC", "-o", library, os.path.join(HERE, "hostnames.c"), "-ldl"], capture_output=True)
    return library if made.returncode == 0 else None


def named(root, name):
    """The address with a name in the place of its host's number."""
    return root.replace("127.0.0.2", name)


def check_later_answer(tally, petik, folder, library):
    """The first run is led to the site; then its name leads to loopback, and to a network beyond, which is not asked."""
    with SmallHost(3, host="127.0.0.2") as host, Listener(faults.status(200), "127.0.0.1") as trap:
        program = Program(petik, folder).write({"desa": {"feed": named(host.feed, "kabar.example"), "follow": "http://*"}})
        first = program.run(allow=ALLOWED, LD_PRELOAD=library, ASAN_OPTIONS="verify_asan_link_order=0", HOSTNAMES="kabar.example=127.0.0.2")
        together(tally, "a name that leads to the site", (first.status == 0, first), (host.requests(), "nothing asked"))
        for address in ("127.0.0.1", "10.0.0.1", "169.254.169.254", "::1"):
            done = program.run(allow=ALLOWED, LD_PRELOAD=library, ASAN_OPTIONS="verify_asan_link_order=0", HOSTNAMES="kabar.example=" + address)
            together(tally, f"a name that leads to {address} now", (done.status == 75, done), ("address" in done.err, done), (trap.connections == 0, trap.requests()),
                     (done.seconds < 5, done.seconds))


def check_redirect(tally, petik, folder, library):
    """A page leads to a name, and that to where nobody else may go; and one name has both addresses in turn."""
    with SmallHost(3, host="127.0.0.2") as host, Listener(faults.status(200), "127.0.0.1") as trap:
        bad = host.add(faults.redirect(f"http://dalam.example:{trap.port}/rahasia"), 9000)
        program = Program(petik, folder).write({"desa": {"feed": host.feed}})
        done = program.run(allow=ALLOWED, LD_PRELOAD=library, ASAN_OPTIONS="verify_asan_link_order=0", HOSTNAMES="dalam.example=127.0.0.1")
        together(tally, "a redirect to a name that leads to loopback", (done.status == 1, done), ("loopback" in done.err, done), (trap.connections == 0, trap.requests()),
                 (bad not in program.stored() and program.stored() == host.addresses(), program.stored()))


def check(tally, petik, folder, _venv):
    library = compiled(folder)
    if not library:
        tally.skip("a name server's answers need a C compiler")
        return
    check_later_answer(tally, petik, os.path.join(folder, "later"), library)
    check_redirect(tally, petik, os.path.join(folder, "redirect"), library)
