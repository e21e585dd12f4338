/* SPDX-License-Identifier: MIT */
#include "fetch/judge.h"

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/limits.h"
#include "fetch/archiving.h"
#include "fetch/content.h"
#include "fetch/frontier.h"
#include "fetch/outcome.h"
#include "fetch/robotsfile.h"
#include "fetch/weblink.h"
#include "source/header.h"

/* So many requests in a row that a host does not answer, or refuses, and it is left alone in this run. So often a request is put off
 * for the same run. Seconds: the first pause after a 429 or 503 that names none, the longest of that kind, and the longest that a host may ask for; the first
 * and the longest that a host is left alone that was out of order (shorter than from one night to the next). */
enum { MOST_HOST_FAILURES = 4, MOST_TRIES = 3, FIRST_WAIT = 60, LONGEST_WAIT = 3600, LONGEST_ASKED = 7 * 86400, FIRST_REST = 900, LONGEST_REST = 12 * 3600 };

bool judge_is_plain(const client_answer *x) { return !x->code && (x->status / 100 == 2 || x->status == 304 || x->status == 404 || x->status == 410); }

void judge_leave_job(collector *c, job *j, const char *code, const char *why) {
    if (content_end(c, j)) return;
    if (j->robots) {
        robots_file_failed(c, j, code, why);
        return;
    }
    if (j->kind != COLLECTED_PAGE) {
        outcome *o = outcome_add(c, j, FETCH_FAILED);
        outcome_explain(o, code, why);
        frontier_listing_done(c, j->source);
    } else {
        outcome_leave(c, j->source, 1, code, j->at, why);
    }
    job_free(j);
}

void judge_leave_host(collector *c, host *h, const char *code, const char *why) {
    size_t n = c->s.file->sources.n;
    size_t *pages = calloc(n, sizeof *pages);
    if (!pages) abort();
    snprintf(h->why, sizeof h->why, "%s", why);
    for (job *j; (j = host_take(h));) {
        if (j->kind != COLLECTED_PAGE || j->robots || j->held) {
            judge_leave_job(c, j, code, why);
        } else {
            pages[j->source]++;
            job_free(j);
        }
    }
    for (size_t i = 0; i < n; i++)
        if (pages[i]) outcome_leave(c, i, pages[i], code, h->name, why);
    free(pages);
}

/* Until when a host is left alone, that has been out of order so often in a row. */
static void put_off(collector *c, const job *j, origin *of, int64_t pause) {
    outcome *o = outcome_add(c, j, FETCH_PAUSED);
    of->row.failures++;
    of->row.until = crawl_time(&of->home, pause);
    *vec_add(&o->a.home, &o->result->change.hosts) = of->row;
}

/* first, twice as long after each time, and so on up to most. */
static int64_t growing(int64_t first, int failures, int64_t most) {
    for (; failures > 0 && first < most; failures--) first *= 2;
    return first < most ? first : most;
}

/* The host does not do what it is for. */
static void count_failure(collector *c, host *h, const job *j, const char *code, const char *what) {
    char why[200];
    origin *of = origin_of_url(&c->hosts, j->at);
    if (++h->failures != MOST_HOST_FAILURES) return;
    put_off(c, j, of, growing(FIRST_REST, of->row.failures, LONGEST_REST));
    snprintf(why, sizeof why, "%d requests in a row failed, the last: %.120s", h->failures, what);
    judge_leave_host(c, h, code, why);
}

void judge_fail(collector *c, job *j, const char *code, const char *problem) {
    if (content_end(c, j)) return;
    if (j->robots) {
        robots_file_failed(c, j, code, problem);
    } else {
        outcome_fail(c, j, code, problem);
        if (j->kind != COLLECTED_PAGE) frontier_listing_done(c, j->source);
        job_free(j);
    }
}

/* The host is to blame. */
static void fail_host(collector *c, host *h, job *j, const char *code, const char *problem) {
    char what[200];
    snprintf(what, sizeof what, "%s", problem);
    count_failure(c, h, j, code, what);
    judge_fail(c, j, code, problem);
}

/* "http-503", static. */
static const char *status_code(int status) {
    static const struct { int status; const char *code; } NAMES[] = {
        { 400, "http-400" }, { 401, "http-401" }, { 403, "http-403" }, { 404, "http-404" }, { 410, "http-410" }, { 429, "http-429" },
        { 451, "http-451" }, { 500, "http-500" }, { 502, "http-502" }, { 503, "http-503" }, { 504, "http-504" },
    };
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (NAMES[i].status == status) return NAMES[i].code;
    return status / 100 == 5 ? "http-5xx" : status / 100 == 4 ? "http-4xx" : "http-other";
}

static void fail_status(collector *c, host *h, job *j, int status) {
    char problem[60];
    snprintf(problem, sizeof problem, "answered %d", status);
    if (status == 404 || status == 410) judge_fail(c, j, status_code(status), problem);
    else fail_host(c, h, j, status_code(status), problem);
}

/* Seconds that a Retry-After asks for; -1: it asks for none. */
static int64_t asked_pause(str value) {
    char text[64];
    value = str_trim(value);
    if (value.n == 0 || value.n >= sizeof text) return -1;
    long seconds = str_number(value);
    if (seconds >= 0) return seconds < LONGEST_ASKED ? seconds : LONGEST_ASKED;
    snprintf(text, sizeof text, "%.*s", STR_ARG(value));
    time_t at = curl_getdate(text, NULL);
    if (at < 0) return -1;
    int64_t left = (int64_t)at - crawl_now();
    return left < 0 ? 0 : left < LONGEST_ASKED ? left : LONGEST_ASKED;
}

