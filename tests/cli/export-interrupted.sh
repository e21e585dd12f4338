# SPDX-License-Identifier: MIT
# A signal ends the output behind a whole line; named files stay as they were.
lines 3000 >a.jsonl
"$PETIK" extract --db news.db a.jsonl
mkfifo out
run() {
    "$PETIK" export --db news.db "$@" >out &
    { sleep 0.5; kill -TERM $!; sleep 0.2; cat; } <out >got
    wait $!
    echo "exit $?"
}
run --jsonl
[ "$(wc -l <got)" -lt 3000 ] && tail -n 1 got | jq -r .text
run --annotations
tail -n 1 got | jq -r .type
