/* SPDX-License-Identifier: MIT */
#include "report/catalogue.h"

#include <stdio.h>
#include <stdlib.h>

#include "report/frame.h"
#include "report/html.h"

/* Rows of one page. */
enum { ROWS_ON_PAGE = 200, LETTERS = 27 };

static size_t pages_of(size_t n) { return (n + ROWS_ON_PAGE - 1) / ROWS_ON_PAGE; }

/* "folder/base.html", or "folder/base-2.html". */
static void name_page(char *to, size_t size, const char *folder, const char *base, size_t page) {
    if (page == 1) snprintf(to, size, "%s/%s.html", folder, base);
    else snprintf(to, size, "%s/%s-%zu.html", folder, base, page);
}

/* "2024-10", "2024" or "undated". */
static void name_month(char to[16], int month) {
    if (month % 100) snprintf(to, 16, "%04d-%02d", month / 100, month % 100);
    else if (month) snprintf(to, 16, "%04d", month / 100);
    else snprintf(to, 16, "undated");
}

static void add_month(frame *f, int month) {
    char name[16];
    buf b = buf_make(256);
    name_month(name, month);
    if (month) words_date(&b, f->ed->in, str_of(name));
    else buf_add(&b, word_in(f->ed->in, WORD_UNDATED));
    html_text(f->b, buf_str(&b));
    buf_free(&b);
}

static void add_article(frame *f, const edition_article *a) {
    buf_add(f->b, STR("<tr><td>"));
    frame_time(f, a->published);
    buf_add(f->b, STR("</td><th scope=\"row\">"));
    frame_article_link(f, a);
    buf_add(f->b, STR("</th><td>"));
    if (a->outlet != NO_OUTLET) html_text(f->b, f->ed->outlets.items[a->outlet].name);
    buf_add(f->b, STR("</td><td class=\"num\">"));
    frame_number(f, a->statements);
    buf_add(f->b, STR("</td></tr>\n"));
}

/* A month's articles, first to end. */
static int write_month(edition *ed, int month, size_t first, size_t end, error *e) {
    char base[16], address[64];
    int status = 0;
    size_t pages = pages_of(end - first);
    name_month(base, month);
    for (size_t page = 1; page <= pages && status == 0; page++) {
        size_t from = first + (page - 1) * ROWS_ON_PAGE, to = from + ROWS_ON_PAGE < end ? from + ROWS_ON_PAGE : end;
        frame f = frame_begin(ed, PART_ARTICLES, 1, word_in(ed->in, WORD_ARTICLES), " class=\"list\"");
        frame_heading(&f, "<h1>", WORD_ARTICLES, ": ");
        add_month(&f, month);
        buf_add(f.b, STR("</h1>\n"));
        frame_heading(&f, "<table><thead><tr><th scope=\"col\">", WORD_PUBLISHED, "</th>");
        frame_heading(&f, "<th scope=\"col\">", WORD_ARTICLE, "</th>");
        frame_heading(&f, "<th scope=\"col\">", WORD_OUTLET, "</th>");
        frame_heading(&f, "<th scope=\"col\" class=\"num\">", WORD_STATEMENTS, "</th></tr></thead>\n<tbody>\n");
        for (size_t i = from; i < to; i++) add_article(&f, &ed->articles.items[i]);
        buf_add(f.b, STR("</tbody></table>\n"));
        frame_pager(&f, WORD_ARTICLES, base, page, pages);
        name_page(address, sizeof address, "articles", base, page);
        status = frame_end(&f, address, e);
    }
    return status;
}

/* The end of the articles of the month that begins at first. */
static size_t month_end(const edition *ed, size_t first) {
    int month = edition_day_of(ed->articles.items[first].published) / 100;
    size_t end = first;
    while (end < ed->articles.n && edition_day_of(ed->articles.items[end].published) / 100 == month) end++;
    return end;
}

