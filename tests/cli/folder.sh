# SPDX-License-Identifier: MIT
# Byte order of whole paths: '-' before '.' before '/'; hidden and other files are passed over.
mkdir -p d/a d/a-b d/.hidden d/c/e
for f in a/x.txt a-b/x.txt a.txt Z.htm b.html .no.txt .hidden/x.txt picture.jpg notes.md c/e/deep.txt c.gold.json; do
    article "$f" >"d/$f"
done
article gz | gzip >d/m.txt.gz
line >d/l.jsonl
line >d/n.ndjson
line '"id": "named"' >d/o.json
"$PETIK" extract d | sources
echo -- with a slash
"$PETIK" extract d/a/ d/c | sources
