/* SPDX-License-Identifier: MIT */
#include "report/chart.h"

#include "base/calendar.h"
#include "report/html.h"

/* Pixels from the top: the highest a column reaches, and the ground line. Labels below time: so many at most. */
enum { TOP = 16, GROUND = 156, HEIGHT = 180, MOST_LABELS = 3 };

size_t chart_ceiling(size_t n) {
    for (size_t unit = 1;; unit *= 10) {
        if (n <= unit) return unit;
        if (n <= 2 * unit) return 2 * unit;
        if (n <= 5 * unit) return 5 * unit;
    }
}

static size_t greatest(const chart *c) {
    size_t most = 0;
    for (size_t i = 0; i < c->n; i++)
        if (c->rows[i].value > most) most = c->rows[i].value;
    return most;
}

static void add_label(frame *f, const chart_row *row) {
    if (row->address.p) {
        buf_add(f->b, STR("<a href=\""));
        html_attribute(f->b, row->address);
        buf_add(f->b, STR("\">"));
    }
    buf_add(f->b, STR("<bdi>"));
    html_text(f->b, row->label);
    buf_add(f->b, STR("</bdi>"));
    if (row->address.p) buf_add(f->b, STR("</a>"));
}

static void begin_table(frame *f, const chart *c, const char *kind) {
    buf_format(f->b, "<table class=\"%s\"><thead><tr><th scope=\"col\">", kind);
    frame_word(f, c->labels);
    buf_add(f->b, STR("</th><th scope=\"col\" class=\"num\">"));
    frame_word(f, c->values);
    buf_add(f->b, STR("</th></tr></thead>\n<tbody>\n"));
}

static void add_table(frame *f, const chart *c) {
    frame_heading(f, "<details><summary>", WORD_FIGURES, "</summary>\n");
    begin_table(f, c, "figures");
    for (size_t i = 0; i < c->n; i++) {
        buf_add(f->b, STR("<tr><th scope=\"row\">"));
        add_label(f, &c->rows[i]);
        buf_add(f->b, STR("</th><td class=\"num\">"));
        frame_number(f, c->rows[i].value);
        buf_add(f->b, STR("</td></tr>\n"));
    }
    buf_add(f->b, STR("</tbody></table></details>\n"));
}

static double height_of(size_t value, size_t ceiling) { return (double)(GROUND - TOP) * (double)value / (double)ceiling; }

/* A line across. */
static void add_grid(frame *f, size_t value, size_t ceiling) {
    double y = GROUND - height_of(value, ceiling);
    buf_format(f->b, "<line class=\"grid\" x1=\"0\" x2=\"100%%\" y1=\"%.1f\" y2=\"%.1f\"/>", y, y);
}

/* The value of a line, over what is drawn there. */
static void add_tick(frame *f, size_t value, size_t ceiling) {
    buf_format(f->b, "<text class=\"tick\" x=\"0\" y=\"%.1f\">", GROUND - height_of(value, ceiling) - 3);
    frame_number(f, value);
    buf_add(f->b, STR("</text>"));
}

/* The columns, between the lines and their values. */
static void add_columns(frame *f, const chart *c, size_t ceiling) {
    size_t half = ceiling % 2 == 0 ? ceiling / 2 : 0;
    double step = 100 / (double)c->n;
    add_grid(f, 0, ceiling);
    if (half) add_grid(f, half, ceiling);
    add_grid(f, ceiling, ceiling);
    for (size_t i = 0; i < c->n; i++) {
        double height = height_of(c->rows[i].value, ceiling);
        if (c->rows[i].value) buf_format(f->b, "<rect x=\"%.2f%%\" y=\"%.1f\" width=\"%.2f%%\" height=\"%.1f\"/>\n", (double)i * step + step * 0.1,
                                         GROUND - height, step * 0.8, height);
    }
    if (half) add_tick(f, half, ceiling);
    add_tick(f, ceiling, ceiling);
}

