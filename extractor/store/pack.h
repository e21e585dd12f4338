/* SPDX-License-Identifier: MIT */
/* An article's records as rows for the store. */
#ifndef PETIK_STORE_PACK_H
#define PETIK_STORE_PACK_H

#include "record/lexicon.h"
#include "record/record.h"
#include "store/rows.h"
#include "text/document.h"

typedef struct {
    const article_record *article;
    const document *doc;   /* of the article's text */
    const lexicon *words;
    const char *digest;    /* of the text */
    str refused;           /* why it is no article; STR_NONE: it is one */
} pack_input;

/* Appends the rows (rows.h), the article's own first. Behind the cells of their columns rows have what the store needs to find
 * their numbers: an article its two fingerprints or nulls; an official with a name its office's key (officekey.h) or null; a statement or point
 * the number of the official who speaks, else the name or body that does, or null. a: for what is needed meanwhile. */
void pack_article(buf *out, arena *a, const pack_input *in);

#endif
