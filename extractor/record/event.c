/* SPDX-License-Identifier: MIT */
/* Events: what an article says was held, when, where, by whom, and who took part. A word for an event (events.txt) counts
 * where a verb of holding (holdverbs.txt) stands in its sentence; of one kind the article has one event. */
#include "record/clause.h"
#include "record/collect.h"

enum { LEAD = 6, NAME_WORDS = 9, PLACE_WORDS = 9, MOST_PARTICIPANTS = 60 };

typedef struct {
    extraction *x;
    event_record *e;
} reporter;

/* The verbs of holding in a sentence, one after another: returns the place of the next at or after i, s.end: none. */
static size_t next_verb(const extraction *x, span s, size_t i, size_t *size, str *role) {
    str text = x->doc->text;
    for (; i < s.end; i++) {
        if (i > s.start && text.p[i - 1] != ' ') continue;
        const list_entry *entry = NULL;
        *size = list_longest(x->words->hold_verbs, text, i, s.end, &entry);
        if (*size && !document_quote(x->doc, i)) {
            *role = entry->column[0];
            return i;
        }
    }
    return s.end;
}

static bool other_word(const extraction *x, str word) {
    const lexicon *l = x->words;
    return listed(l->prepositions, word) || listed(l->adverbs, word) || listed(l->who_words, word) || listed(l->stops, word) ||
           listed(l->predicates, word) || listed(l->hold_verbs, word);
}

static bool year(str word) {
    for (size_t i = 0; i < word.n; i++)
        if (!ascii_digit(word.p[i])) return false;
    return word.n == 4;
}

/* The event's name: its words up to a comma, a date, a bracket or a small word that begins something else; a year is one of
 * them (Operasi Mantap Praja 2024). */
static span name_of(const extraction *x, const rule_match *m, span s) {
    str text = x->doc->text;
    size_t end = m->at.end;
    for (int words = 0; words < NAME_WORDS && end < s.end && text.p[end] == ' '; words++) {
        size_t stop = word_end(text, end + 1, s.end);
        str word = str_cut(text, end + 1, stop);
        if (stop == end + 1 || (ascii_digit(word.p[0]) && !year(word)) || other_word(x, word) || clause_verb_at(x, end + 1, s.end)) break;
        end = stop;
    }
    return (span){ m->at.start, end };
}

/* "di Aula Kantor Bupati", "di halaman Mapolres X": the capitalised words behind a listed preposition of place, with a word
 * for a site in front of them; empty: none. */
static span place_in(const extraction *x, span s, size_t from) {
    str text = x->doc->text;
    for (size_t i = from; i + 3 < s.end; i++) {
        if (text.p[i] != ' ') continue;
        size_t n = list_longest(x->words->place_preps, text, i + 1, s.end, NULL);
        size_t start = i + 1 + n + 1, end = start;
        if (!n || start >= s.end) continue;
        size_t site = list_longest(x->words->sites, text, start, s.end, NULL);
        if (site && start + site < s.end && text.p[start + site] == ' ') end += site + 1;
        if (end >= s.end || !ascii_upper(text.p[end])) continue;
        for (int words = 0; words < PLACE_WORDS && end < s.end; words++) {
            size_t stop = word_end(text, end, s.end);
            if (stop == end || !(ascii_upper(text.p[end]) || ascii_digit(text.p[end]))) break;
            if (words && listed(x->words->weekdays, str_cut(text, end, stop))) break;
            end = stop;
            if (end >= s.end || text.p[end] != ' ') break;
            end++;
        }
        return span_trim(text, (span){ start, end });
    }
    return (span){ 0, 0 };
}

/* The day that a sentence names; STR_NONE: none. */
static str day_in(const extraction *x, span s) {
    for (size_t i = 0; i < x->out->dates.n; i++) {
        const date_record *d = &x->out->dates.items[i];
        if (d->at.start >= s.end) break;
        bool day = d->value.n >= 10 && d->value.p[4] == '-' && (str_eq(d->type, STR("DATE")) || str_eq(d->type, STR("TIME")));
        if (d->at.start >= s.start && day && !document_quote(x->doc, d->at.start)) return d->value;
    }
    return STR_NONE;
}

static void take_part(reporter *r, str name) {
    for (size_t i = 0; i < r->e->participants.n; i++)
        if (str_eq(r->e->participants.items[i], name)) return;
    if (r->e->participants.n < MOST_PARTICIPANTS) *vec_add(r->x->home, &r->e->participants) = name;
}

/* Whether a body is named as that of an office: "Kapolres X". */
static bool of_office(const extraction *x, span body) {
    size_t k = offices_from(x, body.start + 1);
    return k > 0 && x->offices.items[k - 1].at.end >= body.end;
}

/* Who stands between two bytes: officials by name, else bodies as written. */
static void take_people(reporter *r, size_t from, size_t to) {
    extraction *x = r->x;
    size_t k = offices_from(x, from);
    for (; k < x->offices.n && x->offices.items[k].at.start < to; k++) {
        const office_mention *m = &x->offices.items[k];
        take_part(r, m->person != PEOPLE_NONE ? x->people.list.items[m->person].name : text_of(x, m->at));
    }
    const match_list *bodies = matcher_found(x->matcher, KIND_INSTITUTION);
    for (k = matches_from(bodies, from); k < bodies->n && bodies->items[k].at.start < to; k++) {
        if (!of_office(x, bodies->items[k].at)) take_part(r, text_of(x, bodies->items[k].at));
    }
}

