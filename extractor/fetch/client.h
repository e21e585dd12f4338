/* SPDX-License-Identifier: MIT */
/* Requests over HTTP with libcurl, many at a time. It asks what it is told to ask and bounds what comes back; it judges nothing and follows no
 * redirects. Every connection is shown to the guard when its name has been resolved. One thread. */
#ifndef PETIK_FETCH_CLIENT_H
#define PETIK_FETCH_CLIENT_H

#include "fetch/guard.h"

typedef struct client client;
/* What is kept between the requests to one host: its cookies. One request at a time. */
typedef struct client_lane client_lane;

typedef struct {
    const char *agent;                 /* User-Agent */
    const char *certificates;          /* a file to trust instead of the system's certificates, or NULL */
    long connect, wait, stall, whole;  /* milliseconds: to connect, to the first byte, without a byte, for all */
    const guard *allowed;
} client_settings;

typedef struct {
    str url;            /* whole; closed by a NUL */
    str etag, modified; /* of what is there already, as they were sent; or empty */
    void *payload;
} client_request;

/* What came of a request. */
typedef struct {
    void *payload;
    int status;             /* HTTP; 0: no header came */
    str sent, head;         /* lines of the request and of the answer, each closed by an empty line; head empty without an answer */
    str body;               /* as it was sent, chunks included */
    int64_t when;           /* milliseconds since 1970: when it was asked */
    long took;              /* milliseconds */
    char ip[48];            /* of the server; empty without a connection */
    const char *protocol;   /* "h2", "http/1.1", "http/1.0" */
    const char *truncated;  /* "length", "time", "disconnect": of an answer that is not all there; NULL: it is, or there is none */
    const char *code;       /* NULL: the answer is whole; else a word for why not (client.c lists them) */
    char problem[300];      /* and a phrase */
} client_answer;

/* On success *out belongs to the caller (client_close); what settings refers to must outlive it. ERROR_LIMIT: no memory. */
int client_open(client **out, const client_settings *settings, error *e);
/* Ends what is under way, without answers. */
void client_close(client *c);
/* A new lane, which the client owns. NULL: no memory. */
client_lane *client_lane_new(client *c);
/* Starts a request on a lane that is idle. false: no memory. */
bool client_begin(client *c, client_lane *lane, const client_request *r);
/* The next answer, waited for so many milliseconds at most; NULL: none came. It belongs to the caller (client_answer_free). */
client_answer *client_next(client *c, long wait);
/* How many requests are under way, or answered and not yet handed out. */
size_t client_busy(const client *c);
/* Whether the status sends the client on to what Location says. */
bool client_redirects(const client_answer *a);
void client_answer_free(client_answer *a);

#endif
