# SPDX-License-Identifier: MIT
# A full disk: one line and exit 5; what was stored before is whole, and a run with room completes it.
lines 40 >a.jsonl
for ((i = 0; i < 3000; i++)); do line "\"id\": \"b$i\""; done >b.jsonl
"$PETIK" extract --db news.db a.jsonl
count='import sqlite3; d = sqlite3.connect("news.db"); print(*d.execute("PRAGMA integrity_check").fetchone(), *d.execute("SELECT count(*) >= 40 FROM articles").fetchone())'
# No file longer than so many blocks of 1024 bytes.
(ulimit -f $(($(stat -c %s news.db) / 1024 + 200)); trap '' XFSZ; status "$PETIK" extract --db news.db b.jsonl)
python3 -c "$count"
status "$PETIK" said --db news.db
status "$PETIK" extract --db news.db b.jsonl
python3 -c 'import sqlite3; print(*sqlite3.connect("news.db").execute("SELECT count(*) FROM articles").fetchone())'
