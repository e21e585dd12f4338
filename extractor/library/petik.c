/* SPDX-License-Identifier: MIT */
/* The public interface: pages, text, rules, records and the writer put together. */
#include "petik.h"

#include <stdlib.h>

#include "base/digest.h"
#include "base/limits.h"
#include "library/why.h"
#include "library/folder.h"
#include "library/passon.h"
#include "library/procedure.h"
#include "library/rowsof.h"
#include "page/charset.h"
#include "page/moment.h"
#include "page/page.h"
#include "record/collect.h"
#include "record/compose.h"
#include "rule/sample.h"
#include "store/json.h"
#include "store/pack.h"
#include "store/plain.h"
#include "text/clean.h"

struct petik_rules {
    ruleset set;
};

struct petik_extractor {
    const petik_rules *rules;
    matcher *matcher;
    lexicon words;
    arena keep; /* the lexicon's */
    arena home; /* the article's */
    article_record article;
    document doc;
    extraction work; /* of the last article: what its records were made from */
    char id[DIGEST_TEXT]; /* of the article's text */
    bool rows_only; /* no JSON is made */
    str refused; /* the code of why the last article is none; STR_NONE: it is one */
    buf out, explained;
};

const ruleset *petik_ruleset(const petik_rules *r) {
    return &r->set;
}

const article_record *petik_article(const petik_extractor *x) {
    return &x->article;
}

const char *petik_version(void) {
    return PETIK_VERSION;
}

int petik_rules_open(petik_rules **out, const char *folder, unsigned flags, petik_error *pe) {
    error e = { 0 };
    char found[4096];
    petik_rules *r = calloc(1, sizeof *r);
    *out = NULL;
    page_prepare();
    if (!r) return pass_on(pe, &(error){ .text = "out of memory" }, PETIK_ERROR_LIMIT);
    if (!folder || !*folder) folder = rules_folder(found, sizeof found);
    int status = ruleset_load(&r->set, folder, RECORD_KINDS, &e);
    if (!status && flags & PETIK_RULES_CHECK) status = samples_run(&r->set, &e);
    if (!status && flags & PETIK_RULES_CHECK) status = procedures_check(r, &e);
    if (status) petik_rules_free(r); else *out = r;
    return pass_on(pe, &e, status);
}

void petik_rules_free(petik_rules *r) {
    if (!r) return;
    ruleset_free(&r->set);
    free(r);
}

const char *petik_rules_digest(const petik_rules *r) {
    return r->set.digest;
}

const char *petik_rules_folder(const petik_rules *r) {
    return r->set.folder.p;
}

size_t petik_rules_count(const petik_rules *r) {
    return r->set.source.rules.n;
}

petik_rule petik_rules_get(const petik_rules *r, size_t i) {
    const rule *x = r->set.source.rules.items[i];
    petik_rule out = { .id = x->id_text, .file = x->place.path, .status = RULE_STATUS_NAMES[x->status], .makes = r->set.kinds[x->kind].name,
                       .why = x->why_text, .line = (unsigned)x->place.line };
    for (size_t k = 0; k < x->samples.n; k++) {
        if (x->samples.items[k].kind == SAMPLE_TODO) out.todos++; else out.samples++;
    }
    return out;
}

int petik_extractor_open(petik_extractor **out, const petik_rules *r, petik_error *pe) {
    error e = { 0 };
    petik_extractor *x = calloc(1, sizeof *x);
    *out = NULL;
    if (!x) return pass_on(pe, &(error){ .text = "out of memory" }, PETIK_ERROR_LIMIT);
    x->rules = r;
    x->words = lexicon_make(&r->set, &x->keep);
    x->out = buf_make(LIMIT_OUTPUT);
    x->explained = buf_make(LIMIT_OUTPUT);
    int status = matcher_open(&x->matcher, &r->set, &e);
    if (status) petik_extractor_free(x); else *out = x;
    return pass_on(pe, &e, status);
}

