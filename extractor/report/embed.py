#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Write files as a C source of the bytes in them, for extractor/report/assets.h.

usage: embed.py FILE... >assets.c"""
import os
import sys


def main():
    rows = []
    print('#include "report/assets.h"\n')
    for i, path in enumerate(sys.argv[1:]):
        with open(path, "rb") as f:
            data = f.read()
        lines = [",".join(map(str, data[at:at + 32])) for at in range(0, len(data), 32)]
        print(f"static const unsigned char FILE{i}[] = {{\n" + ",\n".join(lines) + "\n};")
        rows.append(f'    {{ "{os.path.basename(path)}", FILE{i}, sizeof FILE{i} }},')
    print("\nconst asset ASSETS[] = {\n" + "\n".join(rows) + "\n    { NULL, NULL, 0 },\n};")


if __name__ == "__main__":
    main()
