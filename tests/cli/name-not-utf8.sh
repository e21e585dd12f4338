# SPDX-License-Identifier: MIT
# A file's name need not be UTF-8, but what is written is: in the record, in the report, and in the store.
name=$(printf 'd/a\377b')
mkdir d
article 1 >"$name.txt"
line >"$name.jsonl"
fetched "$(printf 'hal\351')" >"$name.warc"
printf 'a\0b' >"$name.json"
"$PETIK" extract --report n.json d >n.jsonl 2>n.err
"$PETIK" extract --db n.db d 2>/dev/null
for file in n.jsonl n.json; do iconv -f UTF-8 -t UTF-8 $file >/dev/null && echo "$file is UTF-8"; done
jq -c '[.source, .url]' n.jsonl
jq -c .errors n.json
"$PETIK" export --db n.db --jsonl >n.again && cmp n.jsonl n.again && echo "the store has the same"
