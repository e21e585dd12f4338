/* SPDX-License-Identifier: MIT */
#include "record/name.h"

enum { MOST_WORDS = 6 };

static bool word_byte(char c) {
    return WORD_BYTE[(unsigned char)c] || c == '-' || c == '\'' || c == '`';
}

static bool all_upper(str w) {
    for (size_t i = 0; i < w.n; i++)
        if (!ascii_upper(w.p[i]) && w.p[i] != '-') return false;
    return true;
}

/* End of the word at i; ’ inside a word belongs to it (Ma’ruf). */
static size_t name_word_end(str text, size_t i, size_t limit) {
    for (;;) {
        while (i < limit && word_byte(text.p[i])) i++;
        bool apostrophe = i + 3 < limit && str_eq(str_cut(text, i, i + 3), STR("\xE2\x80\x99"));
        if (!apostrophe || !ascii_lower(text.p[i + 3]) || !WORD_BYTE[(unsigned char)text.p[i + 3]]) return i;
        i += 3;
    }
}

static bool in_institution(const extraction *x, size_t i) {
    const match_list *l = matcher_found(x->matcher, KIND_INSTITUTION);
    size_t k = matches_from(l, i + 1);
    return k > 0 && l->items[k - 1].at.end > i;
}

bool name_like(const extraction *x, size_t start, size_t end) {
    str w = str_cut(x->doc->text, start, end);
    if (w.n == 0 || !(ascii_upper(w.p[0]) || ((unsigned char)w.p[0] & 0xE0) == 0xC0)) return false;
    if ((w.n >= 3 && all_upper(w) && !listed(x->words->given_names, w)) || ascii_digit(w.p[w.n - 1])) return false;
    if (listed(&x->words->no_names, w)) return false;
    return !(w.n <= 4 && all_upper(w) && listed(x->words->degrees, w));
}

/* Whether the word can stand in a name; lead: as its first one. */
static bool name_word(const extraction *x, size_t start, size_t end, bool lead) {
    str w = str_cut(x->doc->text, start, end);
    if (!name_like(x, start, end) || in_institution(x, start)) return false;
    return !lead || !(listed(x->words->regions, w) || listed(&x->words->honours, w));
}

size_t name_skip_honours(const extraction *x, size_t i, size_t limit) {
    for (;;) {
        size_t n = list_longest(&x->words->honours, x->doc->text, i, limit, NULL);
        if (!n || i + n + 1 >= limit || x->doc->text.p[i + n] != ' ') return i;
        i += n + 1;
    }
}

span name_at(const extraction *x, size_t i, size_t limit) {
    str text = x->doc->text;
    size_t start = name_skip_honours(x, i, limit), end = start, from = start;
    for (int words = 0; words < MOST_WORDS; words++) {
        size_t stop = name_word_end(text, from, limit);
        if (words && listed(x->words->particles, str_cut(text, from, stop))) {
            from = stop + 1;
            continue;
        }
        if (!name_word(x, from, stop, words == 0)) break;
        bool stopped = stop + 1 < limit && text.p[stop] == '.' && text.p[stop + 1] == ' ';
        bool short_form = stop - from == 1 || (stopped && table_get(&x->rules->words.abbreviations, str_cut(text, from, stop + 1)) != TABLE_NONE);
        if (stopped && short_form) stop++;
        end = stop;
        if (stop >= limit || text.p[stop] != ' ') break;
        from = stop + 1;
    }
    return (span){ start, end };
}

span name_before(const extraction *x, size_t end, size_t from) {
    str text = x->doc->text;
    span name = { end, end };
    size_t stop = end;
    for (int words = 0; words < MOST_WORDS && stop > from; words++) {
        size_t start = stop;
        while (start > from && (word_byte(text.p[start - 1]) || (unsigned char)text.p[start - 1] >= 0x80)) start--;
        if (words && listed(x->words->particles, str_cut(text, start, stop)) && start > from) {
            stop = start - 1;
            continue;
        }
        bool initial = stop > start && text.p[stop - 1] == '.';
        if (!name_word(x, start, stop - initial, words > 0)) break;
        name.start = start;
        if (start == from || text.p[start - 1] != ' ') break;
        stop = start - 1;
    }
    if (!span_empty(name) && listed(x->words->regions, text_of(x, name))) name.start = name.end;
    name.start = name_skip_honours(x, name.start, name.end); /* ranks of two words */
    return name;
}

