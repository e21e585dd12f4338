# SPDX-License-Identifier: MIT
# A record that is broken costs itself and one error. How long a gzip member is, is gzip's matter.
hide() { sed -E 's/(gz@)[1-9][0-9]*/\1N/g'; }
{ fetched satu; fetched dua 900; fetched tiga; fetched empat -20; fetched lima; } >lengths.warc
{ fetched satu | gzip; fetched dua 9 | gzip; fetched tiga | gzip; } >lengths.warc.gz
{ fetched satu; fetched dua | head -c 300; } >short.warc
{ fetched satu | gzip; fetched dua | gzip | head -c 120; } >short.warc.gz
{ fetched satu | gzip; fetched dua | gzip | head -c 120; fetched tiga | gzip; } >middle.warc.gz
{ fetched satu | gzip; echo garbage; fetched tiga | gzip; } >garbage.warc.gz
{ fetched satu; printf 'WARC/1.0\r\nWARC-Type: response\r\n'; fetched tiga; } >header.warc
echo garbage >garbage.warc
for file in lengths.warc lengths.warc.gz short.warc short.warc.gz middle.warc.gz garbage.warc.gz header.warc garbage.warc; do
    "$PETIK" extract "$file" >out 2>err
    echo "exit $?: $(sources <out | hide | tr '\n' ' ')"
    hide <err
done
