/* SPDX-License-Identifier: MIT */
#include "record/border.h"

#include "base/limits.h"
#include "record/name.h"
#include "rule/word.h"

enum { MOST_WORDS = 32, LEAST_MARKS = 3, LONGEST_NAME = 6 };
enum { USE_UNKNOWN = -1, USE_NONE, USE_PLACE, USE_ALONE, USE_SPEAKS };

typedef struct {
    span at;
    bool opens;   /* nothing but a comma, a bracket or an honorific stands before it */
    bool honour;  /* rank or honorific */
    bool place;   /* in the name of a region or district */
    bool given;   /* a word that names consist of */
    bool namely;  /* can stand in a name */
    bool closes;  /* behind it stands a comma, a bracket or the end */
    bool linked;  /* behind "dan", "untuk": goes on a body's name */
    signed char use; /* how the rest of the article uses it: USE_UNKNOWN until somebody asks */
} word;

typedef struct {
    const extraction *x;
    span run;
    word words[MOST_WORDS];
    size_t n;
} division;

static bool upper_at(str text, size_t i) {
    return i < text.n && (ascii_upper(text.p[i]) || ((unsigned char)text.p[i] & 0xE0) == 0xC0);
}

/* Marks so many words from k on, as long as they lie before end. */
static void mark_places(division *d) {
    str text = d->x->doc->text;
    for (size_t k = 0; k < d->n; k++) {
        size_t n = list_longest(d->x->words->regions, text, d->words[k].at.start, d->run.end, NULL);
        size_t m = list_longest(d->x->words->districts, text, d->words[k].at.start, d->run.end, NULL);
        size_t end = d->words[k].at.start + (n ? n : m);
        for (size_t i = k; i < d->n && d->words[i].at.end <= end; i++) d->words[i].place = true;
        bool closing = k > 0 && listed(d->x->words->place_words, text_of(d->x, d->words[k].at));
        if (closing) d->words[k].place = true, d->words[k].namely = false;
    }
}

/* Words of listed bodies are no names, but for those that are names as well. */
static void mark_bodies(division *d) {
    for (size_t k = 0; k < d->n; k++) {
        size_t end = d->words[k].at.start + list_longest(&d->x->words->bodies, d->x->doc->text, d->words[k].at.start, d->run.end, NULL);
        bool name_too = d->words[k].given && end <= d->words[k].at.end;
        for (size_t i = k; i < d->n && !name_too && d->words[i].at.start < end; i++) d->words[i].namely = false;
    }
}

static word read_word(const division *d, size_t start, size_t end) {
    str w = str_cut(d->x->doc->text, start, end);
    if (w.n > 2 && w.p[w.n - 1] == '.') w.n--;
    word out = { .at = { start, end }, .use = USE_UNKNOWN };
    out.given = listed(d->x->words->given_names, w);
    bool body = listed(d->x->words->inst_words, w) && !out.given;
    out.namely = name_like(d->x, start, start + w.n) && !body;
    return out;
}

/* A quotation mark, straight or curled: of a nickname within a name. */
static bool quote_at(str text, size_t i) {
    return text.p[i] == '\'' || text.p[i] == '"' || (i + 2 < text.n && memcmp(text.p + i, "\xE2\x80", 2) == 0);
}

/* Behind what closes a part of the run at i: a comma, brackets and what is in them, a degree; i itself otherwise. */
static size_t skip_closing(const division *d, size_t i) {
    str text = d->x->doc->text;
    if (text.p[i] == ',') return i + 1;
    if (text.p[i] != '(') return d->n && d->x->words->degrees ? i + list_longest(d->x->words->degrees, text, i, d->run.end, NULL) : i;
    size_t shut = str_find(text, STR(")"), i);
    return shut == SIZE_MAX || shut >= d->run.end ? d->run.end : shut + 1;
}

/* Whether another office begins at i: ", Camat X", "dan Kapolres Y". */
static bool other_office(const division *d, size_t i, const word *w) {
    const lexicon *l = d->x->words;
    if (!d->n || !(w->opens || w->linked)) return false;
    size_t title = list_longest(&l->titles, d->x->doc->text, i, d->run.end, NULL);
    if (title && list_longest(&l->honours, d->x->doc->text, i, d->run.end, NULL) >= title) return false; /* a rank */
    return title ||
           (l->unit_titles && list_longest(l->unit_titles, d->x->doc->text, i, d->run.end, NULL));
}

