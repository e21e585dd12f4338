/* SPDX-License-Identifier: MIT */
/* The records of a WARC file (ISO 28500; versions 0.17 to 1.1), one after another. A record that is broken costs itself and
 * one error; the next is found by its own first line, or by the gzip member that it begins in. Memory holds one record of
 * LIMIT_RECORD bytes at most; larger ones are passed over as they are read. */
#ifndef PETIK_SOURCE_WARC_H
#define PETIK_SOURCE_WARC_H

#include "base/arena.h"
#include "source/reader.h"

/* What a record says of itself; lent until the next call, name and folded values by the arena. */
typedef struct {
    const char *name; /* see warc_next */
    str type, url, date, media; /* WARC-Type, -Target-URI without the <> that wget wrote, -Date, Content-Type */
    str block;        /* what it holds; when not whole, the first LIMIT_HEADER bytes of it */
    bool whole;
    bool parted;      /* what it holds goes on in other records */
} warc_record;

typedef struct {
    reader *in;       /* borrowed */
    const char *path; /* borrowed; errors begin with it */
    uint64_t place;   /* of the record lent, or refused, in the stream */
    uint64_t from;    /* where the search for the next one begins, when lost */
    uint64_t rest;    /* bytes of the record lent that are to be passed over */
    uint64_t begun;   /* the member in which a record began last, as its place in the file; UINT64_MAX: none did */
    uint64_t told;    /* the member whose break was told; UINT64_MAX: none was */
    unsigned returns; /* how often it was gone back in the file */
    char name[64];    /* of the record lent, without the path */
    bool lost;        /* where the next record begins is not known */
} warc;

enum { WARC_RECORD = 0, WARC_END = 1 };

/* Starts on a stream of which nothing is used yet. */
void warc_start(warc *w, reader *in, const char *path);
/* WARC_RECORD, WARC_END, or a negative code with "path@offset: what"; call again for what comes after it.
 *
 * A record's name is path@offset. Of a plain file the offset is the byte at which the record begins. Of a gzip file it is the
 * byte at which the gzip member begins that the record begins in, as indexes of such files (CDX) have it; a further record
 * that begins in the same member has +n behind that, n bytes into what the member holds. */
int warc_next(warc_record *out, warc *w, arena *a, error *e);
/* Where in the file the record lent or refused last begins; of gzip, its member. 0 before the first. */
uint64_t warc_place(const warc *w);

#endif
