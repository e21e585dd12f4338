/* SPDX-License-Identifier: MIT */
/* An article as a person reads it: title, what is known of it, paragraphs with a line between. */
#ifndef PETIK_STORE_PLAIN_H
#define PETIK_STORE_PLAIN_H

#include "base/buf.h"
#include "record/record.h"

/* Appends the article and an empty line; of a page that is no article, one line that says why. */
void plain_article(buf *out, const article_record *r);

#endif
