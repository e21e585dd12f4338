"""Where the tree, its corpus and its program are: $PETIK names the program (build/petik), the folders are the tree's."""
import os
import subprocess

import pytest

TREE = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
PROGRAM = os.path.join(TREE, os.environ.get("PETIK", os.path.join("build", "petik")))


@pytest.fixture
def in_tree(monkeypatch):
    monkeypatch.chdir(TREE)


@pytest.fixture
def command():
    """Runs petik with arguments; what it wrote, as bytes."""
    def run(*arguments, status=0):
        done = subprocess.run([PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
        assert done.returncode == status, done.stderr.decode()
        return done.stdout
    return run
