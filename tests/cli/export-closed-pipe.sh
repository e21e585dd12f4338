# SPDX-License-Identifier: MIT
# The reader goes away: quiet, exit 5.
lines 3000 >a.jsonl
"$PETIK" extract --db news.db a.jsonl
"$PETIK" export --db news.db --jsonl | head -n 1 | sources
echo "exit ${PIPESTATUS[0]}"
"$PETIK" export --db news.db --annotations | head -n 1 | jq -r .target.source
echo "exit ${PIPESTATUS[0]}"
