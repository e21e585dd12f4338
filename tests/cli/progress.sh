# SPDX-License-Identifier: MIT
# Nothing in the first second, then a line that is taken back; nothing at all where there is no terminal.
(lines 5; sleep 1.2; lines 5) | "$PETIK" extract --progress=always 2>err >/dev/null
tr '\r' '\n' <err | sed -n 's/^[0-9]* articles*, [0-9]* failed, [0-9.]* MB, .*/told/p' | tail -n 1
article satu >a.txt
"$PETIK" extract --progress=always a.txt >/dev/null
(lines 5; sleep 1.2; lines 5) | "$PETIK" extract >/dev/null
