/* SPDX-License-Identifier: MIT */
/* One walk over the text finds where paragraphs, sentences and quotations begin and end. */
#include "text/skeleton.h"

#include "base/limits.h"
#include "text/mark.h"

typedef struct {
    document *d;
    arena *home;
    const text_words *words;
    str text;
    size_t start;       /* of the sentence */
    size_t open[2];     /* quotations open: an outer one and one within it */
    int depth;
    size_t single;      /* where a single quotation is open, or NONE */
} walker;

enum { BORING, STOP, MARK };
static const size_t NONE = SIZE_MAX;

static const unsigned char INTEREST[256] = {
    ['.'] = STOP, ['!'] = STOP, ['?'] = STOP, ['"'] = MARK, ['\''] = MARK, ['`'] = MARK,
    [0xE2] = MARK, [0xC2] = MARK, [0xEF] = MARK,
};

static void end_sentence(walker *w, size_t end) {
    span at = span_trim(w->text, (span){ w->start, end });
    w->start = end;
    if (span_empty(at)) return;
    *vec_add(w->home, &w->d->sentences) = (sentence){ at, w->d->paragraphs.n - 1 };
    w->d->paragraphs.items[w->d->paragraphs.n - 1].sentences++;
}

/* The word that ends with the full stop at i, the stop included. */
static str word_before(const walker *w, size_t i) {
    size_t start = i;
    while (start > w->start && !ascii_space(w->text.p[start - 1]) && w->text.p[start - 1] != '(' && i - start < 24) start--;
    while (start < i && mark_at(w->text, start).kind != MARK_NONE) start += mark_at(w->text, start).size;
    return str_cut(w->text, start, i + 1);
}

/* Initials (A., Ma.) and degrees (S.Sos.) before another capitalised word: the sentence goes on. */
static bool abbreviated(const walker *w, size_t i, size_t next) {
    str word = word_before(w, i);
    if (table_get(&w->words->abbreviations, word) != TABLE_NONE) return true;
    if (word.n == 2 && ascii_upper(word.p[0])) return true;
    bool inner = word.n > 3 && ascii_upper(word.p[0]) && memchr(word.p, '.', word.n - 1) != NULL;
    if (!inner) return false;
    size_t end = next;
    while (end < w->text.n && !ascii_space(w->text.p[end])) end++;
    return memchr(w->text.p + next, '.', end - next) != NULL && end - next < 12;
}

/* Behind the closing marks and brackets at k; *quoted: a mark was among them. */
static size_t past_closers(str text, size_t k, size_t limit, bool *quoted) {
    while (k < limit) {
        mark m = mark_at(text, k);
        if (m.kind == MARK_NONE && text.p[k] != ')' && text.p[k] != ']') break;
        if (m.kind != MARK_NONE && !mark_may_close(text, k, m.size)) break;
        *quoted = *quoted || m.kind != MARK_NONE;
        k += m.kind != MARK_NONE ? m.size : 1;
    }
    return k;
}

/* A capital, a digit, an opening bracket or a mark: what a sentence begins with. */
static bool may_begin(str text, size_t i) {
    size_t size;
    uint32_t c = utf8_at(text, i, &size);
    return utf8_upper(c) || (c >= '0' && c <= '9') || c == '(' || c == '[' || mark_at(text, i).kind != MARK_NONE;
}

/* Where the sentence that has a stop at i ends, or 0 when it goes on. limit: the paragraph's end. */
static size_t sentence_end(const walker *w, size_t i, size_t limit) {
    size_t k = i + 1;
    bool quoted = false;
    while (k < limit && memchr(".!?", w->text.p[k], 3)) k++;
    k = past_closers(w->text, k, limit, &quoted);
    if (k == limit) return k;
    /* "…dalam video."Macet…": a quotation glued on. */
    bool glued = k == i + 1 && mark_at(w->text, k).kind != MARK_NONE;
    if (w->text.p[k] != ' ' && !glued) return 0;
    size_t next = k;
    while (next < limit && w->text.p[next] == ' ') next++;
    if (next == limit) return k;
    if (!may_begin(w->text, next) || (w->text.p[i] == '.' && !quoted && abbreviated(w, i, next))) return 0;
    return k;
}

