# SPDX-License-Identifier: MIT
# Whoever only declares points speaks as well, in the newest version of an article.
cat >a.jsonl <<'END'
{"id": "satu", "published": "2024-10-15", "text": "KEDIRI – Kapolres Kediri Kota meminta warga tidak memarkir mobil di jembatan saat hujan deras."}
END
"$PETIK" extract --db news.db a.jsonl
because='import sqlite3; print(*sqlite3.connect("news.db").execute("SELECT name, person, because FROM holders").fetchall(), sep="\n")'
python3 -c "$because"
sed -i 's/Kapolres Kediri Kota/Warga/' a.jsonl
"$PETIK" extract --db news.db a.jsonl
python3 -c "$because"
