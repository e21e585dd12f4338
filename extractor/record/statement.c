/* SPDX-License-Identifier: MIT */
/* Statements. The article is gone through from front to back; the one who spoke or was spoken of last is kept, so that
 * "-nya", "ia" and quotations without a reporting word find their speaker. */
#include "record/collect.h"

#include <stdlib.h>

#include "record/clause.h"
#include "record/speaker.h"
#include "record/telling.h"

typedef struct {
    extraction *x;
    const match_list *cues;
    bool *used;      /* cues that belong to a quotation */
    size_t next;     /* the first cue that has not been passed */
    who current;     /* the one who spoke, or was spoken of, last */
    size_t quote;    /* the first quotation that has not been passed */
    size_t last_cue; /* of the quotation before: number of its cue, or SIZE_MAX */
} teller;

/* Who is meant in the end: a pronoun is the one spoken of last. */
static who settle(const teller *t, who w) {
    if (!w.pronoun) return w;
    if (w.as_written.n && !speaker_known(t->current)) { /* "perempuan itu", and nobody before */
        w.pronoun = false;
        return w;
    }
    who c = t->current;
    c.end = w.end;
    c.pronoun = true;
    c.rule = w.rule;
    return c;
}

static void add(teller *t, bool direct, span at, who w, str from, span cue, str by) {
    extraction *x = t->x;
    if (w.pronoun && str_eq(from, STR("cue"))) from = STR("coreference");
    *vec_add(x->home, &x->out->statements) =
        (statement_record){ .direct = direct, .at = at, .speaker = speaker_reference(x, w, from), .cue = cue, .rule = by };
    if (w.person != PEOPLE_NONE || w.as_written.n) t->current = (who){ .person = w.person, .as_written = w.as_written };
}

/* The cue that begins at byte i, or NULL. */
static const rule_match *cue_at(const teller *t, size_t i) {
    size_t k = matches_from(t->cues, i);
    return k < t->cues->n && t->cues->items[k].at.start == i ? &t->cues->items[k] : NULL;
}

static size_t number_of(const teller *t, const rule_match *m) {
    return (size_t)(m - t->cues->items);
}

static str form_of(const teller *t, const rule_match *m) {
    return value_of(t->x, m, CUE_FORM);
}

static span verb_of(const rule_match *m) {
    return m->field[CUE_VERB];
}

static size_t skip(str text, size_t i, size_t limit, const char *bytes) {
    while (i < limit && text.p[i] && strchr(bytes, text.p[i])) i++;
    return i;
}

/* The reporting word just behind a quotation: "…," kata X. Inside tags glued on (,"ujarnya) count too. */
static const rule_match *cue_behind(const teller *t, const quote *q) {
    str text = t->x->doc->text;
    size_t limit = t->x->doc->paragraphs.items[q->paragraph].at.end;
    size_t i = skip(text, q->at.end, limit, " ,.");
    const rule_match *m = i < limit ? cue_at(t, i) : NULL;
    if (m && str_eq(form_of(t, m), STR("after"))) return m;
    if (m && (str_eq(form_of(t, m), STR("passive")) || telling_class(form_of(t, m)))) return m;
    /* "…," demikian kata X; "…," begitu ujarnya; "…," X menambahkan is none: the subject comes first there */
    static const char *const SO[] = { "demikian ", "begitu ", "demikian disampaikan ", NULL };
    for (size_t k = 0; SO[k]; k++)
        if (str_starts(str_cut(text, i, limit), str_of(SO[k])) && (m = cue_at(t, i + strlen(SO[k])))) return m;
    return NULL;
}

