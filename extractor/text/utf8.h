/* SPDX-License-Identifier: MIT */
/* UTF-8: checking, decoding, and code-point offsets. Decoding trusts that the text was checked. */
#ifndef PETIK_TEXT_UTF8_H
#define PETIK_TEXT_UTF8_H

#include "base/arena.h"

/* The offset in bytes of the first byte that is no UTF-8, or s.n. Surrogates, overlong forms and code points above
 * U+10FFFF are none. */
size_t utf8_check(str s);
/* s with U+FFFD for each byte that belongs to no UTF-8, closed by NUL in the arena; s itself where there is none. */
str utf8_mended(arena *a, str s);
/* The code point at byte i; *size gets its length in bytes. */
uint32_t utf8_at(str s, size_t i, size_t *size);
/* The code point that ends just before byte i (i > 0), or 0 at the start. */
uint32_t utf8_before(str s, size_t i);
/* Writes a code point as UTF-8; returns its length in bytes, 1 to 4. */
size_t utf8_write(char out[4], uint32_t point);

/* Letters and digits of any script; the ASCII ones fast. */
bool utf8_letter(uint32_t point);
bool utf8_upper(uint32_t point);

/* Byte offsets to code points, in constant time. */
typedef struct {
    str text;
    uint32_t *before; /* code points before each block of bytes; NULL when all is ASCII */
} point_index;

point_index point_index_make(arena *a, str text);
/* How many code points lie before byte i (i <= text.n). */
size_t point_of(const point_index *x, size_t i);

#endif
