# A line that never seems to end: bounded memory, one error, and the next line is read.
{
    line '"id": "before"'
    printf '{"text": "'; head -c 300000000 /dev/zero | tr '\0' x; echo '"}'
    line '"id": "after"'
} | (ulimit -v 2000000; exec "$PETIK" extract -) >out
status=$?
sources <out
exit $status
