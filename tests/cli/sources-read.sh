# SPDX-License-Identifier: MIT
# What a feed, a news sitemap, an index, a page and lines lead to; as columns and as JSON; several files, one of them bad.
cat >rss.xml <<'END'

<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Warta</title>
<item><title>Warga Perbaiki Jembatan &amp; Jalan</title><link>/daerah/1?utm_source=rss</link><pubDate>Sel, 15 Okt 2024 09:30:00 WIB</pubDate></item>
<item><title><![CDATA[Pasar <b>Pagi</b> Pindah]]></title><guid>https://warta.example/?p=2</guid><pubDate>Tue, 15 Oct 2024 08:00:00 GMT</pubDate></item>
<item><title>Tanpa tautan</title></item>
<atom:link rel="next" href="?hal=2"/>
</channel></rss>
END
cat >news.xml <<'END'
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://warta.example/daerah/1</loc><news:news><news:publication_date>2024-10-15T09:30:00+07:00</news:publication_date><news:title>Warga Perbaiki Jembatan</news:title></news:news></url>
</urlset>
END
printf '<sitemapindex><sitemap><loc>/peta-1.xml.gz</loc><lastmod>2024-10-15</lastmod></sitemap></sitemapindex>' >index.xml
gzip -k index.xml
printf '<!doctype html><link rel=alternate type=application/rss+xml title=Warta href=/feed/><a href=/daerah/>Daerah</a> <a href="/daerah/warga-perbaiki-jembatan-gantung">Warga  Perbaiki Jembatan</a>' >page.html
printf 'https://warta.example/a\nhttps://warta.example/b\n' >lines.txt
printf '<!doctype html><title>' >cut.xml
printf 'tidak ada apa-apa' >none.xml
for f in rss.xml news.xml index.xml index.xml.gz page.html lines.txt; do
    echo "== $f"
    "$PETIK" sources read "$f" --base https://warta.example/daerah/feed
done
echo "== JSON"
"$PETIK" sources read --json -b https://warta.example/daerah/feed - <rss.xml
"$PETIK" sources read none.xml lines.txt cut.xml missing.xml rss.xml --json | wc -l
head -c 60 index.xml.gz >short.xml.gz
status "$PETIK" sources read short.xml.gz
: >empty
status "$PETIK" sources read empty
