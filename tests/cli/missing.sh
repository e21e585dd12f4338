# SPDX-License-Identifier: MIT
article satu >a.txt
"$PETIK" extract no.txt a.txt no/such.txt >out
status=$?
sources <out
exit $status
