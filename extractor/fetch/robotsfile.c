/* SPDX-License-Identifier: MIT */
#include "fetch/robotsfile.h"

#include <stdio.h>

#include "base/limits.h"
#include "fetch/outcome.h"
#include "source/http.h"
#include "text/utf8.h"

enum { FRESH_SECONDS = 86400 };

static bool is_answer(int status) { return status / 100 == 2 || status / 100 == 4; }

/* Whether the row's answer can be used: within so many seconds. */
static bool is_fresh(const collected_host *row) {
    char oldest[CLOCK_TEXT];
    clock_text(oldest, crawl_now() - FRESH_SECONDS);
    return is_answer(row->robots_status) && row->robots_fetched.n && memcmp(row->robots_fetched.p, oldest, row->robots_fetched.n) > 0;
}

/* As the store can keep it, and others read it there: bytes that are no text become question marks, which are in no path. */
static str as_text(arena *a, str bytes) {
    char *p = arena_raw(a, bytes.n + 1);
    bool utf8 = utf8_check(bytes) == bytes.n;
    for (size_t i = 0; i < bytes.n; i++) {
        unsigned char c = (unsigned char)bytes.p[i];
        bool text = c >= ' ' ? c != 0x7f && (c < 0x80 || utf8) : c == '\n' || c == '\r' || c == '\t';
        p[i] = text ? bytes.p[i] : '?';
    }
    p[bytes.n] = '\0';
    return (str){ p, bytes.n };
}

static void use_row(origin *o) {
    o->rules = robots_read(&o->home, o->row.robots, STR(COLLECTOR_TOKEN));
    o->state = ROBOTS_KNOWN;
}

job *robots_file_want(collector *c, host *h, origin *o, size_t of) {
    arena scratch = { 0 };
    collected_find_host(&o->row, &o->home, c->s.state, o->name);
    int64_t pause = o->row.until.n ? clock_seconds(o->row.until) - crawl_now() : 0;
    o->row.until = STR_NONE;
    if (pause > 0) {
        char until[CLOCK_TEXT];
        clock_text(until, crawl_now() + pause);
        snprintf(h->rests, sizeof h->rests, "left alone until %s, as it asked or was out of order", until);
        h->ready = clock_steady() + pause * 1000;
        return NULL;
    }
    if (is_fresh(&o->row)) {
        use_row(o);
        return NULL;
    }
    job *j = job_new(COLLECTED_START, of, arena_format(&scratch, "%.*s/robots.txt", STR_ARG(o->name)));
    j->robots = true;
    o->state = ROBOTS_ASKED;
    arena_free(&scratch);
    return j;
}

static void write_row(collector *c, const job *j, const origin *o) {
    outcome *out = outcome_add(c, j, FETCH_PAUSED);
    *vec_add(&out->a.home, &out->result->change.hosts) = o->row;
}

static void keep_body(origin *o, const client_answer *x, error *e) {
    http_response r = { x->status, x->head, x->body };
    arena scratch = { 0 };
    str text;
    if (http_body(&text, &scratch, &r, LIMIT_INFLATED, "its content", e) == 0) {
        if (text.n > LIMIT_ROBOTS) text.n = LIMIT_ROBOTS;
        o->row.robots = as_text(&o->home, text);
    }
    arena_free(&scratch);
}

void robots_file_answered(collector *c, host *h, job *j, const client_answer *x) {
    origin *o = origin_of_url(&c->hosts, j->url);
    error why = { 0 };
    if (!is_answer(x->status)) error_set(&why, ERROR_INPUT, "answered %d", x->status);
    else if (x->status / 100 == 2) keep_body(o, x, &why);
    else o->row.robots = STR_NONE;
    if (why.code) {
        robots_file_failed(c, j, "robots", why.text);
        return;
    }
    h->failures = 0;
    o->row.robots_status = x->status;
    o->row.robots_fetched = crawl_time(&o->home, 0);
    o->row.until = STR_NONE;
    o->row.failures = 0;
    use_row(o);
    write_row(c, j, o);
    job_free(j);
}

void robots_file_failed(collector *c, job *j, const char *code, const char *problem) {
    origin *o = origin_of_url(&c->hosts, j->url);
    if (is_answer(o->row.robots_status)) {
        use_row(o);
    } else {
        o->state = ROBOTS_AWAY;
        o->refused = strcmp(code, "refused") == 0;
        snprintf(o->why, sizeof o->why, o->refused ? "%.150s" : "robots.txt cannot be had, so that nothing is asked: %.100s", problem);
    }
    write_row(c, j, o);
    job_free(j);
}
