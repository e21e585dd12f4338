# SPDX-License-Identifier: MIT
head -c 17000000 /dev/zero | tr '\0' 'a' >a.txt
{ printf '{"text": "'; cat a.txt; echo '"}'; } >b.jsonl
article satu >c.txt
"$PETIK" extract a.txt b.jsonl c.txt >out
status=$?
sources <out
exit $status
