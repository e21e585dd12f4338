# SPDX-License-Identifier: MIT
# The newest version of an article is written, others when asked for.
article satu >a.txt
"$PETIK" extract --db news.db a.txt
article dua >a.txt
"$PETIK" extract --db news.db a.txt
titles() { "$PETIK" export --db news.db --jsonl "$@" | jq -r .title; }
titles
titles --all-versions
"$PETIK" export --db news.db --csv newest
"$PETIK" export --db news.db --csv every -a
grep -c '^[0-9]*,a.txt,' newest/articles.csv every/articles.csv
wc -l <newest/dates.csv
wc -l <every/dates.csv
