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

static void find_in(extraction *x, size_t number, reading_list *out) {
    span s = x->doc->sentences.items[number].at;
    str text = x->doc->text;
    for (size_t i = s.start; i < s.end; i++) {
        if (i > s.start && text.p[i - 1] != ' ') continue;
        const list_entry *entry = NULL;
        size_t n = list_longest(x->words->read_verbs, text, i, s.end, &entry);
        if (!n || document_quote(x->doc, i)) continue;
        size_t behind = first_person(x, i + n, i + n + REACH < s.end ? i + n + REACH : s.end), before = last_person(x, s.start, i);
        bool passive = str_eq(entry->column[0], STR("passive"));
        reading r = { .author = passive ? before : behind, .reader = passive ? behind : before, .sentence = number };
        if (r.author != PEOPLE_NONE && r.reader != PEOPLE_NONE && r.author != r.reader) *vec_add(x->home, out) = r;
    }
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
    reading_list found = { 0 };
    if (!x->words->read_verbs) return;
    for (size_t i = 0; i < x->doc->sentences.n; i++) find_in(x, i, &found);
    for (size_t i = 0; i < found.n; i++)
        for (size_t k = 0; k < x->out->statements.n; k++) apply(x, &found.items[i], &x->out->statements.items[k]);
}
