/* SPDX-License-Identifier: MIT */
/* A stream in a buffer: its first bytes, its lines, or all of it. The buffer grows to the longest line or text that
 * is asked for, and no farther than the limits allow, whatever the size of the input. */
#ifndef PETIK_SOURCE_READER_H
#define PETIK_SOURCE_READER_H

#include "source/stream.h"

/* A gzip member of a stream: where it begins in the file, and which byte of the stream is its first. A plain file is one
 * member that begins at 0. */
typedef struct {
    uint64_t file, stream;
} member;

/* Members that begin within the buffer: of more than these not all are told apart. */
enum { READER_MEMBERS = 256 };

typedef struct {
    stream *in; /* borrowed */
    char *p;
    size_t start, end, cap; /* what of p is not used yet, in bytes */
    uint64_t passed;        /* bytes of the stream before p */
    member members[READER_MEMBERS]; /* by place; all that begin behind start, and the one that start is in */
    size_t member_count;
    size_t line;            /* number of the line read last, from 1; 0 before the first */
    bool ended;
    error broken; /* why the stream ended early; told once, after the lines before it */
} reader;

/* READER_LINE: a line was delivered; READER_END: there are no more. */
enum { READER_LINE = 0, READER_END = 1 };

/* Starts on a stream just opened; keeps the buffer of the stream before. Start with {0}. */
void reader_start(reader *r, stream *in);
/* The next bytes, at least size of them unless the stream is shorter (which may be 0); lent until the next call.
 * They are not used up. */
str reader_peek(reader *r, size_t size);
/* Passes over n bytes, no more than reader_peek has just lent. */
void reader_skip(reader *r, size_t n);
/* The next line without its line feed and carriage return, lent until the next call: READER_LINE, READER_END, or a
 * negative code. A line of more than limit bytes is skipped and is ERROR_LIMIT; the lines after it can still be
 * read; its error says what, not where. ERROR_INPUT: the stream broke (the error names it), what it held of the last
 * line is dropped and READER_END follows. */
int reader_line(str *out, reader *r, size_t limit, error *e);
/* All that is left, lent until the next call; more than limit bytes is ERROR_LIMIT. */
int reader_rest(str *out, reader *r, size_t limit, error *e);
/* Bytes of the stream before the next one. */
uint64_t reader_place(const reader *r);
/* The member that a byte of the stream is in; place is not before reader_place. */
member reader_member(const reader *r, uint64_t place);
/* The place of the first member that begins behind place, as far as the buffer goes, or UINT64_MAX. */
uint64_t reader_next_member(const reader *r, uint64_t place);
/* What broke the stream, NULL when nothing did: then all bytes before are in the buffer. */
const char *reader_fault(const reader *r);
/* Drops what is in the buffer and goes on behind the break, with the next gzip member: false, and the end, when there is
 * none. */
bool reader_recover(reader *r);
/* Bytes that a plain file has from here on; UINT64_MAX when that is not known. */
uint64_t reader_left(const reader *r);
/* Goes to a place of a plain file; false: not possible. */
bool reader_seek(reader *r, uint64_t place);
void reader_free(reader *r);

#endif