static int write_months(edition *ed, error *e) {
    frame f = frame_begin(ed, PART_ARTICLES, 1, word_in(ed->in, WORD_ARTICLES), " class=\"list\"");
    frame_heading(&f, "<h1>", WORD_ARTICLES, "</h1>\n");
    frame_heading(&f, "<p class=\"quiet\">", WORD_ARTICLES_LEAD, "</p>\n");
    if (!ed->articles.n) frame_heading(&f, "<p>", WORD_NO_ARTICLES, "</p>\n");
    frame_heading(&f, "<table class=\"short\"><thead><tr><th scope=\"col\">", WORD_MONTH, "</th>");
    frame_heading(&f, "<th scope=\"col\" class=\"num\">", WORD_ARTICLES, "</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0, end; i < ed->articles.n; i = end) {
        char base[16];
        int month = edition_day_of(ed->articles.items[i].published) / 100;
        end = month_end(ed, i);
        name_month(base, month);
        buf_format(f.b, "<tr><th scope=\"row\"><a href=\"%s.html\">", base);
        add_month(&f, month);
        buf_add(f.b, STR("</a></th><td class=\"num\">"));
        frame_number(&f, end - i);
        buf_add(f.b, STR("</td></tr>\n"));
    }
    buf_add(f.b, STR("</tbody></table>\n"));
    return frame_end(&f, "articles/index.html", e);
}

int catalogue_articles(edition *ed, error *e) {
    int status = write_months(ed, e);
    for (size_t i = 0, end; i < ed->articles.n && status == 0; i = end) {
        end = month_end(ed, i);
        status = write_month(ed, edition_day_of(ed->articles.items[i].published) / 100, i, end, e);
    }
    return status;
}

typedef struct {
    str name;
    const edition_official *who;
} entry;

/* The list that a name belongs to: 0 to 25 a to z, 26 all others. */
static size_t letter_of(str name) {
    char c = name.n ? ascii_lower(name.p[0]) : 0;
    return c >= 'a' && c <= 'z' ? (size_t)(c - 'a') : LETTERS - 1;
}

static int compare_entries(const void *a, const void *b) {
    const entry *x = a, *y = b;
    size_t lx = letter_of(x->name), ly = letter_of(y->name);
    if (lx != ly) return lx < ly ? -1 : 1;
    for (size_t i = 0; i < x->name.n && i < y->name.n; i++) {
        unsigned char cx = (unsigned char)ascii_lower(x->name.p[i]), cy = (unsigned char)ascii_lower(y->name.p[i]);
        if (cx != cy) return cx < cy ? -1 : 1;
    }
    if (x->name.n != y->name.n) return x->name.n < y->name.n ? -1 : 1;
    return x->who->id < y->who->id ? -1 : x->who->id > y->who->id;
}

static void name_letter(char to[16], size_t letter) {
    if (letter < LETTERS - 1) snprintf(to, 16, "%c", (char)('a' + letter));
    else snprintf(to, 16, "other");
}

static void add_letter(frame *f, size_t letter) {
    if (letter < LETTERS - 1) buf_add_char(f->b, (char)('A' + letter));
    else frame_word(f, WORD_OTHER);
}

static void add_official(frame *f, const edition_official *o) {
    buf office = buf_make(64 * 1024);
    if (o->terms.n) edition_office_name(&office, o->terms.items[0].acting, o->terms.items[0].office->title, o->terms.items[0].office->of);
    buf_add(f->b, STR("<tr><th scope=\"row\"><a href=\""));
    frame_official_address(f, o->id);
    buf_add(f->b, STR("\">"));
    html_text(f->b, o->name.n ? o->name : word_in(f->ed->in, WORD_UNKNOWN));
    buf_add(f->b, STR("</a></th><td>"));
    html_text(f->b, buf_str(&office));
    buf_add(f->b, STR("</td><td class=\"num\">"));
    frame_number(f, o->statements);
    buf_add(f->b, STR("</td><td class=\"num\">"));
    frame_number(f, o->points);
    buf_add(f->b, STR("</td></tr>\n"));
    buf_free(&office);
}

static void begin_officials(frame *f) {
    frame_heading(f, "<table><thead><tr><th scope=\"col\">", WORD_OFFICIAL, "</th>");
    frame_heading(f, "<th scope=\"col\">", WORD_OFFICE, "</th>");
    frame_heading(f, "<th scope=\"col\" class=\"num\">", WORD_STATEMENTS, "</th>");
    frame_heading(f, "<th scope=\"col\" class=\"num\">", WORD_POINTS, "</th></tr></thead>\n<tbody>\n");
}

