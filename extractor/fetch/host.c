/* SPDX-License-Identifier: MIT */
#include "fetch/host.h"

#include <stdlib.h>

#include "base/clock.h"
#include "fetch/weblink.h"

static str copy_of(str s) {
    char *p = s.p ? malloc(s.n + 1) : NULL;
    if (!p) return STR_NONE;
    memcpy(p, s.p, s.n);
    p[s.n] = '\0';
    return (str){ p, s.n };
}

void job_set(str *to, str value) {
    str copy = copy_of(value);
    free((char *)(uintptr_t)to->p);
    *to = copy;
}

job *job_new(collected_kind kind, size_t of, str url) {
    job *j = calloc(1, sizeof *j);
    if (!j) abort();
    j->kind = kind;
    j->source = of;
    job_set(&j->url, url);
    job_set(&j->at, url);
    return j;
}

void job_free(job *j) {
    if (!j) return;
    str *const all[] = { &j->url, &j->at, &j->via, &j->title, &j->published };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) job_set(all[i], STR_NONE);
    free(j);
}

str host_name(str url) {
    str authority = weblink_authority(url);
    size_t colon = str_find_last(authority, STR(":"), authority.n);
    bool port = colon != SIZE_MAX && !memchr(authority.p + colon, ']', authority.n - colon);
    return port ? str_cut(authority, 0, colon) : authority;
}

str host_site(str name, const word_list *words) {
    size_t dot = str_find_last(name, STR("."), name.n);
    if (dot == SIZE_MAX || memchr(name.p, ':', name.n) || ascii_digit(name.p[name.n - 1])) return name;
    size_t second = str_find_last(name, STR("."), dot);
    if (second == SIZE_MAX) return name;
    const list_entry *entry = words && name.n - dot - 1 == 2 ? list_find(words, str_cut(name, second + 1, dot)) : NULL;
    bool shared = entry && str_eq(entry->column[0], STR("suffix"));
    size_t third = shared ? str_find_last(name, STR("."), second) : second;
    return third == SIZE_MAX ? name : str_cut(name, third + 1, name.n);
}

host *host_of(host_list *l, str url) {
    str name = host_name(url);
    for (host *h = l->hosts; h; h = h->next)
        if (str_eq(h->name, name)) return h;
    host *h = arena_alloc(&l->home, sizeof *h);
    *h = (host){ .next = l->hosts, .name = arena_copy(&l->home, name) };
    return l->hosts = h;
}

origin *origin_of_url(host_list *l, str url) {
    str name = weblink_origin(url);
    for (origin *o = l->origins; o; o = o->next)
        if (str_eq(o->name, name)) return o;
    origin *o = arena_alloc(&l->home, sizeof *o);
    *o = (origin){ .next = l->origins, .name = arena_copy(&l->home, name) };
    o->row.origin = o->name;
    return l->origins = o;
}

void host_add_last(host *h, job *j) {
    j->next = NULL;
    if (h->last) h->last->next = j;
    else h->first = j;
    h->last = j;
}

void host_add_first(host *h, job *j) {
    j->next = h->first;
    h->first = j;
    if (!h->last) h->last = j;
}

job *host_take(host *h) {
    job *j = h->first;
    if (!j) return NULL;
    h->first = j->next;
    if (!h->first) h->last = NULL;
    j->next = NULL;
    return j;
}

void host_rest(host_list *l, host *h) {
    long jitter = h->delay > 0 ? (long)((double)h->delay * 0.25 * rand_r(&l->seed) / RAND_MAX) : 0;
    int64_t ready = clock_steady() + h->delay + jitter;
    if (ready > h->ready) h->ready = ready;
}

void host_list_free(host_list *l) {
    for (origin *o = l->origins; o; o = o->next) arena_free(&o->home);
    arena_free(&l->home);
}
