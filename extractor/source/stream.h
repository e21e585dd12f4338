/* SPDX-License-Identifier: MIT */
/* Bytes from a file or from standard input, inflated when they begin with the magic of gzip; members in a row are
 * read as one (as WARC files have them), but it is told where they begin. Memory is flat: one input buffer. */
#ifndef PETIK_SOURCE_STREAM_H
#define PETIK_SOURCE_STREAM_H

#include <signal.h>
#include <sys/types.h>

#include "base/error.h"

typedef struct stream stream;

/* Opens the file at path, or standard input for "-". A folder, a missing file or one that may not be read is
 * ERROR_INPUT with "path: what". *stop (NULL is allowed) is looked at when a signal interrupts a read: if it is not
 * zero the stream breaks there. On success *out belongs to the caller (stream_close); path must outlive it. */
int stream_open(stream **out, const char *path, const volatile sig_atomic_t *stop, error *e);
/* Up to size bytes into p: their number, 0 at the end, or ERROR_INPUT with "path: what" (read error, gzip that is
 * cut short or damaged). After an error or the end it returns 0. */
ssize_t stream_read(stream *s, char *p, size_t size, error *e);
/* After an error: what it was, without the path; NULL when there was none. Lent until the next call. */
const char *stream_fault(const stream *s);
/* Whether the file is gzip; then where in the file the member begins that the bytes read last are from (bytes of one call
 * are from one), or what the last error is about. 0 for a plain file. */
bool stream_packed(const stream *s);
uint64_t stream_member(const stream *s);
/* After an error in gzip: goes on with the next thing that looks like the start of a member. false: there is none, or
 * something else was wrong. */
bool stream_recover(stream *s);
/* Bytes of a plain file; UINT64_MAX for standard input, for what is no file, and for gzip. */
uint64_t stream_size(const stream *s);
/* Goes to a byte of a plain file. false: it is none, or cannot be gone back in. */
bool stream_seek(stream *s, uint64_t at);
/* Raw bytes taken from the file so far, before inflating; for progress. */
uint64_t stream_taken(const stream *s);
void stream_close(stream *s);

#endif
