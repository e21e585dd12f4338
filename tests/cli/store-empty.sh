# SPDX-License-Identifier: MIT
# An empty file is no store to ask; extract makes one of it. Nothing is written where there is nothing to read.
article satu >a.txt
: >empty.db
status "$PETIK" said --db empty.db
status "$PETIK" export --db empty.db --jsonl
status "$PETIK" said --db none.db
ls
status "$PETIK" extract --db empty.db a.txt
status "$PETIK" said --db empty.db
# A run without articles makes a store as well.
: >nothing.jsonl
status "$PETIK" extract --db new.db nothing.jsonl
status "$PETIK" said --db new.db
status "$PETIK" officials --db new.db
status "$PETIK" points --db new.db Kediri
