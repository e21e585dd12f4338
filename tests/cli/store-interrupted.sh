# SPDX-License-Identifier: MIT
# A signal ends a run: what was read is stored, and the run says how it ended; the next one goes on.
for ((i = 0; i < 200; i++)); do line "\"id\": \"a$i\""; done >a.jsonl
tell() {
    python3 -c 'import sqlite3; print(*sqlite3.connect("news.db").execute("SELECT status, ended IS NOT NULL, articles, known FROM runs ORDER BY id DESC").fetchone())'
}
mkfifo in
"$PETIK" extract --db news.db in &
run=$!
exec 4>in
cat a.jsonl >&4
sleep 1.5
kill -TERM $run
exec 4>&-
wait $run
echo "exit $?"
tell
status "$PETIK" extract --db news.db a.jsonl
tell