static void add_time_label(frame *f, const chart *c, size_t i) {
    const char *anchor = i == 0 ? "start" : i + 1 == c->n ? "end" : "middle";
    double x = i == 0 ? 0 : i + 1 == c->n ? 100 : ((double)i + 0.5) * 100 / (double)c->n;
    buf_format(f->b, "<text class=\"tick\" x=\"%.2f%%\" y=\"%d\" text-anchor=\"%s\">", x, HEIGHT - 6, anchor);
    html_text(f->b, c->rows[i].label);
    buf_add(f->b, STR("</text>"));
}

void chart_columns(frame *f, const chart *c) {
    size_t most = greatest(c), ceiling = chart_ceiling(most ? most : 1), labels = c->n < MOST_LABELS ? c->n : MOST_LABELS;
    if (!c->n) return;
    buf_format(f->b, "<figure><svg class=\"columns\" width=\"100%%\" height=\"%d\" role=\"img\" aria-labelledby=\"c%d-t c%d-d\"><title id=\"c%d-t\">", HEIGHT,
               (int)c->title, (int)c->title, (int)c->title);
    frame_word(f, c->title);
    buf_format(f->b, "</title><desc id=\"c%d-d\">", (int)c->title);
    html_text(f->b, c->rows[0].label);
    buf_add(f->b, STR(" – "));
    html_text(f->b, c->rows[c->n - 1].label);
    buf_add(f->b, STR("; 0 – "));
    frame_number(f, most);
    buf_add(f->b, STR(".</desc>\n"));
    add_columns(f, c, ceiling);
    for (size_t i = 0; i < labels; i++) add_time_label(f, c, labels == 1 ? 0 : i * (c->n - 1) / (labels - 1));
    buf_add(f->b, STR("</svg>\n"));
    add_table(f, c);
    buf_add(f->b, STR("</figure>\n"));
}

void chart_bars(frame *f, const chart *c) {
    size_t most = greatest(c);
    if (!c->n) {
        frame_heading(f, "<p>", WORD_NONE, "</p>\n");
        return;
    }
    begin_table(f, c, "bars");
    for (size_t i = 0; i < c->n; i++) {
        double share = most ? 100 * (double)c->rows[i].value / (double)most : 0;
        buf_add(f->b, STR("<tr><th scope=\"row\">"));
        add_label(f, &c->rows[i]);
        buf_format(f->b, "<svg class=\"bar\" width=\"100%%\" height=\"6\" aria-hidden=\"true\"><rect width=\"%.1f%%\" height=\"6\"/></svg></th><td class=\"num\">",
                   share);
        frame_number(f, c->rows[i].value);
        buf_add(f->b, STR("</td></tr>\n"));
    }
    buf_add(f->b, STR("</tbody></table>\n"));
}

/* Days since the first year; what is not known of a date is its first month or day. */
static int day_number(int day) {
    calendar_day d = { day / 10000, day / 100 % 100, day % 100 }, origin = { 1, 1, 1 };
    if (!d.month) d.month = 1;
    if (!d.day) d.day = 1;
    return calendar_between(origin, d);
}

void chart_span(buf *b, int from, int to, int first, int last) {
    if (!from || !to || !first || !last) return;
    double start = day_number(first), length = day_number(last) - start + 1;
    double x = 100 * (day_number(from) - start) / length, width = 100 * (day_number(to) - day_number(from) + 1) / length;
    if (x > 99) x = 99;
    buf_format(b, "<svg class=\"span\" width=\"100%%\" height=\"10\" aria-hidden=\"true\"><line class=\"grid\" x1=\"0\" x2=\"100%%\" y1=\"5\" y2=\"5\"/>"
                  "<rect x=\"%.2f%%\" width=\"%.2f%%\" height=\"10\"/></svg>", x, width < 1 ? 1 : width);
}
