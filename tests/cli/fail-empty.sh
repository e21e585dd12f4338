# SPDX-License-Identifier: MIT
status "$PETIK" extract --fail-empty </dev/null
echo 'Halo.' | status "$PETIK" extract --fail-empty -o out -
status "$PETIK" extract --fail-empty no.txt
