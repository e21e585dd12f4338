# SPDX-License-Identifier: MIT
# An empty name, as of a variable that was not set, is not everybody.
line '"id": "1"' | "$PETIK" extract --db news.db
status "$PETIK" said "" --db news.db
status "$PETIK" officials "  " --db news.db