bool office_covers(const extraction *x, size_t i) {
    size_t k = offices_from(x, i + 1);
    return k > 0 && i < x->offices.items[k - 1].at.end;
}

static size_t words_of(str s) {
    size_t n = s.n > 0;
    for (size_t i = 0; i < s.n; i++) n += s.p[i] == ' ';
    return n;
}

/* A capital at the start of a sentence is no sign of a name: such a word in front counts only when the whole stands
 * elsewhere within a sentence. */
static bool attested(const extraction *x, span whole, size_t i) {
    size_t start = x->doc->sentences.items[document_sentence(x->doc, whole.start)].at.start;
    if (whole.start != start) return true;
    str words = str_cut(x->doc->text, whole.start, i), text = x->doc->text;
    for (size_t at = str_find(text, words, 0); at != SIZE_MAX; at = str_find(text, words, at + 1))
        if (x->doc->sentences.items[document_sentence(x->doc, at)].at.start != at) return true;
    return false;
}

/* Where a short name stands as a word at i; SIZE_MAX: nowhere from there on. */
static size_t next_standing(const extraction *x, str name, size_t i) {
    str text = x->doc->text;
    for (i = str_find(text, name, i); i != SIZE_MAX; i = str_find(text, name, i + 1)) {
        size_t end = i + name.n;
        bool left = i == 0 || !word_byte(text.p[i - 1]) || !(word_behind(text, i) || (unsigned char)text.p[i - 1] < 0x80);
        if (left && (end == text.n || !word_byte(text.p[end]))) return i;
    }
    return SIZE_MAX;
}

/* A body whose name ran on into a person's ("Bank X Parwati Surya", when Parwati speaks later) ends before that. */
static void end_bodies_before(extraction *x, size_t i) {
    if (!matcher_cut(x->matcher, KIND_INSTITUTION, i)) return;
    size_t k = offices_from(x, i);
    if (k == 0 || x->offices.items[k - 1].at.end <= i || x->offices.items[k - 1].person != PEOPLE_NONE) return;
    office_mention *m = &x->offices.items[k - 1];
    size_t end = span_trim(x->doc->text, (span){ m->at.start, i }).end, less = m->at.end - end;
    if (m->of.n > less) m->of.n -= less;
    m->at.end = end;
}

/* The run of name words round the name at i: to its right first, since people are called by their first name; to its left
 * when nothing follows. */
static span run_at(const extraction *x, size_t i, size_t end) {
    span para = x->doc->paragraphs.items[document_paragraph(x->doc, i)].at;
    span right = name_at(x, i, para.end);
    if (!span_empty(right) && right.end > end) return (span){ i, right.end };
    span left = name_before(x, end, para.start);
    if (span_empty(left) || left.start >= i || !attested(x, left, i)) return (span){ i, end };
    return left;
}

span name_fullest(extraction *x, str name) {
    span best = { 0, 0 };
    size_t from = x->doc->title && x->doc->paragraphs.n ? x->doc->paragraphs.items[0].at.end : 0;
    for (size_t i = next_standing(x, name, from); i != SIZE_MAX; i = next_standing(x, name, i + name.n)) {
        end_bodies_before(x, i);
        if (office_covers(x, i)) continue; /* a rule has read that one already */
        span whole = run_at(x, i, i + name.n);
        if (words_of(text_of(x, whole)) > words_of(text_of(x, best))) best = whole;
    }
    return best;
}

/* Whether a word is ever used alone, as a short name is. */
static bool stands_alone(const extraction *x, str word) {
    for (size_t i = next_standing(x, word, 0); i != SIZE_MAX; i = next_standing(x, word, i + word.n)) {
        if (office_covers(x, i) || in_institution(x, i)) continue;
        span para = x->doc->paragraphs.items[document_paragraph(x->doc, i)].at;
        span left = name_before(x, i + word.n, para.start), right = name_at(x, i, para.end);
        if (left.start == i && right.end == i + word.n) return true;
    }
    return false;
}

str name_without_place(const extraction *x, str name) {
    str rest = name, first = str_split(&rest, ' ');
    if (!rest.p || words_of(name) < 3 || stands_alone(x, first)) return name;
    str second = rest, tail = second;
    second = str_split(&tail, ' ');
    return tail.p && stands_alone(x, second) ? rest : name;
}
