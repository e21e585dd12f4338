/* SPDX-License-Identifier: MIT */
/* For document.c: fills paragraphs, sentences and quotations of d->text. */
#ifndef PETIK_TEXT_SKELETON_H
#define PETIK_TEXT_SKELETON_H

#include "text/document.h"

void skeleton_walk(document *d, arena *a, bool title, const text_words *words);

#endif
