# SPDX-License-Identifier: MIT
# A full file system, as store-full has it by the size of a file.
lines 40 >a.jsonl
for ((i = 0; i < 3000; i++)); do line "\"id\": \"b$i\""; done >b.jsonl
[ "$(id -u)" = 0 ] && unshare -m true 2>/dev/null || { echo "needs mounts of one's own" >&2; exit 77; }
mkdir disk
cat >inside <<'END'
. "$1"
mount -t tmpfs -o size=1m none disk
"$PETIK" extract --db disk/news.db a.jsonl
"$PETIK" extract --db disk/news.db b.jsonl
echo "exit $?"
python3 -c 'import sqlite3; d = sqlite3.connect("disk/news.db"); print(*d.execute("PRAGMA integrity_check").fetchone(), *d.execute("SELECT count(*) >= 40 FROM articles").fetchone())'
status "$PETIK" said --db disk/news.db
mount -o remount,size=100m disk
status "$PETIK" extract --db disk/news.db b.jsonl
python3 -c 'import sqlite3; print(*sqlite3.connect("disk/news.db").execute("SELECT count(*) FROM articles").fetchone())'
END
unshare -m bash inside "$1/helpers.bash"
