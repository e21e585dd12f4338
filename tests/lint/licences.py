# SPDX-License-Identifier: MIT
"""Every file that allows comments says its licence in its first lines; with reuse installed, reuse has no complaints."""
import os
import re
import shutil
import subprocess

from names import tracked

SAYS = "SPDX-License" + "-Identifier: MIT"
LINES = 3
FIRST_REUSE = 4  # that reads REUSE.toml
SOURCES = re.compile(r"\.(c|h|js|css|py|sh|bash|rules|service|timer|sysusers|conf|cron)$|^rules/lists/.*\.txt$|^Makefile$|^debian/control$")
DATA = ("corpus/", "tests/cases/")


def first_lines(path):
    with open(path, encoding="utf-8", errors="replace") as f:
        return [line for _, line in zip(range(LINES), f)]


def is_source(path, lines):
    return not path.startswith(DATA) and bool(SOURCES.search(path) or lines and lines[0].startswith("#!"))


def reuse_version():
    """Its major version; 0: none is installed."""
    if not shutil.which("reuse"):
        return 0
    hit = re.search(r"(\d+)\.", subprocess.run(["reuse", "--version"], capture_output=True, text=True).stdout)
    return int(hit.group(1)) if hit else 0


def check(tally):
    for path in tracked():
        if os.path.islink(path):
            continue
        lines = first_lines(path)
        if is_source(path, lines):
            tally.check(any(SAYS in line for line in lines), f"licence of {path}", f"no line with {SAYS} among the first {LINES}")
    if reuse_version() >= FIRST_REUSE:
        run = subprocess.run(["reuse", "lint", "--lines"], capture_output=True, text=True, errors="replace")
        tally.check(run.returncode == 0, "reuse lint", run.stdout + run.stderr)
    else:
        tally.skip(f"reuse lint: needs reuse {FIRST_REUSE} or newer")
