/* SPDX-License-Identifier: MIT */
#include "fetch/visit.h"

#include <stdlib.h>
#include <time.h>

#include "base/clock.h"
#include "base/limits.h"
#include "fetch/collector.h"
#include "fetch/host.h"
#include "fetch/weblink.h"
#include "source/header.h"
#include "source/http.h"

/* Milliseconds: how long an answer is waited for at a time, and the longest pause that is obeyed while somebody waits. */
enum { TICK = 1000, LONGEST_PAUSE = 30 * 1000 };

typedef struct visit_site {
    struct visit_site *next;
    str name; /* its origin */
    robots rules;
} visit_site;

typedef struct {
    str name;
    client_lane *lane;
    int64_t ready; /* milliseconds of the steady clock */
    long delay;
} visit_host;

struct visit {
    arena home;
    client *client;
    long delay;
    visit_site *sites;
    VEC(visit_host) hosts;
};

int visit_open(visit **out, const client_settings *settings, long delay, error *e) {
    visit *v = calloc(1, sizeof *v);
    if (!v) return error_set(e, ERROR_LIMIT, "out of memory");
    v->delay = delay;
    int status = client_open(&v->client, settings, e);
    if (status < 0) free(v);
    else *out = v;
    return status;
}

void visit_close(visit *v) {
    if (!v) return;
    client_close(v->client);
    arena_free(&v->home);
    free(v);
}

static visit_host *host_for(visit *v, str url) {
    str name = host_name(url);
    for (size_t i = 0; i < v->hosts.n; i++)
        if (str_eq(v->hosts.items[i].name, name)) return &v->hosts.items[i];
    visit_host *h = vec_add(&v->home, &v->hosts);
    *h = (visit_host){ .name = arena_copy(&v->home, name), .lane = client_lane_new(v->client), .delay = v->delay };
    return h;
}

static void wait_for(const visit_host *h) {
    int64_t left = h->ready - clock_steady();
    if (left <= 0) return;
    struct timespec t = { left / 1000, left % 1000 * 1000000 };
    nanosleep(&t, NULL);
}

/* One request; the answer belongs to the caller. */
static client_answer *ask(visit *v, str url, error *e) {
    visit_host *h = host_for(v, url);
    client_request r = { .url = url };
    wait_for(h);
    if (!h->lane || !client_begin(v->client, h->lane, &r)) {
        error_set(e, ERROR_INPUT, "%.*s: out of memory", STR_ARG(url));
        return NULL;
    }
    client_answer *x = NULL;
    while (!x && client_busy(v->client) > 0) x = client_next(v->client, TICK);
    h->ready = clock_steady() + h->delay;
    if (!x) error_set(e, ERROR_INPUT, "%.*s: no answer", STR_ARG(url));
    else if (x->code) error_set(e, ERROR_INPUT, "%.*s: %s", STR_ARG(url), x->problem);
    if (!x || !x->code) return x;
    client_answer_free(x);
    return NULL;
}

/* Where an answer redirects to; STR_NONE: it does not. */
static str redirect_of(arena *a, const client_answer *x, str url) {
    return client_redirects(x) ? weblink_resolve(a, url, header_field(a, x->head, STR("Location"))) : STR_NONE;
}

/* Whether robots.txt lets an address be asked for; sets the error. */
static bool is_allowed(visit *v, str url, error *e) {
    const robots *r;
    if (visit_robots(&r, v, url, e) < 0) return false;
    if (robots_allows(r, url)) return true;
    error_set(e, ERROR_INPUT, "%.*s: robots.txt forbids it", STR_ARG(url));
    return false;
}

/* The answer at the end of the redirects; *url becomes its address. obeying: robots.txt is asked first. */
static client_answer *follow(visit *v, arena *a, str *url, bool obeying, error *e) {
    str first = *url;
    for (int hops = 0; hops <= LIMIT_REDIRECTS; hops++) {
        if (obeying && !is_allowed(v, *url, e)) return NULL;
        client_answer *x = ask(v, *url, e);
        str to = x ? redirect_of(a, x, *url) : STR_NONE;
        if (!to.p) return x;
        client_answer_free(x);
        *url = to;
    }
    error_set(e, ERROR_INPUT, "%.*s: more than %d redirects", STR_ARG(first), LIMIT_REDIRECTS);
    return NULL;
}

/* The body undone of its compression, in the arena. */
static int take_body(str *out, arena *a, const client_answer *x, str url, error *e) {
    http_response r = { x->status, x->head, x->body };
    str body;
    int status = http_body(&body, a, &r, LIMIT_INFLATED, url.p, e);
    if (status == 0) *out = arena_copy(a, body);
    return status;
}

int visit_robots(const robots **out, visit *v, str url, error *e) {
    str name = weblink_origin(url);
    for (const visit_site *s = v->sites; s; s = s->next) {
        if (!str_eq(s->name, name)) continue;
        *out = &s->rules;
        return 0;
    }
    name = arena_copy(&v->home, name);
    str at = arena_format(&v->home, "%.*s/robots.txt", STR_ARG(name)), text = STR("");
    client_answer *x = follow(v, &v->home, &at, false, e);
    if (!x) return ERROR_INPUT;
    int status = 0;
    if (x->status / 100 == 2) status = take_body(&text, &v->home, x, at, e);
    else if (x->status / 100 != 4 || x->status == 429) status = error_set(e, ERROR_INPUT, "%.*s: answered %d, so that nothing is asked", STR_ARG(at), x->status);
    client_answer_free(x);
    if (status < 0) return status;
    visit_site *s = arena_alloc(&v->home, sizeof *s);
    *s = (visit_site){ v->sites, name, robots_read(&v->home, text, STR(COLLECTOR_TOKEN)) };
    v->sites = s;
    visit_host *h = host_for(v, url);
    long asked = s->rules.delay < LONGEST_PAUSE ? s->rules.delay : LONGEST_PAUSE;
    if (asked > h->delay) h->delay = asked;
    *out = &s->rules;
    return 0;
}

int visit_get(visit_page *out, arena *a, visit *v, str url, error *e) {
    client_answer *x = follow(v, a, &url, true, e);
    if (!x) return ERROR_INPUT;
    int status;
    if (x->status / 100 != 2) status = error_set(e, ERROR_INPUT, "%.*s: answered %d", STR_ARG(url), x->status);
    else status = take_body(&out->body, a, x, url, e);
    out->url = arena_copy(a, url);
    out->charset = arena_copy(a, header_parameter(header_field(a, x->head, STR("Content-Type")), STR("charset")));
    client_answer_free(x);
    return status < 0 ? ERROR_INPUT : 0;
}
