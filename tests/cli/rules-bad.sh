# SPDX-License-Identifier: MIT
mkdir bad
printf 'this is no rule\n' >bad/x.rules
"$PETIK" extract --rules bad </dev/null 2>err
echo "exit $?"
sed -n 's/^petik: \(bad\/x.rules:1\):.*/\1/p' err
