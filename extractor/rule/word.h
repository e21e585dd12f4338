/* Words as triggers and lists see them: runs of letters and digits. */
#ifndef PETIK_RULE_WORD_H
#define PETIK_RULE_WORD_H

#include "base/str.h"

/* 1: a byte that words are made of. */
extern const unsigned char WORD_BYTE[256];

/* End of the run of word bytes at i; i itself when there is none. */
size_t word_end(str text, size_t i, size_t limit);
/* The byte behind the character at i. */
size_t word_skip(str text, size_t i);
/* Whether the character before byte i is one of a word. */
bool word_behind(str text, size_t i);
/* A hash of text[i..end) with ASCII case folded (every byte with bit 5 set): its first and its last eight bytes and its
 * length, multiplied. */
uint32_t word_hash(str text, size_t i, size_t end);

#endif
