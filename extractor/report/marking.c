/* SPDX-License-Identifier: MIT */
#include "report/marking.h"

#include <stdlib.h>

#include "report/html.h"

/* Records that one piece of text names at most; what machines make can have more. */
enum { MOST_OPEN = 64 };

static const struct {
    char letter;
    word name;
    str label[LANGUAGE_COUNT];
} KINDS[MARK_KINDS] = {
    [MARK_STATEMENT] = { 's', WORD_STATEMENT, { { "P", 1 }, { "S", 1 } } },
    [MARK_POINT] = { 'p', WORD_POINT, { { "Poin\xc2\xa0", 6 }, { "P", 1 } } },
    [MARK_EVENT] = { 'e', WORD_EVENT, { { "A", 1 }, { "E", 1 } } },
    [MARK_OFFICIAL] = { 'o', WORD_OFFICIAL, { { NULL, 0 }, { NULL, 0 } } },
    [MARK_INSTITUTION] = { 'i', WORD_INSTITUTION, { { NULL, 0 }, { NULL, 0 } } },
    [MARK_DATE] = { 'd', WORD_DATE, { { NULL, 0 }, { NULL, 0 } } },
    [MARK_REGULATION] = { 'r', WORD_REGULATION, { { NULL, 0 }, { NULL, 0 } } },
};

typedef struct {
    buf *out;
    str text;
    size_t at, point; /* where the writing is: in bytes, in code points */
    language in;
    bool headed, line_open;
    size_t lines;
    const text_mark *open[MOST_OPEN];
    bool begun[MOST_OPEN]; /* a piece of it is written */
    size_t open_count;
} writer;

char marking_letter(mark_kind k) { return KINDS[k].letter; }

str marking_label(language in, mark_kind k) { return KINDS[k].label[in]; }

static bool is_passage(mark_kind k) { return k <= MARK_EVENT; }

static int compare_marks(const void *a, const void *b) {
    const text_mark *x = a, *y = b;
    if (x->start != y->start) return x->start < y->start ? -1 : 1;
    if (x->end != y->end) return x->end > y->end ? -1 : 1;
    if (x->kind != y->kind) return x->kind < y->kind ? -1 : 1;
    return x->number < y->number ? -1 : x->number > y->number;
}

/* How many bytes the text has from w->at up to a code point, or up to its end. */
static size_t bytes_until(const writer *w, size_t point) {
    size_t i = w->at;
    for (size_t n = w->point; i < w->text.n; i++) {
        if (((unsigned char)w->text.p[i] & 0xc0) == 0x80) continue;
        if (n++ == point) break;
    }
    return i - w->at;
}

static void open_line(writer *w) {
    if (w->line_open) return;
    buf_add(w->out, w->headed && w->lines == 0 ? STR("<h1>") : STR("<p>"));
    w->line_open = true;
}

static void close_line(writer *w) {
    if (!w->line_open) return;
    buf_add(w->out, w->headed && w->lines == 0 ? STR("</h1>\n") : STR("</p>\n"));
    w->line_open = false;
    w->lines++;
}

/* The innermost word that is open: the one that ends first; SIZE_MAX: none. */
static size_t innermost(const writer *w) {
    size_t best = SIZE_MAX;
    for (size_t i = 0; i < w->open_count; i++)
        if (!is_passage(w->open[i]->kind) && (best == SIZE_MAX || w->open[i]->end <= w->open[best]->end)) best = i;
    return best;
}

static void add_reference(writer *w, const text_mark *m) {
    buf_add_char(w->out, KINDS[m->kind].letter);
    html_number(w->out, m->number);
}

/* class="…", and data-r="…" with all records, the last begun first, where a link alone would not tell. */
static void add_classes(writer *w, size_t inner) {
    buf_add(w->out, STR(" class=\"m"));
    for (size_t i = 0; i < w->open_count; i++) {
        buf_add_char(w->out, ' ');
        buf_add_char(w->out, KINDS[w->open[i]->kind].letter);
    }
    if (w->open_count > 1 || inner == SIZE_MAX) {
        buf_add(w->out, STR("\" data-r=\""));
        for (size_t i = w->open_count; i-- > 0;) {
            add_reference(w, w->open[i]);
            if (i) buf_add_char(w->out, ' ');
        }
    }
    buf_add_char(w->out, '"');
}

