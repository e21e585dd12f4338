# SPDX-License-Identifier: MIT
article satu | "$PETIK" extract >good.jsonl
{ cat good.jsonl; echo '{"source": 1}'; echo '{'; cat good.jsonl; } >a.jsonl
status "$PETIK" show a.jsonl no.jsonl | grep -e '^All' -e '^exit'
for ((i = 0; i < 3000; i++)); do cat good.jsonl; done >b.jsonl
"$PETIK" show b.jsonl | head -n 1 >/dev/null
echo "exit ${PIPESTATUS[0]}"
