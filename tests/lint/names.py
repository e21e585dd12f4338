# SPDX-License-Identifier: MIT
"""Names of files are unique in extractor/; no file of the tree has an absolute path of somebody's machine in it."""
import collections
import glob
import os
import re
import shutil
import subprocess

# Places that every system has, and addresses of devices and the like.
ABSOLUTE = re.compile(r'(?<![\w.:/$}~<-])/(?:home|root|work|Users|mnt|opt|srv|var/lib)/[\w.-]+')
TEXT = (".c", ".h", ".py", ".md", ".txt", ".rules", ".json", ".sh", "")
MANY = {"README.md"}


def tracked():
    """The files of the tree, without what is built; a tree out of a tarball has no git to ask."""
    if shutil.which("git"):
        run = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], capture_output=True, text=True)
        if run.returncode == 0:
            return [p for p in run.stdout.splitlines() if os.path.isfile(p)]
    return [p for p in glob.glob("**/*", recursive=True) if os.path.isfile(p) and not p.startswith("build/")]


def check_unique(tally):
    seen = collections.defaultdict(list)
    for path in glob.glob("extractor/**/*.*", recursive=True):
        seen[os.path.basename(path)].append(path)
    for name, paths in sorted(seen.items()):
        if name not in MANY:
            tally.check(len(paths) == 1, f"name {name}", " ".join(paths))


def check_paths(tally):
    for path in tracked():
        if os.path.splitext(path)[1] not in TEXT or path == "tests/lint/names.py":
            continue
        with open(path, encoding="utf-8", errors="replace") as f:
            found = [f"line {n}: {hit.group()}" for n, line in enumerate(f, 1) for hit in ABSOLUTE.finditer(line)]
        tally.check(not found, f"absolute path in {path}", "\n".join(found))


def check(tally):
    check_unique(tally)
    check_paths(tally)
