/* SPDX-License-Identifier: MIT */
/* Where people are mentioned: names beside reporting words make people, then every name in the text is tied to one. */
#include "record/clause.h"
#include "record/name.h"
#include "record/speaker.h"

#include <stdlib.h>

/* Whether one word that opens a sentence, where every word has a capital, is no name: it is none that names consist of,
 * and stands nowhere within a sentence. */
static bool common_word(const extraction *x, span name) {
    str word = text_of(x, name), text = x->doc->text;
    const sentence *s = &x->doc->sentences.items[document_sentence(x->doc, name.start)];
    if (memchr(word.p, ' ', word.n) || listed(x->words->given_names, word) || speaker_skip_openers(x, s->at.start, s->at.end) != name.start) return false;
    for (size_t i = str_find(text, word, 0); i != SIZE_MAX; i = str_find(text, word, i + 1)) {
        const sentence *other = &x->doc->sentences.items[document_sentence(x->doc, i)];
        bool whole = i + word.n >= text.n || !WORD_BYTE[(unsigned char)text.p[i + word.n]];
        bool title = x->doc->paragraphs.items[other->paragraph].title;
        if (whole && !title && i > other->at.start + 1 && text.p[i - 1] == ' ' && text.p[i - 2] != '"') return false;
    }
    return true;
}

/* A name beside a reporting word: its fullest form in the article is a person. */
static void learn_name(extraction *x, span name) {
    if (span_empty(name) || office_covers(x, name.end - 1) || common_word(x, name)) return;
    str words = text_of(x, name);
    size_t known = people_find(&x->people, words, name.start);
    if (known != PEOPLE_NONE && people_misspelled(&x->people, known, words)) x->people.list.items[known].variant = words;
    if (known != PEOPLE_NONE && x->people.list.items[known].words > 1) return;
    span full = name_fullest(x, words);
    if (span_empty(full)) full = name;
    people_add(&x->people, x->home, name_without_place(x, text_of(x, full)), full.start);
}

static void learn_from_cue(extraction *x, const rule_match *m) {
    str form = value_of(x, m, CUE_FORM);
    size_t limit = clause_range(x, m->at.start).end;
    bool behind = str_eq(form, STR("after")) || str_eq(form, STR("according")) || str_eq(form, STR("passive"));
    if (document_quote(x->doc, m->at.start)) return;
    if (behind) {
        size_t i = m->at.end;
        if (i >= limit || x->doc->text.p[i] != ' ') return;
        span name = name_at(x, i + 1, limit);
        if (span_empty(name)) name = speaker_name_in(x, i + 1, limit);
        learn_name(x, name);
        return;
    }
    size_t from = clause_range(x, m->at.start).start, end = speaker_subject_end(x, m->at.start, from);
    bool thing = clause_pointed_at(x, end, x->doc->text.n); /* "warga Jakarta Selatan itu" is no name */
    if (end > from && !thing) learn_name(x, name_before(x, end, from));
}

/* A nickname in brackets behind a full name ("Bambang Soesatyo (Bamsoet)"), or in quotation marks within it. */
static str alias_of(str text, str name) {
    size_t open = str_find(name, STR("'"), 0), end = open == SIZE_MAX ? SIZE_MAX : str_find(name, STR("'"), open + 1);
    if (end != SIZE_MAX && open && name.p[open - 1] == ' ') return str_cut(name, open + 1, end);
    size_t behind = (size_t)(name.p - text.p) + name.n; /* names are parts of the text */
    str rest = str_cut(text, behind, text.n < behind + 24 ? text.n : behind + 24);
    size_t shut = str_starts(rest, STR(" (")) && rest.n > 3 && ascii_upper(rest.p[2]) ? str_find(rest, STR(")"), 2) : SIZE_MAX;
    if (shut == SIZE_MAX || memchr(rest.p + 2, ' ', shut - 2)) return STR_NONE;
    return str_cut(rest, 2, shut);
}

static void learn_aliases(extraction *x) {
    for (size_t i = 0; i < x->people.list.n; i++) {
        person *p = &x->people.list.items[i];
        if (!p->alias.n) p->alias = alias_of(x->doc->text, p->name);
    }
}

/* The words of names: whose they are. */
typedef struct {
    table owner;       /* word -> number of its one person, or SHARED */
    bool starts[256];  /* bytes that the words begin with */
} name_words;

enum { SHARED = UINT32_MAX - 1 };

static void add_word(name_words *w, str word, uint32_t who_has_it) {
    if (word.n < 2) return;
    w->starts[(unsigned char)word.p[0]] = true;
    if (table_put(&w->owner, word, who_has_it) != who_has_it) table_set(&w->owner, word, SHARED);
}

/* "MARPAUNG" as it is written elsewhere; STR_NONE when the word is not in capitals. */
static str uncapitalised(arena *a, str word) {
    char *p = arena_alloc(a, word.n + 1);
    for (size_t i = 0; i < word.n; i++) {
        if (!ascii_upper(word.p[i])) return STR_NONE;
        p[i] = i ? ascii_lower(word.p[i]) : word.p[i];
    }
    return (str){ p, word.n };
}

