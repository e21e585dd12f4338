/* SPDX-License-Identifier: MIT */
#include "source/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

/* HISTORY: bytes that are kept after they were inflated. Where a member is cut short and another follows, inflating runs
 * some way into that before it stumbles. */
enum { RAW_SIZE = 256 * 1024, HISTORY = 64 * 1024 };

struct stream {
    const char *path;
    const volatile sig_atomic_t *stop;
    z_stream z;
    uint64_t taken;
    uint64_t member; /* where it begins in the file */
    char fault[80];
    size_t from, to; /* what of raw is not used yet */
    int file;
    bool gzip, inside; /* inside: between the start and the end of a gzip member */
    bool ended;        /* the file has no more bytes */
    bool done;         /* nothing more is delivered */
    char raw[RAW_SIZE];
};

static int fail(stream *s, error *e, const char *what) {
    s->done = true;
    snprintf(s->fault, sizeof s->fault, "%s", what);
    return error_set(e, ERROR_INPUT, "%s: %s", s->path, what);
}

static ssize_t read_file(stream *s, char *p, size_t size, error *e) {
    for (;;) {
        ssize_t n = read(s->file, p, size);
        if (n > 0) s->taken += (uint64_t)n;
        if (n == 0) s->ended = true;
        if (n >= 0) return n;
        if (errno != EINTR) return fail(s, e, strerror(errno));
        if (s->stop && *s->stop) return fail(s, e, "interrupted");
    }
}

/* Reads until raw holds at least need unused bytes or the file ends. */
static int fill_raw(stream *s, size_t need, error *e) {
    if (s->to - s->from >= need) return 0;
    size_t drop = s->from > HISTORY ? s->from - HISTORY : 0;
    memmove(s->raw, s->raw + drop, s->to - drop);
    s->from -= drop;
    s->to -= drop;
    while (s->to - s->from < need && !s->ended) {
        ssize_t n = read_file(s, s->raw + s->to, RAW_SIZE - s->to, e);
        if (n < 0) return (int)n;
        s->to += (size_t)n;
    }
    return 0;
}

/* Where in the file the next unused byte is. */
static uint64_t place_of(const stream *s) { return s->taken - (s->to - s->from); }

static bool at_magic(const stream *s) {
    return s->to - s->from >= 2 && memcmp(s->raw + s->from, "\x1f\x8b", 2) == 0;
}

int stream_open(stream **out, const char *path, const volatile sig_atomic_t *stop, error *e) {
    bool standard = strcmp(path, "-") == 0;
    int file = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (file < 0) return error_set(e, ERROR_INPUT, "%s: %s", path, strerror(errno));
    stream *s = malloc(sizeof *s);
    if (!s) {
        if (!standard) close(file);
        return error_set(e, ERROR_LIMIT, "%s: out of memory", path);
    }
    s->path = path, s->stop = stop, s->file = file;
    s->z = (z_stream){ 0 };
    s->taken = s->member = 0, s->from = s->to = 0;
    s->fault[0] = '\0';
    s->gzip = s->inside = s->ended = s->done = false;
    int status = fill_raw(s, 2, e);
    if (status == 0 && at_magic(s)) {
        s->gzip = s->inside = inflateInit2(&s->z, 15 + 16) == Z_OK;
        if (!s->gzip) status = fail(s, e, "out of memory");
    }
    if (status < 0) {
        stream_close(s);
        return status;
    }
    *out = s;
    return 0;
}

static ssize_t read_plain(stream *s, char *p, size_t size, error *e) {
    size_t kept = s->to - s->from;
    if (kept == 0) return s->ended ? 0 : read_file(s, p, size, e);
    size_t n = kept < size ? kept : size;
    memcpy(p, s->raw + s->from, n);
    s->from += n;
    return (ssize_t)n;
}

static void start_member(stream *s) {
    s->inside = true;
    s->member = place_of(s);
    inflateReset(&s->z);
}

