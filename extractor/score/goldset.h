/* SPDX-License-Identifier: MIT */
/* Articles with what was marked in them and what was extracted from them, put together by their ids. */
#ifndef PETIK_SCORE_GOLDSET_H
#define PETIK_SCORE_GOLDSET_H

#include "score/jsonlines.h"

typedef struct {
    str id;
    const json_t *gold;
    const json_t *pred; /* NULL: the article was not extracted */
    str text;           /* the text that the gold was marked in */
    bool has_text;      /* else nobody knows that text */
    bool own_text;      /* it is the very text, not the extracted one */
} gold_article;

typedef struct {
    gold_article *items;
    size_t n, cap;
    jsonlist gold, pred, texts; /* what the articles borrow from */
    arena home;
} goldset;

/* gold: a JSON Lines file, or a folder of NAME.gold.json files, each beside the text NAME.txt. pred: the extractor's JSON
 * Lines; an article is known by its source, less folders and a closing .txt or .html, or by its id. texts: JSON Lines with
 * id and text, or NULL: then the text of a gold article is the file beside it, else the extracted one.
 * Call goldset_free whatever the outcome. */
int goldset_open(goldset *set, const char *gold, const char *pred, const char *texts, error *e);
void goldset_free(goldset *set);

#endif
