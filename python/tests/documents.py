# SPDX-License-Identifier: MIT
"""The Python examples of a document: its blocks run one after another, and print what the document shows behind them."""
import contextlib
import io
import os
import re

from tree import TREE

BLOCK = re.compile(r"(<!-- not run.*?-->\n)?^```python\n(.*?)^```$(?:\n+^```text\n(.*?)^```$)?", re.M | re.S)


def text_of(name):
    with open(os.path.join(TREE, "docs", name), encoding="utf-8") as f:
        return f.read()


def run_examples(name, names):
    """Runs the blocks with these names in them; how many there were."""
    blocks = [(code, shown) for note, code, shown in BLOCK.findall(text_of(name)) if not note]
    for code, shown in blocks:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(code, name, "exec"), names)
        pattern = ".*?".join(map(re.escape, shown.split("[…]")))  # "[…]": numbers that change with the rules
        assert re.fullmatch(pattern, printed.getvalue()), code + printed.getvalue()
    return len(blocks)
