/* SPDX-License-Identifier: MIT */
#include "rule/list.h"

static void header(word_list *l, str line) {
    str rest = str_trim(str_cut(line, 1, line.n));
    if (str_starts(rest, STR("case:"))) l->fold = str_eq(str_trim(str_cut(rest, 5, rest.n)), STR("fold"));
    if (!str_starts(rest, STR("columns:"))) return;
    rest = str_trim(str_cut(rest, 8, rest.n));
    for (int k = 0; k < LIST_COLUMNS && rest.p; k++) l->column_name[k] = str_trim(str_split(&rest, ' '));
}

static int add_word(word_list *l, arena *a, str word, const char *path, size_t line, error *e) {
    if (word.n == 0) return error_set(e, ERROR_RULES, "%s:%zu:1: an empty variant", path, line);
    uint32_t number = (uint32_t)l->words.n, entry = (uint32_t)l->entries.n - 1;
    uint32_t there = phrase_add(&l->index, a, word, number);
    if (there != number) {
        if (l->entry_of.items[there] == entry) return 0;
        return error_set(e, ERROR_RULES, "%s:%zu:1: \"%.*s\" stands under \"%.*s\" already", path, line, STR_ARG(word),
                         STR_ARG(l->entries.items[l->entry_of.items[there]].canonical));
    }
    *vec_add(a, &l->words) = word;
    *vec_add(a, &l->entry_of) = entry;
    return 0;
}

static int add_line(word_list *l, arena *a, str line, const char *path, size_t number, error *e) {
    str words = str_split(&line, '\t');
    list_entry *entry = vec_add(a, &l->entries);
    for (int k = 0; k < LIST_COLUMNS && line.p; k++) {
        entry->column[k] = str_split(&line, '\t');
        if (str_eq(entry->column[k], STR("-"))) entry->column[k] = STR_NONE;
    }
    bool first = true;
    while (words.p) {
        str word = str_trim(str_split(&words, '|'));
        if (first) entry->canonical = word;
        first = false;
        int status = add_word(l, a, word, path, number, e);
        if (status) return status;
    }
    return 0;
}

int list_parse(word_list *out, arena *a, str name, str bytes, const char *path, error *e) {
    *out = (word_list){ .name = name };
    bool begun = false; /* "# case:" stands before the first entry */
    for (size_t line = 1; bytes.p; line++) {
        str text = str_split(&bytes, '\n');
        if (str_ends(text, STR("\r"))) text.n--;
        if (text.n && text.p[0] == '#') {
            header(out, text);
        } else if (str_trim(text).n) {
            if (!begun) out->index = phrase_index_make(a, bytes.n / 16, out->fold);
            begun = true;
            int status = add_line(out, a, text, path, line, e);
            if (status) return status;
        }
    }
    if (!begun) out->index = phrase_index_make(a, 1, out->fold);
    phrase_finish(&out->index, a);
    return 0;
}

word_list list_merged(arena *a, const word_list *const *lists, size_t n) {
    word_list out = { .name = STR("merged"), .index = phrase_index_make(a, 256, false) };
    for (size_t k = 0; k < n; k++) {
        for (size_t w = 0; lists[k] && w < lists[k]->words.n; w++) {
            str word = lists[k]->words.items[w];
            if (phrase_add(&out.index, a, word, (uint32_t)out.words.n) != out.words.n) continue;
            *vec_add(a, &out.words) = word;
            *vec_add(a, &out.entry_of) = (uint32_t)out.entries.n;
            *vec_add(a, &out.entries) = lists[k]->entries.items[lists[k]->entry_of.items[w]];
        }
    }
    phrase_finish(&out.index, a);
    return out;
}

static const list_entry *entry_of(const word_list *l, uint32_t word) {
    return word == PHRASE_NONE ? NULL : &l->entries.items[l->entry_of.items[word]];
}

const list_entry *list_find(const word_list *l, str word) {
    return entry_of(l, phrase_find(&l->index, word));
}

size_t list_longest(const word_list *l, str text, size_t i, size_t limit, const list_entry **entry) {
    uint32_t word = PHRASE_NONE;
    size_t n = l ? phrase_longest(&l->index, text, i, limit, &word) : 0;
    if (n && entry) *entry = entry_of(l, word);
    return n;
}

int list_column(const word_list *l, str name) {
    for (int k = 0; k < LIST_COLUMNS; k++)
        if (l->column_name[k].n && str_eq(l->column_name[k], name)) return k;
    return -1;
}
