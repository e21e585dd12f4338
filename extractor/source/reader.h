/* A stream in a buffer: its first bytes, its lines, or all of it. The buffer grows to the longest line or text that
 * is asked for, and no farther than the limits allow, whatever the size of the input. */
#ifndef PETIK_SOURCE_READER_H
#define PETIK_SOURCE_READER_H

#include "source/stream.h"

typedef struct {
    stream *in; /* borrowed */
    char *p;
    size_t start, end, cap; /* what of p is not used yet, in bytes */
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
void reader_free(reader *r);

#endif
