# SPDX-License-Identifier: MIT
# Examples come first, and every option of a command has its row.
"$PETIK" extract --help | sed -n '1p; /^Examples:/p; /^Usage:/p; s/^  \(-., --[a-z-]*\).*/\1/p'
"$PETIK" help rules | cmp - <("$PETIK" rules -h) && echo same
