/* SPDX-License-Identifier: MIT */
/* "Bupati Biak: Jangan Bakar Sampah": a headline that reports what somebody says, when the text below does not say the
 * same more fully. */
#include "record/clause.h"
#include "record/collect.h"
#include "record/speaker.h"

/* The part of a headline that may name a speaker: before the colon, behind the last comma. */
static span speaker_part(str text, span title) {
    enum { LONGEST = 70 };
    size_t colon = str_find(str_cut(text, 0, title.end), STR(": "), title.start);
    if (colon == SIZE_MAX) return (span){ 0, 0 };
    size_t comma = str_find_last(str_cut(text, 0, colon), STR(", "), colon);
    size_t start = comma != SIZE_MAX && comma > title.start ? comma + 2 : title.start;
    return colon - start <= LONGEST ? (span){ start, colon } : (span){ 0, 0 };
}

static bool said_below(const extraction *x, str words) {
    for (size_t i = 0; i < x->out->statements.n; i++)
        if (repeat_within(words, text_of(x, x->out->statements.items[i].at))) return true;
    return false;
}

void headlines_collect(extraction *x) {
    if (!x->doc->title || !x->doc->paragraphs.n) return;
    span title = x->doc->paragraphs.items[0].at, part = speaker_part(x->doc->text, title);
    if (span_empty(part)) return;
    span at = clause_trim(x->doc->text, (span){ part.end + 1, title.end });
    who w = speaker_at(x, part.start, part.end);
    if (w.end != part.end || w.person == PEOPLE_NONE || clause_words(x->doc->text, at) < 2 || said_below(x, text_of(x, at))) return;
    w.rule = STR("speaker.headline");
    statement_record first = { .at = at, .speaker = speaker_reference(x, w, STR("headline")), .rule = STR("statement.headline") };
    vec_add(x->home, &x->out->statements);
    memmove(x->out->statements.items + 1, x->out->statements.items, (x->out->statements.n - 1) * sizeof first);
    x->out->statements.items[0] = first;
}
