# SPDX-License-Identifier: MIT
# The same bytes, and the same errors in the same order, whatever the number of workers.
mkdir d
for ((i = 0; i < 40; i++)); do article $i >d/$i.txt; done
printf 'a\0b' >d/20.txt
{ lines 300; echo '{'; lines 300; echo 'x'; } >d/l.jsonl
for j in 1 2 4 7 0; do
    "$PETIK" extract -j $j d no.txt d/l.jsonl >out.$j 2>err.$j
    echo "exit $?"
    cmp out.1 out.$j
    cmp err.1 err.$j
done
cat err.1
wc -l <out.1