static quote *add_quote(walker *w, size_t start, size_t size) {
    quote *q = vec_add(w->home, &w->d->quotes);
    *q = (quote){ .at = { start, start }, .inside = { start + size, start + size }, .paragraph = w->d->paragraphs.n - 1,
                  .end = QUOTE_OPEN };
    return q;
}

static void close_quote(quote *q, size_t i, size_t size) {
    q->inside.end = i;
    q->at.end = i + size;
    q->end = QUOTE_CLOSED;
}

static void open_double(walker *w, size_t i, size_t size) {
    if (w->depth == 2) return;
    w->open[w->depth++] = w->d->quotes.n;
    add_quote(w, i, size);
}

static void double_mark(walker *w, size_t i, mark m) {
    bool open = mark_may_open(w->text, i, m.size), shut = mark_may_close(w->text, i, m.size);
    if (w->depth == 0 && w->single != NONE && shut && !open) { /* 'Jangan takut," */
        quote *q = &w->d->quotes.items[w->single];
        q->single = false;
        close_quote(q, i, m.size);
        w->single = NONE;
        return;
    }
    if (w->depth == 0) {
        if (open || m.kind == MARK_OPEN) open_double(w, i, m.size);
        return;
    }
    /* Inside a quotation a mark closes unless it stands where only an opening one can. */
    if (open && !shut) open_double(w, i, m.size);
    else if (open && m.kind == MARK_OPEN && !ascii_space(w->text.p[i + m.size])) open_double(w, i, m.size);
    else close_quote(&w->d->quotes.items[w->open[--w->depth]], i, m.size);
}

/* The next double mark in the paragraph behind i; MARK_NONE: there is none. *at: where. */
static mark next_double(const walker *w, size_t i, size_t *at) {
    size_t end = w->d->paragraphs.items[w->d->paragraphs.n - 1].at.end;
    for (; i < end; i++) {
        if (INTEREST[(unsigned char)w->text.p[i]] != MARK) continue;
        mark m = mark_at(w->text, i);
        *at = i;
        if (m.kind != MARK_NONE && !m.single) return m;
    }
    return (mark){ MARK_NONE, false, 0 };
}

/* "Jangan takut,' katanya: a single mark that closes what a double one opened, for no other does. */
static bool closes_double(const walker *w, size_t i, mark m) {
    if (w->depth != 1 || w->single != NONE || !memchr(",.!?", w->text.p[i - 1], 4)) return false;
    size_t at;
    mark next = next_double(w, i + m.size, &at);
    return next.kind == MARK_NONE || (mark_may_open(w->text, at, next.size) && !mark_may_close(w->text, at, next.size));
}

static void single_mark(walker *w, size_t i, mark m) {
    bool open = mark_may_open(w->text, i, m.size);
    bool letter_after = i + m.size < w->text.n && utf8_letter((unsigned char)w->text.p[i + m.size]);
    if (i > 0 && !letter_after && closes_double(w, i, m)) {
        close_quote(&w->d->quotes.items[w->open[--w->depth]], i, m.size);
        return;
    }
    if (w->single != NONE && !letter_after && !ascii_space(w->text.p[i - 1])) {
        close_quote(&w->d->quotes.items[w->single], i, m.size);
        w->single = NONE;
    } else if (open && w->single == NONE) {
        w->single = w->d->quotes.n;
        add_quote(w, i, m.size)->single = true;
    }
}

/* Whether from start on, over paragraphs without a mark, a closing one comes before any opening one. */
static bool closes_first(str text, size_t start) {
    int paragraphs = 0;
    for (size_t i = start; i < text.n && paragraphs < LIMIT_QUOTE_PARAGRAPHS; i++) {
        if (text.p[i] == '\n') paragraphs++, start = i + 1;
        if (INTEREST[(unsigned char)text.p[i]] != MARK) continue;
        mark m = mark_at(text, i);
        if (m.kind == MARK_NONE || m.single) continue;
        return i > start && mark_may_close(text, i, m.size) && (m.kind == MARK_CLOSE || !mark_may_open(text, i, m.size));
    }
    return false;
}

