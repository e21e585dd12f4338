# SPDX-License-Identifier: MIT
# --text prints articles for people, and one line for a page that is none.
"$PETIK" extract --text "$CORPUS/pages/tegal-listrik-padam.html" "$CORPUS/pages/halaman-tidak-ditemukan.html" | sed "s|$CORPUS|corpus|"
article satu >a.txt
"$PETIK" extract -t a.txt
exit 0
