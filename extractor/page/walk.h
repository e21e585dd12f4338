/* The readable text of a part of a parsed page: one paragraph a line, spaces made one, without navigation, forms,
 * asides and other things around an article. */
#ifndef PETIK_PAGE_WALK_H
#define PETIK_PAGE_WALK_H

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/buf.h"

/* Adds the text below root to out. */
void walk_text(buf *out, const xmlNode *root);
/* The node that follows n in reading order below root, NULL at the end; into: whether to go down into n first. */
const xmlNode *walk_next(const xmlNode *n, const xmlNode *root, bool into);
bool walk_is(const xmlNode *n, const char *name);
/* The value of an attribute, copied to the arena and trimmed; STR_NONE when it has none. */
str walk_attribute(arena *a, const xmlNode *n, const char *name);

#endif
