/* SPDX-License-Identifier: MIT */
/* What petik extract wrote about an article, for a person to read: who said how much, which dates, which points. */
#ifndef PETIK_COMMAND_SUMMARY_H
#define PETIK_COMMAND_SUMMARY_H

#include <jansson.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/table.h"

/* What one person said. */
typedef struct {
    str name, office; /* empty: nobody could be named */
    size_t direct, indirect, words;
} speaker;

typedef struct {
    arena *home;
    table index; /* name and office to a place in list */
    VEC(speaker) list;
} speakers;

typedef struct {
    arena home; /* of what is kept over all articles */
    speakers all;
    size_t articles, dates, officials, institutions, statements, points, regulations, warnings;
    bool color;
} summary;

summary summary_make(bool color);
void summary_free(summary *s);
/* Prints one article and adds it to the totals; false when it is no record of petik extract. */
bool summary_article(summary *s, FILE *to, const json_t *record);
/* Prints what all articles together had. */
void summary_total(summary *s, FILE *to);

#endif
