# SPDX-License-Identifier: MIT
# Nothing in: nothing out, and no error.
"$PETIK" extract </dev/null
printf ' \n\n' | "$PETIK" extract -
: >a.txt; : >b.jsonl; printf '\n\n' >c.jsonl; : | gzip >d.txt.gz
"$PETIK" extract a.txt b.jsonl c.jsonl d.txt.gz
"$PETIK" extract -j 4 -o out.jsonl a.txt && wc -c <out.jsonl
"$PETIK" show </dev/null