static int write_letter(edition *ed, const entry *entries, size_t n, error *e) {
    char base[16], address[64];
    int status = 0;
    size_t letter = letter_of(entries[0].name), pages = pages_of(n);
    name_letter(base, letter);
    for (size_t page = 1; page <= pages && status == 0; page++) {
        size_t from = (page - 1) * ROWS_ON_PAGE, to = from + ROWS_ON_PAGE < n ? from + ROWS_ON_PAGE : n;
        frame f = frame_begin(ed, PART_OFFICIALS, 1, word_in(ed->in, WORD_OFFICIALS), " class=\"list\"");
        frame_heading(&f, "<h1>", WORD_OFFICIALS, ": ");
        add_letter(&f, letter);
        buf_add(f.b, STR("</h1>\n"));
        begin_officials(&f);
        for (size_t i = from; i < to; i++) add_official(&f, entries[i].who);
        buf_add(f.b, STR("</tbody></table>\n"));
        frame_pager(&f, WORD_OFFICIALS, base, page, pages);
        name_page(address, sizeof address, "officials", base, page);
        status = frame_end(&f, address, e);
    }
    return status;
}

static int write_letters(edition *ed, const size_t counts[LETTERS], error *e) {
    frame f = frame_begin(ed, PART_OFFICIALS, 1, word_in(ed->in, WORD_OFFICIALS), " class=\"list\"");
    frame_heading(&f, "<h1>", WORD_OFFICIALS, "</h1>\n");
    frame_heading(&f, "<p class=\"quiet\">", WORD_OFFICIALS_LEAD, "</p>\n<ul class=\"letters\">\n");
    for (size_t i = 0; i < LETTERS; i++) {
        char base[16];
        if (!counts[i]) continue;
        name_letter(base, i);
        buf_format(f.b, "<li><a href=\"%s.html\">", base);
        add_letter(&f, i);
        buf_add(f.b, STR("</a> <span class=\"count\">"));
        frame_number(&f, counts[i]);
        buf_add(f.b, STR("</span></li>\n"));
    }
    buf_add(f.b, STR("</ul>\n"));
    return frame_end(&f, "officials/index.html", e);
}

int catalogue_officials(edition *ed, error *e) {
    size_t counts[LETTERS] = { 0 }, n = 0;
    int status;
    entry *entries = arena_raw(&ed->home, (ed->officials.n + 1) * sizeof *entries);
    for (size_t i = 0; i < ed->officials.n; i++) {
        const edition_official *o = &ed->officials.items[i];
        if (!edition_official_shown(o)) continue;
        entries[n++] = (entry){ o->name, o };
        counts[letter_of(o->name)]++;
    }
    qsort(entries, n, sizeof *entries, compare_entries);
    status = write_letters(ed, counts, e);
    for (size_t i = 0, letter = 0; letter < LETTERS && status == 0; i += counts[letter++])
        if (counts[letter]) status = write_letter(ed, entries + i, counts[letter], e);
    return status;
}

int catalogue_rules(edition *ed, error *e) {
    str last = STR_NONE;
    int code;
    sqlite3_stmt *s = store_query(ed->db, "SELECT name, makes, file, line, why FROM rules ORDER BY name, ruleset DESC", e);
    if (!s) return e->code;
    frame f = frame_begin(ed, PART_RULES, 0, word_in(ed->in, WORD_RULES), " class=\"list\"");
    frame_heading(&f, "<h1>", WORD_RULES, "</h1>\n");
    frame_heading(&f, "<p class=\"quiet\">", WORD_RULES_LEAD, "</p>\n<table class=\"rules\"><thead><tr>");
    frame_heading(&f, "<th scope=\"col\">", WORD_RULE, "</th>");
    frame_heading(&f, "<th scope=\"col\">", WORD_WHY, "</th>");
    frame_heading(&f, "<th scope=\"col\">", WORD_FILE, "</th></tr></thead>\n<tbody>\n");
    while ((code = sqlite3_step(s)) == SQLITE_ROW) {
        str name = store_text(s, 0);
        if (str_eq(name, last)) continue;
        last = arena_copy(&ed->home, name);
        buf_add(f.b, STR("<tr id=\""));
        html_attribute(f.b, last);
        buf_add(f.b, STR("\"><th scope=\"row\">"));
        html_text(f.b, last);
        buf_add(f.b, STR("</th><td lang=\"en\">"));
        html_text(f.b, store_text(s, 4));
        buf_add(f.b, STR("</td><td>"));
        html_text(f.b, store_text(s, 2));
        buf_format(f.b, ":%d</td></tr>\n", sqlite3_column_int(s, 3));
    }
    buf_add(f.b, STR("</tbody></table>\n"));
    int status = code == SQLITE_DONE ? frame_end(&f, "rules.html", e) : store_error(ed->db, e);
    sqlite3_finalize(s);
    return status;
}
