# SPDX-License-Identifier: MIT
article satu >a.txt
"$PETIK" extract --summary a.txt no.txt 2>&1 >/dev/null | sed -n 's/, [0-9.]* s:.*//; /article/p'
