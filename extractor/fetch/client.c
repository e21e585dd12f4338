/* SPDX-License-Identifier: MIT */
#include "fetch/client.h"

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/limits.h"

struct client_lane {
    client_lane *next;
    CURL *easy;
};

/* A request under way, or finished. */
typedef struct transfer {
    client_answer answer; /* first: freeing the one is freeing the other */
    struct transfer *next;
    client *of;
    CURL *easy;
    struct curl_slist *lines;
    buf sent, head, body;
    int64_t begun, last;     /* milliseconds of the steady clock: when it was asked, and when something came last */
    const char *refused;     /* why the guard refused an address of the host */
    char address[64];        /* that address */
    char text[CURL_ERROR_SIZE];
    bool head_done, too_long, paused;
} transfer;

struct client {
    CURLM *multi;
    client_settings settings;
    client_lane *lanes;
    transfer *active, *finished; /* finished: in order */
    size_t busy;
    size_t held; /* bytes of all bodies */
};

/* The words for what goes wrong, and what each is called when libcurl says no more. */
static const struct { CURLcode from; const char *code, *truncated; } FAULTS[] = {
    { CURLE_COULDNT_RESOLVE_HOST, "dns", NULL },       { CURLE_COULDNT_CONNECT, "connect", NULL },
    { CURLE_OPERATION_TIMEDOUT, "timeout", "time" },   { CURLE_PARTIAL_FILE, "cut-short", "disconnect" },
    { CURLE_RECV_ERROR, "cut-short", "disconnect" },   { CURLE_GOT_NOTHING, "no-answer", NULL },
    { CURLE_SEND_ERROR, "no-answer", NULL },           { CURLE_PEER_FAILED_VERIFICATION, "tls", NULL },
    { CURLE_SSL_CONNECT_ERROR, "tls", NULL },          { CURLE_SSL_CACERT_BADFILE, "tls", NULL },
    { CURLE_SSL_CIPHER, "tls", NULL },                 { CURLE_HTTP2, "cut-short", "disconnect" },
    { CURLE_HTTP2_STREAM, "cut-short", "disconnect" }, { CURLE_UNSUPPORTED_PROTOCOL, "no-http", NULL },
    { CURLE_WEIRD_SERVER_REPLY, "no-http", NULL },     { CURLE_BAD_CONTENT_ENCODING, "cut-short", "disconnect" },
};

static size_t take_head(char *p, size_t size, size_t n, void *payload) {
    transfer *t = payload;
    str line = { p, size * n };
    t->last = clock_steady();
    if (t->head_done && !str_starts(line, STR("HTTP/"))) return line.n; /* behind the body */
    if (t->head_done) buf_clear(&t->head); /* what came was an interim answer (1xx) */
    t->head_done = line.n <= 2 && (line.p[0] == '\r' || line.p[0] == '\n');
    buf_add(&t->head, line);
    return t->head.full ? 0 : line.n;
}

/* Whether there is room for more of a body: the longest one always goes on, so that all come to their ends. */
static bool may_grow(const transfer *t, size_t n) {
    const client *c = t->of;
    bool longest = true;
    for (const transfer *other = c->active; other; other = other->next) longest &= other->body.n <= t->body.n;
    return c->held + n <= LIMIT_HELD || (longest && !c->finished);
}

static size_t take_body(char *p, size_t size, size_t n, void *payload) {
    transfer *t = payload;
    size_t left = LIMIT_RESPONSE - t->body.n, all = size * n;
    t->last = clock_steady();
    t->paused = !may_grow(t, all);
    if (t->paused) return CURL_WRITEFUNC_PAUSE;
    buf_add(&t->body, (str){ p, all < left ? all : left });
    t->of->held += all < left ? all : left;
    t->too_long = all > left;
    return t->too_long || t->body.full ? 0 : all;
}

/* Lets what waits for room go on. */
static void resume_paused(client *c) {
    for (transfer *t = c->active; t; t = t->next) {
        if (!t->paused) continue;
        t->paused = false;
        t->last = clock_steady();
        curl_easy_pause(t->easy, CURLPAUSE_CONT);
    }
}

static int take_sent(CURL *easy, curl_infotype type, char *p, size_t n, void *payload) {
    transfer *t = payload;
    (void)easy;
    if (type == CURLINFO_HEADER_OUT) buf_add(&t->sent, (str){ p, n });
    return 0;
}

/* Called for each address that a name was resolved to, before it is connected to. */
static curl_socket_t open_socket(void *payload, curlsocktype purpose, struct curl_sockaddr *to) {
    transfer *t = payload;
    const char *why = purpose == CURLSOCKTYPE_IPCXN ? guard_refuses(t->of->settings.allowed, &to->addr, to->addrlen) : "no address of the internet";
    if (!why) return socket(to->family, to->socktype, to->protocol);
    t->refused = why;
    return CURL_SOCKET_BAD;
}