void petik_extractor_free(petik_extractor *x) {
    if (!x) return;
    matcher_free(x->matcher);
    arena_free(&x->home);
    arena_free(&x->keep);
    buf_free(&x->out);
    buf_free(&x->explained);
    free(x);
}

/* As UTF-8, which names of files and addresses need not be. */
static str copied(petik_extractor *x, const char *s) {
    return s ? arena_copy(&x->home, utf8_mended(&x->home, str_of(s))) : STR_NONE;
}

/* A day or time that the caller gave, as ISO 8601; STR_NONE when it is none. */
static str given_time(petik_extractor *x, const char *given) {
    moment m;
    str s = str_trim(str_of(given)), day = s.n > 10 && s.p[10] == 'T' ? str_cut(s, 0, 10) : s;
    if (calendar_is_written(day)) return arena_copy(&x->home, s);
    return moment_read(&m, s, ruleset_list(&x->rules->set, "months")) ? moment_text(&x->home, m) : STR_NONE;
}

static void take_input(petik_extractor *x, const petik_input *in) {
    article_record *r = &x->article;
    r->source = copied(x, in->source);
    r->url = copied(x, in->url);
    r->fetched = given_time(x, in->fetched);
    r->publisher = copied(x, in->publisher);
    r->published = given_time(x, in->published);
    r->published_from = r->published.p ? copied(x, in->published_from ? in->published_from : "option") : STR_NONE;
}

/* What the page says of itself fills what the caller did not know; then comes what the caller says of all that say nothing. */
static void take_page(petik_extractor *x, const page *p, const petik_input *in) {
    article_record *r = &x->article;
    for (size_t i = 0; i < p->credits.n; i++)
        *vec_add(&x->home, &r->byline) = (byline_entry){ p->credits.items[i].name, p->credits.items[i].role };
    r->modified = p->modified;
    r->section = p->section;
    r->language = p->language;
    if (!r->url.p) r->url = p->url;
    if (!r->publisher.p) r->publisher = p->publisher;
    if (!r->published.p && p->published.p) {
        r->published = p->published;
        r->published_from = p->published_from;
    }
    if (!r->published.p && in->published_else) {
        r->published = copied(x, in->published_else);
        r->published_from = copied(x, in->published_from ? in->published_from : "option");
    }
}

/* A text that is no page, by the charset that came with it. UTF-8 is left to text_clean, which counts what is none. */
static str read_text(petik_extractor *x, str bytes, str charset) {
    if (!charset_known(charset) || strcmp(charset_decide(bytes, charset), "UTF-8") == 0) return bytes;
    return charset_convert(&x->home, bytes, charset);
}

static void warn_of_encoding(extraction *x, const clean_text *c) {
    if (c->windows_1252)
        warn(x, STR("encoding"), (span){ 0, 0 },
             arena_format(x->home, "not UTF-8 from byte %zu on: read as Windows-1252", c->first_bad));
    if (c->replaced)
        warn(x, STR("encoding"), (span){ 0, 0 },
             arena_format(x->home, "%zu bytes are not UTF-8, the first at %zu: replaced by U+FFFD", c->replaced, c->first_bad));
}

static void warn_of_times(petik_extractor *x, const petik_input *in) {
    const char *const given[] = { in->published, in->fetched };
    static const char *const CALLED[] = { "published", "fetched" };
    for (size_t i = 0; i < 2; i++)
        if (given[i] && !given_time(x, given[i]).p)
            warn(&x->work, STR("date"), (span){ 0, 0 }, arena_format(&x->home, "%s: not a day or time: %.100s", CALLED[i], given[i]));
}

