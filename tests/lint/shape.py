# SPDX-License-Identifier: MIT
"""How long files and functions are, and how complex (pmccabe); prints the median."""
import glob
import shutil
import statistics
import subprocess

MOST_FILE = 800
MOST_FUNCTION = 80
MOST_COMPLEXITY = 25


def functions(paths):
    """(complexity, lines, file, name) of each function."""
    run = subprocess.run(["pmccabe"] + paths, capture_output=True, text=True, errors="replace")
    for row in run.stdout.splitlines():
        cells = row.split("\t")
        if len(cells) >= 6:
            yield int(cells[0]), int(cells[4]), cells[5].split("(")[0], cells[5].split(": ")[-1]


def check_files(tally, paths):
    for path in paths:
        with open(path, encoding="utf-8", errors="replace") as f:
            lines = f.readlines()
        tally.check(len(lines) <= MOST_FILE, f"length of {path}", f"{len(lines)} lines, {MOST_FILE} at most")


def check_functions(tally, paths):
    if not shutil.which("pmccabe"):
        tally.skip("pmccabe is not installed")
        return
    found = list(functions(paths))
    for complexity, lines, path, name in found:
        tally.check(complexity <= MOST_COMPLEXITY and lines <= MOST_FUNCTION, f"{path}: {name}",
                    f"{lines} lines ({MOST_FUNCTION} at most), complexity {complexity} ({MOST_COMPLEXITY} at most)")
    if found:
        lengths = sorted(lines for _, lines, _, _ in found)
        print(f"lint: {len(found)} functions; lines: median {statistics.median(lengths):g}, "
              f"nine of ten up to {lengths[len(lengths) * 9 // 10]}, longest {lengths[-1]}; "
              f"highest complexity {max(c for c, _, _, _ in found)}", flush=True)


def check(tally):
    paths = sorted(glob.glob("extractor/*/*.[ch]") + glob.glob("include/*.h") + glob.glob("tests/*/*.c"))
    check_files(tally, paths)
    check_functions(tally, [p for p in paths if p.startswith("extractor/") and p.endswith(".c")])
