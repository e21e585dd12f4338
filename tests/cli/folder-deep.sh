# SPDX-License-Identifier: MIT
path=d
for ((i = 0; i < 70; i++)); do path=$path/e; done
mkdir -p $path
article satu >$path/x.txt
article dua >d/z.txt
"$PETIK" extract d 2>err | sources
sed 's|d/[e/]*:|d/e…:|' err
exit ${PIPESTATUS[0]}
