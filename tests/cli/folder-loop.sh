# SPDX-License-Identifier: MIT
mkdir -p d/a/b
article satu >d/a/b/x.txt
article dua >d/z.txt
ln -s ../.. d/a/b/loop
ln -s . d/self
"$PETIK" extract d >out
status=$?
sources <out
exit $status