/* The words of the run; what stands in brackets is passed over, as degrees are. */
static void read_words(division *d) {
    str text = d->x->doc->text;
    bool opens = true, linked = false;
    size_t honoured = 0; /* up to there words are ranks and honorifics */
    for (size_t i = d->run.start; i < d->run.end && d->n < MOST_WORDS; ) {
        size_t behind = skip_closing(d, i);
        if (behind > i) {
            if (d->n) d->words[d->n - 1].closes = true;
            opens = true;
            i = behind;
            continue;
        }
        if (memchr(" )/", text.p[i], 3)) { i++; continue; }
        size_t end = i;
        while (end < d->run.end && !memchr(" ,()/", text.p[end], 5)) end++;
        size_t rank = list_longest(&d->x->words->honours, text, i, d->run.end, NULL);
        if (rank && i + rank > honoured) honoured = i + rank;
        bool honour = i < honoured, nickname = quote_at(text, i);
        bool particle = d->n && listed(d->x->words->particles, str_cut(text, i, end));
        if (!upper_at(text, i) && !ascii_digit(text.p[i]) && !honour && !nickname) linked = !particle;
        else {
            word w = read_word(d, i, end);
            w.namely = (w.namely || nickname) && !honour;
            w.honour = honour;
            w.opens = opens;
            w.linked = linked;
            if (other_office(d, i, &w)) break;
            d->words[d->n++] = w;
            opens = honour;
            linked = false;
        }
        i = end;
    }
    if (d->n) d->words[d->n - 1].closes = true;
}

static bool capital_behind(str text, size_t i) {
    return i + 1 < text.n && text.p[i] == ' ' && upper_at(text, i + 1);
}

/* The word before the space before i, and the one behind the space at i; empty when there is none. */
static str word_before(str text, size_t i) {
    if (i < 2 || text.p[i - 1] != ' ') return STR_NONE;
    size_t start = i - 1;
    while (start > 0 && text.p[start - 1] != ' ' && text.p[start - 1] != '\n') start--;
    return str_cut(text, start, i - 1);
}

static str word_after(str text, size_t i) {
    return i < text.n && text.p[i] == ' ' ? str_cut(text, i + 1, word_end(text, i + 1, text.n)) : STR_NONE;
}

/* The next place from i on, outside the run, where the words stand whole and no capitalised word follows them. */
static size_t next_place(const division *d, str words, size_t i) {
    str text = d->x->doc->text;
    for (i = str_find(text, words, i); i != SIZE_MAX; i = str_find(text, words, i + 1)) {
        size_t end = i + words.n;
        if (i >= d->run.start && i < d->run.end) continue;
        bool whole = !(i && word_behind(text, i)) && !(end < text.n && (WORD_BYTE[(unsigned char)text.p[end]] || text.p[end] == '-'));
        if (whole && !capital_behind(text, end)) return i;
    }
    return SIZE_MAX;
}

static size_t below_title(const division *d) {
    return d->x->doc->title && d->x->doc->paragraphs.n ? d->x->doc->paragraphs.items[0].at.end : 0;
}

/* How the words are used by themselves elsewhere: beside a reporting word, behind a preposition, or otherwise. */
static int use_of(const division *d, span words) {
    const lexicon *l = d->x->words;
    str text = d->x->doc->text, w = str_span(text, words);
    int use = USE_NONE;
    for (size_t i = next_place(d, w, below_title(d)); i != SIZE_MAX; i = next_place(d, w, i + 1)) {
        str before = word_before(text, i);
        if (listed(l->quote_verbs, before) || listed(l->source_words, before) || listed(l->report_verbs, word_after(text, i + w.n))) return USE_SPEAKS;
        int here = listed(l->prepositions, before) ? USE_PLACE : before.n && upper_at(before, 0) ? USE_NONE : USE_ALONE;
        if (here > use) use = here;
    }
    return use;
}

