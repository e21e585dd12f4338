# SPDX-License-Identifier: MIT
"""A rule set on its way to the workers, so that they extract with the driver's rules whatever is installed with them."""
from __future__ import annotations

import os
import tempfile

from .._library import Error, version
from ..extraction import Extractor, Rules

#: The extractors of this process, by the digests of their rules: a Python worker goes on to other tasks.
_loaded: dict[str, Extractor] = {}


class Shipped:
    """The files of a rule set, as bytes, and what they have to give again: travels in the closure of a task."""

    def __init__(self, rules: Rules):
        self.version, self.digest, self.files = version(), rules.digest, {}
        for folder, ending in ("", ".rules"), ("lists", ".txt"):
            for name in sorted(os.listdir(os.path.join(rules.folder, folder))):
                if name.endswith(ending):
                    with open(os.path.join(rules.folder, folder, name), "rb") as f:
                        self.files[os.path.join(folder, name)] = f.read()

    def extractor(self) -> Extractor:
        """An extractor with these rules, one a process. Raises Error if they, or the library here, are not the driver's."""
        if self.digest not in _loaded:
            if version() != self.version:
                raise Error(Error.RULES, f"petik: version {version()} on this worker, {self.version} on the driver: install the same on both")
            rules = self._unpack()
            if rules.digest != self.digest:
                raise Error(Error.RULES, f"petik: the rules arrived as {rules.digest}, they left as {self.digest}: they were changed meanwhile")
            _loaded[self.digest] = Extractor(rules)
        return _loaded[self.digest]

    def _unpack(self) -> Rules:
        with tempfile.TemporaryDirectory(prefix="petik-rules-") as folder:
            os.mkdir(os.path.join(folder, "lists"))
            for path, content in self.files.items():
                with open(os.path.join(folder, path), "wb") as f:
                    f.write(content)
            return Rules(folder)
