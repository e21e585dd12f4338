/* SPDX-License-Identifier: MIT */
#include "fetch/openfile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "base/file.h"

enum { GZIP = 16, BLOCK = 1 << 16 };

static int told(error *e, const char *path) { return error_set(e, ERROR_OUTPUT, "%s: %s", path, strerror(errno)); }

int openfile_sync_folder(const char *folder, error *e) {
    int status = 0, fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return told(e, folder);
    if (fsync(fd) != 0 && errno != EINVAL && errno != ENOTSUP) status = told(e, folder); /* some file systems have no such thing */
    close(fd);
    return status;
}

int openfile_complete(const char *path, error *e) {
    int status = 0;
    arena a = { 0 };
    str name = arena_copy(&a, str_cut(str_of(path), 0, strlen(path) - strlen(".open")));
    if (access(name.p, F_OK) == 0) status = error_set(e, ERROR_OUTPUT, "%s: there is %s already; move one of them away", path, name.p);
    else if (rename(path, name.p) != 0) status = told(e, path);
    arena_free(&a);
    return status;
}

/* Whole members of a file, and the bytes that they take. */
typedef struct {
    uint64_t end;
    size_t n;
} members;

/* Goes through the bytes that z was given; false: the next member is damaged. */
static bool pass_members(members *m, z_stream *z, uint64_t *taken) {
    Bytef out[BLOCK];
    while (z->avail_in > 0) {
        uInt before = z->avail_in;
        z->next_out = out;
        z->avail_out = sizeof out;
        int code = inflate(z, Z_NO_FLUSH);
        *taken += before - z->avail_in;
        if (code == Z_STREAM_END) {
            m->end = *taken;
            m->n++;
            inflateReset(z);
        } else if (code != Z_OK && code != Z_BUF_ERROR) {
            return false;
        }
    }
    return true;
}

static int find_members(members *m, int fd, const char *path, error *e) {
    Bytef in[BLOCK];
    uint64_t taken = 0;
    ssize_t n;
    z_stream z = { 0 };
    *m = (members){ 0 };
    if (inflateInit2(&z, MAX_WBITS + GZIP) != Z_OK) return error_set(e, ERROR_OUTPUT, "%s: no memory", path);
    while ((n = read(fd, in, sizeof in)) > 0) {
        z.next_in = in;
        z.avail_in = (uInt)n;
        if (!pass_members(m, &z, &taken)) break;
    }
    inflateEnd(&z);
    return n < 0 ? told(e, path) : 0;
}

/* Whether no run writes to an open file, and it still has its name; then it is locked. */
static bool is_left(int fd, const char *path) {
    struct stat own, named;
    return flock(fd, LOCK_EX | LOCK_NB) == 0 && fstat(fd, &own) == 0 && stat(path, &named) == 0 && own.st_dev == named.st_dev &&
           own.st_ino == named.st_ino;
}

/* A file that holds no more than its warcinfo is none: nothing fetched is in it. */
static int recover(const char *path, error *e) {
    members whole;
    int fd = open(path, O_RDWR | O_CLOEXEC), status = 0;
    if (fd < 0) return errno == ENOENT ? 0 : told(e, path);
    if (!is_left(fd, path)) goto done;
    status = find_members(&whole, fd, path, e);
    if (status < 0) goto done;
    if (whole.n <= 1) {
        if (unlink(path) != 0) status = told(e, path);
        goto done;
    }
    if (ftruncate(fd, (off_t)whole.end) != 0 || fsync(fd) != 0) status = told(e, path);
    if (status == 0) status = openfile_complete(path, e);
done:
    close(fd);
    return status;
}

int openfile_recover(const char *folder, error *e) {
    arena a = { 0 };
    name_list names = { 0 };
    int status = file_names(&names, &a, folder, ".warc.gz.open", ERROR_OUTPUT, e);
    bool any = false;
    for (size_t i = 0; status == 0 && i < names.n; i++) {
        if (!str_starts(names.items[i], STR("petik-"))) continue;
        str path = arena_format(&a, "%s/%s", folder, names.items[i].p);
        status = recover(path.p, e);
        any = true;
    }
    if (status == 0 && any) status = openfile_sync_folder(folder, e);
    arena_free(&a);
    return status;
}
