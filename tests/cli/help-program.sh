# SPDX-License-Identifier: MIT
"$PETIK" --help | sed -n '1p; /^Examples:/p; /^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'
"$PETIK" help | cmp - <("$PETIK" -h) && echo same