/* The one who stands last before byte end (or, behind, first from it on): a person by name, an office or a body. */
static str somebody(const extraction *x, span s, bool behind) {
    const match_list *bodies = matcher_found(x->matcher, KIND_INSTITUTION);
    str best = STR_NONE;
    size_t at = behind ? SIZE_MAX : 0;
    for (size_t k = offices_from(x, s.start); k < x->offices.n && x->offices.items[k].at.start < s.end; k++) {
        const office_mention *m = &x->offices.items[k];
        if (behind && m->at.start >= at) break;
        at = m->at.start;
        best = m->person != PEOPLE_NONE ? x->people.list.items[m->person].name : text_of(x, m->at);
    }
    for (size_t k = matches_from(bodies, s.start); k < bodies->n && bodies->items[k].at.start < s.end; k++) {
        span b = bodies->items[k].at;
        if (of_office(x, b) || (behind ? b.start >= at : b.start < at)) continue;
        at = b.start;
        best = text_of(x, b);
    }
    return best;
}

/* What one verb of holding says of the event. */
static void read_verb(reporter *r, span s, size_t at, size_t size, str role) {
    extraction *x = r->x;
    event_record *e = r->e;
    enum { NEAR = 90 };
    span before = { s.start, at }, behind = { at + size, s.end };
    size_t next;
    str other;
    behind.end = next_verb(x, s, behind.start, &next, &other);
    if (str_eq(role, STR("organiser")) && !e->organiser.n) e->organiser = somebody(x, before, false);
    if (str_eq(role, STR("organiser-behind")) && !e->organiser.n) 
        e->organiser = somebody(x, (span){ behind.start, behind.start + NEAR < behind.end ? behind.start + NEAR : behind.end }, true);
    if (str_eq(role, STR("leader")) && !e->leader.n) e->leader = somebody(x, before, false);
    if (str_eq(role, STR("leader-behind")) && !e->leader.n) e->leader = somebody(x, behind, true);
    if (str_eq(role, STR("participant"))) take_people(r, before.start, before.end);
    if (str_eq(role, STR("participant-behind"))) take_people(r, behind.start, behind.end);
}

static void read_sentence(reporter *r, size_t number, size_t from) {
    extraction *x = r->x;
    span s = x->doc->sentences.items[number].at;
    size_t size = 0;
    str role = STR_NONE;
    for (size_t at = next_verb(x, s, s.start, &size, &role); at < s.end; at = next_verb(x, s, at + size, &size, &role))
        read_verb(r, s, at, size, role);
    if (!r->e->date.n) r->e->date = day_in(x, s);
    span place = r->e->place.n ? (span){ 0, 0 } : place_in(x, s, from);
    if (!span_empty(place)) r->e->place = text_of(x, place);
}

static event_record *event_of(extraction *x, str kind) {
    for (size_t i = 0; i < x->out->events.n; i++)
        if (str_eq(x->out->events.items[i].kind, kind)) return &x->out->events.items[i];
    event_record *e = vec_add(x->home, &x->out->events);
    *e = (event_record){ .kind = kind };
    return e;
}

static bool held(const extraction *x, span s) {
    size_t size;
    str role;
    return next_verb(x, s, s.start, &size, &role) < s.end;
}

/* The sentences behind the one that names the event tell of it too, when they have a verb of holding: up to two. */
static void take_event(extraction *x, const rule_match *m) {
    enum { FOLLOWING = 2 };
    size_t number = document_sentence(x->doc, m->at.start);
    span s = x->doc->sentences.items[number].at;
    event_record *e = event_of(x, value_of(x, m, EVENT_KIND));
    span name = name_of(x, m, s);
    if (!e->rule.n || name.end - name.start > e->at.end - e->at.start) e->at = name;
    bool first = !e->rule.n;
    e->rule = rule_id(m);
    reporter r = { x, e };
    bool told_before = clause_pointed_at(x, m->at.end, s.end); /* "Simulasi itu", and so was its day */
    for (size_t k = number; told_before && k > 0 && !e->date.n; k--) e->date = day_in(x, x->doc->sentences.items[k - 1].at);
    read_sentence(&r, number, m->at.end);
    for (size_t k = number + 1; first && k <= number + FOLLOWING && k < x->doc->sentences.n; k++)
        if (held(x, x->doc->sentences.items[k].at)) read_sentence(&r, k, x->doc->sentences.items[k].at.start);
}

/* "apel gelar pasukan Operasi X" is one event; in "Apel dan Ikrar X" a small word joins two. */
static bool within_name(const extraction *x, size_t at) {
    for (size_t i = 0; i < x->out->events.n; i++) {
        span other = x->out->events.items[i].at;
        if (at <= other.start || at >= other.end) continue;
        return !listed(x->words->body_links, str_last_word(str_cut(x->doc->text, other.start, at - 1)));
    }
    return false;
}

/* Who holds an event needs no mention among those who took part. */
static void leave_out_organiser(event_record *e) {
    size_t kept = 0;
    for (size_t i = 0; i < e->participants.n; i++)
        if (!str_eq(e->participants.items[i], e->organiser)) e->participants.items[kept++] = e->participants.items[i];
    e->participants.n = kept;
}

void events_collect(extraction *x) {
    const match_list *found = matcher_found(x->matcher, KIND_EVENT);
    if (!x->words->hold_verbs) return;
    for (size_t i = 0; i < found->n; i++) {
        const rule_match *m = &found->items[i];
        size_t number = document_sentence(x->doc, m->at.start);
        const sentence *s = &x->doc->sentences.items[number];
        bool title = x->doc->paragraphs.items[s->paragraph].title;
        if (title || number > LEAD || document_quote(x->doc, m->at.start) || !held(x, s->at) || within_name(x, m->at.start)) continue;
        take_event(x, m);
    }
    for (size_t i = 0; i < x->out->events.n; i++) leave_out_organiser(&x->out->events.items[i]);
}
