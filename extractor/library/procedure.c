/* SPDX-License-Identifier: MIT */
#include "library/procedure.h"

#include "record/kind.h"
#include "rule/sample.h"

typedef struct {
    petik_extractor *x;
    arena home;
    error *e;
} checker;

/* ¶ in a sample ends a paragraph. */
static str with_paragraphs(arena *a, str text) {
    str mark = STR("\xC2\xB6");
    char *p = arena_raw(a, text.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < text.n;) {
        bool here = str_starts(str_cut(text, i, text.n), mark);
        p[n++] = here ? '\n' : text.p[i];
        i += here ? mark.n : 1;
    }
    return (str){ p, n };
}

/* What a record says under a sample's name. */
static str of_statement(const article_record *r, const statement_record *s, str name) {
    if (str_eq(name, STR("text"))) return str_span(r->text, s->at);
    if (str_eq(name, STR("speaker"))) return s->speaker.name.n ? s->speaker.name : s->speaker.office;
    if (str_eq(name, STR("office"))) return s->speaker.office;
    if (str_eq(name, STR("from"))) return s->speaker.from;
    if (str_eq(name, STR("reader"))) return s->speaker.read_by;
    return span_empty(s->cue) ? STR_NONE : str_span(r->text, s->cue);
}

static str of_point(const article_record *r, const point_record *p, str name) {
    if (str_eq(name, STR("text"))) return str_span(r->text, p->at);
    return str_eq(name, STR("force")) ? p->force : STR_NONE;
}

static str of_official(const article_record *r, const official_record *o, str id, str name) {
    if (str_eq(name, STR("name"))) return o->name;
    if (str_eq(name, STR("title"))) return o->title;
    if (str_eq(name, STR("of"))) return o->of;
    for (size_t i = 0; i < o->mentions.n; i++)
        if (str_eq(o->mentions.items[i].rule, id)) return str_span(r->text, o->mentions.items[i].at);
    return STR_NONE;
}

/* The rules that made the i-th record of the kind that a rule makes: whether that rule is among them. */
static bool made_it(const article_record *r, const rule *made, size_t i) {
    if (made->kind == KIND_STATEMENT) return str_eq(r->statements.items[i].rule, made->id) || str_eq(r->statements.items[i].speaker.rule, made->id);
    if (made->kind == KIND_POINT) return str_eq(r->points.items[i].rule, made->id);
    const official_record *o = &r->officials.items[i];
    for (size_t k = 0; k < o->mentions.n; k++)
        if (str_eq(o->mentions.items[k].rule, made->id)) return true;
    return false;
}

static str said_of(const article_record *r, const rule *made, size_t i, str name) {
    if (made->kind == KIND_STATEMENT) return of_statement(r, &r->statements.items[i], name);
    if (made->kind == KIND_POINT) return of_point(r, &r->points.items[i], name);
    return of_official(r, &r->officials.items[i], made->id, name);
}

static bool as_expected(const article_record *r, const rule *made, size_t i, str expected) {
    while (expected.n) {
        str value = sample_pair(&expected), name = str_split(&value, '=');
        if (!str_eq(said_of(r, made, i, name), value)) return false;
    }
    return true;
}

/* How many records the rule made, and whether one of them is as the sample says. */
static size_t made_by(const article_record *r, const rule *made, str expected, bool *good) {
    size_t n = made->kind == KIND_STATEMENT ? r->statements.n : made->kind == KIND_POINT ? r->points.n : r->officials.n, count = 0;
    *good = false;
    for (size_t i = 0; i < n; i++) {
        if (!made_it(r, made, i)) continue;
        count++;
        *good = *good || as_expected(r, made, i, expected);
    }
    return count;
}

static int check_sample(checker *c, const rule *made, const rule_sample *s) {
    arena_reset(&c->home);
    str text = with_paragraphs(&c->home, s->text);
    petik_error pe = { 0 };
    petik_input in = { .bytes = text.p, .length = text.n, .source = "sample" };
    if (petik_extract(c->x, &in, &pe)) return place_error(c->e, &s->place, "rule %.*s: %s", STR_ARG(made->id), pe.text);
    bool good;
    size_t count = made_by(petik_article(c->x), made, s->expected, &good);
    if (s->kind == SAMPLE_YES && !good)
        return place_error(c->e, &s->place, "rule %.*s: sample fails: %zu records, none as written", STR_ARG(made->id), count);
    if (s->kind == SAMPLE_NO && count) return place_error(c->e, &s->place, "rule %.*s: makes a record, and should not", STR_ARG(made->id));
    if (s->kind == SAMPLE_TODO && good)
        return place_error(c->e, &s->place, "rule %.*s: this todo passes now: make it a yes", STR_ARG(made->id));
    return 0;
}

int procedures_check(const petik_rules *r, error *e) {
    checker c = { .e = e };
    petik_error pe = { 0 };
    int status = petik_extractor_open(&c.x, r, &pe);
    if (status) return error_set(e, status, "%s", pe.text);
    const ruleset *rs = petik_ruleset(r);
    for (size_t i = 0; !status && i < rs->source.rules.n; i++) {
        const rule *made = rs->source.rules.items[i];
        for (size_t k = 0; made->procedure.n && !status && k < made->samples.n; k++) status = check_sample(&c, made, &made->samples.items[k]);
    }
    petik_extractor_free(c.x);
    arena_free(&c.home);
    return status;
}