static bool is_plain(str s) {
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] < ' ' && s.p[i] != '\t') return false;
    return s.n > 0;
}

static void add_line(transfer *t, const char *name, str value) {
    buf b = buf_make(LIMIT_HEADER);
    buf_format(&b, "%s: ", name);
    buf_add(&b, value);
    buf_add_char(&b, '\0');
    struct curl_slist *longer = b.full ? NULL : curl_slist_append(t->lines, b.p);
    if (longer) t->lines = longer;
    buf_free(&b);
}

/* How far requests may go. Proxies of the environment are not taken: the guard could not see whom they connect to. */
static void set_bounds(CURL *easy, const client_settings *s) {
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_PROXY, "");
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_2TLS);
    curl_easy_setopt(easy, CURLOPT_HTTP_TRANSFER_DECODING, 0L);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, s->connect);
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, s->whole);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_USERAGENT, s->agent);
    curl_easy_setopt(easy, CURLOPT_COOKIEFILE, "");
    if (s->certificates) {
        curl_easy_setopt(easy, CURLOPT_CAINFO, s->certificates);
        curl_easy_setopt(easy, CURLOPT_CAPATH, NULL);
    }
}

static void set_callbacks(CURL *easy, transfer *t) {
    curl_easy_setopt(easy, CURLOPT_PRIVATE, (void *)t);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, t->text);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_head);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, (void *)t);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, (void *)t);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, (void *)t);
    curl_easy_setopt(easy, CURLOPT_DEBUGFUNCTION, take_sent);
    curl_easy_setopt(easy, CURLOPT_DEBUGDATA, (void *)t);
    curl_easy_setopt(easy, CURLOPT_VERBOSE, 1L);
}

static void set_request(transfer *t, const client_request *r) {
    curl_easy_setopt(t->easy, CURLOPT_URL, r->url.p);
    add_line(t, "Accept", STR("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"));
    add_line(t, "Accept-Encoding", STR("gzip, deflate"));
    add_line(t, "Accept-Language", STR("id,en;q=0.5"));
    if (is_plain(r->etag)) add_line(t, "If-None-Match", r->etag);
    if (is_plain(r->modified)) add_line(t, "If-Modified-Since", r->modified);
    curl_easy_setopt(t->easy, CURLOPT_HTTPHEADER, t->lines);
}

static void free_transfer(transfer *t) {
    t->of->held -= t->body.n;
    curl_slist_free_all(t->lines);
    buf_free(&t->sent);
    buf_free(&t->head);
    buf_free(&t->body);
    free(t);
}

void client_answer_free(client_answer *a) {
    if (a) free_transfer((transfer *)a);
}

int client_open(client **out, const client_settings *settings, error *e) {
    client *c = calloc(1, sizeof *c);
    *out = NULL;
    if (c) c->multi = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK ? curl_multi_init() : NULL;
    if (!c || !c->multi) {
        free(c);
        return error_set(e, ERROR_LIMIT, "out of memory");
    }
    curl_multi_setopt(c->multi, CURLMOPT_MAXCONNECTS, (long)LIMIT_REQUESTS * 2);
    c->settings = *settings;
    *out = c;
    return 0;
}

void client_close(client *c) {
    if (!c) return;
    for (transfer *t = c->active, *next; t; t = next) {
        next = t->next;
        curl_multi_remove_handle(c->multi, t->easy);
        free_transfer(t);
    }
    for (transfer *t = c->finished, *next; t; t = next) {
        next = t->next;
        free_transfer(t);
    }
    for (client_lane *l = c->lanes, *next; l; l = next) {
        next = l->next;
        curl_easy_cleanup(l->easy);
        free(l);
    }
    curl_multi_cleanup(c->multi);
    curl_global_cleanup();
    free(c);
}

client_lane *client_lane_new(client *c) {
    client_lane *l = calloc(1, sizeof *l);
    if (l) l->easy = curl_easy_init();
    if (!l || !l->easy) {
        free(l);
        return NULL;
    }
    set_bounds(l->easy, &c->settings);
    l->next = c->lanes;
    c->lanes = l;
    return l;
}

bool client_begin(client *c, client_lane *lane, const client_request *r) {
    transfer *t = calloc(1, sizeof *t);
    if (!t) return false;
    *t = (transfer){ .of = c, .easy = lane->easy, .sent = buf_make(LIMIT_HEADER), .head = buf_make(LIMIT_HEADER), .body = buf_make(LIMIT_RESPONSE) };
    t->answer.payload = r->payload;
    t->answer.when = clock_wall();
    t->begun = t->last = clock_steady();
    set_callbacks(t->easy, t);
    set_request(t, r);
    if (curl_multi_add_handle(c->multi, t->easy) != CURLM_OK) {
        free_transfer(t);
        return false;
    }
    t->next = c->active;
    c->active = t;
    c->busy++;
    return true;
}

