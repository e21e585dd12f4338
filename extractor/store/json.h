/* SPDX-License-Identifier: MIT */
/* An article's records as one line of JSON: keys always present, always in the contract's order. */
#ifndef PETIK_STORE_JSON_H
#define PETIK_STORE_JSON_H

#include "base/buf.h"
#include "record/record.h"
#include "text/utf8.h"

/* What stands at the head of every line. */
typedef struct {
    const char *version;
    const char *rules; /* the digest */
    const char *id;    /* "sha256:…" of the text */
} json_head;

/* Appends the line, with its line feed. points maps bytes of the text to code points. */
void json_article(buf *out, const article_record *r, const json_head *head, const point_index *points);
/* A JSON string with its quotation marks, a byte that is no UTF-8 as U+FFFD; STR_NONE is null. */
void json_quote(buf *out, str s);
/* A list of strings. */
void json_list(buf *out, const str *items, size_t n);

#endif
