/* SPDX-License-Identifier: MIT */
/* Text into pages: each function escapes for one place, and for no other. What comes out of a store is never markup,
 * whatever it looks like. */
#ifndef PETIK_REPORT_HTML_H
#define PETIK_REPORT_HTML_H

#include "base/buf.h"

/* Between tags. Control characters, which HTML does not allow, become U+FFFD. */
void html_text(buf *b, str s);
/* Within an attribute's double quotation marks. */
void html_attribute(buf *b, str s);
/* A JSON string with its quotation marks, for files that are scripts: line separators and < are escaped as well. STR_NONE is
 * null. */
void html_string(buf *b, str s);
/* A whole number in digits. */
void html_number(buf *b, int64_t n);

#endif
