# SPDX-License-Identifier: MIT
article satu >-x.txt
article dua >b.txt
"$PETIK" extract -j2 -- -x.txt b.txt | sources
"$PETIK" extract --jobs=2 -o- b.txt | sources
"$PETIK" extract b.txt -sj 2 2>/dev/null | sources
