/* SPDX-License-Identifier: MIT */
/* The people of an article: their names from the fullest form down, and where they are named. */
#ifndef PETIK_RECORD_PEOPLE_H
#define PETIK_RECORD_PEOPLE_H

#include "base/table.h"
#include "rule/list.h"

enum { PEOPLE_NONE = SIZE_MAX };

typedef struct {
    str name;    /* the fullest form */
    str alias;   /* a nickname, or STR_NONE */
    str variant; /* another spelling, or STR_NONE */
    size_t seen; /* byte of the first full mention */
    size_t words; /* in name */
    uint64_t initials; /* a bit for each letter that a word of the name begins with: a quick test */
} person;

/* Where a person is named (or meant by an office). */
typedef struct {
    span at;
    size_t person;
} person_mention;

typedef struct {
    VEC(person) list;
    VEC(person_mention) mentions; /* by start, without overlaps */
    const word_list *given;       /* words that are names: two of them are two names, however alike; NULL: none */
} people;

/* The person that a name (full or short) belongs to, or PEOPLE_NONE. Words have to be those of the person's name, in
 * order; of several people the one first seen last before byte at. A single word that nobody has can be a shortened one:
 * Agus for Agustinus, Latifah for Norlatifah, when it can be of one person only. */
size_t people_find(const people *p, str name, size_t at);
/* The same person, or a new one; a fuller name replaces the shorter. PEOPLE_NONE when there are LIMIT_PEOPLE already. */
size_t people_add(people *p, arena *a, str name, size_t at);
/* Whether a name is spelled otherwise than the person's, one letter apart. */
bool people_misspelled(const people *p, size_t who, str name);
/* Gives a person another name to be known by. */
void people_alias(people *p, size_t who, str alias);
/* Whether two words are the same word of a name: case and, in long words, one letter that differs are passed over. */
bool name_word_same(str a, str b);
/* The last mention that begins before byte i and not before from, or NULL. */
const person_mention *people_before(const people *p, size_t i, size_t from);
/* The mention that begins at byte i, or NULL. */
const person_mention *people_at(const people *p, size_t i);

#endif