/* A piece of one line, of the records that are open. */
static void write_piece(writer *w, str piece) {
    size_t inner = innermost(w);
    if (piece.n == 0) return;
    open_line(w);
    if (w->open_count == 0) {
        html_text(w->out, piece);
        return;
    }
    buf_add(w->out, inner == SIZE_MAX ? STR("<span") : STR("<a"));
    add_classes(w, inner);
    if (inner != SIZE_MAX) {
        const text_mark *m = w->open[inner];
        buf_add(w->out, STR(" href=\"#"));
        add_reference(w, m);
        buf_add_char(w->out, '"');
        if (w->begun[inner]) {
            buf_add(w->out, STR(" tabindex=\"-1\""));
        } else if (!m->again) {
            buf_add(w->out, STR(" id=\"m-"));
            add_reference(w, m);
            buf_add_char(w->out, '"');
        }
    }
    buf_add_char(w->out, '>');
    html_text(w->out, piece);
    buf_add(w->out, inner == SIZE_MAX ? STR("</span>") : STR("</a>"));
    if (inner != SIZE_MAX) w->begun[inner] = true;
}

/* Writes what stands before a code point. */
static void write_until(writer *w, size_t point) {
    size_t n = bytes_until(w, point), from = w->at, end = w->at + n;
    for (size_t i = from; i < end; i++) {
        if (w->text.p[i] != '\n') continue;
        write_piece(w, str_cut(w->text, from, i));
        close_line(w);
        from = i + 1;
    }
    write_piece(w, str_cut(w->text, from, end));
    w->at = end;
    w->point = point;
}

/* A passage's label; of words whose first piece will belong to another record, the place alone. */
static void begin_mark(writer *w, const text_mark *m) {
    str label = marking_label(w->in, m->kind);
    if (w->open_count == MOST_OPEN) return;
    open_line(w);
    if (label.n) {
        buf_add(w->out, STR("<a class=\"n "));
        buf_add_char(w->out, KINDS[m->kind].letter);
        buf_add(w->out, m->again ? STR("\"") : STR("\" id=\"m-"));
        if (!m->again) {
            add_reference(w, m);
            buf_add_char(w->out, '"');
        }
        buf_add(w->out, STR(" href=\"#"));
        add_reference(w, m);
        buf_add(w->out, STR("\" aria-label=\""));
        buf_add(w->out, word_in(w->in, KINDS[m->kind].name));
        buf_add_char(w->out, ' ');
        html_number(w->out, m->number);
        buf_add(w->out, STR("\">"));
        buf_add(w->out, label);
        html_number(w->out, m->number);
        buf_add(w->out, STR("</a>"));
    }
    w->begun[w->open_count] = false;
    w->open[w->open_count++] = m;
}

/* Ends the records that end here. */
static void end_marks(writer *w) {
    size_t kept = 0;
    for (size_t i = 0; i < w->open_count; i++) {
        const text_mark *m = w->open[i];
        if (m->end > w->point) {
            w->begun[kept] = w->begun[i];
            w->open[kept++] = m;
        } else if (is_passage(m->kind)) {
            buf_format(w->out, "<span class=\"z %c\"></span>", KINDS[m->kind].letter);
        } else if (!w->begun[i] && !m->again) {
            buf_add(w->out, STR("<span id=\"m-"));
            add_reference(w, m);
            buf_add(w->out, STR("\"></span>"));
        }
    }
    w->open_count = kept;
}

static size_t next_end(const writer *w) {
    size_t end = SIZE_MAX;
    for (size_t i = 0; i < w->open_count; i++)
        if (w->open[i]->end < end) end = w->open[i]->end;
    return end;
}

void marking_write(buf *out, arena *a, str text, text_marks *marks, language in, bool headed) {
    writer *w = arena_alloc(a, sizeof *w);
    w->out = out;
    w->text = text;
    w->in = in;
    w->headed = headed;
    if (marks->n) qsort(marks->items, marks->n, sizeof *marks->items, compare_marks);
    for (size_t i = 0; i < marks->n || w->open_count;) {
        size_t end = next_end(w), start = i < marks->n ? marks->items[i].start : SIZE_MAX;
        if (end <= start) {
            write_until(w, end);
            end_marks(w);
            continue;
        }
        const text_mark *m = &marks->items[i++];
        write_until(w, start);
        if (m->end > m->start && w->at < text.n) begin_mark(w, m);
    }
    write_until(w, SIZE_MAX);
    close_line(w);
}