/* "X mengatakan, "…"": the last cue before the quotation in its sentence with next to nothing between. */
static const rule_match *cue_before(const teller *t, const quote *q) {
    extraction *x = t->x;
    str text = x->doc->text;
    size_t from = x->doc->paragraphs.items[q->paragraph].at.start;
    for (size_t k = matches_from(t->cues, q->at.start); k-- > 0;) {
        const rule_match *m = &t->cues->items[k];
        if (m->at.end > q->at.start) continue;
        if (m->at.start < from || q->at.start - m->at.end > 120) return NULL;
        span between = { m->at.end, q->at.start };
        bool stop = memchr(text.p + between.start, '.', between.end - between.start) != NULL;
        if (stop || document_quote(x->doc, m->at.start)) return NULL;
        if (str_eq(form_of(t, m), STR("after")) && !t->used[k]) return memchr(text.p + between.start, ',', between.end - between.start) ? m : NULL;
        if (telling_class(form_of(t, m)) && clause_words(text, between) <= 6) return m;
        if (str_eq(form_of(t, m), STR("after")) || str_eq(form_of(t, m), STR("according"))) return m;
        return NULL;
    }
    return NULL;
}

static who cue_speaker(teller *t, const rule_match *m) {
    extraction *x = t->x;
    span s = clause_range(x, m->at.start);
    str verb = text_of(x, verb_of(m)), form = form_of(t, m);
    if (telling_suffixed(verb)) return settle(t, (who){ .person = PEOPLE_NONE, .pronoun = true, .end = m->at.end, .rule = STR("speaker.suffix") });
    if (telling_class(form)) {
        size_t from = clause_after_quotes(x, s, m->at.start, 0); /* the subject stands outside quotations */
        return settle(t, speaker_before(x, m->at.start, from));
    }
    return settle(t, speaker_at(x, m->at.end, s.end > m->at.end ? s.end : m->at.end));
}

/* Quoted words that only name or stress something. */
static bool scare(const teller *t, const quote *q, const rule_match *m) {
    extraction *x = t->x;
    str text = x->doc->text;
    size_t words = q->words;
    if (words == 0) return true;
    if (m && m->at.end <= q->at.start && words <= 3) return telling_class(form_of(t, m)); /* menyebutnya "pasar tiban" */
    if (m) return words < 2 && !ascii_upper(text.p[q->inside.start]);
    if (words <= 3) return true;
    span p = x->doc->paragraphs.items[q->paragraph].at;
    if (q->at.start == p.start) return false;
    size_t i = q->at.start;
    while (i > p.start && (text.p[i - 1] == ' ' || text.p[i - 1] == ':')) i--;
    size_t start = i;
    while (start > p.start && text.p[start - 1] != ' ') start--;
    if (listed(x->words->scare, str_cut(text, start, i))) return true;
    bool sentence_before = i > p.start && strchr(".!?", text.p[i - 1]);
    bool introduced = q->at.start > p.start + 1 && text.p[q->at.start - 1] == ' ' && memchr(":,", text.p[q->at.start - 2], 2);
    return !sentence_before && !introduced && words < 8;
}

/* A part of a quotation that runs over paragraphs and is closed only at its end: it has no mark of its own in front. */
static bool runs_on(const quote *q) {
    return q->continues && q->at.start == q->inside.start;
}

/* The next part of the quotation that q is a part of, or NULL. */
static const quote *next_part(const teller *t, const quote *q) {
    const document *d = t->x->doc;
    const quote *next = q + 1;
    return next < d->quotes.items + d->quotes.n && next->continues ? next : NULL;
}

/* A quotation that is never closed ends before the reporting word in it: “Tanggul masih kuat, ujar Hendra. */
static const rule_match *cue_inside(const teller *t, const quote *q) {
    str text = t->x->doc->text;
    for (size_t k = matches_from(t->cues, q->inside.start); k < t->cues->n && t->cues->items[k].at.start < q->inside.end; k++) {
        const rule_match *m = &t->cues->items[k];
        bool behind = m->at.start > q->inside.start + 2 && text.p[m->at.start - 1] == ' ' && text.p[m->at.start - 2] == ',';
        if (behind && str_eq(form_of(t, m), STR("after"))) return m;
    }
    return NULL;
}

