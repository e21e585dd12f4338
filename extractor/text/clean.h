/* SPDX-License-Identifier: MIT */
/* From an article's bytes to clean text: UTF-8 in NFC, lines ended by a line feed, spaces that are plain spaces,
 * nothing invisible. What was done beyond that is told, for the record's warnings. */
#ifndef PETIK_TEXT_CLEAN_H
#define PETIK_TEXT_CLEAN_H

#include "base/arena.h"
#include "base/error.h"

typedef struct {
    str text;
    bool windows_1252;   /* the bytes were Windows-1252 (or Latin-1) and were converted */
    size_t replaced;     /* bytes that are no UTF-8 in an otherwise valid text, now U+FFFD */
    size_t first_bad;    /* offset in the input of the first of them */
} clean_text;

/* text is in the arena, or, when there was nothing to do, in bytes itself. Fails with ERROR_INPUT on NUL bytes and
 * UTF-16 (name is what the message begins with) and with ERROR_LIMIT above LIMIT_ARTICLE. */
int text_clean(clean_text *out, arena *a, str bytes, str name, error *e);

/* Bytes in Windows-1252 as UTF-8; all 256 mean something, as the WHATWG encoding standard has it. */
str clean_windows_1252(arena *a, str bytes);

#endif
