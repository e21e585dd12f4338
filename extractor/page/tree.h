/* SPDX-License-Identifier: MIT */
/* A parsed page as two arrays in document order: its elements, and its units, the runs of text that a reader sees as one
 * paragraph, heading, list item or row. What an element holds is a range of each. */
#ifndef PETIK_PAGE_TREE_H
#define PETIK_PAGE_TREE_H

#include <libxml/tree.h>

#include "base/error.h"
#include "page/hint.h"

/* What an element is to a reader; several bits. */
enum {
    TAG_BLOCK = 1,     /* begins and ends a line */
    TAG_UNREAD = 2,    /* holds nothing that is read: forms, pictures */
    TAG_AROUND = 4,    /* stands around an article: nav, aside, footer */
    TAG_HEADING = 8,   /* h1 to h6 */
    TAG_ITEM = 16,     /* li */
    TAG_CAPTION = 32,  /* figcaption */
    TAG_ROW = 64,      /* tr */
    TAG_QUOTE = 128,   /* blockquote */
    TAG_FIGURE = 256,
    TAG_PARAGRAPH = 512,
    TAG_CELL = 1024,   /* td, th */
    TAG_LINK = 2048,   /* a */
    TAG_IMAGE = 4096
};

typedef struct {
    const xmlNode *node;
    uint32_t parent;   /* an element; that of the first is itself */
    uint32_t block;    /* the innermost one that is a block: itself, or one that it is in */
    uint32_t items;    /* how many li it has; while they are walked, how many so far */
    uint32_t item;     /* of an li: which of them it is, from 1; 0: no li */
    uint32_t end;      /* the element behind the last one within */
    uint32_t first, last; /* units within: first <= i < last */
    span at;              /* of text */
    unsigned tag;      /* TAG_ bits */
    int level;         /* of a heading, 1 to 6; 0: none */
    unsigned hints;    /* HINT_ bits of its classes and id */
    bool hidden;
} page_element;

typedef struct {
    span at;          /* in text */
    uint32_t element; /* the innermost block that holds it */
    uint32_t links;   /* how many bytes of it are in links */
    uint32_t label;   /* how many bytes stand before the first link, when it has one */
    uint32_t strong;  /* and how many in bold type */
    unsigned tag;     /* TAG_ bits that it is under, up to the nearest block that holds others */
    int level;        /* of a heading, 1 to 6 */
    int number;       /* of the first unit of an item in a numbered list; 0: none */
} page_unit;

typedef struct {
    arena *home;
    xmlDoc *doc;
    char *text;  /* all units' words, spaces made one, a line feed between units */
    size_t n;    /* of text; bytes */
    VEC(page_element) elements; /* [0] is the root */
    VEC(page_unit) units;
} page_tree;

/* Parses html (UTF-8, stripped) without network or entities of its own; hints are the words for classes and ids. Fails
 * with ERROR_INPUT. The tree lives in the arena but for doc, which tree_free gives back. */
int tree_read(page_tree *out, arena *a, str html, const hint_words *hints, error *e);
void tree_free(page_tree *t);

bool tree_is(const page_element *el, const char *name);
/* The value of an attribute, copied to the arena and trimmed; STR_NONE when it has none. */
str tree_attribute(const page_tree *t, uint32_t element, const char *name);
static inline str tree_text(const page_tree *t, const page_unit *u) { return (str){ t->text + u->at.start, u->at.end - u->at.start }; }
bool tree_has(const page_tree *t, uint32_t element, const char *name);
/* All text of an element on one line; in the arena. STR_NONE when it has none. */
str tree_line(const page_tree *t, uint32_t element);
/* The innermost element that holds both. */
uint32_t tree_common(const page_tree *t, uint32_t a, uint32_t b);
/* Whether an element lies in another, or is it. */
static inline bool tree_within(const page_tree *t, uint32_t element, uint32_t outer) {
    return element >= outer && element < t->elements.items[outer].end;
}

#endif