/* The words of a quotation with the parts that run on, and its cue: its own, or the one behind the last of them. */
static const rule_match *read_quote(const teller *t, const quote *q, span *words) {
    *words = q->inside;
    const rule_match *m = cue_behind(t, q);
    if (!m) m = cue_before(t, q);
    for (const quote *part = next_part(t, q); part && runs_on(part); part = next_part(t, part)) {
        words->end = part->inside.end;
        if (!m) m = cue_behind(t, part);
    }
    if (m || q->end != QUOTE_OPEN) return m;
    m = cue_inside(t, q);
    if (m) words->end = m->at.start;
    return m;
}

/* Who speaks in a quotation without a cue: whoever a later part of it names, else the one who spoke last. */
static who silent_speaker(teller *t, const quote *q) {
    for (const quote *part = next_part(t, q); part; part = next_part(t, part)) {
        const rule_match *m = cue_behind(t, part);
        if (m) return cue_speaker(t, m);
    }
    who w = t->current;
    w.rule = STR("speaker.carried");
    return w;
}

static void take_quote(teller *t, const quote *q) {
    extraction *x = t->x;
    if (runs_on(q)) return; /* taken with the part before it */
    span words;
    const rule_match *m = read_quote(t, q, &words);
    if (scare(t, q, m)) return;
    span at = clause_trim(x->doc->text, words);
    if (span_empty(at)) return;
    if (m) {
        size_t number = number_of(t, m);
        t->used[number] = true;
        add(t, true, at, cue_speaker(t, m), STR("cue"), verb_of(m), STR("statement.quote-cue"));
        if (number == t->last_cue && x->out->statements.n > 1) { /* "…," kata X, "…" */
            statement_record *now = &x->out->statements.items[x->out->statements.n - 1];
            now->continues = now[-1].at;
        }
        t->last_cue = number;
    } else {
        who w = silent_speaker(t, q);
        add(t, true, at, w, speaker_known(w) ? STR("coreference") : STR_NONE, (span){ 0, 0 }, STR("statement.quote-alone"));
    }
}

static void take_indirect(teller *t, const rule_match *m) {
    extraction *x = t->x;
    if (t->used[number_of(t, m)]) return;
    span text = telling_clause(x, m, form_of(t, m));
    if (span_empty(text)) return;
    who w = cue_speaker(t, m);
    if (telling_class(form_of(t, m)) && !speaker_known(w)) return;
    if (str_eq(form_of(t, m), STR("according")) && clause_begins(x->words->no_source, x->doc->text, (span){ m->at.end + 1, text.end })) return;
    add(t, false, text, w, STR("cue"), verb_of(m), STR("statement.reported"));
}

/* The one official whom a sentence introduces with title and name, when it begins with nobody: "Lain lagi kata hati
 * Kasatpol PP X, Rina Wati." PEOPLE_NONE when there is none, or more than one. */
static size_t introduced(const extraction *x, const sentence *s) {
    size_t only = PEOPLE_NONE;
    for (size_t k = offices_from(x, s->at.start); k < x->offices.n && x->offices.items[k].at.start < s->at.end; k++) {
        const office_mention *m = &x->offices.items[k];
        if (m->person == PEOPLE_NONE || document_quote(x->doc, m->at.start)) continue;
        if (only != PEOPLE_NONE && only != m->person) return PEOPLE_NONE;
        only = m->person;
    }
    return only;
}

/* The subject behind what opens a sentence: "Ditanya soal calon, Rina enggan berandai-andai." PEOPLE_NONE: none. */
static size_t late_subject(const extraction *x, const sentence *s) {
    str text = x->doc->text, first = str_cut(text, s->at.start, word_end(text, s->at.start, s->at.end));
    const person_mention *p = people_before(&x->people, s->at.end, s->at.start);
    if (!p || (!listed(x->words->stops, first) && !listed(x->words->prepositions, first))) return PEOPLE_NONE;
    for (; p >= x->people.mentions.items && p->at.start > s->at.start + 2; p--) {
        bool clause = str_eq(str_cut(text, p->at.start - 2, p->at.start), STR(", ")) && p->at.end + 1 < s->at.end && text.p[p->at.end] == ' ' &&
                      text.p[p->at.end + 1] >= 'a' && text.p[p->at.end + 1] <= 'z' && !str_starts(str_cut(text, p->at.end, s->at.end), STR(" dan "));
        if (clause && !document_quote(x->doc, p->at.start)) return p->person;
    }
    return PEOPLE_NONE;
}

