/* SPDX-License-Identifier: MIT */
#include "report/edition.h"

#include <stdlib.h>

#include "base/calendar.h"
#include "base/limits.h"
#include "base/table.h"
#include "record/officekey.h"

int edition_day_of(str iso) {
    calendar_day d;
    return iso.p && calendar_read(&d, iso) ? d.year * 10000 + d.month * 100 + d.day : 0;
}

static str copy_text(sqlite3_stmt *s, arena *a, int column) {
    str text = store_text(s, column);
    return text.p ? arena_copy(a, text) : STR_NONE;
}

/* Ends a question: 0 when all rows were read. */
static int finish(edition *ed, sqlite3_stmt *s, int code, error *e) {
    int status = code == SQLITE_DONE ? 0 : store_error(ed->db, e);
    sqlite3_finalize(s);
    return status;
}

/* The newest first: by the printed date, as exact as it is, then by id. */
static int compare_articles(const void *a, const void *b) {
    const edition_article *x = a, *y = b;
    int dx = edition_day_of(x->published), dy = edition_day_of(y->published);
    if (dx != dy) return dx > dy ? -1 : 1;
    return x->id > y->id ? -1 : x->id < y->id;
}

static uint32_t find_outlet(edition *ed, table *names, str name) {
    if (!name.p) return NO_OUTLET;
    uint32_t at = table_get(names, name);
    if (at != TABLE_NONE) return at;
    edition_outlet *o = vec_add(&ed->home, &ed->outlets);
    o->name = arena_copy(&ed->home, name);
    return table_put(names, o->name, (uint32_t)ed->outlets.n - 1);
}

static int read_articles(edition *ed, error *e) {
    table names = table_make(&ed->home, 64);
    sqlite3_stmt *s = store_query(ed->db, "SELECT id, story, title, published, outlet FROM articles WHERE replaced_by IS NULL AND refused IS NULL "
                                          "ORDER BY id", e);
    int code;
    if (!s) return e->code;
    while ((code = sqlite3_step(s)) == SQLITE_ROW) {
        edition_article *a = vec_add(&ed->home, &ed->articles);
        a->id = sqlite3_column_int64(s, 0);
        a->story = sqlite3_column_int64(s, 1);
        a->title = copy_text(s, &ed->home, 2);
        a->published = copy_text(s, &ed->home, 3);
        a->outlet = find_outlet(ed, &names, store_text(s, 4));
    }
    if (ed->articles.n) qsort(ed->articles.items, ed->articles.n, sizeof *ed->articles.items, compare_articles);
    return finish(ed, s, code, e);
}

static int compare_stories(const void *a, const void *b) {
    const edition_place *x = a, *y = b;
    if (x->story != y->story) return x->story < y->story ? -1 : 1;
    return x->article < y->article ? -1 : x->article > y->article;
}

static void sort_stories(edition *ed) {
    for (size_t i = 0; i < ed->articles.n; i++) *vec_add(&ed->home, &ed->stories) = (edition_place){ ed->articles.items[i].story, (uint32_t)i };
    if (ed->stories.n) qsort(ed->stories.items, ed->stories.n, sizeof *ed->stories.items, compare_stories);
}

const edition_place *edition_story(size_t *n, const edition *ed, int64_t story) {
    size_t low = 0, high = ed->stories.n;
    *n = 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (ed->stories.items[middle].story < story) low = middle + 1;
        else high = middle;
    }
    while (story && low + *n < ed->stories.n && ed->stories.items[low + *n].story == story) ++*n;
    return ed->stories.items + low;
}

static int read_offices(edition *ed, error *e) {
    sqlite3_stmt *s = store_query(ed->db, "SELECT id, title, \"of\", region FROM offices ORDER BY id", e);
    int code;
    if (!s) return e->code;
    while ((code = sqlite3_step(s)) == SQLITE_ROW) {
        edition_office *o = vec_add(&ed->home, &ed->offices);
        o->id = sqlite3_column_int64(s, 0);
        o->title = copy_text(s, &ed->home, 1);
        o->of = copy_text(s, &ed->home, 2);
        o->region = copy_text(s, &ed->home, 3);
    }
    return finish(ed, s, code, e);
}

static int read_officials(edition *ed, error *e) {
    sqlite3_stmt *s = store_query(ed->db, "SELECT coalesce(h.person, h.id) AS who, coalesce(p.name, h.name) FROM holders h "
                                          "LEFT JOIN persons p ON p.id = h.person WHERE h.office IS NOT NULL ORDER BY who, h.id", e);
    int code;
    if (!s) return e->code;
    while ((code = sqlite3_step(s)) == SQLITE_ROW) {
        int64_t id = sqlite3_column_int64(s, 0);
        if (ed->officials.n && ed->officials.items[ed->officials.n - 1].id == id) continue;
        edition_official *o = vec_add(&ed->home, &ed->officials);
        o->id = id;
        o->name = copy_text(s, &ed->home, 1);
    }
    return finish(ed, s, code, e);
}

