/* SPDX-License-Identifier: MIT */
#include "report/searchdata.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/limits.h"
#include "report/html.h"

/* Items of one file, and officials of one. */
enum { ITEMS_IN_FILE = 500, OFFICIALS_IN_FILE = 20000 };

searchdata searchdata_make(void) {
    return (searchdata){ .words = wordindex_make(), .items = buf_make(LIMIT_OUTPUT), .articles = buf_make(LIMIT_OUTPUT), .article = NOBODY };
}

void searchdata_free(searchdata *s) {
    wordindex_free(&s->words);
    buf_free(&s->items);
    buf_free(&s->articles);
}

static int write_items(searchdata *s, edition *ed, error *e) {
    char name[64];
    buf_clear(&ed->page);
    buf_format(&ed->page, "petik(\"t%zu\",{\"a\":[", s->files);
    buf_add(&ed->page, buf_str(&s->articles));
    buf_add(&ed->page, STR("],\"i\":["));
    buf_add(&ed->page, buf_str(&s->items));
    buf_add(&ed->page, STR("]});\n"));
    if (s->items.full || s->articles.full) ed->page.full = true;
    snprintf(name, sizeof name, "data/t%zu.js", s->files++);
    buf_clear(&s->items);
    buf_clear(&s->articles);
    s->in_file = s->article_count = 0;
    s->article = NOBODY;
    return site_write(ed->out, name, &ed->page, e);
}

/* [id, title, outlet, published] */
static void add_article(searchdata *s, const edition *ed, uint32_t article) {
    const edition_article *a = &ed->articles.items[article];
    if (s->article == article) return;
    s->article = article;
    if (s->article_count++) buf_add(&s->articles, STR(",\n"));
    buf_format(&s->articles, "[%lld,", (long long)a->id);
    html_string(&s->articles, a->title);
    buf_add_char(&s->articles, ',');
    if (a->outlet == NO_OUTLET) buf_add(&s->articles, STR("-1,"));
    else buf_format(&s->articles, "%u,", (unsigned)a->outlet);
    html_string(&s->articles, a->published);
    buf_add_char(&s->articles, ']');
}

/* A term that is no word: it begins with a sign that no word has. */
static void add_term(searchdata *s, edition *ed, char sign, str name, uint32_t number) {
    buf_clear(&ed->small);
    buf_add_char(&ed->small, sign);
    buf_add(&ed->small, name);
    wordindex_add(&s->words, buf_str(&ed->small), number);
}

static void add_number_term(searchdata *s, edition *ed, char sign, int64_t id, uint32_t number) {
    buf_clear(&ed->small);
    buf_add_char(&ed->small, sign);
    html_number(&ed->small, id);
    wordindex_add(&s->words, buf_str(&ed->small), number);
}

static void add_filters(searchdata *s, edition *ed, const edition_item *item, str kind, str topic, uint32_t number) {
    uint32_t outlet = ed->articles.items[item->article].outlet;
    if (item->official != NOBODY) add_number_term(s, ed, '#', ed->officials.items[item->official].id, number);
    if (outlet != NO_OUTLET) add_number_term(s, ed, '@', outlet, number);
    if (topic.p) add_term(s, ed, '%', topic, number);
    add_term(s, ed, '!', kind, number);
}

/* [article in this file, kind or force, number, text, speaker, office, official or 0, topic, point or not, said] */
int searchdata_add(searchdata *s, edition *ed, const sheet_row *row, str topic, error *e) {
    uint32_t number = (uint32_t)ed->items.n - 1;
    const edition_item *item = &ed->items.items[number];
    bool statement = item->kind == ITEM_STATEMENT;
    str kind = row->cells[statement ? (int)STATEMENT_KIND : (int)POINT_FORCE], speaker = row->cells[statement ? (int)STATEMENT_SPEAKER : (int)POINT_BY],
        office = row->cells[statement ? (int)STATEMENT_OFFICE : (int)POINT_OFFICE];
    add_article(s, ed, item->article);
    if (s->in_file) buf_add(&s->items, STR(",\n"));
    buf_add_char(&s->items, '[');
    html_number(&s->items, (int64_t)s->article_count - 1);
    buf_add_char(&s->items, ',');
    html_string(&s->items, kind);
    buf_add_char(&s->items, ',');
    html_number(&s->items, item->number);
    buf_add_char(&s->items, ',');
    html_string(&s->items, row->text);
    buf_add_char(&s->items, ',');
    html_string(&s->items, speaker);
    buf_add_char(&s->items, ',');
    html_string(&s->items, office);
    buf_add_char(&s->items, ',');
    html_number(&s->items, item->official == NOBODY ? 0 : ed->officials.items[item->official].id);
    buf_add_char(&s->items, ',');
    html_string(&s->items, topic);
    buf_add(&s->items, statement ? STR(",0,") : STR(",1,"));
    html_string(&s->items, statement ? row->cells[STATEMENT_SAID] : STR_NONE);
    buf_add_char(&s->items, ']');
    wordindex_add_text(&s->words, row->text, number);
    wordindex_add_text(&s->words, speaker, number);
    wordindex_add_text(&s->words, office, number);
    add_filters(s, ed, item, kind, topic, number);
    return ++s->in_file == ITEMS_IN_FILE ? write_items(s, ed, e) : 0;
}

