# SPDX-License-Identifier: MIT
# Who is asked about: a name, part of one, an office however it is written, an institution, a region, nobody.
cat >more.jsonl <<'END'
{"id": "kadinkes", "publisher": "Warta Pasuruan", "published": "2024-12-02", "text": "PASURUAN – Kadinkes Kota Pasuruan dr. Shinta Maharani meminta warga menguras bak mandi. \"Jentik nyamuk tumbuh dalam tujuh hari,\" kata Shinta, Senin (2/12/2024)."}
{"id": "dinkes", "publisher": "Jatim Kini", "published": "2025-01-06", "text": "PASURUAN – Kepala Dinas Kesehatan (Dinkes) Kota Pasuruan Shinta Maharani menyebut kasus demam berdarah turun. \"Kami tetap turun ke lapangan,\" kata Shinta, Senin (6/1/2025)."}
{"id": "bupati", "publisher": "Jatim Kini", "published": "2024-12-05", "text": "PASURUAN – Pj Bupati Pasuruan Bagus Wijanarko meninjau tanggul. \"Tanggul ini harus kuat sampai musim hujan selesai,\" kata Bagus, Kamis (5/12/2024)."}
END
outlets more.jsonl
told said Hendra Wicaksana
told said "hendra  wicaksana"
told said Wicaksana
told said Adi
told said Adi Nugroho Santosa
told said Mochammad Nawawi
told said Wali Kota Pasuruan
told said Pj Wali Kota Pasuruan
told said Penjabat Wali Kota Pasuruan
told said Plt Wali Kota Pasuruan
told said Walikota Pasuruan
told said Bupati Pasuruan
told said Sekda Kota Pasuruan
told said Kadinkes Kota Pasuruan
told said Kepala Dinas Kesehatan Kota Pasuruan
told said Dinkes Kota Pasuruan
told said Dinas Kesehatan
told said Bawaslu
told said Bakesbangpol
told said Camat Natar
told said 35.75
told said 35
told said 18
told said 99
told said Siti Nurhaliza
told said Hendra Santosa
told said Wali Kota Surabaya
told said
told said ""
told said "%"
told said "'; DROP TABLE articles --"
told said 35.7
told points Camat Natar
told points Adi
told points 35.14
told points Siti Nurhaliza
echo "who is who: $("$PETIK" said Hendra Wicaksana -d news.db --json | jq -r .office | sort | uniq -c | tr -s ' \n' ' ')"
