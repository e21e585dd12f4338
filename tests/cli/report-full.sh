# SPDX-License-Identifier: MIT
# A file that cannot be written: nothing is left but the old report.
{ article satu; for ((i = 0; i < 2000; i++)); do echo "Rapat digelar lagi di kantor dinas."; done; } >a.txt
"$PETIK" extract --db news.db a.txt
"$PETIK" report --db news.db -o pages
cp -r pages old
(ulimit -f 40; trap '' XFSZ; status "$PETIK" report --db news.db -o pages)
diff -r old pages && echo unchanged
ls -A | grep -v -e -shm -e -wal
exit 0
