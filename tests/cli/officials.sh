# SPDX-License-Identifier: MIT
# Who held which office when: in the order of days, with acting status, and which articles show it.
cat >more.jsonl <<'END'
{"id": "lama", "publisher": "Warta Pasuruan", "published": "2023-05-02", "text": "PASURUAN – Wali Kota Pasuruan Saifullah Hamdani membuka pameran batik, Selasa (2/5/2023). Ia didampingi Plt Kepala Dinas Kesehatan Kota Pasuruan Shinta Maharani."}
{"id": "tanpa-hari", "publisher": "Warta Pasuruan", "text": "PASURUAN – Wali Kota Pasuruan Saifullah Hamdani menerima tamu dari kota lain."}
{"id": "bulan", "publisher": "Warta Pasuruan", "published": "2023-07", "text": "PASURUAN – Wali Kota Pasuruan Saifullah Hamdani menanam bakau di pesisir."}
{"id": "entah", "text": "PASURUAN – Kepala Dinas Sosial Kota Pasuruan Wulan Astuti menerima tamu."}
{"id": "plh", "publisher": "Jatim Kini", "published": "2025-06-10", "text": "PASURUAN – Plh Wali Kota Pasuruan Mochammad Nawawi memimpin rapat, Selasa (10/6/2025)."}
{"id": "kadis", "publisher": "Jatim Kini", "published": "2025-07-01", "text": "PASURUAN – Kadinkes Kota Pasuruan Shinta Maharani meresmikan puskesmas, Selasa (1/7/2025)."}
END
outlets more.jsonl
"$PETIK" officials Wali Kota Pasuruan --db news.db
echo
for who in "Pj Wali Kota Pasuruan" "Plh Wali Kota Pasuruan" "Kadinkes Kota Pasuruan" "Mochammad Nawawi" Hendra "Wulan Astuti" 18 "Bakesbangpol" "Wali Kota Surabaya"; do
    told officials $who
done
asked '[.office, .acting, .person, .names, .first_seen, .last_seen, .articles, .shown_by] | @json' officials 35.75
# The order is the same again, and after names are linked anew.
"$PETIK" officials --db news.db --json >first.json
lines 1 >one.jsonl && "$PETIK" extract --db news.db one.jsonl
"$PETIK" officials --db news.db --json | cmp - first.json && echo same
