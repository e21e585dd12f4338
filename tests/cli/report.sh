# SPDX-License-Identifier: MIT
# --report says what was done, what was no article and why, and what failed.
article satu >a.txt
cp "$CORPUS/pages/cari-pilkada-damai.html" "$CORPUS/pages/beranda-kabar-sriwijaya.html" .
"$PETIK" extract --report run.json a.txt no.txt cari-pilkada-damai.html beranda-kabar-sriwijaya.html >out.jsonl
echo "status $?"
jq -c '{exit, articles, refused, failed, refusals, pages, errors, left_out}' run.json
jq -r '.start, .end' run.json | sed 's/[0-9]/N/g'
jq -c '.records | keys' run.json
jq -c 'select(.text == "") | [.source, .title, .warnings[0].code]' out.jsonl
# It is written beside its name, as other files are; a folder that is not there is an error before the run.
"$PETIK" extract --report no/run.json a.txt
echo "status $?"
exit 0
