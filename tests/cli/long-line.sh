# SPDX-License-Identifier: MIT
# A line that never seems to end: bounded memory, one error, and the next line is read.
limit=2000000
{ (ulimit -v $limit; "$PETIK" --version); } >/dev/null 2>&1 || limit=unlimited # the sanitizers reserve terabytes
{
    line '"id": "before"'
    printf '{"text": "'; head -c 300000000 /dev/zero | tr '\0' x; echo '"}'
    line '"id": "after"'
} | (ulimit -v $limit; exec "$PETIK" extract -) >out
status=$?
sources <out
exit $status
