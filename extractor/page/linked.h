/* SPDX-License-Identifier: MIT */
/* What a page says of itself in JSON-LD (schema.org): the one article among its objects. */
#ifndef PETIK_PAGE_LINKED_H
#define PETIK_PAGE_LINKED_H

#include "base/arena.h"

typedef struct {
    str name, role; /* role: "author", "editor", "contributor"; "creator" for the one who entered it */
    bool company;   /* it says that this is an organisation */
} linked_person;

/* All in the arena, character references read; STR_NONE for what is not said. */
typedef struct {
    str type; /* "NewsArticle"; of a page without an article what else it is: "CollectionPage", "VideoObject" */
    bool article;
    bool closed; /* isAccessibleForFree: false */
    str headline, description, published, modified, section, publisher, language, url, body;
    VEC(linked_person) people;
} linked_facts;

/* Reads blocks (the contents of script elements). What is not quite JSON (line feeds within strings, commas too many,
 * quotation marks that are not escaped, comments around it) is mended first; what still is none is passed over and
 * counted in *broken. */
linked_facts linked_read(arena *a, const str *blocks, size_t n, size_t *broken);

#endif
