/* SPDX-License-Identifier: MIT */
/* The further pages of an article that were saved beside its first one, as wget names them: berita.html?page=2,
 * berita.html@page=2, berita?page=2.html, each also with .gz; halaman= and hal= count as page=. */
#ifndef PETIK_SOURCE_SIBLING_H
#define PETIK_SOURCE_SIBLING_H

#include "base/arena.h"

typedef VEC(const char *) sibling_list;

/* The files of page 2, 3 … of the article whose first page is at path, as long as one follows on another; or the one file
 * that has all pages. Paths lie in the arena. *whole: it is that one. */
sibling_list siblings_find(arena *a, const char *path, bool *whole);
/* Whether a file is a further page, and its first one is there. */
bool sibling_is_later(const char *path);
/* A name without what makes it that of a further page; all of it when it is none. */
str sibling_without_page(str name);

#endif