/* 429, 503: the host wants to be left alone. */
static void pause_host(collector *c, host *h, job *j, const client_answer *x) {
    arena scratch = { 0 };
    char why[200];
    origin *of = origin_of_url(&c->hosts, j->at);
    int64_t pause = asked_pause(header_field(&scratch, x->head, STR("Retry-After")));
    bool asked = pause >= 0;
    if (!asked) pause = growing(FIRST_WAIT, of->row.failures, LONGEST_WAIT);
    put_off(c, j, of, pause);
    h->ready = clock_steady() + pause * 1000;
    snprintf(why, sizeof why, "answered %d%s: left alone until %.*s", x->status, asked ? " with Retry-After" : "", STR_ARG(of->row.until));
    bool later = pause * 1000 > c->s.file->patience || ++j->tries > MOST_TRIES;
    host_add_first(h, j);
    if (later && j->robots) {
        host_take(h);
        robots_file_failed(c, j, status_code(x->status), why);
    }
    if (later) judge_leave_host(c, h, status_code(x->status), why);
    arena_free(&scratch);
}

/* The page that a redirect leads to is known: what was found leads there. */
static void end_moved(collector *c, job *j, str to) {
    outcome *o = outcome_add(c, j, FETCH_MOVED);
    collected_address row = outcome_row(c, o, j);
    row.moved = arena_copy(&o->a.home, to);
    row.due = row.problem = STR_NONE;
    row.failures = 0;
    outcome_write(o, &row);
    job_free(j);
}

static void follow(collector *c, host *h, job *j, const client_answer *x) {
    arena scratch = { 0 };
    char problem[100];
    str location = str_trim(header_field(&scratch, x->head, STR("Location")));
    str to = location.n && location.n <= LIMIT_ADDRESS ? weblink_resolve(&scratch, j->at, location) : STR_NONE;
    h->failures = 0;
    if (!to.n) {
        if (location.n > 40) location.n = 40;
        snprintf(problem, sizeof problem, "redirected to no address of the web: %.*s", STR_ARG(location));
        judge_fail(c, j, "redirect", problem);
    } else if (++j->hops > LIMIT_REDIRECTS) {
        snprintf(problem, sizeof problem, "more than %d redirects", LIMIT_REDIRECTS);
        judge_fail(c, j, "redirect", problem);
    } else if (j->kind == COLLECTED_PAGE && !j->robots && !j->held && !str_eq(to, j->url) && frontier_is_known(c, to)) {
        end_moved(c, j, to);
    } else {
        job_set(&j->at, to);
        host *next = host_of(&c->hosts, to);
        long delay = crawl_source(c, j->source)->delay;
        if (delay > next->delay) next->delay = delay;
        host_add_first(next, j);
    }
    arena_free(&scratch);
}

static void end_gone(collector *c, job *j, int status) {
    if (content_end(c, j)) return;
    outcome *o = outcome_add(c, j, FETCH_GONE);
    collected_address row = outcome_row(c, o, j);
    bool for_good = status == 410 || row.status == 404;
    row.status = status;
    row.failures++;
    row.due = for_good ? STR_NONE : crawl_time(&o->a.home, 86400); /* some feeds are ahead of their pages */
    row.problem = arena_format(&o->a.home, "answered %d", status);
    outcome_write(o, &row);
    job_free(j);
}

/* The host does what it is for: what was held against it is forgotten. */
static void welcome(collector *c, host *h, const job *j) {
    origin *of = origin_of_url(&c->hosts, j->at);
    h->failures = 0;
    if (!of->row.failures) return;
    of->row.failures = 0;
    of->row.until = STR_NONE;
    outcome *o = outcome_add(c, j, FETCH_PAUSED);
    *vec_add(&o->a.home, &o->result->change.hosts) = of->row;
}

static void judge_status(collector *c, host *h, job *j, client_answer *x) {
    int status = x->status;
    if (status == 429 || status == 503) {
        pause_host(c, h, j, x);
    } else if (client_redirects(x)) {
        follow(c, h, j, x);
    } else if (j->robots) {
        robots_file_answered(c, h, j, x);
    } else if (status == 304 || status / 100 == 2) {
        welcome(c, h, j);
        content_take(c, j, x);
    } else if ((status == 404 || status == 410) && j->kind == COLLECTED_PAGE) {
        h->failures = 0;
        end_gone(c, j, status);
    } else {
        fail_status(c, h, j, status);
    }
}

void judge_answer(collector *c, host *h, job *j, client_answer *x) {
    if (x->code && x->head.n > 0 && archiving_write(c, j, x, NULL) < 0) {
        job_free(j);
    } else if (x->code) {
        fail_host(c, h, j, x->code, x->problem);
    } else if (!j->robots && (x->status == 304 || x->status / 100 == 2)) {
        judge_status(c, h, j, x); /* archived with what is known of the page */
    } else if (archiving_write(c, j, x, NULL) < 0) {
        job_free(j);
    } else {
        judge_status(c, h, j, x);
    }
}
