/* SPDX-License-Identifier: MIT */
#include "source/capture.h"

#include "base/limits.h"
#include "source/coding.h"
#include "source/header.h"
#include "source/http.h"
#include "text/utf8.h"

/* What a record has, when it may be an article. */
typedef struct {
    str media, body; /* Content-Type; the body as it was sent */
    http_response http;
    bool sent; /* by HTTP */
} capture;

int capture_check(const char *name, str text, error *e) {
    const char *nul = text.n ? memchr(text.p, '\0', text.n) : NULL;
    if (!nul) return 0;
    if (str_starts(text, STR("\xff\xfe")) || str_starts(text, STR("\xfe\xff")))
        return error_set(e, ERROR_INPUT, "%s: UTF-16, which is not read; save it as UTF-8", name);
    return error_set(e, ERROR_INPUT, "%s: not text: NUL at byte %zu", name, (size_t)(nul - text.p) + 1);
}

static bool is_media(str type, const char *const *names, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (str_eq_fold(header_media(type), str_of(names[i]))) return true;
    return false;
}

static bool is_page(str media) {
    static const char *const names[] = { "text/html", "application/xhtml+xml" };
    return is_media(media, names, sizeof names / sizeof *names);
}

static bool is_text(str media) {
    static const char *const names[] = { "text/plain" };
    return is_media(media, names, sizeof names / sizeof *names);
}

static bool begins_fold(str s, str prefix) { return s.n >= prefix.n && str_eq_fold(str_cut(s, 0, prefix.n), prefix); }

/* Whether an address is one of the crawl's own (its logs, what it notes of a page), or says what may be crawled. */
static bool is_about_crawl(str url) {
    return begins_fold(url, STR("metadata:")) || begins_fold(url, STR("urn:")) || begins_fold(url, STR("dns:")) ||
           str_ends(url, STR("/robots.txt"));
}

/* The response in a record: 0, CAPTURE_NONE, or an error. */
static int open_response(capture *c, arena *a, const warc_record *r, error *e) {
    if (!str_eq_fold(header_media(r->media), STR("application/http")) && r->media.n > 0) return CAPTURE_NONE;
    c->sent = http_split(&c->http, r->block);
    if (!c->sent) return error_set(e, ERROR_INPUT, "%s: no HTTP response", r->name);
    if (c->http.status / 100 != 2) return CAPTURE_NONE;
    c->media = header_field(a, c->http.header, STR("Content-Type"));
    c->body = c->http.body;
    bool taken = c->media.n > 0 ? is_page(c->media) || is_text(c->media) : coding_is_markup(c->body);
    return taken ? 0 : CAPTURE_NONE;
}

/* Whether a record may be an article, and what it has then: 0, CAPTURE_NONE, or an error. */
static int open_record(capture *c, arena *a, const warc_record *r, error *e) {
    if (is_about_crawl(r->url)) return CAPTURE_NONE;
    if (str_eq_fold(r->type, STR("response"))) return open_response(c, a, r, e);
    c->media = r->media;
    c->body = r->block;
    bool taken = (str_eq_fold(r->type, STR("resource")) && (is_page(r->media) || is_text(r->media))) ||
                 (str_eq_fold(r->type, STR("conversion")) && is_text(r->media));
    return taken ? 0 : CAPTURE_NONE;
}

static int too_long(const warc_record *r, error *e) {
    return error_set(e, ERROR_INPUT, "%s: longer than %d MB, too long for an article", r->name, LIMIT_ARTICLE / 1024 / 1024);
}

/* A copy as UTF-8 that ends in NUL, or NULL for what is not known. */
static const char *kept(arena *a, str s) { return s.n > 0 ? arena_copy(a, utf8_mended(a, s)).p : NULL; }

/* An address has no spaces; some writers leave them in. */
static const char *kept_url(arena *a, str url) {
    url = utf8_mended(a, url);
    if (url.n == 0 || !memchr(url.p, ' ', url.n)) return kept(a, url);
    char *out = arena_raw(a, url.n * 3 + 1), *to = out;
    for (size_t i = 0; i < url.n; i++) {
        if (url.p[i] != ' ') *to++ = url.p[i];
        else memcpy(to, "%20", 3), to += 3;
    }
    *to = '\0';
    return out;
}

int capture_read(article *out, const warc_record *r, error *e) {
    capture c = { 0 };
    arena *a = &out->home;
    int status = open_record(&c, a, r, e);
    if (status != 0) return status;
    if (r->parted) return error_set(e, ERROR_INPUT, "%s: goes on in other records, which is not read", r->name);
    if (!r->whole) return too_long(r, e);
    str body = c.body;
    status = c.sent ? http_body(&body, a, &c.http, LIMIT_ARTICLE, r->name, e) : 0;
    if (status < 0) return status;
    if (body.n > LIMIT_ARTICLE) return too_long(r, e);
    if (str_trim(body).n == 0) return CAPTURE_NONE;
    status = capture_check(r->name, body, e);
    if (status < 0) return status;
    out->bytes = arena_copy(a, body);
    out->source = kept(a, str_of(r->name));
    out->archived = out->placed = out->several = true;
    out->url = kept_url(a, r->url);
    out->fetched = kept(a, r->date);
    out->charset = kept(a, header_parameter(c.media, STR("charset")));
    return CAPTURE_ARTICLE;
}
