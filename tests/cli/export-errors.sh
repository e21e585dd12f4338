# SPDX-License-Identifier: MIT
sql() { python3 -c 'import sqlite3, sys; sqlite3.connect(sys.argv[1], isolation_level=None).execute(sys.argv[2])' "$@"; }
article satu >a.txt
"$PETIK" extract --db news.db a.txt
status "$PETIK" export
status "$PETIK" export --db news.db
status "$PETIK" export news.db --jsonl
status "$PETIK" export --db news.db news.db --jsonl
status "$PETIK" export --db news.db --jsonl --csv tables
status "$PETIK" export --db news.db --jsonl --csv-safe
status "$PETIK" export --db news.db --csv tables -o out
status "$PETIK" export --db news.db --cvs tables
# No store: no such file, another file, another program's database, an empty one, a newer one.
status "$PETIK" export --db no.db --jsonl
"$PETIK" export --db a.txt --jsonl 2>&1 | sed 's|[^ ]*/||'
sql other.db 'CREATE TABLE a (b)'
status "$PETIK" export --db other.db --jsonl
: >empty.db
status "$PETIK" export --db empty.db --jsonl
cp news.db newer.db && sql newer.db 'PRAGMA user_version = 999'
status "$PETIK" export --db newer.db --jsonl
cp news.db lost.db && sql lost.db 'PRAGMA user_version = 0'
status "$PETIK" export --db lost.db --jsonl
# What cannot be written; what was there stays.
status "$PETIK" export --db news.db --csv no/such
status "$PETIK" export --db news.db --csv a.txt
status "$PETIK" export --db news.db --jsonl -o /dev/full
"$PETIK" export --db news.db --annotations >/dev/full
echo "exit $?"
mkdir -p kept/warnings.csv && echo old >kept/dates.csv
status "$PETIK" export --db news.db --csv kept
ls -A kept; cat kept/dates.csv
ls -A | grep -v 'db'
