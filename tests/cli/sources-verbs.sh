# SPDX-License-Identifier: MIT
# What petik sources is told wrong, and what petik sources check says.
status "$PETIK" sources
status "$PETIK" sources raed
status "$PETIK" sources read
status "$PETIK" sources read --base warta x
status "$PETIK" sources check
status "$PETIK" sources check --json x
status "$PETIK" sources add
status "$PETIK" sources add mailto:redaksi@warta.example
status "$PETIK" sources add http://127.0.0.1:9/
status "$PETIK" sources read -A x
printf 'contact = redaksi@warta.example\n\n[warta]\nfeed = https://warta.example/feed/\nstart = https://warta.example/\n' >good.conf
printf 'contact = redaksi@warta.example\n\n[warta]\nfed = https://warta.example/feed/\n' >bad.conf
status "$PETIK" sources check good.conf
status "$PETIK" sources check bad.conf good.conf
status "$PETIK" sources check missing.conf
