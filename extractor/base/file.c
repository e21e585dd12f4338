/* SPDX-License-Identifier: MIT */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

int file_read(str *out, arena *a, const char *path, size_t limit, int code, error *e) {
    int status = 0;
    FILE *f = fopen(path, "rb");
    if (!f) return error_set(e, code, "%s: %s", path, strerror(errno));
    char block[1 << 16];
    VEC(char) bytes = { 0 };
    size_t n;
    while ((n = fread(block, 1, sizeof block, f)) > 0) {
        if (bytes.n + n > limit) {
            status = error_set(e, code, "%s: larger than %zu bytes", path, limit);
            goto done;
        }
        if (bytes.cap < bytes.n + n) {
            bytes.cap = 2 * bytes.cap + n;
            char *more = arena_raw(a, bytes.cap);
            if (bytes.n) memcpy(more, bytes.items, bytes.n);
            bytes.items = more;
        }
        memcpy(bytes.items + bytes.n, block, n);
        bytes.n += n;
    }
    if (ferror(f)) status = error_set(e, code, "%s: %s", path, strerror(errno));
    *out = (str){ bytes.items, bytes.n };
done:
    fclose(f);
    return status;
}

static int by_bytes(const void *a, const void *b) {
    return strcmp(((const str *)a)->p, ((const str *)b)->p);
}

int file_names(name_list *out, arena *a, const char *folder, const char *suffix, int code, error *e) {
    DIR *d = opendir(folder);
    if (!d) return error_set(e, code, "%s: %s", folder, strerror(errno));
    struct dirent *entry;
    while ((entry = readdir(d))) {
        str name = str_of(entry->d_name);
        if (name.p[0] != '.' && str_ends(name, str_of(suffix))) *vec_add(a, out) = arena_copy(a, name);
    }
    closedir(d);
    if (out->n) qsort(out->items, out->n, sizeof *out->items, by_bytes);
    return 0;
}
