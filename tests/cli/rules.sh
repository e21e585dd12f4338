# SPDX-License-Identifier: MIT
"$PETIK" rules list >list
"$PETIK" rules list --json >list.json
[ "$(wc -l <list)" = "$(wc -l <list.json)" ] && echo as many
[ "$(wc -l <list)" -gt 3 ] && echo some
grep -c "$(printf '\033')" list
sed -n '1s/^{"id": "[^"]*", "makes": .*/an object/p' list.json
status "$PETIK" rules
status "$PETIK" rules chekc
status "$PETIK" rules check --json
