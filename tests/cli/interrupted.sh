# SPDX-License-Identifier: MIT
# A signal ends the input, what was read is written, and a named file stays as it was.
mkfifo in
run() {
    local signal=$1; shift
    "$PETIK" extract "$@" in &
    { line '"id": "1"'; line '"id": "2"'; printf '{"id": "3"'; sleep 0.5; kill -$signal $!; sleep 0.3; } >in
    wait $!
    echo "exit $?" >>status
}
run TERM >out
sources <out
run TERM -j 3 >out
sources <out
echo old >keep
run TERM -o keep
cat keep status
ls -A
