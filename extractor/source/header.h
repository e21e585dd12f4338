/* SPDX-License-Identifier: MIT */
/* The header of a WARC record or of an HTTP response: a line that says what it is, lines "Name: value", an empty line. Lines
 * end in CR LF or in LF alone; one that begins with a space or tab goes on with the value before it. */
#ifndef PETIK_SOURCE_HEADER_H
#define PETIK_SOURCE_HEADER_H

#include "base/arena.h"

/* Bytes of the header that s begins with, the empty line included; 0 when s ends before that. */
size_t header_end(str s);
/* The value of the first field of that name (in any case), on one line; STR_NONE when there is none. It is lent by the
 * header, or, when it went over several lines, in the arena. */
str header_field(arena *a, str header, str name);
/* Of a value such as Content-Type's, "text/html; charset=utf-8": what stands before the first semicolon. */
str header_media(str value);
/* The parameter of that name, without quotation marks; STR_NONE when there is none. */
str header_parameter(str value, str name);

#endif