static bool opens_at(str text, size_t start) {
    if (start >= text.n) return false;
    mark m = mark_at(text, start);
    return m.kind != MARK_NONE && !m.single;
}

/* At a paragraph's end: what is open ends here, or goes on in the next paragraph. */
static void end_paragraph(walker *w, size_t end, size_t next) {
    quote *all = w->d->quotes.items;
    bool runs_on = false;
    for (int k = 0; k < w->depth; k++) {
        quote *q = &all[w->open[k]];
        q->inside.end = q->at.end = end;
        if (k > 0 || next >= w->text.n) continue;
        runs_on = closes_first(w->text, next);
        if (runs_on || opens_at(w->text, next)) q->end = QUOTE_CONTINUED;
    }
    if (w->single != NONE) all[w->single].inside.end = all[w->single].at.end = end;
    w->depth = 0;
    w->single = NONE;
    end_sentence(w, end);
    if (runs_on) open_double(w, next, 0);
}

static void begin_paragraph(walker *w, span at, bool title) {
    *vec_add(w->home, &w->d->paragraphs) =
        (paragraph){ .at = at, .sentence = w->d->sentences.n, .title = title, .body = at.start };
    w->start = at.start;
    if (w->depth > 0) w->d->quotes.items[w->open[0]].paragraph = w->d->paragraphs.n - 1;
    if (w->d->quotes.n == 0) return;
    size_t last = w->d->quotes.n - 1 - (w->depth > 0 && w->d->quotes.n > 1);
    quote *before = &w->d->quotes.items[last];
    if (w->depth > 0) w->d->quotes.items[w->open[0]].continues = before->end == QUOTE_CONTINUED;
}

static void walk_paragraph(walker *w, span at) {
    for (size_t i = at.start; i < at.end; i++) {
        unsigned char kind = INTEREST[(unsigned char)w->text.p[i]];
        if (kind == BORING) continue;
        if (kind == STOP) {
            size_t end = sentence_end(w, i, at.end);
            for (size_t k = i + 1; k < end; k++) {
                mark m = mark_at(w->text, k);
                if (m.kind == MARK_NONE) continue;
                if (m.single) single_mark(w, k, m); else double_mark(w, k, m);
                k += m.size - 1;
            }
            if (end) end_sentence(w, end), i = end - 1;
            continue;
        }
        mark m = mark_at(w->text, i);
        if (m.kind == MARK_NONE) continue;
        if (m.single) single_mark(w, i, m); else double_mark(w, i, m);
        i += m.size - 1;
    }
}

static size_t line_end(str text, size_t start) {
    if (start >= text.n) return text.n;
    const char *hit = memchr(text.p + start, '\n', text.n - start);
    return hit ? (size_t)(hit - text.p) : text.n;
}

/* A quotation that reopens in the paragraph after one that was left open goes on with it. */
static void link_continuations(document *d) {
    for (size_t i = 1; i < d->quotes.n; i++) {
        quote *before = &d->quotes.items[i - 1], *q = &d->quotes.items[i];
        if (before->end == QUOTE_CONTINUED && q->paragraph == before->paragraph + 1) q->continues = true;
        else if (before->end == QUOTE_CONTINUED) before->end = QUOTE_OPEN;
    }
}

void skeleton_walk(document *d, arena *a, bool title, const text_words *words) {
    walker w = { .d = d, .home = a, .words = words, .text = d->text, .single = NONE };
    for (size_t start = 0; start < d->text.n;) {
        size_t end = line_end(d->text, start), next = end + 1;
        begin_paragraph(&w, (span){ start, end }, title && start == 0);
        walk_paragraph(&w, (span){ start, end });
        end_paragraph(&w, end, next);
        start = next;
    }
    link_continuations(d);
}
