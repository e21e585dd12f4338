/* SPDX-License-Identifier: MIT */
#include "report/startpage.h"

#include <stdlib.h>

#include "report/html.h"
#include "report/timescale.h"

/* Rows of one chart. */
enum { MOST_BARS = 15 };

typedef struct {
    size_t value, at;
} ranked;

static int compare_ranked(const void *a, const void *b) {
    const ranked *x = a, *y = b;
    if (x->value != y->value) return x->value > y->value ? -1 : 1;
    return x->at < y->at ? -1 : x->at > y->at;
}

static void add_figure(frame *f, word name, size_t n) {
    frame_heading(f, "<div><dt>", name, "</dt><dd>");
    frame_number(f, n);
    buf_add(f->b, STR("</dd></div>\n"));
}

static str day_alone(str iso) { return str_cut(iso, 0, iso.n < 10 ? iso.n : 10); }

static void add_period(frame *f) {
    const edition *ed = f->ed;
    size_t n = ed->articles.n;
    while (n && !ed->articles.items[n - 1].published.p) n--;
    if (!n) return;
    frame_heading(f, "<div class=\"wide\"><dt>", WORD_PERIOD, "</dt><dd>");
    frame_time(f, day_alone(ed->articles.items[n - 1].published));
    buf_add(f->b, STR(" – "));
    frame_time(f, day_alone(ed->articles.items[0].published));
    buf_add(f->b, STR("</dd></div>\n"));
}

static void add_summary(frame *f) {
    const edition *ed = f->ed;
    size_t officials = 0;
    for (size_t i = 0; i < ed->officials.n; i++) officials += edition_official_shown(&ed->officials.items[i]);
    buf_add(f->b, STR("<dl class=\"sums\">\n"));
    add_figure(f, WORD_ARTICLES, ed->articles.n);
    add_figure(f, WORD_STATEMENTS, ed->statements);
    add_figure(f, WORD_POINTS, ed->points);
    add_figure(f, WORD_OFFICIALS, officials);
    add_figure(f, WORD_OUTLETS, ed->outlets.n);
    add_period(f);
    buf_add(f->b, STR("</dl>\n"));
}

static void add_over_time(frame *f, arena *a) {
    timescale_counts counts = { 0 };
    chart c = { .title = WORD_STATEMENTS_OVER_TIME, .values = WORD_STATEMENTS };
    for (size_t i = 0; i < f->ed->days.n; i++) *vec_add(a, &counts) = (timescale_count){ f->ed->days.items[i].day, f->ed->days.items[i].statements };
    chart_rows rows = timescale_rows(&c.labels, a, &counts, f->ed->in);
    c.rows = rows.items;
    c.n = rows.n;
    frame_heading(f, "<section><h2>", c.title, "</h2>\n");
    chart_columns(f, &c);
    buf_add(f->b, STR("</section>\n"));
}

/* A section with a chart of the greatest of n values; row fills in label and address of one. */
static void add_ranking(frame *f, arena *a, chart c, ranked *values, size_t n, chart_row (*row)(const edition *ed, arena *a, size_t at)) {
    chart_rows rows = { 0 };
    if (n) qsort(values, n, sizeof *values, compare_ranked);
    for (size_t i = 0; i < n && i < MOST_BARS && values[i].value; i++) {
        chart_row *to = vec_add(a, &rows);
        *to = row(f->ed, a, values[i].at);
        to->value = values[i].value;
    }
    c.rows = rows.items;
    c.n = rows.n;
    frame_heading(f, "<section><h2>", c.title, "</h2>\n");
    chart_bars(f, &c);
    buf_add(f->b, STR("</section>\n"));
}

static chart_row official_row(const edition *ed, arena *a, size_t at) {
    const edition_official *o = &ed->officials.items[at];
    return (chart_row){ .label = o->name, .address = arena_format(a, "officials/%lld/%lld.html", (long long)(o->id / 1000), (long long)o->id) };
}

/* A search address with one filter. */
static str search_address(arena *a, const char *key, str value) {
    buf b = buf_make(64 * 1024);
    buf_format(&b, "search.html#%s=", key);
    for (size_t i = 0; i < value.n; i++) {
        bool plain = ascii_digit(value.p[i]) || (ascii_lower(value.p[i]) >= 'a' && ascii_lower(value.p[i]) <= 'z');
        if (plain) buf_add_char(&b, value.p[i]);
        else buf_format(&b, "%%%02X", (unsigned)(unsigned char)value.p[i]);
    }
    str address = arena_copy(a, buf_str(&b));
    buf_free(&b);
    return address;
}

static chart_row outlet_row(const edition *ed, arena *a, size_t at) {
    return (chart_row){ .label = ed->outlets.items[at].name, .address = search_address(a, "outlet", ed->outlets.items[at].name) };
}

static chart_row topic_row(const edition *ed, arena *a, size_t at) {
    str key = ed->topics.items[at];
    return (chart_row){ .label = word_of_key(ed->in, KEYS_TOPIC, key), .address = search_address(a, "topic", key) };
}

static void add_rankings(frame *f, arena *a) {
    const edition *ed = f->ed;
    size_t most = ed->officials.n + ed->outlets.n + ed->topics.n + 1;
    ranked *values = arena_raw(a, most * sizeof *values);
    buf_add(f->b, STR("<div class=\"pair\">\n"));
    for (size_t i = 0; i < ed->officials.n; i++) values[i] = (ranked){ ed->officials.items[i].statements, i };
    add_ranking(f, a, (chart){ WORD_STATEMENTS_BY_OFFICIAL, WORD_OFFICIAL, WORD_STATEMENTS, NULL, 0 }, values, ed->officials.n, official_row);
    for (size_t i = 0; i < ed->outlets.n; i++) values[i] = (ranked){ ed->outlets.items[i].statements, i };
    add_ranking(f, a, (chart){ WORD_STATEMENTS_BY_OUTLET, WORD_OUTLET, WORD_STATEMENTS, NULL, 0 }, values, ed->outlets.n, outlet_row);
    for (size_t i = 0; i < ed->topics.n; i++) values[i] = (ranked){ ed->topic_counts.items[i], i };
    add_ranking(f, a, (chart){ WORD_POINTS_BY_TOPIC, WORD_TOPIC, WORD_POINTS, NULL, 0 }, values, ed->topics.n, topic_row);
    buf_add(f->b, STR("</div>\n"));
}

int startpage_write(edition *ed, error *e) {
    arena scratch = { 0 };
    frame f = frame_begin(ed, PART_START, 0, word_in(ed->in, WORD_START), " class=\"start\"");
    frame_heading(&f, "<h1>", WORD_REPORT, "</h1>\n");
    frame_heading(&f, "<h2 class=\"quiet\">", WORD_ABOUT, "</h2>\n");
    add_summary(&f);
    add_over_time(&f, &scratch);
    add_rankings(&f, &scratch);
    frame_heading(&f, "<section><h2>", WORD_HOW_TO_READ, "</h2>\n");
    frame_heading(&f, "<p class=\"prose\">", WORD_HOW_TO_READ_TEXT, "</p></section>\n");
    arena_free(&scratch);
    return frame_end(&f, "index.html", e);
}
