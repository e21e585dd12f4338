# SPDX-License-Identifier: MIT
status "$PETIK" extract --output-file x
status "$PETIK" extract --jbos 4
status "$PETIK" extract --zzz
status "$PETIK" extract -Z
status "$PETIK" extract --summary=yes
status "$PETIK" show --jobs 3
"$PETIK" extract -o
