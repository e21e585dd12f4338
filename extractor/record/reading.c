/* SPDX-License-Identifier: MIT */
/* Speeches that somebody reads for another: "Sambutan Bupati X dibacakan Sekda Y", "Sekda Y saat membacakan sambutan Bupati
 * X". The words are the author's; who read them is kept beside. */
#include "record/clause.h"
#include "record/collect.h"
#include "record/speaker.h"

enum { REACH = 110 };

typedef struct {
    size_t author, reader; /* PEOPLE_NONE: not known */
    size_t sentence;
} reading;

typedef VEC(reading) reading_list;

/* The first person named between two bytes, or whose office is; PEOPLE_NONE: nobody. */
static size_t first_person(const extraction *x, size_t from, size_t to) {
    for (size_t i = from; i < to; i++) {
        size_t k = offices_from(x, i);
        bool office = k < x->offices.n && x->offices.items[k].at.start == i && x->offices.items[k].person != PEOPLE_NONE;
        if (office) return x->offices.items[k].person;
        const person_mention *p = people_at(&x->people, i);
        if (p) return p->person;
    }
    return PEOPLE_NONE;
}

/* The last one. */
static size_t last_person(const extraction *x, size_t from, size_t to) {
    const person_mention *p = people_before(&x->people, to, from);
    size_t best = p ? p->at.start : 0, who_it_is = p ? p->person : PEOPLE_NONE;
    for (size_t k = offices_from(x, to); k-- > 0 && x->offices.items[k].at.start >= from;) {
        if (x->offices.items[k].person == PEOPLE_NONE) continue;
        return x->offices.items[k].at.start > best || who_it_is == PEOPLE_NONE ? x->offices.items[k].person : who_it_is;
    }
    return who_it_is;
}

static void find_one(extraction *x, const rule_match *m, reading_list *out) {
    size_t number = document_sentence(x->doc, m->at.start), i = m->at.start, end = m->at.end;
    span s = x->doc->sentences.items[number].at;
    if (document_quote(x->doc, i)) return;
    size_t behind = first_person(x, end, end + REACH < s.end ? end + REACH : s.end), before = last_person(x, s.start, i);
    bool passive = str_eq(value_of(x, m, READING_VOICE), STR("passive"));
    reading r = { .author = passive ? before : behind, .reader = passive ? behind : before, .sentence = number };
    if (r.author != PEOPLE_NONE && r.reader != PEOPLE_NONE && r.author != r.reader) *vec_add(x->home, out) = r;
}

static bool is_person(const extraction *x, const speaker_ref *s, size_t number) {
    return s->name.n && str_eq(s->name, x->people.list.items[number].name);
}

/* The author's words are read; what the reader says in the very sentence that tells of the reading is the author's. */
static void apply(extraction *x, const reading *r, statement_record *s) {
    bool here = document_sentence(x->doc, s->at.start) == r->sentence ||
                (!span_empty(s->cue) && document_sentence(x->doc, s->cue.start) == r->sentence);
    if (is_person(x, &s->speaker, r->reader) && here)
        s->speaker = speaker_reference(x, (who){ .person = r->author, .rule = STR("speaker.read") }, STR("coreference"));
    if (is_person(x, &s->speaker, r->author)) s->speaker.read_by = x->people.list.items[r->reader].name;
}

void readings_apply(extraction *x) {
    const match_list *verbs = matcher_found(x->matcher, KIND_READING);
    reading_list found = { 0 };
    for (size_t i = 0; i < verbs->n; i++) find_one(x, &verbs->items[i], &found);
    for (size_t i = 0; i < found.n; i++)
        for (size_t k = 0; k < x->out->statements.n; k++) apply(x, &found.items[i], &x->out->statements.items[k]);
}
