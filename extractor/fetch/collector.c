/* SPDX-License-Identifier: MIT */
#include "fetch/collector.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/limits.h"
#include "fetch/content.h"
#include "fetch/frontier.h"
#include "fetch/judge.h"
#include "fetch/outcome.h"
#include "fetch/robotsfile.h"

/* Milliseconds: how long an answer is waited for before signals are looked at. */
enum { MOST_WAIT = 200 };

int64_t crawl_now(void) { return (int64_t)time(NULL); }

str crawl_time(arena *a, int64_t seconds_later) {
    char text[CLOCK_TEXT];
    clock_text(text, crawl_now() + seconds_later);
    return arena_copy(a, str_of(text));
}

const fetch_source *crawl_source(const collector *c, size_t of) { return &c->s.file->sources.items[of]; }

int collector_open(collector **out, const collector_settings *settings, error *e) {
    const source_file *f = settings->file;
    collector *c = calloc(1, sizeof *c);
    *out = NULL;
    if (!c) return error_set(e, ERROR_LIMIT, "out of memory");
    c->s = *settings;
    c->left = settings->limit;
    c->seen = table_make(&c->home, 1024);
    c->sources = arena_alloc(&c->home, f->sources.n * sizeof *c->sources);
    c->hosts.seed = (unsigned)time(NULL) ^ (unsigned)getpid();
    const client_settings asked = { settings->agent, f->certificates.p, f->connect, f->wait, f->stall, f->whole, settings->allowed };
    if (client_open(&c->client, &asked, e) < 0) {
        collector_close(c);
        return e->code;
    }
    frontier_start(c);
    *out = c;
    return 0;
}

void collector_close(collector *c) {
    if (!c) return;
    client_close(c->client);
    for (outcome *o = c->first, *next; o; o = next) {
        next = o->next;
        outcome_free(o);
    }
    for (host *h = c->hosts.hosts; h; h = h->next) {
        if (h->running) host_add_first(h, h->running);
        h->running = NULL;
        for (job *j; (j = host_take(h));) {
            outcome_free(j->held);
            job_free(j);
        }
    }
    host_list_free(&c->hosts);
    arena_free(&c->home);
    free(c);
}

/* A page that robots.txt forbids, or a listing, which is an error. */
static void forbid(collector *c, job *j) {
    if (content_end(c, j)) return;
    if (j->kind != COLLECTED_PAGE) {
        outcome_fail(c, j, "robots", "robots.txt forbids it");
        frontier_listing_done(c, j->source);
    } else {
        outcome *o = outcome_add(c, j, FETCH_FORBIDDEN);
        collected_address row = outcome_row(c, o, j);
        row.due = crawl_time(&o->a.home, 7 * 86400);
        row.problem = STR("robots.txt forbids it");
        outcome_write(o, &row);
    }
    job_free(j);
}

static void tell_found(collector *c, job *j) {
    outcome *o = outcome_add(c, j, FETCH_FOUND);
    o->result->title = j->title.p ? arena_copy(&o->a.home, j->title) : STR_NONE;
    o->result->published = j->published.p ? arena_copy(&o->a.home, j->published) : STR_NONE;
    job_free(j);
}

static void ask(collector *c, host *h, job *j) {
    arena scratch = { 0 };
    collected_address row;
    client_request r = { .url = j->at, .payload = h };
    /* A dry run wants to see the listings whole. */
    if (!j->robots && !j->held && !c->s.dry && collected_find(&row, &scratch, c->s.state, j->url) && outcome_is_at(&row, j)) {
        r.etag = row.etag;
        r.modified = row.modified;
    }
    if (!h->lane) h->lane = client_lane_new(c->client);
    if (!h->lane || !client_begin(c->client, h->lane, &r)) abort();
    h->running = j;
    arena_free(&scratch);
}

/* The first job of a host that may be asked for now; others, that may not, go to their results. NULL: none. */
static job *next_job(collector *c, host *h) {
    for (job *j; (j = host_take(h));) {
        origin *o = origin_of_url(&c->hosts, j->at);
        if (j->robots) return j;
        if (o->state == ROBOTS_UNKNOWN) {
            job *first = robots_file_want(c, h, o, j->source);
            if (first || h->ready > clock_steady()) host_add_first(h, j);
            if (first || h->ready > clock_steady()) return first;
        }
        if (o->rules.delay > h->delay) h->delay = o->rules.delay;
        if (o->state == ROBOTS_AWAY && o->refused) judge_fail(c, j, "refused", o->why);
        else if (o->state == ROBOTS_AWAY) judge_leave_job(c, j, "robots", o->why);
        else if (!robots_allows(&o->rules, j->at)) forbid(c, j);
        else if (c->s.dry && j->kind == COLLECTED_PAGE) tell_found(c, j);
        else return j;
    }
    return NULL;
}

static void start_host(collector *c, host *h, int64_t now) {
    if (h->running || !h->first) return;
    if (h->why[0]) {
        judge_leave_host(c, h, "left", h->why);
    } else if (h->ready > now + c->s.file->patience) {
        judge_leave_host(c, h, "delay", h->rests[0] ? h->rests : "asks for a longer delay between requests than the run's patience");
    } else if (h->ready <= now && client_busy(c->client) < LIMIT_REQUESTS) {
        job *j = next_job(c, h);
        if (j) ask(c, h, j);
    }
}

/* Starts what may be started. Returns how many milliseconds there is nothing else to start, or -1 when nothing waits. */
static long start_all(collector *c) {
    int64_t now = clock_steady(), soonest = -1;
    bool full = client_busy(c->client) == LIMIT_REQUESTS;
    for (host *h = c->hosts.hosts; h; h = h->next) {
        start_host(c, h, now);
        if (h->running || !h->first) continue;
        int64_t left = full ? MOST_WAIT : h->ready > now ? h->ready - now : 0;
        if (soonest < 0 || left < soonest) soonest = left;
    }
    return soonest < 0 ? -1 : soonest > MOST_WAIT ? MOST_WAIT : (long)soonest;
}

static void take_answer(collector *c, client_answer *x) {
    host *h = x->payload;
    job *j = h->running;
    h->running = NULL;
    host_rest(&c->hosts, h);
    if (judge_is_plain(x) && !j->robots) start_all(c);
    judge_answer(c, h, j, x);
}

static bool stopped(const collector *c) { return c->s.stop && *c->s.stop; }

/* What runs into its limit is left; told once, when all is done. */
static bool leave_rest(collector *c) {
    bool any = false;
    for (size_t i = 0; i < c->s.file->sources.n; i++) {
        size_t over = c->sources[i].over;
        c->sources[i].over = 0;
        if (over) outcome_leave(c, i, over, "limit", STR(""), "");
        any |= over > 0;
    }
    return any;
}

int collector_next(article *a, collector *c, error *e) {
    while (!c->first && !stopped(c)) {
        long wait = start_all(c);
        if (c->broken.code) break;
        if (c->first) continue;
        if (wait < 0 && client_busy(c->client) == 0) {
            if (!leave_rest(c)) break;
            continue;
        }
        client_answer *x = client_next(c->client, wait < 0 ? MOST_WAIT : wait);
        if (x) take_answer(c, x);
        client_answer_free(x);
    }
    if (c->broken.code) return error_set(e, c->broken.code, "%s", c->broken.text);
    outcome *o = c->first; /* of a run that is stopped too: it has been fetched */
    if (!o) return SOURCE_END;
    c->first = o->next;
    if (!c->first) c->last = NULL;
    arena_free(&a->home);
    *a = o->a;
    free(o);
    return SOURCE_ARTICLE;
}
