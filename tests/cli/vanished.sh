# SPDX-License-Identifier: MIT
# A name that is in the folder and leads to nothing when it is opened.
mkdir d
article satu >d/a.txt
ln -s gone d/b.txt
article tiga >d/c.txt
"$PETIK" extract d >out
status=$?
sources <out
exit $status
