/* SPDX-License-Identifier: MIT */
/* What the classes and ids of elements say of them, by the words of rules/lists/pagehints.txt. */
#ifndef PETIK_PAGE_HINT_H
#define PETIK_PAGE_HINT_H

#include "rule/ruleset.h"

enum {
    HINT_BODY = 1,      /* holds the article's text, by its name */
    HINT_CONTENT = 2,   /* may hold it */
    HINT_LEAD = 4,      /* a summary under the title */
    HINT_TITLE = 8,
    HINT_BYLINE = 16,
    HINT_TIME = 32,
    HINT_CAPTION = 64,
    HINT_COMMENTS = 128,
    HINT_RELATED = 256, /* links to other articles */
    HINT_AROUND = 512,  /* menus, share bars, subscriptions, advertisements */
    HINT_TAGS = 1024,
    HINT_HIDDEN = 2048,
    HINT_PAGER = 4096,
    HINT_PAYWALL = 8192,
    HINT_GALLERY = 16384,
    HINT_TEASER = 32768, /* one of several articles on a page */
    HINT_VIDEO = 65536,
    HINT_AUTHOR = 131072 /* the name itself, or a box about the author */
};

typedef struct {
    const word_list *list; /* NULL: no hints */
} hint_words;

/* Attribute values of one page and what they say: pages repeat theirs. */
typedef struct {
    struct hint_memo *memo;
    arena *home;
    hint_words words;
} hint_reader;

hint_reader hint_begin(arena *a, const hint_words *words);
/* HINT_ bits of a class or id attribute. */
unsigned hint_read(hint_reader *r, str value);
/* The bit of a role by its name in the list's column, 0 when there is none. */
unsigned hint_of_role(str role);

#endif
