# SPDX-License-Identifier: MIT
"""All readers' tests, in one scratch folder with a store of the corpus.

usage: main.py PETIK CORPUS FILL     (by the Python of the virtual environment that run-readers makes)"""
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))

import annotations  # noqa: E402
import archives  # noqa: E402
import records  # noqa: E402
import served  # noqa: E402
import sheets  # noqa: E402
from stores import Stores  # noqa: E402
from tally import SUM, Tally  # noqa: E402


def run_document(tally, petik):
    """docs/TABLES.md again, with the programs that its examples need."""
    path = os.path.join(os.path.dirname(sys.executable), "")
    run = subprocess.run([sys.executable, os.path.join(os.path.dirname(HERE), "run-docs"), petik,
                          os.path.join(os.path.dirname(os.path.dirname(HERE)), "docs", "TABLES.md")],
                         env=dict(os.environ, PATH=path + os.pathsep + os.environ["PATH"]), stdout=subprocess.PIPE,
                         stderr=subprocess.STDOUT, text=True, errors="replace")
    hit = SUM.search(run.stdout)
    if tally.check(hit, "docs/TABLES.md", run.stdout):
        print(run.stdout[:hit.start()], end="", flush=True)
        tally.add(*map(int, hit.groups()))


def main():
    petik, corpus, fill = sys.argv[1:4]
    tally = Tally("readers")
    with tempfile.TemporaryDirectory() as scratch:
        stores = Stores(tally, petik, corpus, scratch)
        for topic in (records, annotations, sheets, served):
            topic.check(tally, stores)
        archives.check(tally, stores, fill)
    run_document(tally, petik)
    tally.finish()


if __name__ == "__main__":
    main()
