/* SPDX-License-Identifier: MIT */
#include "report/newsroom.h"

#include "report/articlepage.h"
#include "report/assets.h"
#include "report/catalogue.h"
#include "report/html.h"
#include "report/officialpage.h"
#include "report/searchdata.h"
#include "report/searchpage.h"
#include "report/startpage.h"

typedef struct {
    edition ed;
    dossier_reader reader;
    searchdata search;
    arena scratch; /* of one article */
} newsroom;

static void count_officials(newsroom *n, const dossier *d, uint32_t article) {
    const sheet *s = &d->sheets[SHEET_OFFICIALS];
    for (size_t i = 0; i < s->n; i++) {
        uint32_t official = s->items[i].official ? edition_find_official(&n->ed, s->items[i].official) : (uint32_t)NOBODY;
        if (official != NOBODY) edition_count_term(&n->ed, official, s->items[i].id, s->items[i].cells[OFFICIAL_ACTING], article);
    }
}

/* A statement's topic is that of a point within the same words. */
static str topic_of(const dossier *d, const sheet_row *statement) {
    const sheet *points = &d->sheets[SHEET_POINTS];
    for (size_t i = 0; i < points->n; i++) {
        const sheet_row *p = &points->items[i];
        if (p->start < statement->end && statement->start < p->end && p->cells[POINT_TOPIC].p) return p->cells[POINT_TOPIC];
    }
    return STR_NONE;
}

static int add_item(newsroom *n, const sheet_row *row, item_kind kind, str topic, uint32_t article, error *e) {
    uint32_t official = row->official ? edition_find_official(&n->ed, row->official) : (uint32_t)NOBODY;
    edition_item item = { row->id, article, official, (uint32_t)row->number, kind };
    edition_count_item(&n->ed, &item, topic);
    return searchdata_add(&n->search, &n->ed, row, topic, e);
}

/* Statements and points of an article in the order of the text. */
static int add_items(newsroom *n, const dossier *d, uint32_t article, error *e) {
    const sheet *statements = &d->sheets[SHEET_STATEMENTS], *points = &d->sheets[SHEET_POINTS];
    int status = 0;
    for (size_t s = 0, p = 0; (s < statements->n || p < points->n) && status == 0;) {
        bool statement = p == points->n || (s < statements->n && statements->items[s].start <= points->items[p].start);
        if (statement) {
            status = add_item(n, &statements->items[s], ITEM_STATEMENT, topic_of(d, &statements->items[s]), article, e);
            s++;
        } else {
            status = add_item(n, &points->items[p], ITEM_POINT, points->items[p].cells[POINT_TOPIC], article, e);
            p++;
        }
    }
    return status;
}

static int write_article(newsroom *n, uint32_t article, error *e) {
    dossier d;
    int status = dossier_read(&d, &n->reader, &n->scratch, n->ed.articles.items[article].id, e);
    if (status < 0) return status;
    edition_count_day(&n->ed, article);
    count_officials(n, &d, article);
    status = add_items(n, &d, article, e);
    return status < 0 ? status : articlepage_write(&n->ed, &n->scratch, &d, article, e);
}

static int write_articles(newsroom *n, error *e) {
    int status = 0;
    for (size_t i = 0; i < n->ed.articles.n && status == 0 && !*n->ed.stop; i++) {
        status = write_article(n, (uint32_t)i, e);
        arena_reset(&n->scratch);
    }
    return status;
}

static int write_assets(edition *ed, error *e) {
    int status = 0;
    for (const asset *a = ASSETS; a->name && status == 0; a++) {
        buf_clear(&ed->page);
        buf_add(&ed->page, (str){ (const char *)a->bytes, a->size });
        status = site_write(ed->out, a->name, &ed->page, e);
    }
    return status;
}

/* What a report is known by. */
static int write_marker(edition *ed, error *e) {
    buf_clear(&ed->page);
    buf_add(&ed->page, STR("{\"report\":1,\"petik\":"));
    html_string(&ed->page, str_of(ed->version));
    buf_format(&ed->page, ",\"language\":\"%s\",\"articles\":%zu,\"statements\":%zu,\"points\":%zu}\n", ed->in == LANGUAGE_ENGLISH ? "en" : "id", ed->articles.n,
               ed->statements, ed->points);
    return site_write(ed->out, "petik-report.json", &ed->page, e);
}

typedef int (*step)(edition *ed, error *e);

/* All pages; the articles first, as they are what the others count. */
static int write_all(newsroom *n, error *e) {
    static const step STEPS[] = { officialpage_write_all, catalogue_officials, catalogue_articles, catalogue_rules, searchpage_write, startpage_write,
                                  write_assets, write_marker };
    int status = write_articles(n, e);
    if (status == 0) status = searchdata_write(&n->search, &n->ed, e);
    for (size_t i = 0; i < sizeof STEPS / sizeof *STEPS && status == 0 && !*n->ed.stop; i++) status = STEPS[i](&n->ed, e);
    return status;
}

int newsroom_write(sqlite3 *db, const char *path, const newsroom_options *o, error *e) {
    site out;
    newsroom n = { .ed = { .db = db, .out = &out, .in = o->in, .version = o->version, .stop = o->stop }, .search = searchdata_make() };
    int status = site_begin(&out, path, e);
    if (status < 0) return status;
    status = store_run(db, "BEGIN", e); /* one state of the store, whoever writes to it meanwhile */
    if (status == 0) status = edition_open(&n.ed, e);
    if (status == 0) status = dossier_open(&n.reader, db, e);
    if (status == 0) status = write_all(&n, e);
    if (status == 0 && *o->stop) status = 1;
    if (status == 0) status = site_commit(&out, e);
    site_drop(&out);
    dossier_close(&n.reader);
    searchdata_free(&n.search);
    edition_free(&n.ed);
    arena_free(&n.scratch);
    return status;
}
