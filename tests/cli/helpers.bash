# SPDX-License-Identifier: MIT
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
# A WARC record of type TYPE about ADDRESS that holds, as MEDIA, what standard input has; its Content-Length is MORE too large.
record() {
    cat >block
    printf 'WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2024-10-15T03:00:00Z\r\n' "$1" "$2"
    printf 'Content-Type: %s\r\nContent-Length: %d\r\n\r\n' "$3" $(($(wc -c <block) + ${4:-0}))
    cat block
    printf '\r\n\r\n'
}
# The record of a page that says WORD, fetched from there.
fetched() {
    {
        printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=%s\r\n\r\n' "${3:-utf-8}"
        printf '<!DOCTYPE html><title>Rapat %s</title><p>Rapat %s digelar di kantor dinas, Selasa (15/10/2024).</p>' "$1" "$1"
    } | record response "https://warta.example/$1" 'application/http; msgtype=response' "${2:-0}"
}
# The store of corpus/outlets and of the files given, news.db.
outlets() { "$PETIK" extract --db news.db "$CORPUS/outlets" "$@"; }
# Shows the command, and of its answer as text day and who, one a line, with how many follow each other.
told() {
    echo "\$ $*"
    "$PETIK" "$@" --db news.db >answer 2>&1
    local status=$?
    grep -E '^( {0,2}([0-9]{4}-|[?])|No |Nobody |petik:)' answer | uniq -c | sed 's/^ *//'
    [ $status = 0 ] || echo "exit $status"
}
# Shows the command, and of its answer the fields FIELD (jq) as a line each.
asked() {
    local field=$1
    shift
    echo "\$ $*"
    "$PETIK" "$@" --db news.db --json | jq -r "$field"
}
