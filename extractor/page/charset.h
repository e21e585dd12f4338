/* The bytes of an HTML page as UTF-8. */
#ifndef PETIK_PAGE_CHARSET_H
#define PETIK_PAGE_CHARSET_H

#include "base/arena.h"

/* By byte order mark, then by what a meta element within the first 1024 bytes says, else UTF-8 when it is that, else
 * Windows-1252 (which is what pages that say Latin-1 mean, too). Bytes that mean nothing become U+FFFD. The result
 * is html itself (without its mark) when that is UTF-8, else in the arena. */
str charset_convert(arena *a, str html);

#endif