static int extract(petik_extractor *x, const petik_input *in, error *e) {
    str bytes = { in->bytes, in->length }, title = in->title ? arena_copy(&x->home, str_of(in->title)) : STR_NONE, name = in->source ? str_of(in->source) : STR("-");
    take_input(x, in);
    clean_text c, t = { .text = STR_NONE };
    page p = { .text = bytes };
    int status = 0;
    if (page_is_markup(bytes)) {
        str *more = arena_alloc(&x->home, in->more_count * sizeof *more + 1);
        for (size_t i = 0; i < in->more_count; i++) more[i] = (str){ in->more[i].bytes, in->more[i].length };
        page_source from = { bytes, str_of(in->charset), x->article.url, more, in->more_count };
        status = page_read(&p, &x->home, &from, &x->rules->set, x->matcher, e);
        title = p.verdict.code.p ? STR_NONE : title.n ? title : p.title;
    } else {
        p.text = read_text(x, bytes, str_of(in->charset));
    }
    bytes = p.text;
    take_page(x, &p, in);
    if (!status) status = text_clean(&c, &x->home, bytes, name, e);
    if (!status && title.n) status = text_clean(&t, &x->home, title, name, e);
    if (status) return status;
    bool titled = compose_text(&x->article, &x->home, x->matcher, c.text, t.text);
    x->doc = document_make(&x->home, x->article.text, titled, &x->rules->set.words);
    x->work = (extraction){ .home = &x->home, .rules = &x->rules->set, .words = &x->words, .matcher = x->matcher, .doc = &x->doc,
                            .out = &x->article };
    warn_of_encoding(&x->work, &c);
    warn_of_times(x, in);
    for (size_t i = 0; i < p.notes.n; i++) warn(&x->work, p.notes.items[i].code, (span){ 0, 0 }, p.notes.items[i].message);
    x->refused = p.verdict.code;
    records_collect(&x->work);
    digest sha;
    digest_begin(&sha);
    digest_add(&sha, x->doc.text);
    digest_end(&sha, x->id);
    if (!x->rows_only) json_article(&x->out, &x->article, &(json_head){ PETIK_VERSION, x->rules->set.digest, x->id }, &x->doc.points);
    if (x->out.full) return error_set(e, ERROR_LIMIT, "%.*s: its record is larger than %d bytes", STR_ARG(name), LIMIT_OUTPUT);
    return 0;
}

int petik_extract(petik_extractor *x, const petik_input *in, petik_error *pe) {
    error e = { 0 };
    arena_reset(&x->home);
    buf_clear(&x->out);
    x->article = (article_record){ 0 };
    x->work = (extraction){ 0 };
    x->refused = STR_NONE;
    int status = extract(x, in, &e);
    if (status) buf_clear(&x->out);
    return pass_on(pe, &e, status);
}

const char *petik_json(petik_extractor *x, size_t *length) {
    if (length) *length = x->out.n;
    return x->out.n ? x->out.p : "";
}

const char *petik_text(petik_extractor *x, size_t *length) {
    buf_clear(&x->explained);
    if (x->work.doc) plain_article(&x->explained, &x->article);
    if (length) *length = x->explained.n;
    return x->explained.n ? x->explained.p : "";
}

void petik_rows(petik_extractor *x, buf *out) {
    const pack_input in = { &x->article, &x->doc, &x->words, x->id, x->refused };
    if (x->work.doc) pack_article(out, &x->home, &in);
}

void petik_rows_only(petik_extractor *x) {
    x->rows_only = true;
}

const char *petik_refused(const petik_extractor *x) {
    return x->refused.p;
}

const char *petik_explain(petik_extractor *x, size_t *length) {
    buf_clear(&x->explained);
    if (x->work.doc) explain_article(&x->explained, &x->work);
    if (length) *length = x->explained.n;
    return x->explained.n ? x->explained.p : "";
}

petik_counts petik_count(const petik_extractor *x) {
    const article_record *r = &x->article;
    return (petik_counts){ r->dates.n, r->officials.n, r->institutions.n, r->statements.n, r->points.n, r->regulations.n,
                           r->warnings.n, r->events.n };
}
