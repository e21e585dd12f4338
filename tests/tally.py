# SPDX-License-Identifier: MIT
"""How the test runners count and speak: a line a failure, then "N passed, N failed, N skipped"."""
import re
import sys

SUM = re.compile(r"(\d+) passed, (\d+) failed, (\d+) skipped")


class Tally:
    def __init__(self, name):
        self.name, self.passed, self.failed, self.skipped = name, 0, 0, 0

    def check(self, ok, what, detail=""):
        """Counts one test; what names it, detail (some lines) says what is wrong."""
        if ok:
            self.passed += 1
            return True
        self.failed += 1
        print(f"{self.name}: FAILED {what}", flush=True)
        for line in str(detail).rstrip().split("\n")[:20] if detail else []:
            print("    " + line[:300], flush=True)
        return False

    def skip(self, what):
        self.skipped += 1
        print(f"{self.name}: skipped: {what}", flush=True)

    def add(self, passed, failed, skipped):
        self.passed, self.failed, self.skipped = self.passed + passed, self.failed + failed, self.skipped + skipped

    def finish(self):
        """Prints the sum and ends the program."""
        print(f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped", flush=True)
        sys.exit(1 if self.failed else 0)
