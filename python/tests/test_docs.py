# SPDX-License-Identifier: MIT
"""The example of docs/PYTHON.md: its blocks run one after another in the tree, and print what the document shows."""
import contextlib
import io
import os
import re

import petik
import pytest
from tree import TREE

DOCUMENT = os.path.join(TREE, "docs", "PYTHON.md")
BLOCK = re.compile(r"^```python\n(.*?)^```$(?:\n+^```text\n(.*?)^```$)?", re.M | re.S)


def test_example(in_tree):
    pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    with open(DOCUMENT, encoding="utf-8") as f:
        blocks = BLOCK.findall(f.read())
    names = {}
    assert len(blocks) >= 6
    for code, shown in blocks:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(code, DOCUMENT, "exec"), names)
        pattern = ".*?".join(map(re.escape, shown.split("[…]")))  # "[…]": numbers that change with the rules
        assert re.fullmatch(pattern, printed.getvalue()), code + printed.getvalue()


def test_everything_is_named():
    with open(DOCUMENT, encoding="utf-8") as f:
        text = f.read()
    assert [name for name in petik.__all__ if name not in text] == []
