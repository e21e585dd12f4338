/* SPDX-License-Identifier: MIT */
#include "record/officekey.h"

#include "record/region.h"

/* Without brackets and what is in them, and with one space between words. */
static str without_brackets(arena *a, str s) {
    char *out = arena_raw(a, s.n + 1);
    size_t n = 0, depth = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == ')' && depth > 0) depth--;
        else if (s.p[i] == '(') depth++;
        else if (depth == 0 && !(s.p[i] == ' ' && (n == 0 || out[n - 1] == ' '))) out[n++] = s.p[i];
    }
    return str_trim((str){ out, n });
}

/* Without a last word that the list has, however many words it is. */
static str without_ending(const word_list *l, str s) {
    for (size_t start = 0; l && start < s.n;) {
        if (listed(l, str_cut(s, start, s.n))) return str_trim(str_cut(s, 0, start));
        size_t space = str_find(s, STR(" "), start);
        if (space == SIZE_MAX) break;
        start = space + 1;
    }
    return s;
}

str office_written_out(arena *a, const lexicon *l, str body) {
    const list_entry *entry = NULL;
    size_t n = l->body_shorts ? list_longest(l->body_shorts, body, 0, body.n, &entry) : 0;
    return n ? arena_join(a, (const str[]){ entry->canonical, str_cut(body, n, body.n) }, 2) : body;
}

str office_key(arena *a, const lexicon *l, const official_record *o) {
    str body = without_brackets(a, o->of);
    if (o->region.n) body = region_cut(l, body);
    body = office_written_out(a, l, without_ending(l->nation_words, body));
    const str parts[] = { o->title, STR("|"), o->region, STR("|"), body };
    str key = arena_join(a, parts, 5);
    for (size_t i = 0; i < key.n; i++) ((char *)key.p)[i] = ascii_lower(key.p[i]);
    return key;
}

str office_place(str title, str of) {
    str last = str_last_word(title);
    bool doubled = of.n > last.n && str_starts(of, last) && of.p[last.n] == ' ';
    return doubled ? str_cut(of, last.n + 1, of.n) : of;
}

str office_name(arena *a, str title, str of) {
    of = office_place(title, of);
    return of.n ? arena_join(a, (const str[]){ title, STR(" "), of }, 3) : arena_copy(a, title);
}

/* Takes a leading entry of a list off *rest; NULL: there is none. */
static const list_entry *take_first(const word_list *l, str *rest) {
    const list_entry *entry = NULL;
    size_t n = l ? list_longest(l, *rest, 0, rest->n, &entry) : 0;
    if (!n) return NULL;
    *rest = str_trim(str_cut(*rest, n, rest->n));
    return entry;
}

official_record office_read(arena *a, const lexicon *l, str *text, str *acting) {
    official_record o = { .of = STR_NONE };
    const list_entry *status = take_first(l->acting, text);
    str rest = *text;
    *acting = status ? status->canonical : STR_NONE;
    const list_entry *contracted = take_first(l->contracted, &rest);
    const list_entry *title = contracted ? contracted : take_first(&l->titles, &rest);
    if (!title) return o;
    o.title = contracted ? STR("Kepala") : title->canonical;
    if (contracted && contracted->column[0].p) {
        const str parts[] = { contracted->column[0], STR(" "), rest };
        rest = arena_join(a, parts, 3);
    }
    str words = o.title;
    region_level level = region_level_of(l, str_split(&words, ' '));
    o.of = str_trim(rest);
    o.region = region_code(l, o.of, level);
    return o;
}
