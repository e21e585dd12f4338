/* SPDX-License-Identifier: MIT */
/* List items: lines and sentences that begin with a number, a letter, a bullet or an ordinal word. */
#ifndef PETIK_TEXT_ITEM_H
#define PETIK_TEXT_ITEM_H

#include "base/str.h"

typedef struct {
    long number; /* 3 for "3.", "c)", "Ketiga,"; 0 for a bullet; -1: no item */
    size_t size; /* bytes of the label and the space behind it */
} item_label;

/* The label at the start of line. */
item_label item_at(str line);
/* The label at the start of a sentence within a paragraph: ordinal words ("Pertama, …") and "1)" forms alone. */
item_label item_in_sentence(str s);

#endif
