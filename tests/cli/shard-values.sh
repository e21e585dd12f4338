# SPDX-License-Identifier: MIT
# Parts that are none, and inputs that cannot be divided.
article 1 >a.txt
for v in 0/3 4/3 1/0 3 / 1/ /2 -1/2 1/2/3 a/b 1/1000001 ''; do status "$PETIK" extract --shard "$v" a.txt; done
for v in 1/1 1/2; do
    status "$PETIK" extract --shard $v <a.txt
    status "$PETIK" extract --shard $v a.txt - <a.txt
done
