/* SPDX-License-Identifier: MIT */
/* Feeds in XML: RSS, RDF, Atom. */
#ifndef PETIK_FETCH_FEEDXML_H
#define PETIK_FETCH_FEEDXML_H

#include "base/error.h"
#include "fetch/found.h"

/* Whether the first element of a document, in small letters and without prefix, is one of a feed. */
bool feedxml_begins(const char *root);
/* As feed_items has it. */
int feedxml_read(found_list *out, arena *a, str bytes, str charset, str base, int zone, error *e);

#endif
