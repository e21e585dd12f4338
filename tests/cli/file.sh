# SPDX-License-Identifier: MIT
article satu >a.txt
printf '\n<!DOCTYPE html><html><body><p>Rapat digelar.</p></body></html>' >b.bin
"$PETIK" extract ./a.txt b.bin | sources
