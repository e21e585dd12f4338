# SPDX-License-Identifier: MIT
# Complete lines before the break are kept; half a text is not an article.
for ((i = 1; i <= 2000; i++)); do line "\"id\": \"$i-$RANDOM$RANDOM\""; done | gzip >all.jsonl.gz
head -c 9000 all.jsonl.gz >cut.jsonl.gz
article satu | gzip >all.txt.gz
head -c 60 all.txt.gz >cut.txt.gz
{ article dua | gzip; echo garbage; } >tail.txt.gz
{ head -c 30 all.txt.gz; printf '\377\377\377\377'; tail -c +35 all.txt.gz; } >damaged.txt.gz
article tiga >z.txt
"$PETIK" extract cut.jsonl.gz cut.txt.gz tail.txt.gz damaged.txt.gz z.txt >out
status=$?
sources <out | sed -n '1s/-.*//p; $p'
[ "$(wc -l <out)" -gt 100 ] && echo many
exit $status
