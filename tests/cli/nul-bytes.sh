# SPDX-License-Identifier: MIT
printf 'Rapat\0digelar' >a.txt
printf '{"text": "x"}\n\0\0\0' >b.jsonl
printf '\xff\xfeR\0a\0p\0' >c.txt
article satu >d.txt
"$PETIK" extract a.txt b.jsonl c.txt d.txt >out
status=$?
sources <out
exit $status
