# SPDX-License-Identifier: MIT
# --about: words, words in a row, beginnings. Whatever else FTS5 knows is only a word.
cat >more.jsonl <<'END'
{"id": "rambu", "publisher": "Warta Pasuruan", "published": "2024-12-02", "text": "PASURUAN – Kepala Dinas Perhubungan Kota Pasuruan Dewi Larasati memasang papan baru. \"Kata AND, OR, NOT dan NEAR tetap ditulis begitu di papan itu,\" kata Dewi, Senin (2/12/2024)."}
{"id": "jumat", "publisher": "Warta Pasuruan", "published": "2024-12-06", "text": "PASURUAN – Kepala Dinas Perhubungan Kota Pasuruan Dewi Larasati melarang parkir di trotoar. \"Salat Jum'at jangan sampai terganggu, denda 100% berlaku,\" kata Dewi, Jumat (6/12/2024)."}
END
outlets more.jsonl
for words in pedagang "pedagang lapak" "lapak pedagang" PEDAGANG '"pedagang yang kehilangan"' '"kehilangan pedagang"' 'peda*' '"peda*"' 'ped*gang' '*gang' '"yang kehilangan" pedagang'; do
    told said --about "$words"
done
for words in AND 'AND OR' 'NEAR(papan, 2)' 'kata AND papan' 'kata OR lapak' 'papan NOT kata' 'text:papan' 'text : papan' '^Kata' '-papan' '+papan' 'papan "' 'kata : papan' 'papan ()' '"' '""' '*' '"*"' '()' ',' "Jum'at" "'" 'papan; DROP TABLE' '100%' 'tidakada' ' ' ''; do
    told said --about "$words" | tail -n 2
done
told said Hendra Wicaksana --about netralitas
told said Hendra Wicaksana --about "media sosial"
told said --about "netral*" --unique
for words in "media sosial" "sosial media" '"media sosial"' '"sosial media"' 'sosial "media' MEDIA 'net*' net '%' '_' '' '"' 'a b c d e f g h i j k l m n o p q r s t'; do
    told points --about "$words" | tail -n 3
done
