# SPDX-License-Identifier: MIT
"""Stores to make reports of: the corpus, many articles of one pattern, and one article that tries everything."""
import json
import os
import sqlite3
import subprocess

HOSTILE_TITLE = '<script>document.title="X"</script> & "Kutip" \' <b>tebal</b> \u202eterbalik\u202c 🦜'
HOSTILE_OUTLET = '"><img src=x onerror=document.title="X">'
HOSTILE_TEXT = "\n\n".join([
    '<script>document.title="X"</script> Bupati Sikka <img src=x onerror=document.title="X"> hadir, Selasa (15/10/2024). 🦜🦜',
    'Bupati Sikka Yohanes Riberu mengatakan bahwa warga </q></li><script>document.title="X"</script> "tidak" boleh takut.',
    '"Kita & mereka <i>bersama</i> \u202emembangun\u202c desa 🦜, jangan klik javascript:document.title=1," kata Yohanes Riberu.',
    '&lt;b&gt; &amp; &#39; `kutip` ${kutip} \u2028 baris \u200f kanan.',
])

PLACES = ["Kediri", "Madiun", "Blitar", "Batu"]
NAMES = ["Rina Wijaya", "Hendra Kusuma", "Siti Rahmawati", "Bagus Prakoso"]
PLURAL = 240


def pattern(i):
    """One of many: four mayors, four outlets, two years; every tenth speaks of a flood."""
    place, name = PLACES[i % 4], NAMES[i % 4]
    what = "banjir di kelurahan" if i % 10 == 0 else "jalan kampung"
    day = f"{2023 + i % 2}-{i % 12 + 1:02d}-{i % 27 + 1:02d}"
    text = (f"{place.upper()} - Wali Kota {place} {name} mengatakan bahwa {what} nomor {i} segera ditangani dinas terkait.\n\n"
            f'"Perbaikan nomor {i} selesai bulan depan," kata {name}.\n\n'
            f"Ia meminta warga menjaga kebersihan lingkungan dan tidak membuang sampah di sungai nomor {i}.")
    return {"id": f"pola-{i}", "url": f"https://warta{i % 4}.example/{i}", "title": f"Penanganan {what.title()} {i} di {place}",
            "published": day, "publisher": f"Warta {place}", "text": text}


def hostile():
    return {"id": "jahat", "url": 'javascript:document.title="X"', "title": HOSTILE_TITLE, "publisher": HOSTILE_OUTLET,
            "published": "2024-10-16", "text": HOSTILE_TEXT}


def make_store(petik, root, folder):
    """A store in folder; its path."""
    path, lines = os.path.join(folder, "news.db"), os.path.join(folder, "many.jsonl")
    with open(lines, "w", encoding="utf-8") as f:
        for article in [pattern(i) for i in range(PLURAL)] + [hostile()]:
            f.write(json.dumps(article, ensure_ascii=False) + "\n")
    subprocess.run([petik, "extract", "--db", path, lines, os.path.join(root, "corpus", "articles")], check=True, cwd=root,
                   stdout=subprocess.DEVNULL)
    # petik cleans what it reads; another program that writes to a store may not.
    with sqlite3.connect(path) as db:
        db.execute("UPDATE articles SET title = ?, outlet = ? WHERE source LIKE '%jahat'", (HOSTILE_TITLE, HOSTILE_OUTLET))
    return path


def make_report(petik, store, folder, *more):
    subprocess.run([petik, "report", "--db", store, "-o", folder, *more], check=True)
    return "file://" + folder