/* The last person in a sentence who is the agent of a listed verb: "Tudingan itu dibantah Rina." */
static size_t agent(const extraction *x, const sentence *s) {
    const person_mention *p = people_before(&x->people, s->at.end, s->at.start);
    if (!p || p->at.start <= s->at.start + 1 || document_quote(x->doc, p->at.start)) return PEOPLE_NONE;
    return listed(x->words->answer_verbs, str_last_word(str_cut(x->doc->text, s->at.start, p->at.start - 1))) ? p->person : PEOPLE_NONE;
}

/* A sentence that begins with somebody, or introduces somebody, makes him the one spoken of. */
static void read_subject(teller *t, const sentence *s) {
    const extraction *x = t->x;
    if (document_quote(x->doc, s->at.start)) return;
    who w = speaker_opening(t->x, s->at);
    if (w.pronoun) return;
    if (w.person == PEOPLE_NONE) w.person = late_subject(x, s);
    if (w.person == PEOPLE_NONE) w.person = introduced(x, s);
    if (w.person == PEOPLE_NONE) w.person = agent(x, s);
    if (w.person != PEOPLE_NONE) t->current = (who){ .person = w.person };
}

/* What happens at one place is handled in the order of the text: subjects, then quotations and cues by their start. */
static void tell_sentence(teller *t, const sentence *s) {
    extraction *x = t->x;
    read_subject(t, s);
    for (;;) {
        const quote *q = t->quote < x->doc->quotes.n ? &x->doc->quotes.items[t->quote] : NULL;
        const rule_match *m = t->next < t->cues->n ? &t->cues->items[t->next] : NULL;
        if (q && q->at.start >= s->at.end) q = NULL;
        if (m && m->at.start >= s->at.end) m = NULL;
        if (!q && !m) return;
        if (q && (!m || q->at.start <= m->at.start)) {
            if (!q->single || cue_behind(t, q)) take_quote(t, q);
            t->quote++;
        } else {
            if (!document_quote(x->doc, m->at.start)) take_indirect(t, m);
            t->next++;
        }
    }
}

static int by_start(const void *a, const void *b) {
    const statement_record *x = a, *y = b;
    if (x->at.start != y->at.start) return x->at.start < y->at.start ? -1 : 1;
    return x->at.end < y->at.end ? -1 : x->at.end > y->at.end;
}

void statements_collect(extraction *x) {
    const document *d = x->doc;
    teller t = { .x = x, .cues = matcher_found(x->matcher, KIND_CUE), .current = { .person = PEOPLE_NONE }, .last_cue = SIZE_MAX };
    t.used = arena_alloc(x->home, t.cues->n + 1);
    for (size_t k = 0; k < d->quotes.n; k++) { /* a cue beside a quotation is not also an indirect one */
        const rule_match *m = d->quotes.items[k].single ? NULL : cue_behind(&t, &d->quotes.items[k]);
        if (m && d->quotes.items[k].words > 1) t.used[number_of(&t, m)] = true;
    }
    for (size_t i = 0; i < d->sentences.n; i++) {
        if (d->paragraphs.items[d->sentences.items[i].paragraph].title) {
            while (t.quote < d->quotes.n && d->quotes.items[t.quote].at.start < d->sentences.items[i].at.end) t.quote++;
            while (t.next < t.cues->n && t.cues->items[t.next].at.start < d->sentences.items[i].at.end) t.next++;
            continue;
        }
        tell_sentence(&t, &d->sentences.items[i]);
    }
    if (x->out->statements.n) qsort(x->out->statements.items, x->out->statements.n, sizeof *x->out->statements.items, by_start);
}
