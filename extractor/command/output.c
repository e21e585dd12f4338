/* SPDX-License-Identifier: MIT */
#include "command/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BUFFER_SIZE = 256 * 1024 };

static int fail(output *o, error *e) {
    int why = errno ? errno : EIO;
    o->broken = true;
    o->gone = why == EPIPE;
    return error_set(e, ERROR_OUTPUT, "%s: %s", o->path, strerror(why));
}

/* A name in the folder of path that is hidden and not in use, and a file open under it. */
static int open_beside(output *o) {
    const char *slash = strrchr(o->path, '/');
    size_t folder = slash ? (size_t)(slash - o->path) + 1 : 0;
    size_t size = strlen(o->path) + sizeof "..XXXXXX";
    o->beside = malloc(size);
    if (!o->beside) return -1;
    snprintf(o->beside, size, "%.*s.%s.XXXXXX", (int)folder, o->path, o->path + folder);
    int file = mkstemp(o->beside);
    if (file < 0) {
        free(o->beside);
        o->beside = NULL;
        return -1;
    }
    struct stat old;
    mode_t mask = umask(0);
    umask(mask);
    /* Failing here leaves a file that only its owner reads, which is no reason to stop. */
    (void)!fchmod(file, stat(o->path, &old) == 0 ? old.st_mode & 0777 : 0666 & ~mask);
    return file;
}

int output_open(output *o, const char *path, error *e) {
    struct stat s;
    *o = (output){ .path = path, .file = -1, .waiting = malloc(BUFFER_SIZE) };
    errno = 0;
    if (!o->waiting) {
        errno = ENOMEM;
    } else if (strcmp(path, "-") == 0) {
        o->path = "standard output";
        o->file = STDOUT_FILENO;
        o->at_once = isatty(STDOUT_FILENO);
    } else if (stat(path, &s) == 0 && !S_ISREG(s.st_mode)) {
        o->file = open(path, O_WRONLY);
    } else {
        o->file = open_beside(o);
    }
    if (o->file >= 0) return 0;
    fail(o, e);
    output_drop(o);
    return ERROR_OUTPUT;
}

/* Writes bytes to the descriptor, through signals. */
static bool write_all(const output *o, const char *p, size_t n) {
    while (n > 0) {
        ssize_t written = write(o->file, p, n);
        if (written < 0 && errno != EINTR) return false;
        if (written > 0) {
            p += written;
            n -= (size_t)written;
        }
    }
    return true;
}

static int flush(output *o, error *e) {
    size_t n = o->n;
    o->n = 0;
    return write_all(o, o->waiting, n) ? 0 : fail(o, e);
}

int output_write(output *o, str s, error *e) {
    if (o->broken) return ERROR_OUTPUT;
    if (s.n > BUFFER_SIZE - o->n && flush(o, e) < 0) return ERROR_OUTPUT;
    if (s.n > BUFFER_SIZE) return write_all(o, s.p, s.n) ? 0 : fail(o, e);
    if (s.n) memcpy(o->waiting + o->n, s.p, s.n);
    o->n += s.n;
    return o->at_once ? flush(o, e) : 0;
}

int output_commit(output *o, error *e) {
    errno = 0;
    if (o->broken || flush(o, e) < 0) return ERROR_OUTPUT;
    if (o->beside && fsync(o->file) != 0) return fail(o, e);
    if (o->file != STDOUT_FILENO) {
        int file = o->file;
        o->file = -1;
        if (close(file) != 0) return fail(o, e);
    }
    if (o->beside && rename(o->beside, o->path) != 0) return fail(o, e);
    free(o->beside);
    o->beside = NULL;
    return 0;
}

void output_drop(output *o) {
    if (o->file >= 0 && o->file != STDOUT_FILENO) close(o->file);
    o->file = -1;
    if (o->beside) unlink(o->beside);
    free(o->beside);
    free(o->waiting);
    o->beside = o->waiting = NULL;
    o->n = 0;
}
