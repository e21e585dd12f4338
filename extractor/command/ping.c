/* SPDX-License-Identifier: MIT */
#include "command/ping.h"

#include "fetch/client.h"
#include "fetch/weblink.h"

enum { PATIENCE = 10000 };

static int ask(client *c, str url, error *e) {
    client_lane *lane = client_lane_new(c);
    client_request r = { .url = url };
    if (!lane || !client_begin(c, lane, &r)) return error_set(e, ERROR_OUTPUT, "%s: out of memory", url.p);
    client_answer *x = client_next(c, 2 * PATIENCE);
    if (!x || x->code) error_set(e, ERROR_OUTPUT, "%s: %s", url.p, x ? x->problem : "no answer");
    else if (x->status / 100 != 2) error_set(e, ERROR_OUTPUT, "%s: answered %d", url.p, x->status);
    client_answer_free(x);
    return e->code;
}

int ping_health(const char *url, int exit_status, const char *agent, error *e) {
    arena a = { 0 };
    guard all = { .all = true };
    client *c = NULL;
    str base = str_of(url);
    while (str_ends(base, STR("/"))) base.n--;
    str whole = weblink_resolve(&a, STR(""), arena_format(&a, "%.*s/%d", STR_ARG(base), exit_status));
    const client_settings s = { agent, NULL, PATIENCE, PATIENCE, PATIENCE, PATIENCE, &all };
    int status = whole.n ? client_open(&c, &s, e) : error_set(e, ERROR_USAGE, "%s: not an address of http or https", url);
    if (status == 0) status = ask(c, whole, e);
    client_close(c);
    arena_free(&a);
    return status;
}
