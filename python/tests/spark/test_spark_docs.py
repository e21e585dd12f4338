# SPDX-License-Identifier: MIT
"""The examples of docs/SPARK.md, and that it has every name and option."""
import re
import subprocess
import sys

import petik.spark
from documents import run_examples, text_of


def test_example(spark):
    assert run_examples("SPARK.md", {"spark": spark}) >= 1


def test_everything_is_named():
    text = text_of("SPARK.md")
    assert [name for name in petik.spark.__all__ if name not in text] == []
    described = subprocess.run([sys.executable, "-m", "petik.spark", "--help"], capture_output=True, text=True, check=True).stdout
    options = set(re.findall(r"--[a-z-]+", described)) - {"--help"}
    assert len(options) >= 8 and [name for name in options if f"`{name}" not in text] == []