static name_words words_of_names(extraction *x) {
    name_words w = { .owner = table_make(x->home, x->people.list.n * 8 + 8) };
    for (size_t i = 0; i < x->people.list.n; i++) {
        str rest = x->people.list.items[i].name;
        while (rest.p) {
            str word = str_split(&rest, ' '), small = word.n > 3 ? uncapitalised(x->home, word) : STR_NONE;
            add_word(&w, word, (uint32_t)i);
            if (small.n) add_word(&w, small, (uint32_t)i);
        }
        rest = x->people.list.items[i].variant;
        while (rest.p) add_word(&w, str_split(&rest, ' '), (uint32_t)i);
        if (x->people.list.items[i].alias.n) add_word(&w, x->people.list.items[i].alias, (uint32_t)i);
    }
    return w;
}

static bool goes_on(str text, size_t stop) {
    if (stop + 1 >= text.n || text.p[stop] != ' ') return false;
    char c = text.p[stop + 1];
    return ascii_upper(c) || c == '\'' || c == 'b' || (unsigned char)c >= 0xC3;
}

/* End of the next word of a name, its stop and quotation marks included. */
static size_t next_name_word(str text, size_t stop) {
    size_t start = stop + 1;
    for (stop = start; stop < text.n && (WORD_BYTE[(unsigned char)text.p[stop]] || memchr("-'`.", text.p[stop], 4)); stop++) {}
    return text.p[stop - 1] == '.' && stop - start > 2 ? stop - 1 : stop;
}

/* A mention that begins with the word i to end, which is a word of somebody's name: the longest run of words there that
 * are one person's. Returns where it ends. */
static size_t mention_at(extraction *x, name_words *w, size_t i, size_t end, uint32_t owner) {
    str text = x->doc->text;
    size_t stop = end, best = 0, named = PEOPLE_NONE;
    for (int words = 0; words < 6; words++) {
        str run = str_cut(text, i, stop);
        bool alone = words == 0 && owner != SHARED; /* one word that only one person has */
        size_t found = alone ? owner : people_find(&x->people, run, i);
        if (found != PEOPLE_NONE) best = stop, named = found;
        if (!goes_on(text, stop)) break;
        size_t next = next_name_word(text, stop);
        str word = str_cut(text, stop + 1, next);
        if (text.p[stop + 1] != '\'' && text.p[stop + 1] != 'b' && table_get(&w->owner, word) == TABLE_NONE && !str_ends(word, STR("."))) break;
        stop = next;
    }
    bool place = best == end && listed(x->words->regions, str_cut(text, i, end));
    if (named == PEOPLE_NONE || place) return end;
    *vec_add(x->home, &x->people.mentions) = (person_mention){ { i, best }, named };
    people_warn(x, named, (span){ i, best });
    return best;
}

static void find_mentions(extraction *x) {
    name_words words = words_of_names(x);
    str text = x->doc->text;
    const place_list *capitals = matcher_capitals(x->matcher);
    size_t free_from = 0;
    for (size_t k = 0; k < capitals->n; k++) {
        size_t i = capitals->items[k], end = i;
        if (i < free_from || !words.starts[(unsigned char)text.p[i]]) continue;
        while (end < text.n && (WORD_BYTE[(unsigned char)text.p[end]] || (text.p[end] == '-' && end > i))) end++;
        uint32_t owner = table_get(&words.owner, str_cut(text, i, end));
        if (owner != TABLE_NONE) free_from = mention_at(x, &words, i, end, owner);
    }
}

/* Whether a sentence begins with capitalised words and then what a person is: ", seorang pengungsi," or " (45)". */
static bool opens_with_name(str text, span s) {
    size_t i = s.start;
    while (i < s.end && ascii_upper(text.p[i])) {
        while (i < s.end && (WORD_BYTE[(unsigned char)text.p[i]] || text.p[i] == '.' || text.p[i] == '-')) i++;
        if (i + 3 >= s.end) return false;
        if (text.p[i] == ' ' && text.p[i + 1] == '(') return ascii_digit(text.p[i + 2]);
        if (text.p[i] == ',' && text.p[i + 2] >= 'a' && text.p[i + 2] <= 'z')
            return memchr(text.p + i + 2, ',', s.end - i - 2 < 70 ? s.end - i - 2 : 70) != NULL;
        if (text.p[i++] != ' ') return false;
    }
    return false;
}

/* "Jumiati, seorang pengungsi, …", "Sarmin (45), …": a sentence that begins with somebody and what he is. */
static void learn_from_openings(extraction *x) {
    for (size_t k = 0; k < x->doc->sentences.n; k++) {
        const sentence *s = &x->doc->sentences.items[k];
        if (x->doc->paragraphs.items[s->paragraph].title || !opens_with_name(x->doc->text, s->at)) continue;
        span name = name_at(x, s->at.start, s->at.end);
        char after = name.end < s->at.end ? x->doc->text.p[name.end] : 0;
        bool whole = after == ',' || (after == ' ' && x->doc->text.p[name.end + 1] == '(');
        if (whole) learn_name(x, name);
    }
}

void speakers_learn(extraction *x) {
    const match_list *cues = matcher_found(x->matcher, KIND_CUE);
    learn_aliases(x);
    for (size_t i = 0; i < cues->n; i++) learn_from_cue(x, &cues->items[i]);
    learn_from_openings(x);
    learn_aliases(x);
    if (x->people.list.n) find_mentions(x);
}
