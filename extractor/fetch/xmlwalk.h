/* SPDX-License-Identifier: MIT */
/* The elements of a feed or sitemap, one after another; the rest is not held. */
#ifndef PETIK_FETCH_XMLWALK_H
#define PETIK_FETCH_XMLWALK_H

#include <libxml/xmlreader.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"

typedef struct {
    xmlTextReader *reader;
    buf text;     /* what it reads */
    bool inside;  /* the last element's content is still to be passed */
    char root[32]; /* the name of the first element, in small letters, without prefix */
} xml_walk;

/* What namespace an element is of, by its address, or by its prefix where that is not declared. */
typedef enum { SPACE_CORE, SPACE_ATOM, SPACE_DC, SPACE_OTHER } xml_space;

/* Opens bytes of any encoding (charset: what an HTTP header said) for reading; base: their address, or empty. ERROR_INPUT: "base: what". Close
 * also after a failure. */
int xml_walk_open(xml_walk *w, arena *a, str bytes, str charset, str base, error *e);
/* The next element with one of these names (closed by NULL; without prefix, case does not count), with all that it holds; lent until the next
 * call. It is not looked for within the one before. NULL: there is none. */
const xmlNode *xml_walk_next(xml_walk *w, const char *const *names);
void xml_walk_close(xml_walk *w);

/* Whether it is an element of that name, without regard to its prefix and to case. */
bool xml_is(const xmlNode *n, const char *name);
xml_space xml_space_of(const xmlNode *n);
/* Its text, trimmed, in the arena; of an element without any "". */
str xml_text(arena *a, const xmlNode *n);
/* The value of an attribute, without regard to its prefix; trimmed, in the arena. STR_NONE: it has none. */
str xml_attribute(arena *a, const xmlNode *n, const char *name);
/* The address that links within it are relative to (xml:base); in the arena, "" when none is known. */
str xml_base(arena *a, const xmlNode *n);

#endif
