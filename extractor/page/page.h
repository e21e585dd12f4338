/* SPDX-License-Identifier: MIT */
/* An HTML page as an article: its text, what it says of itself, and whether it is one. */
#ifndef PETIK_PAGE_PAGE_H
#define PETIK_PAGE_PAGE_H

#include "base/error.h"
#include "page/credit.h"
#include "page/verdict.h"

typedef struct {
    str code, message;
} page_note;

/* All strings are the arena's, in UTF-8; STR_NONE (p == NULL) for what the page does not say. */
typedef struct {
    str title;
    str text;           /* without the title; one paragraph a line; "" when the page is no article */
    str published, modified; /* ISO 8601 */
    str published_from; /* "json-ld", "meta", "time-element" or "body" (what readers see); a static string */
    str url;            /* the canonical address */
    str publisher, section, language;
    credit_list credits;
    page_verdict verdict;
    VEC(page_note) notes; /* for the record's warnings, the verdict among them */
} page;

/* Whether bytes are an HTML page: after a byte order mark, white space, comments and an XML declaration comes a
 * doctype or a tag of HTML. */
bool page_is_html(str bytes);
/* Whether they are that, or XML, such as a feed, which page_read refuses. */
bool page_is_markup(str bytes);
/* A page as it came. */
typedef struct {
    str html;
    str charset; /* what an HTTP header said; STR_NONE: nothing */
    str address; /* where it came from; STR_NONE: not known */
    const str *more; /* the article's further pages, by the same charset */
    size_t more_count;
} page_source;

/* To be called before the first page is read, by one thread: the parser sets itself up at its first use, which threads must not do
 * together. Again does no harm. */
void page_prepare(void);
/* Reads the page. ERROR_INPUT when it cannot be parsed at all, ERROR_LIMIT when it is larger than LIMIT_ARTICLE; a page without an
 * article is not an error. The message does not name the page. */
int page_read(page *out, arena *a, const page_source *from, const ruleset *rules, matcher *m, error *e);

#endif