/* After the end of a member: another one, padding with NUL bytes (tar and tapes leave it), or the end. */
static int next_member(stream *s, error *e) {
    for (;;) {
        int status = fill_raw(s, 2, e);
        if (status < 0) return status;
        if (at_magic(s)) {
            start_member(s);
            return 0;
        }
        if (s->from == s->to) {
            s->done = true;
            return 0;
        }
        if (s->raw[s->from] == '\0') {
            s->from++;
            continue;
        }
        s->member = place_of(s);
        return fail(s, e, "bytes that are not gzip follow the last gzip member");
    }
}

static ssize_t read_gzip(stream *s, char *p, size_t size, error *e) {
    s->z.next_out = (Bytef *)p;
    s->z.avail_out = (uInt)(size < (1u << 30) ? size : 1u << 30);
    size_t room = s->z.avail_out;
    while (s->z.avail_out == room && !s->done) {
        if (!s->inside) {
            int status = next_member(s, e);
            if (status < 0) return status;
            continue;
        }
        if (s->from == s->to) {
            int status = fill_raw(s, 1, e);
            if (status < 0) return status;
            if (s->from == s->to) return fail(s, e, "gzip is cut short");
        }
        s->z.next_in = (Bytef *)s->raw + s->from;
        s->z.avail_in = (uInt)(s->to - s->from);
        int code = inflate(&s->z, Z_NO_FLUSH);
        s->from = s->to - s->z.avail_in;
        if (code == Z_STREAM_END) s->inside = false;
        else if (code == Z_MEM_ERROR) return fail(s, e, "out of memory");
        else if (code != Z_OK && code != Z_BUF_ERROR) return fail(s, e, "gzip is damaged");
    }
    return (ssize_t)(room - s->z.avail_out);
}

ssize_t stream_read(stream *s, char *p, size_t size, error *e) {
    if (s->done || size == 0) return 0;
    return s->gzip ? read_gzip(s, p, size, e) : read_plain(s, p, size, e);
}

const char *stream_fault(const stream *s) { return s->fault[0] ? s->fault : NULL; }

bool stream_packed(const stream *s) { return s->gzip; }

uint64_t stream_member(const stream *s) { return s->member; }

/* The magic, the one method there is, and no flag that is reserved. */
static bool at_member(const stream *s) {
    const char *p = s->raw + s->from;
    return memcmp(p, "\x1f\x8b\x08", 3) == 0 && ((unsigned char)p[3] & 0xe0) == 0;
}

bool stream_recover(stream *s) {
    enum { START = 4 };
    if (!s->gzip || !s->done) return false;
    uint64_t first = s->taken - s->to; /* of the bytes that are still there */
    s->from = s->member + 1 > first ? (size_t)(s->member + 1 - first) : 0;
    s->fault[0] = '\0';
    for (;;) {
        error e = { 0 };
        if (s->from > s->to) s->from = s->to;
        if (fill_raw(s, START, &e) < 0 || s->to - s->from < START) return false;
        const char *hit = memchr(s->raw + s->from, 0x1f, s->to - s->from - START + 1);
        s->from = hit ? (size_t)(hit - s->raw) : s->to - START + 1;
        if (hit && at_member(s)) break;
        if (hit) s->from++;
    }
    s->done = false;
    start_member(s);
    return true;
}

uint64_t stream_size(const stream *s) {
    struct stat what;
    if (s->gzip || s->file == STDIN_FILENO || fstat(s->file, &what) != 0 || !S_ISREG(what.st_mode)) return UINT64_MAX;
    return (uint64_t)what.st_size;
}

bool stream_seek(stream *s, uint64_t at) {
    if (stream_size(s) == UINT64_MAX || lseek(s->file, (off_t)at, SEEK_SET) < 0) return false;
    s->taken = at;
    s->from = s->to = 0;
    s->ended = s->done = false;
    return true;
}

uint64_t stream_taken(const stream *s) { return s->taken; }

void stream_close(stream *s) {
    if (!s) return;
    if (s->gzip) inflateEnd(&s->z);
    if (s->file != STDIN_FILENO) close(s->file);
    free(s);
}