static void set_problem(transfer *t, const char *code, const char *truncated, const char *text) {
    t->answer.code = code;
    t->answer.truncated = t->head_done ? truncated : NULL;
    snprintf(t->answer.problem, sizeof t->answer.problem, "%s", text);
}

static void explain(transfer *t, CURLcode code) {
    char text[120];
    if (t->too_long) {
        snprintf(text, sizeof text, "longer than %d MB", LIMIT_RESPONSE / 1024 / 1024);
        set_problem(t, "too-large", "length", text);
    } else if (t->head.full) {
        snprintf(text, sizeof text, "a header longer than %d KB", LIMIT_HEADER / 1024);
        set_problem(t, "too-large", NULL, text);
    } else if (t->refused && code != CURLE_OK && !t->head.n) {
        snprintf(text, sizeof text, "leads to %s, which is not asked", t->refused);
        set_problem(t, "refused", NULL, text);
    } else {
        size_t i = 0, n = sizeof FAULTS / sizeof *FAULTS;
        while (i < n && FAULTS[i].from != code) i++;
        set_problem(t, i < n ? FAULTS[i].code : "network", i < n ? FAULTS[i].truncated : "unspecified", *t->text ? t->text : curl_easy_strerror(code));
    }
}

static void fill_answer(transfer *t) {
    client_answer *a = &t->answer;
    long status = 0, version = 0;
    char *ip = NULL;
    curl_easy_getinfo(t->easy, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(t->easy, CURLINFO_HTTP_VERSION, &version);
    curl_easy_getinfo(t->easy, CURLINFO_PRIMARY_IP, &ip);
    if (ip) snprintf(a->ip, sizeof a->ip, "%s", ip);
    a->protocol = version == CURL_HTTP_VERSION_2_0 ? "h2" : version == CURL_HTTP_VERSION_1_0 ? "http/1.0" : "http/1.1";
    a->took = (long)(clock_steady() - t->begun);
    a->sent = buf_str(&t->sent);
    if (!t->head_done || t->head.full) return;
    a->status = (int)status;
    a->head = buf_str(&t->head);
    a->body = buf_str(&t->body);
}

/* Takes a transfer out of what is active, to the end of what is finished. */
static void finish(client *c, transfer *t) {
    transfer **at = &c->active, **end = &c->finished;
    while (*at != t) at = &(*at)->next;
    *at = t->next;
    t->next = NULL;
    while (*end) end = &(*end)->next;
    *end = t;
    fill_answer(t);
    curl_multi_remove_handle(c->multi, t->easy);
}

static void take_messages(client *c) {
    CURLMsg *m;
    int left;
    while ((m = curl_multi_info_read(c->multi, &left))) {
        char *of;
        if (m->msg != CURLMSG_DONE) continue;
        CURLcode code = m->data.result;
        curl_easy_getinfo(m->easy_handle, CURLINFO_PRIVATE, &of);
        transfer *t = (transfer *)(void *)of;
        if (code != CURLE_OK) explain(t, code);
        finish(c, t);
    }
}

/* Ends what keeps silent for too long. */
static void check_clocks(client *c) {
    int64_t now = clock_steady();
    for (transfer *t = c->active, *next; t; t = next) {
        char text[100];
        bool answered = t->head.n > 0;
        long most = answered ? c->settings.stall : c->settings.connect + c->settings.wait;
        next = t->next;
        if (t->paused || now - t->last < most) continue;
        snprintf(text, sizeof text, answered ? "no byte for %.1f seconds" : "no answer within %.1f seconds", (double)most / 1000);
        set_problem(t, "timeout", "time", text);
        finish(c, t);
    }
}

client_answer *client_next(client *c, long wait) {
    int64_t end = clock_steady() + wait;
    for (;;) {
        int running;
        resume_paused(c);
        curl_multi_perform(c->multi, &running);
        take_messages(c);
        check_clocks(c);
        if (c->finished) {
            transfer *t = c->finished;
            c->finished = t->next;
            c->busy--;
            return &t->answer;
        }
        int64_t left = end - clock_steady();
        if (left <= 0) return NULL;
        curl_multi_poll(c->multi, NULL, 0, left < 200 ? (int)left : 200, NULL);
    }
}

bool client_redirects(const client_answer *a) {
    int s = a->status;
    return s == 301 || s == 302 || s == 303 || s == 307 || s == 308;
}

size_t client_busy(const client *c) { return c->busy; }