static int word_use(division *d, size_t k) {
    word *w = &d->words[k];
    if (w->use == USE_UNKNOWN)
        w->use = (signed char)(w->namely && w->at.end - w->at.start > 2 && !(w->place && !w->given) ? use_of(d, w->at) : USE_NONE);
    return w->use;
}

/* What an institution that the rules found says: +1 when it ends before the word, -1 when it goes on over it. */
static int institution_says(const division *d, size_t k) {
    const match_list *l = matcher_found(d->x->matcher, KIND_INSTITUTION);
    size_t at = d->words[k].at.start, i = matches_from(l, at);
    if (i == 0) return 0;
    span last = l->items[i - 1].at;
    if (last.end > at) return last.end < d->run.end ? -1 : 0;
    return k > 0 && last.end >= d->words[k - 1].at.end ? 1 : 0;
}

/* What stands before a name that begins with word k. */
static int marks_before(const division *d, size_t k) {
    if (k == 0) return 0;
    const word *before = &d->words[k - 1];
    bool headless = k == 1 && listed(d->x->words->bare_heads, text_of(d->x, before->at)); /* "Yayasan" alone names no body */
    if (headless && !before->closes) return -3;
    bool named_after = k == 2 && !d->words[0].closes; /* "RSUP Prof Ngoerah": a hospital's */
    if (before->honour) return named_after ? 0 : 4;
    if (before->closes) return 3;
    int marks = institution_says(d, k);
    if (before->place) return marks + (before->given ? 1 : 2);
    bool goes_on = before->given || before->at.end - before->at.start <= 2; /* a name, or an initial */
    return marks + (!before->namely ? 1 : goes_on ? -2 : 0);
}

static int marks_within(const division *d, size_t k, size_t end) {
    const word *first = &d->words[k];
    bool behind_place = k > 0 && d->words[k - 1].place;
    size_t n = end - k;
    int marks = n == 2 || n == 3 ? 1 : n > 4 ? -1 : 0;
    if (first->given) marks += 2;
    else if (first->at.end - first->at.start <= 2) marks += 1; /* an initial */
    else if (first->place) marks -= 3;
    for (size_t i = k + 1; i < end; i++) {
        if (d->words[i].place && !d->words[i].given) marks -= 2;
        else if (i == k + 1 && d->words[i].given) marks += first->given || first->at.end - first->at.start <= 2 ? 1 : behind_place ? 0 : -1;
    }
    return marks;
}

/* What the rest of the article says. */
static int marks_elsewhere(division *d, size_t k, size_t end) {
    static const int FIRST[] = { [USE_NONE] = 0, [USE_PLACE] = -1, [USE_ALONE] = 1, [USE_SPEAKS] = 3 };
    int marks = FIRST[word_use(d, k)];
    for (size_t i = k + 1; i < end; i++)
        if (word_use(d, i) == USE_SPEAKS) { marks += 1; break; }
    for (size_t i = k; i-- > 0 && d->words[i].namely && !d->words[i].place; )
        if (word_use(d, i) == USE_SPEAKS) { marks -= 3; break; }
    if (end - k > 1 && use_of(d, (span){ d->words[k].at.start, d->words[end - 1].at.end }) > USE_PLACE) marks += 2;
    if (k > 1 && next_place(d, text_of(d->x, (span){ d->run.start, d->words[k - 1].at.end }), below_title(d)) != SIZE_MAX) marks += 2;
    return marks;
}

/* Where the name ends that begins with word k; k itself when none does. */
static size_t name_stop(const division *d, size_t k) {
    size_t end = k;
    while (end < d->n && d->words[end].namely && !(end > k && (d->words[end].linked || d->words[end].opens))) end++;
    if (end == k || end - k > LONGEST_NAME || d->words[k].linked) return k;
    return d->words[end - 1].closes || (end < d->n && (d->words[end].opens || d->words[end].linked)) ? end : k;
}

/* Without the sentence's full stop. */
static span without_stop(str text, span run) {
    bool stop = run.end - run.start > 3 && text.p[run.end - 1] == '.' && text.p[run.end - 3] != ' ' && text.p[run.end - 3] != '.';
    run.end -= stop;
    return run;
}

