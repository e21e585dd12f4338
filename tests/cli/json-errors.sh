# SPDX-License-Identifier: MIT
# Each bad line is one error and costs itself alone.
{
    lines 6
    echo '{"id": "7", "text": "Rapat digelar.",}'
    echo '{"text": "Rapat digelar." "id": "8"}'
    echo '{"text": "Rapat'
    echo '{"text": "a\qb"}'
    echo '{"text": "\ud83d"}'
    printf '{"text": "a\tb"}\n'
    printf '{"text": "a\xc0\xafb"}\n'
    echo '{"text": "x", "n": 01}'
    echo '{"text": "x", "n": nul}'
    echo '{"text": "x"} {"text": "y"}'
    echo '[1]'
    echo '{"text": 5}'
    echo '{"id": [], "text": "x"}'
    echo '{"title": "x"}'
    printf '{"text": "x", "n": '; printf '[%.0s' {1..100}; printf ']%.0s' {1..100}; echo '}'
    line '"id": "end"'
} >a.jsonl
"$PETIK" extract a.jsonl >out
status=$?
sources <out
exit $status
