/* SPDX-License-Identifier: MIT */
#include "fetch/content.h"

#include "base/address.h"
#include "base/limits.h"
#include "fetch/archiving.h"
#include "fetch/feed.h"
#include "fetch/frontier.h"
#include "fetch/links.h"
#include "fetch/onward.h"
#include "fetch/outcome.h"
#include "fetch/sitemap.h"
#include "source/capture.h"
#include "source/header.h"
#include "source/http.h"
#include "text/utf8.h"

/* What an answer is about: its job, its result, its row. */
typedef struct {
    collector *c;
    const job *j;
    const client_answer *x;
    outcome *o;
    collected_address row;
    archived kept;
} content;

/* When a page is asked for again: by the source's list of times after it was found; STR_NONE: not again. */
static str next_visit(const content *t) {
    const fetch_source *f = crawl_source(t->c, t->j->source);
    arena *a = &t->o->a.home;
    int64_t first = clock_seconds(t->row.found), now = crawl_now();
    for (size_t i = 0; i < f->revisit.n; i++)
        if (first + f->revisit.items[i] > now) return crawl_time(a, first + f->revisit.items[i] - now);
    return STR_NONE;
}

static str header_copy(const content *t, str name) {
    str value = header_field(&t->o->a.home, t->x->head, name);
    return value.n && value.n < 1000 && utf8_check(value) == value.n ? arena_copy(&t->o->a.home, value) : STR_NONE;
}

/* The row after an answer that was all right. */
static void settle_row(content *t) {
    arena *a = &t->o->a.home;
    bool moved = !str_eq(t->j->at, t->j->url), changed = t->x->status != 304 && !t->kept.same;
    t->row.failures = 0;
    t->row.problem = STR_NONE;
    t->row.moved = moved ? arena_copy(a, t->j->at) : STR_NONE;
    t->row.due = t->j->kind == COLLECTED_PAGE ? next_visit(t) : crawl_time(a, 0);
    if (t->x->status != 304) {
        t->row.status = t->x->status;
        t->row.etag = header_copy(t, STR("ETag"));
        t->row.modified = header_copy(t, STR("Last-Modified"));
    }
    if (!changed) return;
    char when[ARCHIVE_DATE]; /* as the archive has it, which revisit records refer to */
    archive_date(when, t->x->when);
    t->row.captured = arena_copy(a, str_of(when));
    t->row.digest = arena_copy(a, str_of(t->kept.digest));
    t->row.archive = t->kept.place;
}

/* Writes the row, and one for the address that redirects led to. */
static void write_rows(content *t) {
    outcome_write(t->o, &t->row);
    frontier_see(t->c, t->j->at);
    if (str_eq(t->j->at, t->j->url) || t->j->kind != COLLECTED_PAGE) return;
    collected_address end = t->row;
    end.url = t->row.moved;
    end.via = t->row.url;
    end.moved = end.due = STR_NONE;
    outcome_write(t->o, &end);
}

/* The body of a listing without chunks and compression. */
static int read_body(str *body, content *t, error *e) {
    http_response r = { t->x->status, t->x->head, t->x->body };
    return http_body(body, &t->o->a.home, &r, LIMIT_INFLATED, t->j->at.p, e);
}

static int read_listing(found_list *all, content *t, error *e) {
    arena *a = &t->o->a.home;
    str body, at = t->j->at, charset = header_parameter(header_field(a, t->x->head, STR("Content-Type")), STR("charset"));
    int zone = crawl_source(t->c, t->j->source)->zone;
    if (read_body(&body, t, e) < 0) return e->code;
    if (feed_is_one(body)) return feed_read(all, a, body, charset, at, zone, e);
    if (t->j->kind == COLLECTED_START) return links_read(all, a, body, charset, at, e);
    if (t->j->kind == COLLECTED_SITEMAP || sitemap_is_one(body)) return sitemap_read(all, a, body, charset, at, zone, e);
    return feed_read(all, a, body, charset, at, zone, e);
}

/* An error's text without the address that it begins with. */
static const char *without_address(const char *text, str address) {
    str s = str_of(text);
    return str_starts(s, address) && s.n > address.n + 2 ? text + address.n + 2 : text;
}

/* The outcome becomes a failure, and what was read of it is forgotten. */
static void fail_content(content *t, const char *code, const error *why) {
    fetch_result *r = t->o->result;
    r->outcome = FETCH_FAILED;
    outcome_explain(t->o, code, without_address(why->text, t->j->at));
    outcome_count_failure(t->o, &t->row);
    outcome_write(t->o, &t->row);
}

