# SPDX-License-Identifier: MIT
article satu | "$PETIK" extract | sources
{ line '"id": "x"'; line; } | "$PETIK" extract - | sources
line | gzip | "$PETIK" extract | sources
echo '<html><body><p>Rapat digelar.</p></body></html>' | "$PETIK" extract | sources
echo '{ Rapat } digelar di kantor.' | "$PETIK" extract | sources
article dua >b.txt
article satu | "$PETIK" extract b.txt - b.txt | sources
