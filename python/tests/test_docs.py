# SPDX-License-Identifier: MIT
"""The example of docs/PYTHON.md, in the tree."""
import petik
import pytest
from documents import run_examples, text_of


def test_example(in_tree):
    pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    assert run_examples("PYTHON.md", {}) >= 6


def test_everything_is_named():
    text = text_of("PYTHON.md")
    assert [name for name in petik.__all__ if name not in text] == []
