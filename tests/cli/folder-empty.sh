# SPDX-License-Identifier: MIT
mkdir -p d/e
echo x >d/picture.jpg
article satu >a.txt
"$PETIK" extract d a.txt >out
status=$?
sources <out
exit $status
