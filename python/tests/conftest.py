# SPDX-License-Identifier: MIT
import subprocess

import pytest
from tree import PROGRAM, TREE


@pytest.fixture
def in_tree(monkeypatch):
    monkeypatch.chdir(TREE)


@pytest.fixture(scope="session")
def command():
    """Runs petik with arguments; what it wrote, as bytes."""
    def run(*arguments, status=0):
        done = subprocess.run([PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
        assert done.returncode == status, done.stderr.decode()
        return done.stdout
    return run
