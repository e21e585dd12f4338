/* SPDX-License-Identifier: MIT */
#include "command/columns.h"

#include <stdlib.h>
#include <unistd.h>

columns columns_make(arena *home, size_t count) {
    return (columns){ .home = home, .count = count < COLUMNS_MOST ? count : COLUMNS_MOST };
}

void columns_add(columns *c, str text) { *vec_add(c->home, &c->cells) = (column_cell){ text, false }; }

void columns_add_number(columns *c, size_t n) {
    *vec_add(c->home, &c->cells) = (column_cell){ arena_format(c->home, "%zu", n), true };
}

size_t point_count(str s) {
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) n += ((unsigned char)s.p[i] & 0xc0) != 0x80;
    return n;
}

str point_cut(arena *a, str s, size_t most) {
    if (most == 0 || point_count(s) <= most) return s;
    size_t i = 0;
    for (size_t points = 0; i < s.n; i++) {
        points += ((unsigned char)s.p[i] & 0xc0) != 0x80;
        if (points == most) break;
    }
    while (i > 0 && s.p[i - 1] == ' ') i--;
    return arena_format(a, "%.*s…", (int)i, s.p);
}

bool color_wanted(FILE *to) {
    const char *no = getenv("NO_COLOR");
    return (!no || !*no) && isatty(fileno(to));
}

static void measure(size_t *widths, const columns *c) {
    for (size_t i = 0; i < c->count; i++) widths[i] = 0;
    for (size_t i = 0; i < c->cells.n; i++) {
        size_t width = point_count(c->cells.items[i].text);
        if (width > widths[i % c->count]) widths[i % c->count] = width;
    }
}

static void print_cell(FILE *to, const column_cell *cell, size_t width, bool last, const char *style) {
    int pad = (int)(width - point_count(cell->text));
    if (cell->right) fprintf(to, "%*s", pad, "");
    if (style) fprintf(to, "\033[%sm", style);
    fwrite(cell->text.p ? cell->text.p : "", 1, cell->text.n, to);
    if (style) fputs("\033[0m", to);
    if (!last) fprintf(to, "%*s", cell->right ? 2 : pad + 2, "");
}

void columns_print(FILE *to, const columns *c, size_t indent, const char *style) {
    size_t widths[COLUMNS_MOST];
    measure(widths, c);
    for (size_t i = 0; i < c->cells.n; i++) {
        size_t column = i % c->count;
        bool last = column == c->count - 1;
        if (column == 0) fprintf(to, "%*s", (int)indent, "");
        print_cell(to, &c->cells.items[i], widths[column], last, column == 0 ? style : NULL);
        if (last) fputc('\n', to);
    }
}
