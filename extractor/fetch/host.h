/* SPDX-License-Identifier: MIT */
/* Hosts and what waits to be asked of them: one request at a time, no sooner than the host's delay after the one before, nothing before its
 * robots.txt is known. */
#ifndef PETIK_FETCH_HOST_H
#define PETIK_FETCH_HOST_H

#include "fetch/client.h"
#include "fetch/robots.h"
#include "rule/list.h"
#include "store/collected.h"

struct outcome;

/* An address to be asked for. */
typedef struct job {
    struct job *next;
    size_t source; /* place in source_file.sources */
    collected_kind kind;
    bool robots;   /* robots.txt; kind says nothing */
    unsigned hops, depth, tries; /* redirects so far; listings above this one; how often it was put off */
    str url;       /* as it was found: what the store calls it */
    str at;        /* where redirects have led; url before the first */
    struct outcome *held; /* the article whose further pages are asked for; the job's until it is sent (content.h) */
    str via, title, published; /* as the listing has them; STR_NONE */
} job;

/* Strings are copied; at is url. NULL is never returned. */
job *job_new(collected_kind kind, size_t of, str url);
void job_set(str *to, str value); /* a job's string; the old one is freed */
void job_free(job *j);

/* What is known of an origin's robots.txt. */
typedef enum { ROBOTS_UNKNOWN, ROBOTS_ASKED, ROBOTS_KNOWN, ROBOTS_AWAY } robots_state;

typedef struct origin {
    struct origin *next;
    arena home;
    str name;
    robots_state state;
    robots rules;
    collected_host row; /* as the store has it */
    bool refused;       /* ROBOTS_AWAY: since its address is one that is not connected to */
    char why[200];      /* ROBOTS_AWAY: why nothing may be asked */
} origin;

typedef struct host {
    struct host *next;
    str name;
    client_lane *lane;
    job *first, *last; /* in the order in which they are asked */
    job *running;      /* under way, or NULL */
    int64_t ready;     /* milliseconds of the steady clock: no request before */
    long delay;        /* milliseconds between requests */
    int failures;      /* requests in a row that failed for reasons of the host's */
    char rests[120];   /* why ready is late, when it is not the delay alone */
    char why[200];     /* why what waits is left for the next run; empty: it is not */
} host;

typedef struct {
    arena home;
    host *hosts;
    origin *origins;
    unsigned seed; /* of the jitter */
} host_list;

/* "example.id" of "https://example.id:8080/a": politeness is a machine's. */
str host_name(str url);
/* What a host is under: its last two labels, or three where the last two are such as "go.id" (by the list linkwords, or NULL); an address of
 * numbers is itself. */
str host_site(str name, const word_list *words);
/* The host of an address, and its origin; made when they are new. */
host *host_of(host_list *l, str url);
origin *origin_of_url(host_list *l, str url);
void host_add_last(host *h, job *j);
void host_add_first(host *h, job *j);
job *host_take(host *h); /* off the front; NULL: nothing waits */
/* Waits the delay of h from now on, and up to a quarter more. */
void host_rest(host_list *l, host *h);
void host_list_free(host_list *l); /* the jobs have been taken */

#endif
