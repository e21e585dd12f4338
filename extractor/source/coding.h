/* SPDX-License-Identifier: MIT */
/* What HTTP does to a body on its way: chunks (Transfer-Encoding), compression (Content-Encoding). Archives keep bodies as they
 * were sent, and some keep them undone with the header as it was; both are read. */
#ifndef PETIK_SOURCE_CODING_H
#define PETIK_SOURCE_CODING_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"

/* The body without its chunks, in the arena. One that does not begin with a chunk is returned as it is; of one that is cut
 * short what there is. ERROR_INPUT: a chunk behind the first is damaged; name is what the message begins with. */
int coding_join_chunks(str *out, arena *a, str body, const char *name, error *e);
/* The body without the compressions that a Content-Encoding lists: gzip (x-gzip), deflate; body itself where there are
 * none, or where it does not begin like one. ERROR_INPUT: damaged, cut short, or a compression that is not read (br, zstd,
 * compress). ERROR_LIMIT: more than limit bytes came out. */
int coding_inflate(str *out, arena *a, str body, str codings, size_t limit, const char *name, error *e);
/* A gzip file's content, into out, whose maximum bounds it. ERROR_INPUT: damaged or cut short; out has what came before. ERROR_LIMIT: more
 * than out holds. */
int coding_gunzip(buf *out, str body, const char *name, error *e);
/* Whether a body is gzip. */
bool coding_is_gzip(str body);
/* Whether a body begins as pages do, which no compression does. */
bool coding_is_markup(str body);

#endif
