# For the cases: articles, and what is looked at in the output (no more of the records than where they are from).

# The "source" of each record, one a line.
sources() { sed -n 's/.*"source": *"\([^"]*\)".*/\1/p'; }
# A short article that says WORD.
article() { printf 'Rapat Koordinasi %s\n\nKOTA - Rapat digelar di kantor dinas, Selasa (15/10/2024).\n' "$1"; }
# A line of JSON Lines: an article with the members given, and a text.
line() { printf '{%s"text": "Rapat digelar di kantor dinas, Selasa (15/10/2024)."}\n' "${1:+$1, }"; }
# N such lines without ids.
lines() { for ((i = 0; i < $1; i++)); do line; done; }
# Runs its arguments and prints their exit status instead of having it.
status() { "$@"; echo "exit $?"; }
