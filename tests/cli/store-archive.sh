# SPDX-License-Identifier: MIT
# Pages of web archives are known by their address: the same page fetched again is known, a changed one is a new version, and
# answers tell where the archived copy is.
page() {
    printf '<!DOCTYPE html><title>Jembatan Dibangun</title><h1>Jembatan Dibangun</h1><p>KOTA - Bupati Sikka Yosef Lewar meninjau jembatan itu, Selasa (15/10/2024).</p><p>"Jembatan ini %s," kata Yosef.</p><p>Warga berharap jembatan itu segera bisa dilewati kendaraan.</p>' "$1"
}
capture() {
    { printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n'; page "$1"; } |
        record response https://warta.example/jembatan 'application/http; msgtype=response'
}
capture 'selesai tahun depan' >first.warc
{ capture 'selesai tahun depan'; capture 'selesai bulan depan'; } >second.warc
"$PETIK" extract -s --db news.db first.warc 2>&1 | grep -o '^petik: .*failed'
"$PETIK" extract -s --db news.db second.warc 2>&1 | grep -o '^petik: .*failed'
"$PETIK" said Yosef Lewar --db news.db
"$PETIK" export --db news.db --jsonl --all-versions | jq -r '[.source, .url] | join(" ")'