/* [[20241015, first item], …] and the outlets' names. */
static void add_lists(edition *ed) {
    buf *b = &ed->page;
    buf_add(b, STR(",\"days\":["));
    for (size_t i = 0; i < ed->days.n; i++) buf_format(b, "%s[%d,%zu]", i ? "," : "", ed->days.items[i].day, ed->days.items[i].first_item);
    buf_add(b, STR("],\"outlets\":["));
    for (size_t i = 0; i < ed->outlets.n; i++) {
        if (i) buf_add_char(b, ',');
        html_string(b, ed->outlets.items[i].name);
    }
    buf_add_char(b, ']');
}

typedef struct {
    size_t items;
    uint32_t official;
} ranked;

static int compare_ranked(const void *a, const void *b) {
    const ranked *x = a, *y = b;
    if (x->items != y->items) return x->items > y->items ? -1 : 1;
    return x->official < y->official ? -1 : x->official > y->official;
}

/* One official of the list that the search page offers: [id, "name", "office", items]. */
static void add_official(edition *ed, buf *office, const ranked *r) {
    const edition_official *o = &ed->officials.items[r->official];
    buf_clear(office);
    if (o->terms.n) edition_office_name(office, o->terms.items[0].acting, o->terms.items[0].office->title, o->terms.items[0].office->of);
    buf_format(&ed->page, "[%lld,", (long long)o->id);
    html_string(&ed->page, o->name);
    buf_add_char(&ed->page, ',');
    html_string(&ed->page, buf_str(office));
    buf_format(&ed->page, ",%zu]", r->items);
}

/* The officials that said something, who said most first; *files gets how many files that makes. */
static int write_officials(edition *ed, size_t *files, error *e) {
    char name[64];
    size_t n = 0;
    int status = 0;
    buf office = buf_make(LIMIT_TITLE * 4);
    ranked *all = arena_alloc(&ed->home, (ed->officials.n + 1) * sizeof *all);
    for (size_t i = 0; i < ed->officials.n; i++) {
        const edition_official *o = &ed->officials.items[i];
        if (o->statements + o->points) all[n++] = (ranked){ o->statements + o->points, (uint32_t)i };
    }
    qsort(all, n, sizeof *all, compare_ranked);
    *files = 0;
    for (size_t i = 0; i < n && status == 0; ++*files) {
        buf_clear(&ed->page);
        buf_format(&ed->page, "petik(\"o%zu\",[", *files);
        for (size_t first = i; i < n && i < first + OFFICIALS_IN_FILE; i++) {
            if (i > first) buf_add(&ed->page, STR(",\n"));
            add_official(ed, &office, &all[i]);
        }
        buf_add(&ed->page, STR("]);\n"));
        snprintf(name, sizeof name, "data/o%zu.js", *files);
        status = site_write(ed->out, name, &ed->page, e);
    }
    buf_free(&office);
    return status;
}

int searchdata_write(searchdata *s, edition *ed, error *e) {
    buf firsts = buf_make(LIMIT_OUTPUT);
    size_t officials = 0;
    int status = s->in_file ? write_items(s, ed, e) : 0;
    if (status == 0) status = wordindex_write(&s->words, ed->out, &firsts, e);
    if (status == 0) status = write_officials(ed, &officials, e);
    if (status == 0) {
        buf_clear(&ed->page);
        buf_format(&ed->page, "petik(\"index\",{\"items\":%zu,\"per\":%d,\"officials\":%zu,\"terms\":", ed->items.n, ITEMS_IN_FILE, officials);
        buf_add(&ed->page, buf_str(&firsts));
        add_lists(ed);
        buf_add(&ed->page, STR("});\n"));
        status = site_write(ed->out, "data/index.js", &ed->page, e);
    }
    buf_free(&firsts);
    return status;
}
