# SPDX-License-Identifier: MIT
# petik report says what it lacks, and leaves alone what is none of its own.
article satu >a.txt
"$PETIK" extract --db news.db a.txt
status "$PETIK" report -o pages
status "$PETIK" report --db news.db
status "$PETIK" report --db news.db -o pages a.txt
status "$PETIK" report --db no.db -o pages
status "$PETIK" report --db news.db -o a.txt
status "$PETIK" report --db news.db -o no/pages
status "$PETIK" report --db news.db -o ''
mkdir other && echo x >other/notes.txt
status "$PETIK" report --db news.db -o other
mkdir taken && echo x >taken/index.html
status "$PETIK" report --db news.db -o taken
# An empty folder will do; a report beside which somebody keeps a file will not.
mkdir empty
status "$PETIK" report --db news.db -o empty
echo x >empty/notes.txt
status "$PETIK" report --db news.db -o empty
cat empty/notes.txt other/notes.txt
# A store of a newer petik.
python3 -c 'import sqlite3; sqlite3.connect("news.db").execute("PRAGMA user_version = 99")'
status "$PETIK" report --db news.db -o pages
ls -A | grep -v -e -shm -e -wal
exit 0
