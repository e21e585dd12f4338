# SPDX-License-Identifier: MIT
"""The include law: which folder of extractor/ may include headers of which (see docs/ARCHITECTURE.md)."""
import glob
import os
import re

LAW = {
    "base": "",
    "text": "base",
    "rule": "base text",
    "record": "base text rule",
    "page": "base text rule",
    "source": "base text",
        "store": "base text rule record",
    "report": "base text rule record store",
    "fetch": "base text rule page source store",
    "score": "base",
    "library": "base text rule record page source store score",
    "command": "base text rule record page source fetch store report score library",
    "manual": "base rule record store command",
}
PUBLIC = {"library", "command", "manual"}  # who includes petik.h
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.M)


def faults_of(path, folder):
    """What a file includes against the law."""
    allowed = set(LAW.get(folder, "").split()) | {folder}
    with open(path, encoding="utf-8") as f:
        text = f.read()
    for name in INCLUDE.findall(text):
        if name == "petik.h":
            if folder not in PUBLIC:
                yield f'includes "{name}", which only {" and ".join(sorted(PUBLIC))} may'
        elif "/" not in name:
            yield f'includes "{name}" without its folder'
        elif name.split("/")[0] not in allowed:
            yield f'includes "{name}"; {folder}/ may include {", ".join(sorted(allowed))}'
        elif not os.path.exists(os.path.join("extractor", name)):
            yield f'includes "{name}", which does not exist'


def check(tally):
    for path in sorted(glob.glob("extractor/*/*.[ch]")):
        folder = path.split("/")[1]
        faults = [f"no row for {folder}/ in the law"] if folder not in LAW else list(faults_of(path, folder))
        tally.check(not faults, f"includes of {path}", "\n".join(faults))
