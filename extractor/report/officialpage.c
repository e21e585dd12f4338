/* SPDX-License-Identifier: MIT */
#include "report/officialpage.h"

#include <stdio.h>
#include <stdlib.h>

#include "report/html.h"
#include "report/timescale.h"

/* Statements, or points, of one page. */
enum { ITEMS_ON_PAGE = 100 };

typedef struct {
    const edition_item *item;
    size_t order; /* the item's number: the newest first */
    str text, kind, topic, office;
} quoted;
typedef VEC(quoted) quoted_list;

typedef struct {
    edition *ed;
    sqlite3_stmt *statement, *point;
    uint32_t *items;  /* numbers of items by official, in their order */
    arena scratch;    /* of one official */
    const edition_official *who;
    quoted_list statements, points; /* points: by topic */
} gallery;

/* The items of each official, one behind another. */
static void sort_items(gallery *g) {
    edition *ed = g->ed;
    size_t at = 0;
    size_t *next = arena_alloc(&ed->home, (ed->officials.n + 1) * sizeof *next);
    g->items = arena_alloc(&ed->home, (ed->items.n + 1) * sizeof *g->items);
    for (size_t i = 0; i < ed->officials.n; i++) {
        ed->officials.items[i].first_item = next[i] = at;
        at += ed->officials.items[i].statements + ed->officials.items[i].points;
    }
    for (size_t i = 0; i < ed->items.n; i++)
        if (ed->items.items[i].official != NOBODY) g->items[next[ed->items.items[i].official]++] = (uint32_t)i;
}

static str copy_cell(gallery *g, sqlite3_stmt *s, int column) {
    str text = store_text(s, column);
    return text.p ? arena_copy(&g->scratch, text) : STR_NONE;
}

static int read_item(gallery *g, uint32_t number, error *e) {
    const edition_item *item = &g->ed->items.items[number];
    sqlite3_stmt *s = item->kind == ITEM_STATEMENT ? g->statement : g->point;
    sqlite3_bind_int64(s, 1, item->id);
    bool found = sqlite3_step(s) == SQLITE_ROW;
    if (found) {
        quoted *q = vec_add(&g->scratch, item->kind == ITEM_STATEMENT ? &g->statements : &g->points);
        *q = (quoted){ item, number, copy_cell(g, s, 0), copy_cell(g, s, 1), copy_cell(g, s, 2), copy_cell(g, s, 3) };
    }
    sqlite3_reset(s);
    return found ? 0 : store_error(g->ed->db, e);
}

