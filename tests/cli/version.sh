# SPDX-License-Identifier: MIT
"$PETIK" --version | sed 's/ [0-9][0-9.]*$/ N/'
"$PETIK" -V | cmp - <("$PETIK" extract --version) && echo same
