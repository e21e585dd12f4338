# SPDX-License-Identifier: MIT
article satu >a.txt
echo old >out.jsonl
chmod 640 out.jsonl
"$PETIK" extract -o out.jsonl a.txt
sources <out.jsonl
ls -A
stat -c %a out.jsonl
umask 027
"$PETIK" extract --output new.jsonl a.txt
stat -c %a new.jsonl
