#include "rule/list.h"

#include "rule/word.h"

static str folded(arena *a, str s) {
    char *p = arena_alloc(a, s.n + 1);
    for (size_t i = 0; i < s.n; i++) p[i] = ascii_lower(s.p[i]);
    return (str){ p, s.n };
}

static void header(word_list *l, str line) {
    str rest = str_trim(str_cut(line, 1, line.n));
    if (str_starts(rest, STR("case:"))) l->fold = str_eq(str_trim(str_cut(rest, 5, rest.n)), STR("fold"));
    if (!str_starts(rest, STR("columns:"))) return;
    rest = str_trim(str_cut(rest, 8, rest.n));
    for (int k = 0; k < LIST_COLUMNS && rest.p; k++) l->column_name[k] = str_trim(str_split(&rest, ' '));
}

static void measure(word_list *l, str word) {
    size_t words = 1;
    for (size_t i = 0; i < word.n; i++) words += word.p[i] == ' ';
    if (words > l->most_words) l->most_words = words;
    if (word.n > l->longest) l->longest = word.n;
    l->starts[(unsigned char)word.p[0]] = true;
    if (l->fold && ascii_lower(word.p[0]) >= 'a' && ascii_lower(word.p[0]) <= 'z')
        l->starts[(unsigned char)ascii_lower(word.p[0])] = l->starts[(unsigned char)(ascii_lower(word.p[0]) - 32)] = true;
}

static int add_word(word_list *l, arena *a, str word, const char *path, size_t line, error *e) {
    if (word.n == 0) return error_set(e, ERROR_RULES, "%s:%zu:1: an empty variant", path, line);
    uint32_t number = (uint32_t)l->words.n, entry = (uint32_t)l->entries.n - 1;
    uint32_t there = table_put(&l->index, l->fold ? folded(a, word) : word, number);
    if (there != number) {
        if (l->entry_of.items[there] == entry) return 0;
        return error_set(e, ERROR_RULES, "%s:%zu:1: \"%.*s\" stands under \"%.*s\" already", path, line, STR_ARG(word),
                         STR_ARG(l->entries.items[l->entry_of.items[there]].canonical));
    }
    *vec_add(a, &l->words) = word;
    *vec_add(a, &l->entry_of) = entry;
    measure(l, word);
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

/* A listed phrase may end or go on before any byte that words are not made of. */
static bool border(char c) {
    return !WORD_BYTE[(unsigned char)c];
}

static bool prefix_known(const word_list *l, uint32_t h) {
    return l->prefixes[(h & l->prefix_mask) >> 6] >> (h & 63) & 1;
}

static void note_prefix(word_list *l, uint32_t h) {
    l->prefixes[(h & l->prefix_mask) >> 6] |= (uint64_t)1 << (h & 63);
}

/* Notes the beginnings of every variant, so that a look-up stops as soon as no variant begins as the text does. */
static void note_prefixes(word_list *l, arena *a) {
    size_t bits = 1024;
    while (bits < l->words.n * 16) bits *= 2;
    l->prefixes = arena_alloc(a, bits / 8);
    l->prefix_mask = (uint32_t)bits - 1;
    for (size_t w = 0; w < l->words.n; w++) {
        str word = l->words.items[w];
        uint32_t h = HASH_SEED;
        for (size_t i = 0; i < word.n; i++) {
            if (border(word.p[i])) note_prefix(l, h);
            h = hash_step(h, l->fold ? ascii_lower(word.p[i]) : word.p[i]);
        }
        note_prefix(l, h);
    }
}

int list_parse(word_list *out, arena *a, str name, str bytes, const char *path, error *e) {
    *out = (word_list){ .name = name, .index = table_make(a, bytes.n / 16) };
    for (size_t line = 1; bytes.p; line++) {
        str text = str_split(&bytes, '\n');
        if (str_ends(text, STR("\r"))) text.n--;
        if (text.n && text.p[0] == '#') header(out, text);
        else if (str_trim(text).n) {
            int status = add_line(out, a, text, path, line, e);
            if (status) return status;
        }
    }
    note_prefixes(out, a);
    return 0;
}

word_list list_merged(arena *a, const word_list *const *lists, size_t n) {
    word_list out = { .name = STR("merged"), .index = table_make(a, 256) };
    for (size_t k = 0; k < n; k++) {
        for (size_t w = 0; lists[k] && w < lists[k]->words.n; w++) {
            str word = lists[k]->words.items[w];
            if (table_put(&out.index, word, (uint32_t)out.words.n) != out.words.n) continue;
            *vec_add(a, &out.words) = word;
            *vec_add(a, &out.entry_of) = (uint32_t)out.entries.n;
            *vec_add(a, &out.entries) = lists[k]->entries.items[lists[k]->entry_of.items[w]];
            measure(&out, word);
        }
    }
    note_prefixes(&out, a);
    return out;
}

const list_entry *list_find(const word_list *l, str word) {
    if (word.n == 0 || word.n > l->longest || !l->starts[(unsigned char)word.p[0]]) return NULL;
    char small[256];
    if (l->fold) {
        if (word.n > sizeof small) return NULL;
        for (size_t i = 0; i < word.n; i++) small[i] = ascii_lower(word.p[i]);
        word.p = small;
    }
    uint32_t number = table_get(&l->index, word);
    return number == TABLE_NONE ? NULL : &l->entries.items[l->entry_of.items[number]];
}

/* The number of the variant that is text[i..end), whose hash is h, or TABLE_NONE. */
static uint32_t variant(const word_list *l, str text, size_t i, size_t end, uint32_t h) {
    char small[256];
    str word = str_cut(text, i, end);
    if (l->fold) {
        if (word.n > sizeof small) return TABLE_NONE;
        for (size_t k = 0; k < word.n; k++) small[k] = ascii_lower(word.p[k]);
        word.p = small;
    }
    return table_get_hashed(&l->index, word, h);
}

size_t list_longest(const word_list *l, str text, size_t i, size_t limit, const list_entry **entry) {
    if (!l || i >= limit || !l->starts[(unsigned char)text.p[i]]) return 0;
    if (limit - i > l->longest) limit = i + l->longest + 1 < limit ? i + l->longest + 1 : limit;
    uint32_t h = HASH_SEED, best = TABLE_NONE;
    size_t end = i, stop = i;
    do {
        do h = hash_step(h, l->fold ? ascii_lower(text.p[end]) : text.p[end]);
        while (++end < limit && !border(text.p[end]));
        if (!prefix_known(l, h)) break;
        uint32_t found = variant(l, text, i, end, h);
        if (found != TABLE_NONE) best = found, stop = end;
    } while (end < limit);
    if (best != TABLE_NONE && entry) *entry = &l->entries.items[l->entry_of.items[best]];
    return best == TABLE_NONE ? 0 : stop - i;
}

int list_column(const word_list *l, str name) {
    for (int k = 0; k < LIST_COLUMNS; k++)
        if (l->column_name[k].n && str_eq(l->column_name[k], name)) return k;
    return -1;
}
