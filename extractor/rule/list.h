/* SPDX-License-Identifier: MIT */
/* Word lists: lines "canonical|variant|variant<TAB>column<TAB>column", one file a kind (rules/lists/README.md). */
#ifndef PETIK_RULE_LIST_H
#define PETIK_RULE_LIST_H

#include "base/error.h"
#include "rule/phrase.h"

enum { LIST_COLUMNS = 4 };

typedef struct {
    str canonical;
    str column[LIST_COLUMNS]; /* STR_NONE for "-" */
} list_entry;

typedef struct {
    str name; /* "regions" for lists/regions.txt */
    bool fold; /* "# case: fold": ASCII case does not count */
    str column_name[LIST_COLUMNS];
    VEC(list_entry) entries;
    VEC(str) words;           /* all variants and canonicals, in the order of the file */
    VEC(uint32_t) entry_of;   /* for each of words */
    phrase_index index;       /* words -> their numbers */
} word_list;

/* Reads a list from bytes (borrowed; they must outlive it). path is for messages. Fails with ERROR_RULES. */
int list_parse(word_list *out, arena *a, str name, str bytes, const char *path, error *e);
/* The entry that word stands under, or NULL. */
const list_entry *list_find(const word_list *l, str word);
/* The longest variant that begins at byte i of text and ends, before limit, where a word ends; its length in bytes, or
 * 0. *entry (NULL: not wanted) gets what it stands under. */
size_t list_longest(const word_list *l, str text, size_t i, size_t limit, const list_entry **entry);
/* One list of the words of several (NULLs are passed over), for one look-up; of a word in two the first counts. Borrows
 * their words; case counts. */
word_list list_merged(arena *a, const word_list *const *lists, size_t n);
/* The number of a column by its name, or -1. */
int list_column(const word_list *l, str name);

#endif
