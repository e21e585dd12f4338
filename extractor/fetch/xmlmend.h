/* SPDX-License-Identifier: MIT */
/* What is meant to be XML, made XML: a parser then meets no surprise, and no entity that is not a character. */
#ifndef PETIK_FETCH_XMLMEND_H
#define PETIK_FETCH_XMLMEND_H

#include "base/arena.h"
#include "base/buf.h"

/* Appends text (UTF-8) to out, well-formed but for the namespaces: elements closed in their order, attributes quoted, marks escaped,
 * HTML's named characters as themselves, characters that XML does not have left out; so are comments, instructions, and the document type with
 * all that it declares. Elements deeper than LIMIT_FEED_NESTING are left out, their text is kept. What stands around the first element is
 * dropped. Takes time in proportion to the text. a: for the time of the call. */
void xml_mend(buf *out, arena *a, str text);
/* The name of the first element in bytes of any encoding that has ASCII's letters, without its prefix, in small letters; "" when there
 * is none within the first kilobytes. Fills and returns name. */
const char *xml_root(char name[32], str bytes);

#endif
