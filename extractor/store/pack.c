/* SPDX-License-Identifier: MIT */
#include "store/pack.h"

#include "base/address.h"
#include "record/officekey.h"
#include "record/occasion.h"
#include "store/json.h"
#include "store/simhash.h"

typedef struct {
    buf *out;
    arena *home;
    const pack_input *in;
    const article_record *article;
} packer;

/* -1: none. */
static void add_count(const packer *p, long n) {
    if (n < 0) rows_null(p->out); else rows_number(p->out, n);
}

static void add_hash(const packer *p, uint64_t hash) {
    int64_t n;
    memcpy(&n, &hash, sizeof n);
    if (hash) rows_number(p->out, n); else rows_null(p->out);
}

static void add_offsets(const packer *p, span at) {
    rows_number(p->out, (int64_t)point_of(&p->in->doc->points, at.start));
    rows_number(p->out, (int64_t)point_of(&p->in->doc->points, at.end));
}

static void add_offsets_or_null(const packer *p, span at) {
    if (!span_empty(at)) {
        add_offsets(p, at);
        return;
    }
    rows_null(p->out);
    rows_null(p->out);
}

static void add_passage(const packer *p, span at) {
    rows_text(p->out, str_span(p->article->text, at));
    add_offsets(p, at);
}

/* A JSON array of strings. */
static void add_list(const packer *p, const str *items, size_t n) {
    buf list = buf_make(SIZE_MAX);
    json_list(&list, items, n);
    rows_text(p->out, buf_str(&list));
    buf_free(&list);
}

/* Row i (from 0) of the article's. */
static void begin(const packer *p, table_id t, size_t i) {
    rows_begin(p->out, t);
    rows_number(p->out, (int64_t)i + 1);
}

static void add_article(const packer *p) {
    const article_record *a = p->article;
    str host = address_host(a->url), outlet = a->publisher.n ? a->publisher : host.n ? host : STR_NONE;
    const str cells[] = { a->source.p ? a->source : STR("-"), a->url, outlet, a->title, a->publisher, a->dateline, a->published, a->published_from,
                          a->modified, a->fetched, a->section, a->language, p->in->refused, a->text.p ? a->text : STR(""),
                          str_of(p->in->digest) };
    rows_begin(p->out, TABLE_ARTICLES);
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) rows_text(p->out, cells[i]);
    fingerprint print = simhash(a->text);
    add_hash(p, print.words);
    add_hash(p, print.pairs);
}

static void add_bylines(const packer *p) {
    for (size_t i = 0; i < p->article->byline.n; i++) {
        begin(p, TABLE_BYLINES, i);
        rows_text(p->out, p->article->byline.items[i].name);
        rows_text(p->out, p->article->byline.items[i].role);
    }
}

static void add_dates(const packer *p) {
    for (size_t i = 0; i < p->article->dates.n; i++) {
        const date_record *d = &p->article->dates.items[i];
        begin(p, TABLE_DATES, i);
        add_passage(p, d->at);
        rows_text(p->out, d->type);
        rows_text(p->out, d->value);
        rows_text(p->out, d->conflict);
        rows_text(p->out, d->rule);
    }
}

static void add_mentions(const packer *p, str kind, size_t record, const mention *items, size_t n) {
    for (size_t i = 0; i < n; i++) {
        rows_begin(p->out, TABLE_MENTIONS);
        rows_text(p->out, kind);
        rows_number(p->out, (int64_t)record + 1);
        rows_number(p->out, (int64_t)i + 1);
        add_passage(p, items[i].at);
        rows_text(p->out, items[i].rule);
    }
}

static void add_officials(const packer *p) {
    for (size_t i = 0; i < p->article->officials.n; i++) {
        const official_record *o = &p->article->officials.items[i];
        const str cells[] = { o->name, o->title, o->acting, o->of, o->region, o->rank, o->degrees };
        begin(p, TABLE_OFFICIALS, i);
        for (size_t k = 0; k < sizeof cells / sizeof *cells; k++) rows_text(p->out, cells[k]);
        rows_number(p->out, (int64_t)o->person);
        rows_text(p->out, o->name.n ? office_key(p->home, p->in->words, o) : STR_NONE);
    }
    for (size_t i = 0; i < p->article->officials.n; i++)
        add_mentions(p, STR("official"), i, p->article->officials.items[i].mentions.items, p->article->officials.items[i].mentions.n);
}

static void add_institutions(const packer *p) {
    for (size_t i = 0; i < p->article->institutions.n; i++) {
        const institution_record *o = &p->article->institutions.items[i];
        const str cells[] = { o->name, o->type, o->region, o->same_as };
        begin(p, TABLE_INSTITUTIONS, i);
        for (size_t k = 0; k < sizeof cells / sizeof *cells; k++) rows_text(p->out, cells[k]);
    }
    for (size_t i = 0; i < p->article->institutions.n; i++)
        add_mentions(p, STR("institution"), i, p->article->institutions.items[i].mentions.items,
                     p->article->institutions.items[i].mentions.n);
}

