# SPDX-License-Identifier: MIT
# A file a table, by RFC 4180, and what describes them; the records are the bytes of extract.
article satu >satu.txt
printf '{"id": "dua", "title": "Kata \\"dua\\", tiga", "text": "Rapat digelar di kantor dinas, Selasa (15/10/2024)."}\n' >dua.jsonl
"$PETIK" extract --db news.db satu.txt dua.jsonl
"$PETIK" export --db news.db --csv tables
ls -A tables
sed -n 's/^\([^,]*,[^,]*,[^,]*,[^,]*\).*\r$/\1/p' tables/dates.csv
grep -o '"Kata ""dua"", tiga"' tables/articles.csv
"$PETIK" schema datapackage | cmp - tables/datapackage.json && echo described
"$PETIK" export --db news.db --jsonl | cmp - <("$PETIK" extract satu.txt dua.jsonl) && echo same
"$PETIK" export --db news.db --jsonl -o out.jsonl && "$PETIK" export --db news.db --jsonl | cmp - out.jsonl && echo same
"$PETIK" export --db news.db --annotations | jq -r '[.body.value, .target.source, .target.selector[0].exact] | join(" ")'
# Again, over what is there.
"$PETIK" export --db news.db --csv tables && ls -A tables | wc -l
