/* SPDX-License-Identifier: MIT */
/* The bytes of an HTML page as UTF-8. */
#ifndef PETIK_PAGE_CHARSET_H
#define PETIK_PAGE_CHARSET_H

#include "base/arena.h"

/* The encoding of a page, by the name that the WHATWG encoding standard has for it ("windows-1252"); a static string.
 * charset is what an HTTP header said, empty when none did. It is decided as the HTML standard says: byte order mark,
 * header, what a meta element or an XML declaration within the first 1024 bytes says, else UTF-8 when it is that, else
 * what a meta element farther on says, else Windows-1252. One thing is otherwise: bytes that are UTF-8, and not ASCII alone, are UTF-8 whatever header and page
 * say, since that does not happen by chance. A label that the standard does not know says nothing. */
const char *charset_decide(str html, str charset);
/* Whether the standard knows a label. */
bool charset_known(str charset);
/* The page in UTF-8. Bytes that mean nothing become U+FFFD. The result is html itself (without its mark) when that is
 * UTF-8, else in the arena. */
str charset_convert(arena *a, str html, str charset);

#endif
