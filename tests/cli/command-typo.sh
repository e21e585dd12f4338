# SPDX-License-Identifier: MIT
status "$PETIK" extrct
status "$PETIK" shwo
status "$PETIK" --vorsion
status "$PETIK" help exract
"$PETIK" zzzzzzzz
