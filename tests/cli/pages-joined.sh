# SPDX-License-Identifier: MIT
# Further pages of an article that lie beside it belong to its text; alone they are read, and say what they are.
page() {
    printf '<html><head><title>Jembatan Ambruk</title><link rel="canonical" href="https://warta.example/jembatan%s"></head><body><h1>Jembatan Ambruk</h1>' "$1"
    printf '<p>%s Camat Suwawa meminta warga memutar lewat jalan desa sampai jembatan selesai diperbaiki.</p>' "$2"
    printf '<div class="paging"><a href="?page=1">1</a> <a href="?page=2">2</a> <a href="?page=3">3</a></div></body></html>'
}
mkdir d
page '' 'Halaman pertama.' >d/jembatan.html
page '?page=2' 'Halaman kedua.' >'d/jembatan.html?page=2'
page '?page=3' 'Halaman ketiga.' | gzip >'d/jembatan.html?page=3.gz'
shown() { jq -r '.source, .text, (.warnings[] | .code + ": " + .message)'; }
"$PETIK" extract d | shown
echo --- page 3 is missing
rm 'd/jembatan.html?page=3.gz'
"$PETIK" extract d | shown
echo --- page 2 alone
"$PETIK" extract 'd/jembatan.html?page=2' | shown
echo --- all in one
page '?page=all' 'Semua halaman.' >'d/jembatan.html@page=all'
"$PETIK" extract d | shown
exit 0
