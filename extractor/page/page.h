/* An HTML page as an article: its text, and what it says of itself. */
#ifndef PETIK_PAGE_PAGE_H
#define PETIK_PAGE_PAGE_H

#include "base/arena.h"
#include "base/error.h"

/* All strings are the arena's, in UTF-8; STR_NONE (p == NULL) for what the page does not say. */
typedef struct {
    str title;
    str text;           /* without the title; one paragraph a line */
    str published;      /* as the page writes it, usually an ISO 8601 time */
    str published_from; /* "json-ld", "meta" or "time-element"; a static string */
    str url;            /* the canonical address */
    str publisher;
} page;

/* Whether bytes are an HTML page: after a byte order mark, white space, comments and an XML declaration comes a
 * doctype or a tag of HTML. */
bool page_is_html(str bytes);
/* Reads the page; charset is what an HTTP header says of it, empty when nothing does. ERROR_INPUT when it cannot be
 * parsed at all, ERROR_LIMIT when it is larger than LIMIT_ARTICLE; a page without text is not an error. The message does
 * not name the page. */
int page_text(arena *a, str html, str charset, page *out, error *e);

#endif
