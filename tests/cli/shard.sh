# SPDX-License-Identifier: MIT
# The outputs of all parts, in order, are the output and the errors of one run: folders, lines, web archives, also gzipped.
mkdir d d/empty
for i in 1 2 3 4 5; do article $i >d/$i.txt; done
gzip -c d/3.txt >d/3b.txt.gz
printf 'a\0b' >d/nul.json
{ lines 30; echo '{'; printf '\n\n'; line '"id": "a"'; echo x; line; } >d/l.jsonl
gzip -c d/l.jsonl >d/m.jsonl.gz
{ printf '\357\273\277'; lines 3; printf '{"text": "tanpa akhir"}'; } >d/n.jsonl
for i in 1 2 3 4 5 6; do
    fetched halaman-$i $([ $i = 4 ] && echo 7) >r
    cat r >>d/w.warc
    gzip -c r >>d/x.warc.gz
done
cat d/w.warc d/w.warc | gzip >d/y.warc.gz
printf 'WARC/1.0\r\nWARC-Ty' >>d/w.warc
tail -c 60 d/x.warc.gz | head -c 40 >>d/x.warc.gz
: >d/z.txt

# parts N INPUT...: what N parts give, and whether it is what one run gives.
parts() {
    local n=$1 i
    shift
    "$PETIK" extract "$@" >whole 2>whole.err
    : >out
    : >err
    for ((i = 1; i <= n; i++)); do "$PETIK" extract -j $((i % 3 + 1)) --shard $i/$n "$@" >>out 2>>err; done
    cmp whole out && cmp whole.err err && echo "$n parts of $*: $(wc -l <out) records, $(wc -l <err) errors"
}
for n in 1 2 3 7 70; do parts $n d no.txt d/l.jsonl; done
for f in 1.txt l.jsonl m.jsonl.gz n.jsonl w.warc x.warc.gz y.warc.gz; do
    for n in 2 3 7; do parts $n d/$f; done
done
ln -s "$CORPUS/articles" "$CORPUS/pages" .
parts 3 articles
parts 7 pages
parts 3 d/z.txt d/z.txt
# Which part has which record; more parts than lines leave some without any.
{ line; line; } >two.jsonl
for i in 1 2 3 4; do
    status "$PETIK" extract --shard $i/4 -o part two.jsonl
    sources <part
done
for f in d/l.jsonl d/w.warc d/x.warc.gz d/m.jsonl.gz; do
    for i in 1 2 3; do echo $f $i: $("$PETIK" extract --shard $i/3 $f 2>/dev/null | wc -l); done
done
# A store and a report for each part.
for i in 1 2 3; do "$PETIK" extract --shard $i/3 --db $i.db --report $i.json -o $i.out two.jsonl "$CORPUS/outlets"; done
"$PETIK" extract two.jsonl "$CORPUS/outlets" | cmp - <(cat 1.out 2.out 3.out) && for i in 1 2 3; do "$PETIK" export --db $i.db --jsonl; done | wc -l
