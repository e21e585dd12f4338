# SPDX-License-Identifier: MIT
article satu >a.txt
status "$PETIK" extract -o no/such/out.jsonl a.txt
status "$PETIK" extract -o /dev/full a.txt
"$PETIK" extract a.txt >/dev/full
echo "exit $?"
status "$PETIK" extract -o out.jsonl --errors no/such/err a.txt
"$PETIK" --help >/dev/full
echo "exit $?"
ls -A
