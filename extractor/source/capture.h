/* SPDX-License-Identifier: MIT */
/* A WARC record as an article: the page or text that was fetched. */
#ifndef PETIK_SOURCE_CAPTURE_H
#define PETIK_SOURCE_CAPTURE_H

#include "source/source.h"
#include "source/warc.h"

enum { CAPTURE_ARTICLE = 0, CAPTURE_NONE = 1 };

/* CAPTURE_ARTICLE: *out has the article, its bytes copied. CAPTURE_NONE: the record holds none, by its type, status, media
 * type or address, or nothing at all. Negative: it would be one, but cannot be read; "name: what". */
int capture_read(article *out, const warc_record *r, error *e);
/* Refuses what holds NUL bytes, which is no text, and says when it is UTF-16: 0 or ERROR_INPUT. */
int capture_check(const char *name, str text, error *e);

#endif
