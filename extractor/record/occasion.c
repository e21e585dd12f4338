/* SPDX-License-Identifier: MIT */
#include "record/occasion.h"

#include "base/calendar.h"

/* The sentence of the cue; without one, from the start of the sentence that the statement begins in to the end of the one
 * that it ends in. */
static span place_of(const document *d, const statement_record *s) {
    if (!d->sentences.n) return s->at;
    const sentence *first = &d->sentences.items[document_sentence(d, span_empty(s->cue) ? s->at.start : s->cue.start)];
    const sentence *last = &d->sentences.items[document_sentence(d, span_empty(s->cue) ? s->at.end : s->cue.end)];
    return (span){ first->at.start, last->at.end };
}

static size_t gap(span a, span b) {
    return a.start >= b.end ? a.start - b.end : b.start >= a.end ? b.start - a.end : 0;
}

static bool can_be(const article_record *a, const date_record *r) {
    calendar_day day, published;
    if (!str_eq(r->type, STR("DATE")) || r->value.n < 10 || str_find(r->value, STR("/"), 0) != SIZE_MAX) return false;
    if (!calendar_read(&day, r->value) || !day.day) return false;
    return !calendar_read(&published, a->published) || !published.day || calendar_compare(day, published) <= 0;
}

span statement_around(const document *d, const statement_record *s) {
    span at = s->at;
    if (!span_empty(s->cue) && s->cue.start < at.start) at.start = s->cue.start;
    if (!span_empty(s->cue) && s->cue.end > at.end) at.end = s->cue.end;
    if (!d->sentences.n) return at;
    span first = d->sentences.items[document_sentence(d, at.start)].at, last = d->sentences.items[document_sentence(d, at.end - 1)].at;
    return (span){ first.start < at.start ? first.start : at.start, last.end > at.end ? last.end : at.end };
}

str statement_said(const article_record *a, const document *d, const statement_record *s) {
    span place = place_of(d, s), cue = span_empty(s->cue) ? s->at : s->cue;
    const date_record *best = NULL;
    for (size_t i = 0; i < a->dates.n && a->dates.items[i].at.start < place.end; i++) {
        const date_record *r = &a->dates.items[i];
        if (r->at.start < place.start || span_overlap(r->at, s->at) || !can_be(a, r)) continue;
        if (!best || gap(r->at, cue) < gap(best->at, cue)) best = r;
    }
    return best ? str_cut(best->value, 0, 10) : STR_NONE;
}
