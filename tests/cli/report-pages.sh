# SPDX-License-Identifier: MIT
# petik report: which files there are, what is in the language asked for, and the same bytes each time.
article satu >a.txt
{ line '"id": "b", "title": "Rapat Dua", "publisher": "Warta <Kota>", "published": "2024-10-16", "url": "https://warta.example/2"'; } >b.jsonl
"$PETIK" extract --db news.db a.txt b.jsonl "$CORPUS/pages/cari-pilkada-damai.html"
status "$PETIK" report --db news.db -o pages
find pages -type f | sort
cat pages/petik-report.json
grep -o '<html lang="[a-z]*">' pages/index.html
# The page that is no article is not there; what a store has is text.
ls pages/articles/0 | wc -l
grep -c 'Warta &lt;Kota&gt;' pages/articles/2024-10.html
# Again: the report is replaced, and is the same; a link keeps its place.
cp -r pages first
ln -s pages link
status "$PETIK" report --db news.db -o link/
diff -r first pages && ls -l link | sed 's/.* link/link/'
status "$PETIK" report --db news.db -o pages --english
grep -o '<html lang="[a-z]*">' pages/index.html
ls -A | grep -v -e -shm -e -wal