static void take_listing(content *t) {
    found_list all = { 0 };
    error why = { 0 };
    t->o->result->changed = t->x->status != 304 && !t->kept.same;
    if (t->x->status != 304 && read_listing(&all, t, &why) < 0 && all.n == 0) {
        fail_content(t, "listing", &why);
    } else {
        t->o->result->count = frontier_take(t->c, t->o, t->j, &all);
        settle_row(t);
        write_rows(t);
    }
    frontier_listing_done(t->c, t->j->source);
}

/* The page as an article, as it would be read from the archive. */
static int read_page(content *t, error *e) {
    article *a = &t->o->a;
    arena scratch = { 0 };
    char date[CLOCK_TEXT];
    const str parts[] = { t->x->head, t->x->body };
    clock_text(date, t->x->when / 1000);
    warc_record r = { .name = t->j->at.p, .type = STR("response"), .url = t->j->at, .date = str_of(date), .media = STR("application/http"),
                      .block = arena_join(&scratch, parts, 2), .whole = true };
    int status = capture_read(a, &r, e);
    if (status == CAPTURE_ARTICLE) {
        a->url = arena_copy(&a->home, t->j->at).p;
        a->source = t->kept.place.p ? t->kept.place.p : a->url;
        a->archived = t->kept.place.p != NULL;
        a->listed = t->row.published.p;
        a->publisher = crawl_source(t->c, t->j->source)->publisher.p;
    }
    arena_free(&scratch);
    return status;
}

enum { MOST_PAGES = 20 };

/* Asks for the next page, when there is one: true, and the article is held. */
static bool goes_on(collector *c, job *j, outcome *o, str html) {
    onward next = onward_find(&o->a.home, html, str_of(o->a.charset), j->at, (long)o->a.more.n + 1);
    if (!next.url.n || o->a.more.n + 2 > MOST_PAGES || c->s.dry) return false;
    job_set(&j->at, next.url);
    j->held = o;
    j->hops = 0;
    host_add_first(host_of(&c->hosts, next.url), j);
    return true;
}

bool content_end(collector *c, job *j) {
    if (!j->held) return false;
    outcome_send(c, j->held);
    j->held = NULL;
    job_free(j);
    return true;
}

/* A further page of the article that is held. */
static void take_further(collector *c, job *j, const client_answer *x) {
    outcome *o = j->held;
    outcome *page = outcome_make(j, FETCH_PAGE);
    content t = { c, j, x, page, { .failures = 0 }, { .same = false } };
    error ignored = { 0 };
    bool read = x->status / 100 == 2 && archiving_keep(&t.kept, &page->a.home, c, j, x, NULL) == 0 && read_page(&t, &ignored) == CAPTURE_ARTICLE;
    if (read) {
        str html = arena_copy(&o->a.home, page->a.bytes);
        if (address_page(j->at) == 0) o->a.bytes = html; /* all pages in one */
        else *vec_add(&o->a.home, &o->a.more) = html;
        j->held = NULL;
        read = address_page(j->at) != 0 && goes_on(c, j, o, html);
        j->held = o;
    }
    outcome_free(page);
    if (!read) content_end(c, j);
}

static void take_page(content *t) {
    error why = { 0 };
    if (t->x->status == 304 || t->kept.same) {
        t->o->result->outcome = FETCH_SAME;
    } else {
        int status = read_page(t, &why);
        if (status < 0) {
            fail_content(t, "content", &why);
            return;
        }
        if (status == CAPTURE_NONE) t->o->result->outcome = FETCH_OTHER;
    }
    settle_row(t);
    write_rows(t);
}

/* 304 to a request that did not ask for it, or no content at all. */
static bool says_nothing(const content *t) {
    bool asked = outcome_is_at(&t->row, t->j) && (t->row.etag.n || t->row.modified.n);
    return t->x->status == 304 ? !asked : t->x->body.n == 0;
}

static void take_nothing(content *t) {
    error why = { 0 };
    error_set(&why, ERROR_INPUT, t->x->status == 304 ? "answered 304 without being asked whether it has changed" : "an empty answer");
    fail_content(t, "content", &why);
    if (t->j->kind != COLLECTED_PAGE) frontier_listing_done(t->c, t->j->source);
}

void content_take(collector *c, job *j, const client_answer *x) {
    if (j->held) {
        take_further(c, j, x);
        return;
    }
    content t = { c, j, x, outcome_make(j, j->kind == COLLECTED_PAGE ? FETCH_PAGE : FETCH_LISTING), { .failures = 0 }, { .same = false } };
    t.row = outcome_row(c, t.o, j);
    if (archiving_keep(&t.kept, &t.o->a.home, c, j, x, &t.row) == 0) {
        if (says_nothing(&t)) take_nothing(&t);
        else if (j->kind == COLLECTED_PAGE) take_page(&t);
        else take_listing(&t);
        if (t.o->a.bytes.p && goes_on(c, j, t.o, t.o->a.bytes)) return;
    }
    outcome_send(c, t.o);
    job_free(j);
}
