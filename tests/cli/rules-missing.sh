# SPDX-License-Identifier: MIT
mkdir empty
for command in 'extract a.txt' 'rules check' 'rules list'; do
    "$PETIK" $command --rules no/such 2>err
    echo "exit $?"
    [ "$(sed -n '/^petik: no\/such/p' err | wc -l)" = 1 ] && echo told
done
