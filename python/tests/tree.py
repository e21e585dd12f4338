# SPDX-License-Identifier: MIT
"""Where the tree, its corpus and its program are: $PETIK names the program (build/petik), the folders are the tree's."""
import contextlib
import os

TREE = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
PROGRAM = os.path.join(TREE, os.environ.get("PETIK", os.path.join("build", "petik")))


@contextlib.contextmanager
def in_folder(path):
    was = os.getcwd()
    os.chdir(path)
    try:
        yield
    finally:
        os.chdir(was)
