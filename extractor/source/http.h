/* SPDX-License-Identifier: MIT */
/* An HTTP response as it was sent: status, header and body. */
#ifndef PETIK_SOURCE_HTTP_H
#define PETIK_SOURCE_HTTP_H

#include "base/arena.h"
#include "base/error.h"

typedef struct {
    int status; /* 200; an interim one (1xx) only when nothing follows it */
    str header, body; /* lent by the bytes */
} http_response;

/* Splits bytes at the empty line. false: they do not begin with a status line, or the header does not end. */
bool http_split(http_response *out, str bytes);
/* The body without chunks and compression (no more than limit bytes), lent by the bytes or in the arena. Its Content-Length is not looked at: it is
 * often another's (of the body before it was compressed, or after). Errors as coding.h has them. */
int http_body(str *out, arena *a, const http_response *r, size_t limit, const char *name, error *e);

#endif
