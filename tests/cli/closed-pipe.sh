# SPDX-License-Identifier: MIT
# The reader goes away: quiet, no half work after it, exit 5.
lines 20000 >a.jsonl
"$PETIK" extract a.jsonl | head -n 1 | sources
echo "exit ${PIPESTATUS[0]}"
"$PETIK" extract -j 4 a.jsonl | head -n 1 | sources
echo "exit ${PIPESTATUS[0]}"