static int compare_topics(const void *a, const void *b) {
    const quoted *x = a, *y = b;
    size_t n = x->topic.n < y->topic.n ? x->topic.n : y->topic.n;
    int order = n ? memcmp(x->topic.p, y->topic.p, n) : 0;
    if (!x->topic.p != !y->topic.p) return x->topic.p ? -1 : 1;
    if (order) return order;
    if (x->topic.n != y->topic.n) return x->topic.n < y->topic.n ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

static int read_official(gallery *g, error *e) {
    int status = 0;
    size_t n = g->who->statements + g->who->points;
    g->statements = (quoted_list){ 0 };
    g->points = (quoted_list){ 0 };
    for (size_t i = 0; i < n && status == 0; i++) status = read_item(g, g->items[g->who->first_item + i], e);
    if (g->points.n) qsort(g->points.items, g->points.n, sizeof *g->points.items, compare_topics);
    return status;
}

static const edition_article *article_of(const gallery *g, const quoted *q) { return &g->ed->articles.items[q->item->article]; }

/* The words; kind and office; date and outlet, as a link to the place in the article. */
static void add_quoted(frame *f, const gallery *g, const quoted *q) {
    const edition_article *a = article_of(g, q);
    bool statement = q->item->kind == ITEM_STATEMENT;
    buf_add(f->b, f->ed->in == LANGUAGE_ENGLISH ? STR("<li><blockquote lang=\"id\">") : STR("<li><blockquote>"));
    html_text(f->b, q->text);
    buf_add(f->b, statement ? STR("</blockquote><p class=\"meta\"><span class=\"kind s\">") : STR("</blockquote><p class=\"meta\"><span class=\"kind p\">"));
    html_text(f->b, word_of_key(f->ed->in, statement ? KEYS_KIND : KEYS_FORCE, q->kind));
    buf_add(f->b, STR("</span> "));
    if (q->office.p) {
        html_text(f->b, q->office);
        buf_add(f->b, STR(" · "));
    }
    buf_add(f->b, STR("<a href=\""));
    frame_article_address(f, a->id);
    buf_add(f->b, statement ? STR("#m-s") : STR("#m-p"));
    html_number(f->b, q->item->number);
    buf_add(f->b, STR("\">"));
    frame_time(f, a->published);
    if (a->outlet != NO_OUTLET) {
        buf_add(f->b, STR(" · <bdi>"));
        html_text(f->b, f->ed->outlets.items[a->outlet].name);
        buf_add(f->b, STR("</bdi>"));
    }
    buf_add(f->b, STR("</a></p></li>\n"));
}

/* The heading that an item stands under: the month, or the topic. */
static void add_group(frame *f, const gallery *g, const quoted *q) {
    str published = article_of(g, q)->published;
    buf name = buf_make(4096);
    if (q->item->kind == ITEM_POINT) buf_add(&name, q->topic.p ? word_of_key(f->ed->in, KEYS_TOPIC, q->topic) : word_in(f->ed->in, WORD_OTHER));
    else if (!published.p) buf_add(&name, word_in(f->ed->in, WORD_UNDATED));
    else words_date(&name, f->ed->in, str_cut(published, 0, published.n < 7 ? published.n : 7));
    buf_add(f->b, STR("<h3>"));
    html_text(f->b, buf_str(&name));
    buf_add(f->b, STR("</h3>\n<ol class=\"said\">\n"));
    buf_free(&name);
}

static bool same_group(const gallery *g, const quoted *a, const quoted *b) {
    if (a->item->kind == ITEM_POINT) return str_eq(a->topic, b->topic);
    return edition_day_of(article_of(g, a)->published) / 100 == edition_day_of(article_of(g, b)->published) / 100;
}

static void add_list(frame *f, const gallery *g, const quoted_list *list, size_t page) {
    size_t first = (page - 1) * ITEMS_ON_PAGE, end = first + ITEMS_ON_PAGE < list->n ? first + ITEMS_ON_PAGE : list->n;
    for (size_t i = first; i < end; i++) {
        bool begins = i == first || !same_group(g, &list->items[i], &list->items[i - 1]);
        if (begins && i > first) buf_add(f->b, STR("</ol>\n"));
        if (begins) add_group(f, g, &list->items[i]);
        add_quoted(f, g, &list->items[i]);
    }
    if (first < end) buf_add(f->b, STR("</ol>\n"));
}

static size_t pages_of(size_t n) { return (n + ITEMS_ON_PAGE - 1) / ITEMS_ON_PAGE; }

/* First and last day of all terms; 0: not known. */
static void term_bounds(const edition_official *o, int *first, int *last) {
    *first = *last = 0;
    for (size_t i = 0; i < o->terms.n; i++) {
        int from = edition_day_of(o->terms.items[i].first), to = edition_day_of(o->terms.items[i].last);
        if (from && (!*first || from < *first)) *first = from;
        if (to > *last) *last = to;
    }
}

static void add_term(frame *f, const edition_term *t, int first, int last) {
    buf name = buf_make(64 * 1024);
    edition_office_name(&name, t->acting, t->office->title, t->office->of);
    buf_add(f->b, STR("<tr><th scope=\"row\">"));
    html_text(f->b, buf_str(&name));
    chart_span(f->b, edition_day_of(t->first), edition_day_of(t->last), first, last);
    buf_add(f->b, STR("</th><td>"));
    frame_time(f, t->first);
    buf_add(f->b, STR("</td><td>"));
    frame_time(f, t->last);
    buf_add(f->b, STR("</td><td class=\"num\">"));
    frame_number(f, t->articles);
    buf_add(f->b, STR("</td></tr>\n"));
    buf_free(&name);
}

static void add_terms(frame *f, const edition_official *o) {
    int first, last;
    if (!o->terms.n) return;
    term_bounds(o, &first, &last);
    frame_heading(f, "<section><h2>", WORD_TERMS, "</h2>\n");
    frame_heading(f, "<p class=\"quiet\">", WORD_TERMS_NOTE, "</p>\n<table class=\"terms\"><thead><tr>");
    frame_heading(f, "<th scope=\"col\">", WORD_OFFICE, "</th>");
    frame_heading(f, "<th scope=\"col\">", WORD_FIRST_SEEN, "</th>");
    frame_heading(f, "<th scope=\"col\">", WORD_LAST_SEEN, "</th>");
    frame_heading(f, "<th scope=\"col\" class=\"num\">", WORD_ARTICLES, "</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < o->terms.n; i++) add_term(f, &o->terms.items[i], first, last);
    buf_add(f->b, STR("</tbody></table></section>\n"));
}

static void add_chart(frame *f, gallery *g) {
    timescale_counts counts = { 0 };
    chart c = { .title = WORD_STATEMENTS_OVER_TIME, .values = WORD_STATEMENTS };
    for (size_t i = 0; i < g->statements.n; i++)
        *vec_add(&g->scratch, &counts) = (timescale_count){ edition_day_of(article_of(g, &g->statements.items[i])->published), 1 };
    chart_rows rows = timescale_rows(&c.labels, &g->scratch, &counts, f->ed->in);
    c.rows = rows.items;
    c.n = rows.n;
    if (rows.n < 2) return; /* a single column shows nothing */
    frame_heading(f, "<section><h2>", c.title, "</h2>\n");
    chart_columns(f, &c);
    buf_add(f->b, STR("</section>\n"));
}

/* A section with one page of a list. base: what its pages are called. */
static void add_section(frame *f, const gallery *g, const quoted_list *list, word name, const char *base, size_t page) {
    frame_heading(f, "<section><h2>", name, " <span class=\"count\">");
    frame_number(f, list->n);
    buf_add(f->b, STR("</span></h2>\n"));
    if (!list->n) frame_heading(f, "<p>", WORD_NONE, "</p>\n");
    add_list(f, g, list, page);
    frame_pager(f, name, base, page, pages_of(list->n));
    buf_add(f->b, STR("</section>\n"));
}

static frame begin(const gallery *g) {
    frame f = frame_begin(g->ed, PART_OFFICIALS, 2, g->who->name, " class=\"official\"");
    buf_add(f.b, STR("<h1>"));
    html_text(f.b, g->who->name);
    buf_add(f.b, STR("</h1>\n"));
    return f;
}

/* The pages after the first of one list; of points all of them, when there are several. */
static int write_more(const gallery *g, const quoted_list *list, word name, const char *base, size_t page, error *e) {
    char address[96];
    int status = 0;
    for (; page <= pages_of(list->n) && status == 0; page++) {
        frame f = begin(g);
        add_section(&f, g, list, name, base, page);
        if (page == 1) snprintf(address, sizeof address, "officials/%lld/%s.html", (long long)(g->who->id / 1000), base);
        else snprintf(address, sizeof address, "officials/%lld/%s-%zu.html", (long long)(g->who->id / 1000), base, page);
        status = frame_end(&f, address, e);
    }
    return status;
}

static int write_official(gallery *g, error *e) {
    char base[32], points[48], address[96];
    int status = read_official(g, e);
    if (status < 0) return status;
    snprintf(base, sizeof base, "%lld", (long long)g->who->id);
    snprintf(points, sizeof points, "%s-points", base);
    snprintf(address, sizeof address, "officials/%lld/%s.html", (long long)(g->who->id / 1000), base);
    frame f = begin(g);
    buf_add(f.b, STR("<p><a href=\"../../search.html#official="));
    html_number(f.b, g->who->id);
    frame_heading(&f, "\">", WORD_SEARCH_OFFICIAL, "</a></p>\n");
    add_terms(&f, g->who);
    add_chart(&f, g);
    buf_add(f.b, STR("<div class=\"pair\">\n"));
    add_section(&f, g, &g->statements, WORD_STATEMENTS_BY_DATE, base, 1);
    add_section(&f, g, &g->points, WORD_POINTS_BY_TOPIC, points, 1);
    buf_add(f.b, STR("</div>\n"));
    status = frame_end(&f, address, e);
    if (status == 0) status = write_more(g, &g->statements, WORD_STATEMENTS_BY_DATE, base, 2, e);
    if (status == 0 && pages_of(g->points.n) > 1) status = write_more(g, &g->points, WORD_POINTS_BY_TOPIC, points, 1, e);
    return status;
}

int officialpage_write_all(edition *ed, error *e) {
    gallery g = { .ed = ed };
    int status = 0;
    g.statement = store_query(ed->db, "SELECT text, kind, NULL, office FROM statements WHERE id = ?1", e);
    g.point = g.statement ? store_query(ed->db, "SELECT text, force, topic, office FROM points WHERE id = ?1", e) : NULL;
    if (!g.point) status = e->code;
    if (status == 0) sort_items(&g);
    for (size_t i = 0; i < ed->officials.n && status == 0 && !*ed->stop; i++) {
        g.who = &ed->officials.items[i];
        if (!edition_official_shown(g.who)) continue;
        status = write_official(&g, e);
        arena_reset(&g.scratch);
    }
    arena_free(&g.scratch);
    sqlite3_finalize(g.statement);
    sqlite3_finalize(g.point);
    return status;
}
