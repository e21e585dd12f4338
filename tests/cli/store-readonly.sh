# SPDX-License-Identifier: MIT
# A store that cannot be written, and a folder in which nothing can be made: exit 5 and one line. Questions are answered all the
# same. Root is kept from writing only by a file system that is read-only.
article satu >a.txt
article dua >b.txt
mkdir folder closed
"$PETIK" extract --db folder/news.db a.txt
"$PETIK" extract --db "folder/odd ?a#b%41.db" a.txt
cat >ask <<'END'
. "$1"
for name in news new; do
    "$PETIK" extract --db closed/$name.db b.txt 2>&1 | sed 's/Read-only file system$/not allowed/; s/Permission denied$/not allowed/'
    echo "exit ${PIPESTATUS[0]}"
done
status "$PETIK" said --db closed/news.db
status "$PETIK" officials --db "closed/../closed/news.db"
status "$PETIK" said --db "closed/odd ?a#b%41.db"
"$PETIK" export --db closed/news.db --jsonl | sources
END
if [ "$(id -u)" != 0 ]; then
    rmdir closed && ln -s folder closed
    chmod 444 folder/news.db && chmod 555 folder
    bash ask "$1/helpers.bash"
    chmod 755 folder
else
    unshare -m true 2>/dev/null || { echo "root, and no mounts of one's own" >&2; exit 77; }
    unshare -m bash -c 'mount --bind folder closed && mount -o remount,bind,ro closed && bash ask "$1"' - "$1/helpers.bash"
fi