/* The number of the official who speaks: of those of that name the one whose title stands in the office's naming. Without
 * one the name, without that the body; null: nobody. */
static void add_official_of(const packer *p, const speaker_ref *who) {
    long best = -1;
    for (size_t i = 0; who->name.n && i < p->article->officials.n; i++) {
        const official_record *o = &p->article->officials.items[i];
        if (!str_eq(o->name, who->name)) continue;
        bool titled = str_find(who->office, o->title, 0) != SIZE_MAX;
        bool placed = titled && (!o->of.n || str_find(who->office, o->of, 0) != SIZE_MAX);
        if (best < 0 || placed) best = (long)i + 1;
        if (placed) break;
    }
    if (best > 0) rows_number(p->out, best);
    else rows_text(p->out, who->name.n ? who->name : who->office);
}

static void add_statements(const packer *p) {
    for (size_t i = 0; i < p->article->statements.n; i++) {
        const statement_record *s = &p->article->statements.items[i];
        begin(p, TABLE_STATEMENTS, i);
        rows_text(p->out, s->direct ? STR("direct") : STR("indirect"));
        add_passage(p, s->at);
        rows_text(p->out, s->speaker.name);
        rows_text(p->out, s->speaker.office);
        rows_text(p->out, s->speaker.from);
        rows_text(p->out, s->speaker.rule);
        rows_text(p->out, s->speaker.read_by);
        rows_text(p->out, statement_said(p->article, p->in->doc, s));
        rows_text(p->out, span_empty(s->cue) ? STR_NONE : str_span(p->article->text, s->cue));
        add_offsets_or_null(p, s->cue);
        add_offsets(p, statement_around(p->in->doc, s));
        add_offsets_or_null(p, s->continues);
        add_hash(p, words_hash(str_span(p->article->text, s->at)));
        rows_text(p->out, s->rule);
        add_official_of(p, &s->speaker);
    }
}

static void add_repeats(const packer *p, size_t point, const point_record *r) {
    for (size_t i = 0; i < r->again.n; i++) {
        rows_begin(p->out, TABLE_REPEATS);
        rows_number(p->out, (int64_t)point + 1);
        rows_number(p->out, (int64_t)i + 1);
        add_passage(p, r->again.items[i]);
    }
}

static void add_points(const packer *p) {
    for (size_t i = 0; i < p->article->points.n; i++) {
        const point_record *r = &p->article->points.items[i];
        begin(p, TABLE_POINTS, i);
        add_passage(p, r->at);
        add_count(p, r->number);
        rows_text(p->out, r->force);
        rows_text(p->out, r->topic);
        rows_text(p->out, r->by.name);
        rows_text(p->out, r->by.office);
        add_list(p, r->to.items, r->to.n);
        rows_text(p->out, r->rule);
        add_official_of(p, &r->by);
        add_repeats(p, i, r);
    }
}

static void add_regulations(const packer *p) {
    for (size_t i = 0; i < p->article->regulations.n; i++) {
        const regulation_record *r = &p->article->regulations.items[i];
        begin(p, TABLE_REGULATIONS, i);
        add_passage(p, r->at);
        rows_text(p->out, r->kind);
        rows_text(p->out, r->number);
        add_count(p, r->year);
        rows_text(p->out, r->issuer);
        rows_text(p->out, r->rule);
    }
}

static void add_events(const packer *p) {
    for (size_t i = 0; i < p->article->events.n; i++) {
        const event_record *v = &p->article->events.items[i];
        begin(p, TABLE_EVENTS, i);
        rows_text(p->out, v->kind);
        add_passage(p, v->at);
        rows_text(p->out, v->date);
        rows_text(p->out, v->place);
        rows_text(p->out, v->organiser);
        rows_text(p->out, v->leader);
        add_list(p, v->participants.items, v->participants.n);
        rows_text(p->out, v->rule);
    }
}

static void add_warnings(const packer *p) {
    for (size_t i = 0; i < p->article->warnings.n; i++) {
        const warning_record *w = &p->article->warnings.items[i];
        begin(p, TABLE_WARNINGS, i);
        rows_text(p->out, w->code);
        rows_text(p->out, w->message);
        add_offsets(p, w->at);
    }
}

void pack_article(buf *out, arena *a, const pack_input *in) {
    packer p = { out, a, in, in->article };
    add_article(&p);
    add_bylines(&p);
    add_dates(&p);
    add_officials(&p);
    add_institutions(&p);
    add_statements(&p);
    add_points(&p);
    add_regulations(&p);
    add_events(&p);
    add_warnings(&p);
}
