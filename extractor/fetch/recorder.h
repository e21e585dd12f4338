/* SPDX-License-Identifier: MIT */
/* Requests and responses as bytes of a WARC file: records of WARC 1.1, each a gzip member. */
#ifndef PETIK_FETCH_RECORDER_H
#define PETIK_FETCH_RECORDER_H

#include <zlib.h>

#include "base/buf.h"
#include "fetch/archive.h"

enum { RECORD_ID = 48 }; /* "<urn:uuid:…>", NUL */

typedef struct {
    z_stream z;
    buf out;              /* the members, one behind another; full: something was left out */
    buf head;             /* of the record under way */
    char info[RECORD_ID]; /* of the warcinfo that records belong to */
} recorder;

/* false: no memory, or no random numbers. Free with recorder_free. */
bool recorder_open(recorder *r);
/* Appends the warcinfo that a file begins with; name: of the file. */
void recorder_info(recorder *r, const archive_facts *facts, const char *name, int64_t when);
/* Appends request, response (or revisit) and metadata; returns where in out the response's member begins. */
size_t recorder_exchange(recorder *r, const exchange *x, const char *body_digest);
/* Forgets what was appended. */
void recorder_clear(recorder *r);
void recorder_free(recorder *r);

#endif
