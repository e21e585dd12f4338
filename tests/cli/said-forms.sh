# SPDX-License-Identifier: MIT
# JSON and CSV: every line parses, with the same keys; CSV by RFC 4180 and safe against formulas; nothing found; a reader that
# goes away.
cat >more.jsonl <<'END'
{"id": "rumus", "publisher": "=Warta, \"Desa\"", "url": "javascript:alert(1)", "title": "=1+1", "text": "PASURUAN – Kepala Dinas Perhubungan Kota Pasuruan Dewi Larasati melarang parkir.\n\"=1+1 kami larang, juga + dan \\\\ di papan,\" kata Dewi."}
{"id": "panjang", "publisher": "Warta", "url": "https://warta.example/a?b=c&d#e", "published": "2024-12-06", "text": "PASURUAN – Kepala Dinas Perhubungan Kota Pasuruan Dewi Larasati melarang parkir.\n\"Parkir-parkir liar, A & B, 50% ‘bebas’ kami larang,\" kata Dewi, Jumat (6/12/2024)."}
END
outlets more.jsonl
for command in said points officials; do
    echo "== $command"
    "$PETIK" $command --db news.db --json >all.json
    jq -r 'keys_unsorted | join(" ")' all.json | sort -u
    "$PETIK" $command --db news.db --csv >all.csv
    "$PETIK" $command --db news.db --csv --csv-safe >safe.csv
    python3 - <<'END'
import csv, json
rows = [json.loads(line) for line in open("all.json", encoding="utf-8")]
cells = list(csv.reader(open("all.csv", encoding="utf-8", newline="")))
def same(v, c): return (json.loads(c) if c else []) == v if isinstance(v, list) else c == ("" if v is None else str(v))
print(cells[0] == list(rows[0]), len(rows) == len(cells) - 1, [(v, c) for r, line in zip(rows, cells[1:]) for v, c in zip(r.values(), line) if not same(v, c)])
raw = open("all.csv", encoding="utf-8", newline="").read()
print(raw.endswith("\r\n"), raw.count("\r\n") == len(rows) + 1)
safe = list(csv.reader(open("safe.csv", encoding="utf-8", newline="")))
print(len(safe) == len(cells), sorted({v for r in safe for v in r if v[:1] in ("=", "+", "@", "\t")}), sorted({v for r in safe for v in r if v[:1] == "'"}))
END
done
asked '[.text, .link, .copy, .published, .outlet, .title] | @json' said Dewi Larasati
"$PETIK" said Dewi Larasati --db news.db
echo "== nothing"
status "$PETIK" said Siti Nurhaliza --db news.db --json
status "$PETIK" said Siti Nurhaliza --db news.db --csv
status "$PETIK" officials Siti Nurhaliza --db news.db
status "$PETIK" said Siti Nurhaliza --db news.db --fail-empty
status "$PETIK" said Adi --db news.db --fail-empty --json | tail -n 1
status "$PETIK" points Adi --db news.db --fail-empty --since 2026 --json
echo "== usage"
status "$PETIK" said Adi
status env PETIK_DB= "$PETIK" said Adi
PETIK_DB=news.db "$PETIK" said Adi --json | wc -l
PETIK_DB=none.db "$PETIK" said Adi --json --db news.db | wc -l
status "$PETIK" said Adi --db news.db --json --csv
status "$PETIK" officials Adi --db news.db --direct
echo "== a reader that goes away, a full disk"
for ((i = 0; i < 800; i++)); do
    line "\"id\": \"c$i\"" | sed 's/Rapat/Bupati Sikka Robertus Nong mengatakan warga wajib menjaga hutan adat ini bersama. Rapat/'
done >many.jsonl
"$PETIK" extract --db news.db many.jsonl
for command in "said --json" "points --csv" said; do
    "$PETIK" $command --db news.db | head -n 1 | wc -l
    echo "exit ${PIPESTATUS[0]}"
done
for command in said officials; do
    "$PETIK" $command --db news.db >/dev/full
    echo "exit $?"
done
