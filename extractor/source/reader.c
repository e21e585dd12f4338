/* SPDX-License-Identifier: MIT */
#include "source/reader.h"

#include <stdlib.h>

enum { FIRST_SIZE = 1024 * 1024, LEAST_READ = 64 * 1024 };

void reader_start(reader *r, stream *in) {
    r->in = in;
    r->start = r->end = r->line = 0;
    r->passed = 0;
    r->member_count = 0;
    r->ended = false;
    r->broken.code = 0;
}

/* Moves what is kept to the front, or makes the buffer larger, so that a read is worth its call. */
static bool make_room(reader *r) {
    if (r->start > 0) {
        memmove(r->p, r->p + r->start, r->end - r->start);
        r->passed += r->start;
        r->end -= r->start;
        r->start = 0;
    }
    if (r->cap - r->end >= LEAST_READ) return true;
    size_t cap = r->cap ? r->cap * 2 : FIRST_SIZE;
    char *p = realloc(r->p, cap);
    if (!p) return false;
    r->p = p;
    r->cap = cap;
    return true;
}

static void drop_all(reader *r) {
    r->passed += r->end;
    r->start = r->end = 0;
}

/* Bytes just read begin with this one. Members that are passed are forgotten; where there is no room the last gives way, so
 * that the newest is known. */
static void note_member(reader *r, uint64_t place) {
    uint64_t file = stream_member(r->in);
    size_t n = r->member_count, passed = 0;
    if (n > 0 && r->members[n - 1].file == file) return;
    while (passed + 1 < n && r->members[passed + 1].stream <= reader_place(r)) passed++;
    memmove(r->members, r->members + passed, (n - passed) * sizeof *r->members);
    n -= passed;
    if (n == READER_MEMBERS) n--;
    r->members[n] = (member){ .file = file, .stream = place };
    r->member_count = n + 1;
}

/* One read more; at the end of the stream, or when it breaks, ended is set. */
static void fill(reader *r) {
    ssize_t n = 0;
    if (make_room(r)) n = stream_read(r->in, r->p + r->end, r->cap - r->end, &r->broken);
    else error_set(&r->broken, ERROR_LIMIT, "out of memory");
    if (n <= 0) {
        r->ended = true;
        return;
    }
    note_member(r, r->passed + r->end);
    r->end += (size_t)n;
}

/* The end of the stream: READER_END, or once the reason why it came early. */
static int tell_end(reader *r, error *e) {
    r->start = r->end;
    int code = r->broken.code;
    if (code == 0) return READER_END;
    error_set(e, code, "%s", r->broken.text);
    r->broken.code = 0;
    return code;
}

str reader_peek(reader *r, size_t size) {
    while (r->end - r->start < size && !r->ended) fill(r);
    return (str){ r->p ? r->p + r->start : "", r->end - r->start };
}

void reader_skip(reader *r, size_t n) { r->start += n; }

static str take_line(reader *r, size_t n, size_t with_end) {
    str line = { r->p + r->start, n };
    r->start += with_end;
    r->line++;
    if (line.n > 0 && line.p[line.n - 1] == '\r') line.n--;
    return line;
}

/* Drops bytes up to the end of the line, which is not kept. */
static int skip_line(reader *r, error *e) {
    for (;;) {
        char *feed = r->end > r->start ? memchr(r->p + r->start, '\n', r->end - r->start) : NULL;
        if (feed) {
            r->start = (size_t)(feed - r->p) + 1;
            break;
        }
        drop_all(r);
        if (r->ended) break;
        fill(r);
    }
    r->line++;
    return error_set(e, ERROR_LIMIT, "line is longer than the limit");
}

int reader_line(str *out, reader *r, size_t limit, error *e) {
    size_t seen = 0; /* bytes of the line that hold no line feed */
    for (;;) {
        size_t n = r->end - r->start;
        char *feed = n > seen ? memchr(r->p + r->start + seen, '\n', n - seen) : NULL;
        if (feed) n = (size_t)(feed - r->p) - r->start;
        if (n > limit) return skip_line(r, e);
        if (feed) {
            *out = take_line(r, n, n + 1);
            return READER_LINE;
        }
        if (r->ended) break;
        seen = n;
        fill(r);
    }
    if (r->start == r->end || r->broken.code != 0) return tell_end(r, e);
    *out = take_line(r, r->end - r->start, r->end - r->start);
    return READER_LINE;
}

int reader_rest(str *out, reader *r, size_t limit, error *e) {
    while (!r->ended && r->end - r->start <= limit) fill(r);
    if (r->broken.code != 0) return tell_end(r, e);
    *out = (str){ r->p ? r->p + r->start : "", r->end - r->start };
    r->start = r->end;
    if (out->n > limit) return error_set(e, ERROR_LIMIT, "text is longer than the limit");
    return 0;
}

uint64_t reader_place(const reader *r) { return r->passed + r->start; }

member reader_member(const reader *r, uint64_t place) {
    member found = { 0 };
    for (size_t i = 0; i < r->member_count && r->members[i].stream <= place; i++) found = r->members[i];
    return found;
}

uint64_t reader_next_member(const reader *r, uint64_t place) {
    for (size_t i = 0; i < r->member_count; i++)
        if (r->members[i].stream > place) return r->members[i].stream;
    return UINT64_MAX;
}

const char *reader_fault(const reader *r) {
    if (r->broken.code == 0) return NULL;
    const char *fault = stream_fault(r->in);
    return fault ? fault : r->broken.text;
}

bool reader_recover(reader *r) {
    drop_all(r);
    r->broken.code = 0;
    r->ended = !stream_recover(r->in);
    return !r->ended;
}

uint64_t reader_left(const reader *r) {
    uint64_t size = stream_size(r->in), place = reader_place(r);
    if (size == UINT64_MAX) return size;
    return size > place ? size - place : 0;
}

bool reader_seek(reader *r, uint64_t place) {
    if (!stream_seek(r->in, place)) return false;
    r->start = r->end = 0;
    r->passed = place;
    r->broken.code = 0;
    r->ended = false;
    return true;
}

void reader_free(reader *r) {
    free(r->p);
    *r = (reader){ 0 };
}
