# SPDX-License-Identifier: MIT
# A signal while the reader of the output is slow: the line at hand is written whole.
lines 3000 >a.jsonl
mkfifo out
run() {
    "$PETIK" extract "$@" a.jsonl >out &
    { sleep 0.5; kill -TERM $!; sleep 0.2; cat; } <out >got
    wait $!
    echo "exit $?"
    [ "$(wc -l <got)" -lt 3000 ] && tail -n 1 got | jq -r .text
}
run
run -j 3
