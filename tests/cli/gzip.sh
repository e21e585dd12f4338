# SPDX-License-Identifier: MIT
# Members in a row are one input, whatever its name says; padding after the last is none.
{ article satu | gzip; } >a.bin
{ line '"id": "1"' | gzip; line '"id": "2"' | gzip; head -c 600 /dev/zero; } >b.jsonl.gz
{ printf '{"id": "3", "te' | gzip; printf 'xt": "Rapat digelar."}\n' | gzip; } >c.jsonl.gz
"$PETIK" extract a.bin b.jsonl.gz c.jsonl.gz | sources
