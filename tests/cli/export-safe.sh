# SPDX-License-Identifier: MIT
# What a spreadsheet would take for a formula gets an apostrophe; numbers do not.
{ line '"id": "=1+1", "title": "@SUM(A1)", "publisher": "aman"'; line '"id": "a", "title": "+62; =2", "publisher": "-"'; } >a.jsonl
"$PETIK" extract --db news.db a.jsonl
columns() { cut -d, -f 2,5,6 "$1/articles.csv" | grep -a -e '^source' -e 'aman' -e '62'; }
"$PETIK" export --db news.db --csv plain && columns plain
"$PETIK" export --db news.db --csv safe --csv-safe && columns safe
cmp plain/dates.csv safe/dates.csv && echo same
