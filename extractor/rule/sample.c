/* SPDX-License-Identifier: MIT */
#include "rule/sample.h"

#include <stdio.h>

typedef struct {
    const ruleset *rs;
    matcher *m;
    arena home;
} sampler;

str sample_pair(str *rest) {
    str all = *rest;
    for (size_t i = 1; i < all.n; i++) {
        if (all.p[i] != ' ') continue;
        size_t k = i + 1;
        while (k < all.n && all.p[k] >= 'a' && all.p[k] <= 'z') k++;
        if (k == i + 1 || k >= all.n || all.p[k] != '=') continue;
        *rest = str_cut(all, i + 1, all.n);
        return str_cut(all, 0, i);
    }
    *rest = STR_NONE;
    return all;
}

static int field_of(const rule_kind *kind, str name) {
    for (int k = 0; k < RULE_FIELDS && kind->fields[k]; k++)
        if (str_eq(str_of(kind->fields[k]), name)) return k;
    return -1;
}

/* 0: as expected; 1: not, and what says how; below 0: the sample itself is wrong. */
static int compare(const sampler *s, const rule *r, const rule_sample *x, const rule_match *found, char *what, size_t size, error *e) {
    const rule_kind *kind = &s->rs->kinds[r->kind];
    for (str rest = x->expected; rest.n;) {
        str value = sample_pair(&rest), name = str_split(&value, '=');
        bool whole = str_eq(name, STR("text"));
        int f = field_of(kind, name);
        if (f < 0 && !whole) return place_error(e, &x->place, "records of kind %s have no field \"%.*s\"", kind->name, STR_ARG(name));
        str got = f >= 0 ? match_value(s->m, found, f) : str_span(x->text, found->at);
        if (str_eq(got, value) || (!value.n && !got.n)) continue;
        snprintf(what, size, "%.*s is \"%.*s\"", STR_ARG(name), STR_ARG(got));
        return 1;
    }
    return 0;
}

static const rule_match *apply(sampler *s, const rule *r, const rule_sample *x, document *d) {
    arena_reset(&s->home);
    if (s->rs->kinds[r->kind].stage == 0) {
        matcher_line(s->m, &s->home, x->text, (span){ 0, x->text.n }, -1);
        return matcher_raw(s->m, r);
    }
    *d = document_make(&s->home, x->text, false, &s->rs->words);
    matcher_begin(s->m, &s->home, d);
    for (int stage = 1; stage <= s->rs->kinds[r->kind].stage; stage++) matcher_run(s->m, stage);
    return matcher_raw(s->m, r);
}

static int run_sample(sampler *s, const rule *r, const rule_sample *x, error *e) {
    document d;
    char what[256] = "the rule does not match";
    const rule_match *found = apply(s, r, x, &d);
    int wrong = found ? compare(s, r, x, found, what, sizeof what, e) : 1;
    if (wrong < 0) return wrong;
    if (x->kind == SAMPLE_YES && wrong) return place_error(e, &x->place, "rule %.*s: sample fails: %s", STR_ARG(r->id), what);
    if (x->kind == SAMPLE_NO && found)
        return place_error(e, &x->place, "rule %.*s: matches \"%.*s\", and should not", STR_ARG(r->id),
                           STR_ARG(str_span(x->text, found->at)));
    if (x->kind == SAMPLE_TODO && !wrong)
        return place_error(e, &x->place, "rule %.*s: this todo passes now: make it a yes", STR_ARG(r->id));
    return 0;
}

int samples_run(const ruleset *rs, error *e) {
    sampler s = { .rs = rs };
    int status = matcher_open(&s.m, rs, e);
    if (!status) matcher_keep_raw(s.m);
    for (size_t i = 0; !status && i < rs->source.rules.n; i++) {
        const rule *r = rs->source.rules.items[i];
        if (r->status == RULE_RETIRED || r->procedure.n) continue;
        for (size_t k = 0; !status && k < r->samples.n; k++) status = run_sample(&s, r, &r->samples.items[k], e);
    }
    matcher_free(s.m);
    arena_free(&s.home);
    return status;
}
