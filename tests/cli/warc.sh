# SPDX-License-Identifier: MIT
# Pages and texts that were fetched are articles; requests, revisits, images, errors of servers and robots.txt are not.
shown() { jq -r '[.source, .url, .fetched, .title, (.text | split("\n") | last)] | join(" | ")'; }
# How long a gzip member is, is gzip's matter.
hide() { sed -E 's/@[1-9][0-9]*/@N/'; }
{
    printf 'software: petik\r\n' | record warcinfo '' application/warc-fields | gzip
    printf 'GET / HTTP/1.1\r\n\r\n' | record request https://warta.example/satu 'application/http; msgtype=request' | gzip
    fetched satu | gzip
    printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n' | record revisit https://warta.example/satu application/http | gzip
    printf 'HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>Tidak ada.' | record response https://warta.example/x application/http | gzip
    printf 'HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\211PNG' | record response https://warta.example/x.png application/http | gzip
    printf 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nUser-agent: *' |
        record response https://warta.example/robots.txt application/http | gzip
    fetched dua | gzip
} >a.warc.gz
zcat a.warc.gz >a.warc
gzip <a.warc >one-member
for file in a.warc one-member; do "$PETIK" extract $file | shown; done
"$PETIK" extract a.warc.gz | shown | hide
"$PETIK" extract <a.warc.gz | shown | hide
# The offset is where the record's member begins.
for offset in $("$PETIK" extract a.warc.gz | sources | sed 's/.*@//'); do
    tail -c +$((offset + 1)) a.warc.gz | zcat 2>/dev/null | head -n 3 | tr -d '\r' | tail -n 1
done
# Sent in chunks, compressed, in the charset of the header; a page kept by itself; the text of a page.
{
    printf '<!DOCTYPE html><title>Rapat tiga</title><p>Rapat \226 tiga.</p>' | gzip >body
    {
        printf 'HTTP/1.1 200\r\nContent-Type: text/html;\r\n charset=latin1\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n'
        printf '%x\r\n' "$(wc -c <body)"
        cat body
        printf '\r\n0\r\n\r\n'
    } | record response '<https://warta.example/tiga>' application/http
    printf '<!DOCTYPE html><title>Rapat empat</title><p>Rapat empat.</p>' | record resource https://warta.example/empat text/html
    printf 'Rapat lima\n\nRapat lima digelar.' | record conversion https://warta.example/lima text/plain
    printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n\r\n\213\001\200abc\003' |
        record response https://warta.example/br application/http
} >b
mkdir d
mv b d/b.warc
"$PETIK" extract d | shown
printf 'filedesc://old.arc.gz 127.0.0.1 20140216050221 text/plain 75\n1 0 Old\n' >old.arc
"$PETIK" extract old.arc
exit 0
