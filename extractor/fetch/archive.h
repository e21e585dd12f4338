/* SPDX-License-Identifier: MIT */
/* What was fetched, as WARC 1.1 files (ISO 28500:2017): gzip a record, rotated by size, named by time. A file under way ends in ".open". Several
 * writers can share a folder. */
#ifndef PETIK_FETCH_ARCHIVE_H
#define PETIK_FETCH_ARCHIVE_H

#include "base/arena.h"
#include "base/digest.h"
#include "base/error.h"

typedef struct archive archive;

typedef struct {
    const char *software; /* "petik/0.1.0" */
    const char *agent;    /* the User-Agent sent */
    const char *contact;
    uint64_t size;        /* bytes at which the next file is begun; 0: LIMIT_ARCHIVE */
} archive_facts;

typedef enum {
    REVISIT_NONE,
    REVISIT_SAME,        /* the body is that of an earlier response: identical-payload-digest */
    REVISIT_NOT_MODIFIED /* 304: server-not-modified */
} revisit_kind;

/* One request and its response. Strings are borrowed. */
typedef struct {
    str url;              /* WARC-Target-URI */
    int64_t when;         /* milliseconds since 1970, UTC: when the request was sent */
    long took;            /* milliseconds */
    str ip;               /* of the server, or empty */
    str request;          /* its lines, closed by an empty one */
    str head;             /* the response's lines, closed by an empty one; "HTTP/2 200" is written as HTTP/1.1 */
    str body;             /* as it was sent: compressed, but without chunks unless head says so */
    const char *protocol; /* "h2", "http/1.1", "http/1.0"; written as WARC-Protocol */
    const char *truncated; /* "length", "time", "disconnect" or "unspecified": not all of the body is there; NULL: all is */
    str via;              /* the address that led here, or empty */
    str source;           /* the source's name, or empty */
    revisit_kind revisit;
    str first_date;       /* of a revisit: WARC-Date of the response that it refers to, or empty */
    str first_digest;     /* REVISIT_NOT_MODIFIED: payload digest of that response, or empty */
} exchange;

enum {
    PAYLOAD_DIGEST = DIGEST_BASE32,
    ARCHIVE_DATE = 32 /* "2026-11-28T06:35:13.042Z", NUL */
};

/* The digest of a body as archives write it (WARC-Payload-Digest). */
void archive_digest(char out[PAYLOAD_DIGEST], str body);
/* A time as archives write it (WARC-Date; first_date of later exchanges), of milliseconds since 1970. */
void archive_date(char out[ARCHIVE_DATE], int64_t when);

/* Opens a folder, made when there is none; finishes files that a killed run left (".open"): cut off behind the last whole record
 * and renamed, removed when they hold nothing that was fetched. ERROR_OUTPUT. On success *out belongs to the caller (archive_close). */
int archive_open(archive **out, const char *folder, const archive_facts *facts, error *e);
/* Writes request, response (or revisit) and metadata, each whole before the call ends. place: "path@offset" of the response, in the arena, by the name that the
 * file has when it is complete. body_digest: what archive_digest gives of the body; borrowed. ERROR_OUTPUT: the file is as it was before; ERROR_LIMIT:
 * more than an archive takes. After either, others can be written. */
int archive_write(str *place, arena *a, archive *w, const exchange *x, const char *body_digest, error *e);
/* Makes safe on the disk what was written. */
int archive_sync(archive *w, error *e);
/* Finishes the file under way, safe on the disk, and frees, also when there is an error. NULL is allowed. */
int archive_close(archive *w, error *e);

#endif
