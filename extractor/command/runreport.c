/* SPDX-License-Identifier: MIT */
#include "command/runreport.h"

#include "base/clock.h"
#include "store/json.h"

/* Bytes of either list; and of the whole. */
enum { MOST_ITEMS = 1 << 20, MOST_REPORT = 4 << 20 };

int report_open(report *r, const char *path, error *e) {
    *r = (report){ .start = time(NULL), .sources = buf_make(MOST_ITEMS), .pages = buf_make(MOST_ITEMS), .errors = buf_make(MOST_ITEMS) };
    r->codes = table_make(&r->home, 16);
    int status = output_open(&r->out, path, e);
    if (status < 0) arena_free(&r->home);
    return status;
}

/* Whether there is room for another item, a string of n bytes; counts it as left out when not. */
static bool begin_item(report *r, buf *list, size_t n) {
    if (list->n + 6 * n + 64 > MOST_ITEMS) {
        r->left_out++;
        return false;
    }
    if (list->n) buf_add_char(list, ',');
    return true;
}

void report_refusal(report *r, const char *source, const char *code) {
    str why = str_of(code), from = str_of(source);
    uint32_t at = table_get(&r->codes, why);
    r->refused++;
    if (at == TABLE_NONE) {
        at = (uint32_t)r->code_names.n;
        str name = arena_copy(&r->home, why);
        table_put(&r->codes, name, at);
        *vec_add(&r->home, &r->code_names) = name;
        *vec_add(&r->home, &r->code_counts) = 0;
    }
    r->code_counts.items[at]++;
    if (!begin_item(r, &r->pages, from.n + why.n)) return;
    buf_add(&r->pages, STR("{\"source\":"));
    json_quote(&r->pages, from);
    buf_add(&r->pages, STR(",\"code\":"));
    json_quote(&r->pages, why);
    buf_add_char(&r->pages, '}');
}

void report_failure(report *r, const char *text) {
    str s = str_of(text);
    r->failed++;
    if (begin_item(r, &r->errors, s.n)) json_quote(&r->errors, s);
}

static void add_time(buf *b, const char *key, time_t at) {
    char text[CLOCK_TEXT];
    clock_text(text, at);
    buf_format(b, "\"%s\":\"%s\",", key, text);
}

static void add_counts(buf *b, const petik_counts *c) {
    buf_format(b, "\"records\":{\"dates\":%zu,\"officials\":%zu,\"institutions\":%zu,\"statements\":%zu,\"points\":%zu,", c->dates, c->officials,
               c->institutions, c->statements, c->points);
    buf_format(b, "\"regulations\":%zu,\"events\":%zu,\"warnings\":%zu},", c->regulations, c->events, c->warnings);
}

static void add_codes(const report *r, buf *b) {
    buf_add(b, STR("\"refusals\":{"));
    for (size_t i = 0; i < r->code_names.n; i++) {
        if (i) buf_add_char(b, ',');
        json_quote(b, r->code_names.items[i]);
        buf_format(b, ":%zu", r->code_counts.items[i]);
    }
    buf_add(b, STR("},"));
}

int report_close(report *r, int exit_status, error *e) {
    buf b = buf_make(MOST_REPORT);
    buf_format(&b, "{\"petik\":\"%s\",\"rules\":\"%s\",", petik_version(), r->rules ? r->rules : "");
    add_time(&b, "start", r->start);
    add_time(&b, "end", time(NULL));
    buf_format(&b, "\"exit\":%d,\"articles\":%zu,\"refused\":%zu,\"failed\":%zu,\"known\":%zu,", exit_status, r->articles, r->refused, r->failed, r->known);
    add_counts(&b, &r->counts);
    add_codes(r, &b);
    if (r->sources.n) {
        buf_add(&b, STR("\"sources\":"));
        buf_add(&b, buf_str(&r->sources));
        buf_add_char(&b, ',');
    }
    buf_add(&b, STR("\"pages\":["));
    buf_add(&b, buf_str(&r->pages));
    buf_add(&b, STR("],\"errors\":["));
    buf_add(&b, buf_str(&r->errors));
    buf_format(&b, "],\"left_out\":%zu}\n", r->left_out);
    int status = output_write(&r->out, buf_str(&b), e);
    buf_free(&b);
    return status < 0 ? status : output_commit(&r->out, e);
}

void report_drop(report *r) {
    output_drop(&r->out);
    buf_free(&r->sources);
    buf_free(&r->pages);
    buf_free(&r->errors);
    arena_free(&r->home);
}
