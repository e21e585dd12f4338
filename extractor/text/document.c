/* SPDX-License-Identifier: MIT */
#include "text/document.h"

#include "text/item.h"
#include "text/skeleton.h"

static size_t count_words(str s) {
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) n += !ascii_space(s.p[i]) && (i == 0 || ascii_space(s.p[i - 1]));
    return n;
}

document document_make(arena *a, str text, bool title, const text_words *words) {
    document d = { .text = text, .title = title, .points = point_index_make(a, text) };
    skeleton_walk(&d, a, title, words);
    for (size_t i = 0; i < d.quotes.n; i++) d.quotes.items[i].words = count_words(str_span(text, d.quotes.items[i].inside));
    for (size_t i = 0; i < d.paragraphs.n; i++) {
        paragraph *p = &d.paragraphs.items[i];
        item_label label = item_at(str_span(text, p->at));
        p->item = label.number >= 0 && !p->title;
        p->number = label.number;
        p->body = p->at.start + (p->item ? label.size : 0);
    }
    return d;
}

/* The last of n items, step bytes apart, whose span (their first field) begins at or before i. */
static size_t last_before(const void *items, size_t n, size_t step, size_t i) {
    size_t low = 0, high = n;
    while (low < high) {
        size_t mid = (low + high) / 2;
        const span *at = (const void *)((const char *)items + mid * step);
        if (at->start <= i) low = mid + 1; else high = mid;
    }
    return low ? low - 1 : 0;
}

size_t document_paragraph(const document *d, size_t i) {
    return last_before(d->paragraphs.items, d->paragraphs.n, sizeof(paragraph), i);
}

size_t document_sentence(const document *d, size_t i) {
    return last_before(d->sentences.items, d->sentences.n, sizeof(sentence), i);
}

size_t document_quote_from(const document *d, size_t i) {
    size_t k = i && d->quotes.n ? last_before(d->quotes.items, d->quotes.n, sizeof(quote), i - 1) : 0;
    while (k < d->quotes.n && d->quotes.items[k].at.start < i) k++;
    return k;
}

const quote *document_quote(const document *d, size_t i) {
    for (size_t k = d->quotes.n ? last_before(d->quotes.items, d->quotes.n, sizeof(quote), i) + 1 : 0; k-- > 0;) {
        const quote *q = &d->quotes.items[k];
        if (!q->single && i >= q->inside.start && i < q->inside.end) return q;
        if (d->paragraphs.n && q->paragraph + 1 < document_paragraph(d, i)) break;
    }
    return NULL;
}