/* End of what goes on a run at i, where a space or a comma stands; i when nothing does. */
static size_t run_on(const extraction *x, size_t i, size_t limit, bool parts) {
    str text = x->doc->text;
    size_t at = i;
    if (parts && at < limit && text.p[at] == ',') at++;
    if (at + 2 >= limit || text.p[at] != ' ') return i;
    size_t link = parts && x->words->body_links ? list_longest(x->words->body_links, text, at + 1, limit, NULL) : 0;
    if (link && at + link + 2 < limit && text.p[at + link + 1] == ' ') at += link + 1;
    if (x->words->degrees && list_longest(x->words->degrees, text, at + 1, limit, NULL)) return i;
    bool bracket = text.p[at + 1] == '(' && upper_at(text, at + 2);
    size_t shut = bracket ? str_find(text, STR(")"), at) : SIZE_MAX;
    if (bracket && shut < limit) return shut + 1;
    return upper_at(text, at + 1) || (at == i && ascii_digit(text.p[at + 1])) ? word_end(text, at + 1, limit) : i;
}

span border_run(const extraction *x, span run, bool parts) {
    size_t limit = x->doc->sentences.items[document_sentence(x->doc, run.start)].at.end;
    if (limit > run.end + LIMIT_RUN) limit = word_end(x->doc->text, run.end + LIMIT_RUN, limit);
    for (size_t end = run_on(x, run.end, limit, parts); end > run.end; end = run_on(x, run.end, limit, parts)) run.end = end;
    return run;
}

bool border_plain(const extraction *x, span body, span name) {
    str text = x->doc->text, last = text_of(x, body);
    if (capital_behind(text, name.end) || str_starts(str_cut(text, name.end, text.n), STR(" ("))) return false;
    size_t space = str_find_last(last, STR(" "), last.n);
    if (space == SIZE_MAX) return false;
    last = str_cut(last, space + 1, last.n);
    bool closed = listed(x->words->regions, last) || listed(x->words->inst_words, last) || listed(x->words->place_words, last);
    if (!closed || listed(x->words->given_names, last)) return false;
    return listed(x->words->given_names, str_cut(text, name.start, word_end(text, name.start, name.end)));
}

bool border_doubtful(const extraction *x, span run, span name) {
    str text = x->doc->text, head = str_cut(text, run.start, word_end(text, run.start, name.start));
    if (!listed(x->words->bare_heads, head) && listed(x->words->given_names, str_cut(text, name.start, word_end(text, name.start, name.end)))) return false;
    division d = { .x = x, .run = { run.start, name.end } };
    read_words(&d);
    mark_places(&d);
    mark_bodies(&d);
    bool other = d.n > 1 && d.words[1].at.start == name.start && listed(x->words->bare_heads, text_of(x, d.words[0].at));
    for (size_t i = 0; i < d.n; i++) {
        if (d.words[i].at.start < name.start || other) continue;
        if (d.words[i].given) return false;
        other = other || d.words[i].place || !d.words[i].namely;
    }
    return other;
}

bool border_find(const extraction *x, span run, size_t usual, border *out) {
    division d = { .x = x, .run = without_stop(x->doc->text, run) };
    read_words(&d);
    mark_places(&d);
    mark_bodies(&d);
    int most = LEAST_MARKS - 1;
    for (size_t k = usual ? 1 : 0; k < d.n; k++) {
        size_t end = name_stop(&d, k);
        if (end == k) continue;
        int marks = marks_before(&d, k) + marks_within(&d, k, end);
        if (marks + 6 <= most) continue;
        marks += marks_elsewhere(&d, k, end) + (d.words[k].at.start == usual ? 2 : 0);
        if (marks <= most) continue;
        most = marks;
        size_t body = k;
        while (body > 0 && d.words[body - 1].honour) body--;
        out->name = (span){ d.words[k].at.start, d.words[end - 1].at.end };
        out->body = span_trim(x->doc->text, (span){ run.start, body == 0 ? run.start : d.words[body].at.start });
    }
    while (!span_empty(out->body) && x->doc->text.p[out->body.end - 1] == ',') out->body.end--;
    return most >= LEAST_MARKS;
}
