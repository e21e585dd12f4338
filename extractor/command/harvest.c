/* SPDX-License-Identifier: MIT */
#include "command/harvest.h"

#include "store/json.h"

/* So many pages without an article among them, where there were some before: the site has changed. */
enum { ENOUGH_PAGES = 5 };

harvest harvest_make(const source_file *file) {
    harvest h = { .file = file };
    h.of = arena_alloc(&h.home, file->sources.n * sizeof *h.of);
    for (size_t i = 0; i < file->sources.n; i++) h.of[i].row.source = file->sources.items[i].name;
    return h;
}

void harvest_free(harvest *h) { arena_free(&h->home); }

static size_t count_problem(harvest *h, source_harvest *s, const fetch_result *r, size_t times) {
    bool left = r->outcome == FETCH_LEFT;
    for (size_t i = 0; i < s->problems.n; i++) {
        harvest_problem *p = &s->problems.items[i];
        if (p->left != left || strcmp(p->code, r->code) != 0 || (left && !str_eq(p->problem, r->problem))) continue;
        return p->count += times;
    }
    harvest_problem *p = vec_add(&h->home, &s->problems);
    *p = (harvest_problem){ r->code, arena_copy(&h->home, r->address), arena_copy(&h->home, r->problem), times, left };
    return times;
}

static size_t take_failure(harvest *h, source_harvest *s, const fetch_result *r) {
    s->row.failed++;
    s->listings_failed += r->listing;
    return count_problem(h, s, r, 1);
}

size_t harvest_take(harvest *h, const fetch_result *r, bool read) {
    source_harvest *s = &h->of[r->source];
    switch (r->outcome) {
    case FETCH_LISTING:
        s->row.listings++;
        s->row.found += r->count;
        s->listings_changed += r->changed;
        return 0;
    case FETCH_PAGE:
    case FETCH_OTHER:
        s->row.fetched++;
        if (read) s->row.articles++;
        else s->refused++;
        return 0;
    case FETCH_SAME: s->row.unchanged++; return 0;
    case FETCH_GONE: s->row.gone++; return 0;
    case FETCH_FORBIDDEN: s->row.forbidden++; return 0;
    case FETCH_FAILED: return take_failure(h, s, r);
    case FETCH_LEFT: s->row.left += r->count; return count_problem(h, s, r, r->count);
    default: return 0;
    }
}

void harvest_compare(harvest *h, collected *state) {
    for (size_t i = 0; i < h->file->sources.n; i++) {
        source_harvest *s = &h->of[i];
        collected_harvest before;
        if (!collected_last_harvest(&before, &h->home, state, s->row.source)) continue;
        if (s->listings_changed > 0 && s->row.found == 0 && s->listings_failed == 0)
            s->warning = "its listings lead to no articles any more; has the site changed?";
        else if (s->row.fetched >= ENOUGH_PAGES && s->row.articles == 0 && before.articles > 0)
            s->warning = "none of its pages is an article any more; has the site changed?";
    }
}

bool harvest_is_void(const harvest *h) {
    for (size_t i = 0; i < h->file->sources.n; i++)
        if (h->of[i].row.listings > 0 || h->of[i].listings_failed == 0) return false;
    return h->file->sources.n > 0;
}

size_t harvest_failures(const harvest *h) {
    size_t n = 0;
    for (size_t i = 0; i < h->file->sources.n; i++) {
        n += h->of[i].row.failed + (h->of[i].warning != NULL);
        for (size_t k = 0; k < h->of[i].problems.n; k++) n += h->of[i].problems.items[k].left && h->of[i].problems.items[k].problem.n > 0;
    }
    return n;
}

static void add_problems(const source_harvest *s, buf *out) {
    buf_add(out, STR("\"problems\":["));
    for (size_t i = 0; i < s->problems.n; i++) {
        const harvest_problem *p = &s->problems.items[i];
        buf_format(out, "%s{\"code\":\"%s\",\"%s\":%zu,\"address\":", i ? "," : "", p->code, p->left ? "left" : "failed", p->count);
        json_quote(out, p->address);
        buf_add(out, STR(",\"problem\":"));
        json_quote(out, p->problem);
        buf_add_char(out, '}');
    }
    buf_add_char(out, ']');
}

void harvest_json(const harvest *h, buf *out) {
    buf_add_char(out, '[');
    for (size_t i = 0; i < h->file->sources.n; i++) {
        const source_harvest *s = &h->of[i];
        const collected_harvest *r = &s->row;
        buf_add(out, i ? STR(",{\"name\":") : STR("{\"name\":"));
        json_quote(out, r->source);
        buf_format(out, ",\"listings\":%zu,\"found\":%zu,\"fetched\":%zu,\"articles\":%zu,\"refused\":%zu,\"unchanged\":%zu,", r->listings, r->found,
                   r->fetched, r->articles, s->refused, r->unchanged);
        buf_format(out, "\"gone\":%zu,\"forbidden\":%zu,\"failed\":%zu,\"left\":%zu,\"warning\":", r->gone, r->forbidden, r->failed, r->left);
        json_quote(out, s->warning ? str_of(s->warning) : STR_NONE);
        buf_add_char(out, ',');
        add_problems(s, out);
        buf_add_char(out, '}');
    }
    buf_add_char(out, ']');
}

void harvest_print(const harvest *h, FILE *to) {
    for (size_t i = 0; i < h->file->sources.n; i++) {
        const source_harvest *s = &h->of[i];
        const collected_harvest *r = &s->row;
        fprintf(to, "petik: %.*s: %zu listing%s, %zu address%s, %zu page%s fetched, %zu article%s", STR_ARG(r->source), r->listings,
                r->listings == 1 ? "" : "s", r->found, r->found == 1 ? "" : "es", r->fetched, r->fetched == 1 ? "" : "s", r->articles,
                r->articles == 1 ? "" : "s");
        const struct { size_t n; const char *what; } rest[] = { { s->refused, "without an article" }, { r->unchanged, "unchanged" }, { r->gone, "gone" },
                                                                { r->forbidden, "forbidden" },        { r->failed, "failed" },       { r->left, "left for the next run" } };
        for (size_t k = 0; k < sizeof rest / sizeof *rest; k++)
            if (rest[k].n) fprintf(to, ", %zu %s", rest[k].n, rest[k].what);
        fputc('\n', to);
        for (size_t k = 0; k < s->problems.n; k++) {
            const harvest_problem *p = &s->problems.items[k];
            if (p->problem.n) fprintf(to, "petik: %.*s: %zu times %s: %.*s\n", STR_ARG(r->source), p->count, p->code, STR_ARG(p->problem));
        }
    }
}
