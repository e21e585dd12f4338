/* SPDX-License-Identifier: MIT */
#include "library/why.h"

enum { CANDIDATES = 5, SHOWN = 70 };

static void add_text(buf *out, str text) {
    size_t n = text.n;
    if (n > SHOWN) for (n = SHOWN; n > 0 && ((unsigned char)text.p[n] & 0xC0) == 0x80; n--) {}
    for (size_t i = 0; i < n; i++) buf_add_char(out, text.p[i] == '\n' ? ' ' : text.p[i]);
    if (n < text.n) buf_add(out, STR(" …"));
}

static void add_record(buf *out, const char *kind, str text, str id) {
    buf_add(out, STR("  "));
    buf_add(out, str_of(kind));
    buf_add(out, STR("  "));
    add_text(out, text);
    buf_add(out, STR("  ["));
    buf_add(out, id);
    buf_add(out, STR("]\n"));
}

static str why_of(const extraction *x, str id) {
    for (size_t i = 0; i < x->rules->source.rules.n; i++)
        if (str_eq(x->rules->source.rules.items[i]->id, id)) return str_of(x->rules->source.rules.items[i]->why_text);
    return STR_NONE;
}

static void add_candidate(buf *out, const extraction *x, const person_mention *p, size_t distance, str winner) {
    str name = x->people.list.items[p->person].name;
    buf_add(out, STR("      "));
    buf_add(out, str_eq(name, winner) ? STR("> ") : STR("  "));
    buf_add(out, name);
    for (size_t i = 0; i < x->out->officials.n; i++) {
        const official_record *o = &x->out->officials.items[i];
        if (o->person != p->person) continue;
        buf_add(out, STR(", "));
        buf_add(out, o->title);
        if (o->of.n) buf_add(out, STR(" "));
        buf_add(out, o->of);
        break;
    }
    buf_format(out, ": named %zu bytes before, as \"", distance);
    buf_add(out, str_span(x->doc->text, p->at));
    buf_add(out, STR("\"\n"));
}

/* Everybody named before byte i, nearest first, each once. */
static void add_candidates(buf *out, const extraction *x, size_t i, str winner) {
    size_t shown[CANDIDATES], n = 0;
    size_t k = 0;
    while (k < x->people.mentions.n && x->people.mentions.items[k].at.start < i) k++;
    while (k-- > 0 && n < CANDIDATES) {
        const person_mention *p = &x->people.mentions.items[k];
        bool again = false;
        for (size_t j = 0; j < n; j++) again = again || shown[j] == p->person;
        if (again) continue;
        shown[n++] = p->person;
        add_candidate(out, x, p, i - p->at.start, winner);
    }
    if (n == 0) buf_add(out, STR("        nobody is named before\n"));
}

static void add_statement(buf *out, const extraction *x, const statement_record *s) {
    add_record(out, s->direct ? "statement, direct" : "statement, indirect", str_span(x->doc->text, s->at), s->rule);
    if (!span_empty(s->cue)) {
        buf_add(out, STR("      reporting word: "));
        add_text(out, str_span(x->doc->text, s->cue));
        buf_add(out, STR("\n"));
    }
    buf_add(out, STR("      speaker: "));
    buf_add(out, s->speaker.name.n ? s->speaker.name : s->speaker.office.n ? s->speaker.office : STR("nobody"));
    buf_add(out, STR("  ["));
    buf_add(out, s->speaker.rule);
    buf_add(out, STR("] "));
    buf_add(out, why_of(x, s->speaker.rule));
    buf_add(out, STR("\n"));
    if (s->speaker.read_by.n) {
        buf_add(out, STR("      read by: "));
        buf_add(out, s->speaker.read_by);
        buf_add(out, STR("\n"));
    }
    add_candidates(out, x, span_empty(s->cue) || s->cue.start < s->at.start ? s->at.start : s->cue.start, s->speaker.name);
}

static void add_mentions(buf *out, const extraction *x, const char *kind, const mention *items, size_t n) {
    for (size_t i = 0; i < n; i++) add_record(out, kind, str_span(x->doc->text, items[i].at), items[i].rule);
}

void explain_article(buf *out, const extraction *x) {
    const article_record *r = x->out;
    buf_add(out, r->source.n ? r->source : STR("-"));
    buf_add(out, STR("\n"));
    for (size_t i = 0; i < r->dates.n; i++) add_record(out, "date", str_span(x->doc->text, r->dates.items[i].at), r->dates.items[i].rule);
    for (size_t i = 0; i < r->officials.n; i++) add_mentions(out, x, "official", r->officials.items[i].mentions.items, r->officials.items[i].mentions.n);
    for (size_t i = 0; i < r->institutions.n; i++) add_mentions(out, x, "institution", r->institutions.items[i].mentions.items, r->institutions.items[i].mentions.n);
    for (size_t i = 0; i < r->regulations.n; i++) add_record(out, "regulation", str_span(x->doc->text, r->regulations.items[i].at), r->regulations.items[i].rule);
    for (size_t i = 0; i < r->statements.n; i++) add_statement(out, x, &r->statements.items[i]);
    for (size_t i = 0; i < r->points.n; i++) add_record(out, "point", str_span(x->doc->text, r->points.items[i].at), r->points.items[i].rule);
    for (size_t i = 0; i < r->events.n; i++) add_record(out, "event", str_span(x->doc->text, r->events.items[i].at), r->events.items[i].rule);
}