int edition_open(edition *ed, error *e) {
    ed->page = buf_make(LIMIT_OUTPUT);
    ed->small = buf_make(LIMIT_OUTPUT);
    int status = read_articles(ed, e);
    if (status == 0) status = read_offices(ed, e);
    if (status == 0) status = read_officials(ed, e);
    if (status == 0) sort_stories(ed);
    return status;
}

void edition_free(edition *ed) {
    buf_free(&ed->page);
    buf_free(&ed->small);
    arena_free(&ed->home);
}

uint32_t edition_find_official(const edition *ed, int64_t id) {
    size_t low = 0, high = ed->officials.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (ed->officials.items[middle].id < id) low = middle + 1;
        else high = middle;
    }
    return low < ed->officials.n && ed->officials.items[low].id == id ? (uint32_t)low : (uint32_t)NOBODY;
}

const edition_office *edition_find_office(const edition *ed, int64_t id) {
    size_t low = 0, high = ed->offices.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (ed->offices.items[middle].id < id) low = middle + 1;
        else high = middle;
    }
    return low < ed->offices.n && ed->offices.items[low].id == id ? &ed->offices.items[low] : NULL;
}

bool edition_official_shown(const edition_official *o) { return o->terms.n || o->statements || o->points; }

void edition_count_day(edition *ed, uint32_t article) {
    int day = edition_day_of(ed->articles.items[article].published);
    if (ed->articles.items[article].outlet != NO_OUTLET) ed->outlets.items[ed->articles.items[article].outlet].articles++;
    if (ed->days.n && ed->days.items[ed->days.n - 1].day == day) return;
    edition_day *d = vec_add(&ed->home, &ed->days);
    d->day = day;
    d->first_item = ed->items.n;
    d->first_article = article;
}

void edition_count_term(edition *ed, uint32_t official, int64_t office, str acting, uint32_t article) {
    edition_official *o = &ed->officials.items[official];
    str published = ed->articles.items[article].published;
    size_t i = 0;
    while (i < o->terms.n && !(o->terms.items[i].office->id == office && str_eq(o->terms.items[i].acting, acting))) i++;
    if (i == o->terms.n) {
        const edition_office *held = edition_find_office(ed, office);
        if (!held) return;
        edition_term *t = vec_add(&ed->home, &o->terms);
        t->office = held;
        t->acting = acting.p ? arena_copy(&ed->home, acting) : STR_NONE;
        t->last = published;
        t->article = NOBODY;
    }
    edition_term *t = &o->terms.items[i];
    if (t->article == article) return;
    t->article = article;
    t->articles++;
    if (published.p) t->first = published;
}

static void count_topic(edition *ed, str topic) {
    size_t i = 0;
    if (!topic.p) return;
    while (i < ed->topics.n && !str_eq(ed->topics.items[i], topic)) i++;
    if (i == ed->topics.n) {
        *vec_add(&ed->home, &ed->topics) = arena_copy(&ed->home, topic);
        *vec_add(&ed->home, &ed->topic_counts) = 0;
    }
    ed->topic_counts.items[i]++;
}

void edition_count_item(edition *ed, const edition_item *item, str topic) {
    edition_article *a = &ed->articles.items[item->article];
    edition_outlet *outlet = a->outlet == NO_OUTLET ? NULL : &ed->outlets.items[a->outlet];
    edition_official *o = item->official == NOBODY ? NULL : &ed->officials.items[item->official];
    bool statement = item->kind == ITEM_STATEMENT;
    *vec_add(&ed->home, &ed->items) = *item;
    if (statement) ed->days.items[ed->days.n - 1].statements++;
    ++*(statement ? &ed->statements : &ed->points);
    ++*(statement ? &a->statements : &a->points);
    if (outlet) ++*(statement ? &outlet->statements : &outlet->points);
    if (o) ++*(statement ? &o->statements : &o->points);
    if (!statement) count_topic(ed, topic);
}

void edition_office_name(buf *b, str acting, str title, str of) {
    if (acting.p) {
        buf_add(b, acting);
        buf_add_char(b, ' ');
    }
    buf_add(b, title);
    of = office_place(title, of);
    if (of.p) {
        buf_add_char(b, ' ');
        buf_add(b, of);
    }
}
