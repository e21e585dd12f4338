# SPDX-License-Identifier: MIT
# A run that cannot give the file its name leaves nothing behind.
article satu >a.txt
mkdir out.jsonl
status "$PETIK" extract -o out.jsonl a.txt
ls -A
