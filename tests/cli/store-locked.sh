# SPDX-License-Identifier: MIT
# Another program writes, or another run of petik: after five seconds one line and exit 75; what the first one does is whole.
article satu >a.txt
lines 5 >b.jsonl
"$PETIK" extract --db news.db a.txt
# timed COMMAND...: its exit status, and whether it waited for about five seconds.
timed() {
    local start=$SECONDS
    "$@"
    local status=$? waited=$((SECONDS - start))
    [ $waited -ge 4 ] && [ $waited -le 20 ] && echo "exit $status, waited" || echo "exit $status after $waited s"
}
cat >hold.py <<'END'
import sqlite3, sys
db = sqlite3.connect("news.db", isolation_level=None)
db.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
END
mkfifo go held
python3 hold.py <go >held &
holder=$!
exec 3>go
read -r word <held
echo "$word"
timed "$PETIK" extract --db news.db b.jsonl
status "$PETIK" said --db news.db
exec 3>&-
wait $holder

# A run that waits for its input, and another.
mkfifo in
"$PETIK" extract --db news.db in &
first=$!
exec 4>in
cat b.jsonl >&4
sleep 0.5
timed "$PETIK" extract --db ./news.db a.txt
status "$PETIK" said --db news.db
exec 4>&-
wait $first
echo "first: exit $?"
python3 -c 'import sqlite3; print(sqlite3.connect("news.db").execute("SELECT count(*), count(DISTINCT run), (SELECT count(*) FROM runs) FROM articles").fetchone())'
"$PETIK" extract --db news.db a.txt && echo "later: done"
