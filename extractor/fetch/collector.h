/* SPDX-License-Identifier: MIT */
/* Collecting: listings, then the pages that they lead to, host by host, as the state in the store says what is known and due. What comes of
 * it is handed out one result after another, with the rows that are to be written to the store, so that a run that is killed
 * goes on where its last written result was. */
#ifndef PETIK_FETCH_COLLECTOR_H
#define PETIK_FETCH_COLLECTOR_H

#include <signal.h>

#include "fetch/archive.h"
#include "fetch/guard.h"
#include "rule/list.h"
#include "fetch/sourcefile.h"
#include "source/source.h"
#include "store/collected.h"

typedef enum {
    FETCH_LISTING,   /* a feed, sitemap or start page was read */
    FETCH_SAME,      /* a page was asked for again and has not changed */
    FETCH_PAGE,      /* a page: the article at hand */
    FETCH_OTHER,     /* something that is no page: a picture, an empty answer */
    FETCH_MOVED,     /* redirected to a page that is known */
    FETCH_GONE,      /* 404 or 410 */
    FETCH_FORBIDDEN, /* by robots.txt */
    FETCH_FAILED,
    FETCH_PAUSED,    /* a host asked to be left alone for a while: nothing but a row */
    FETCH_LEFT,      /* pages are left for the next run */
    FETCH_FOUND,     /* a page that would be fetched (dry run) */
    FETCH_OUTCOMES
} fetch_outcome;

/* Of article.note; lives in the article's arena. */
typedef struct {
    fetch_outcome outcome;
    size_t source;   /* place in source_file.sources */
    bool listing;    /* it is about a listing, not a page */
    str address;     /* as it was found */
    str led;         /* where redirects led from there, or empty */
    const char *code; /* FETCH_FAILED, FETCH_LEFT: a word for why: "timeout", "http-500", "robots"; static */
    str problem;     /* and a phrase; of FETCH_LEFT empty when a limit of the run is all that is wrong */
    size_t count;    /* FETCH_LISTING: addresses of articles in it; FETCH_LEFT: pages */
    bool changed;    /* FETCH_LISTING: it is not what it was the last time */
    str title, published; /* FETCH_FOUND */
    collected_change change; /* to be written with the article, or alone */
} fetch_result;

typedef struct collector collector;

typedef struct {
    const source_file *file;
    const guard *allowed;
    const word_list *words; /* the list linkwords */
    collected *state;   /* NULL: nothing is known */
    archive *out;       /* NULL: nothing is archived */
    const char *agent;  /* User-Agent */
    str since;          /* a day: what listings date before it is not fetched; STR_NONE: each source's own days count */
    long limit;         /* pages of the whole run; -1: any number */
    bool dry;           /* listings alone are fetched, and nothing is to be written */
    const volatile sig_atomic_t *stop;
} collector_settings;

/* The product token that robots.txt is asked for. */
#define COLLECTOR_TOKEN "petik"

/* What settings refers to must outlive *out, which belongs to the caller (collector_close). ERROR_LIMIT, ERROR_USAGE. */
int collector_open(collector **out, const collector_settings *settings, error *e);
/* SOURCE_ARTICLE: a->note is the next result; a->bytes is set with FETCH_PAGE alone. SOURCE_END: all is done, or the run was stopped. Negative: the archive
 * cannot be written. */
int collector_next(article *a, collector *c, error *e);
void collector_close(collector *c);

#endif
