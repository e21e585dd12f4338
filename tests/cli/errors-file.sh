# SPDX-License-Identifier: MIT
article satu >a.txt
{ line; echo '{'; } >b.jsonl
"$PETIK" extract --errors err.txt no.txt a.txt b.jsonl | sources
echo "exit ${PIPESTATUS[0]}"
cat err.txt
"$PETIK" extract -e err.txt a.txt | sources
wc -c <err.txt
