/* SPDX-License-Identifier: MIT */
#include "fetch/outcome.h"

#include <stdlib.h>

#include "text/utf8.h"

/* A page that failed so often is given up; a listing never is. */
enum { MOST_FAILURES = 10, FIRST_PAUSE = 3600, LONGEST_PAUSE = 7 * 86400 };

static outcome *new_outcome(fetch_outcome what, size_t of) {
    outcome *o = calloc(1, sizeof *o);
    if (!o) abort();
    o->a.note = o->result = arena_alloc(&o->a.home, sizeof *o->result);
    o->result->outcome = what;
    o->result->source = of;
    return o;
}

void outcome_send(collector *c, outcome *o) {
    if (c->last) c->last->next = o;
    else c->first = o;
    c->last = o;
}

outcome *outcome_make(const job *j, fetch_outcome what) {
    outcome *o = new_outcome(what, j->source);
    o->result->listing = j->kind != COLLECTED_PAGE;
    o->result->address = arena_copy(&o->a.home, j->url);
    if (!str_eq(j->at, j->url)) o->result->led = arena_copy(&o->a.home, j->at);
    return o;
}

outcome *outcome_add(collector *c, const job *j, fetch_outcome what) {
    outcome *o = outcome_make(j, what);
    outcome_send(c, o);
    return o;
}

void outcome_free(outcome *o) {
    if (!o) return;
    article_free(&o->a);
    free(o);
}

/* What a server sent may stand in a phrase: control characters become spaces, and what is no UTF-8 question marks. */
static str cleaned(arena *a, str phrase) {
    char *p = arena_raw(a, phrase.n + 1);
    bool utf8 = utf8_check(phrase) == phrase.n;
    for (size_t i = 0; i < phrase.n; i++) {
        unsigned char c = (unsigned char)phrase.p[i];
        bool more = utf8 && c == 0xc2 && (unsigned char)phrase.p[i + 1] < 0xa0; /* U+0080 to U+009F */
        p[i] = c < ' ' || c == 0x7f || more ? ' ' : c >= 0x80 && !utf8 ? '?' : phrase.p[i];
        if (more) p[++i] = ' ';
    }
    p[phrase.n] = '\0';
    return (str){ p, phrase.n };
}

void outcome_explain(outcome *o, const char *code, const char *problem) {
    o->result->code = code;
    arena *a = &o->a.home;
    str led = o->result->led;
    o->result->problem = cleaned(a, led.n ? arena_format(a, "leads to %.*s: %s", STR_ARG(led), problem) : str_of(problem));
}

static str copied(arena *a, str s) { return s.p ? arena_copy(a, s) : STR_NONE; }

collected_address outcome_row(collector *c, outcome *o, const job *j) {
    arena *a = &o->a.home;
    collected_address row;
    if (collected_find(&row, a, c->s.state, j->url)) return row;
    return (collected_address){ .url = arena_copy(a, j->url),
                                .source = crawl_source(c, j->source)->name,
                                .kind = j->kind,
                                .via = copied(a, j->via),
                                .title = copied(a, j->title),
                                .published = copied(a, j->published),
                                .found = crawl_time(a, 0) };
}

bool outcome_is_at(const collected_address *row, const job *j) { return str_eq(j->at, row->moved.n ? row->moved : row->url); }

void outcome_write(outcome *o, const collected_address *row) {
    collected_address *to = vec_add(&o->a.home, &o->result->change.fetched);
    *to = *row;
    to->fetched = crawl_time(&o->a.home, 0);
}

void outcome_count_failure(outcome *o, collected_address *row) {
    int64_t pause = FIRST_PAUSE;
    row->failures++;
    bool given_up = row->kind == COLLECTED_PAGE && row->failures >= MOST_FAILURES;
    for (int i = 1; i < row->failures && pause < LONGEST_PAUSE; i++) pause *= 2;
    row->problem = o->result->problem;
    row->due = given_up ? STR_NONE : crawl_time(&o->a.home, pause < LONGEST_PAUSE ? pause : LONGEST_PAUSE);
}

void outcome_fail(collector *c, const job *j, const char *code, const char *problem) {
    outcome *o = outcome_add(c, j, FETCH_FAILED);
    collected_address row = outcome_row(c, o, j);
    outcome_explain(o, code, problem);
    outcome_count_failure(o, &row);
    outcome_write(o, &row);
}

void outcome_leave(collector *c, size_t of, size_t pages, const char *code, str address, const char *problem) {
    outcome *o = new_outcome(FETCH_LEFT, of);
    outcome_send(c, o);
    o->result->count = pages;
    o->result->address = arena_copy(&o->a.home, address);
    outcome_explain(o, code, problem);
}
