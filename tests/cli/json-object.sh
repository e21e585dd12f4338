# SPDX-License-Identifier: MIT
# One object over several lines, in a file or on standard input.
printf '{\n  "id": "one",\n  "text": "Rapat digelar."\n}\n' >a.json
printf '{\n  "text": "Rapat digelar."\n}\n' >b.json
printf '{\n  "id": "bad",\n  "text": Rapat\n}\n' >c.json
"$PETIK" extract a.json b.json - c.json <a.json >out
status=$?
sources <out
exit $status
