# SPDX-License-Identifier: MIT
# Paths that are no store: one line that names the path as it was given, and nothing is changed.
article satu >a.txt
"$PETIK" extract --db good.db a.txt
cp good.db newer.db && python3 -c 'import sqlite3; sqlite3.connect("newer.db").execute("PRAGMA user_version = 99")'
python3 -c 'import sqlite3; sqlite3.connect("other.db").execute("CREATE TABLE t(x)")'
echo "no database" >text.db
for ((i = 0; i < 200; i++)); do echo "no database at all"; done >long.db
head -c 5000 good.db >cut.db
printf 'SQLite format 3\0' >head.db
mkdir folder.db
try() {
    for command in "extract a.txt" said officials points persons "export --jsonl"; do
        echo "$command --db=$1" >&2
        "$PETIK" ${command%% *} --db="$1" $(cut -s -d ' ' -f 2- <<<"$command") 2>&1 >/dev/null | head -n 3 >&2
        echo "exit ${PIPESTATUS[0]}" >&2
    done
}
for name in newer other text long cut head; do
    cp $name.db $name.before
    try $name.db
    cmp $name.db $name.before && echo "$name: not changed"
done
try folder.db
try ./no/such.db
try good.db/inner.db
try ""

