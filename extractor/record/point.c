/* SPDX-License-Identifier: MIT */
/* Points: declared norms. Markers found by rules say where one is; its borders are those of the clause round the marker. */
#include "record/collect.h"

#include <stdlib.h>

#include "record/clause.h"
#include "record/norm.h"
#include "record/speaker.h"
#include "text/item.h"

typedef struct {
    extraction *x;
    const match_list *marks;
    bool *taken; /* sentences that are points as a whole */
} declarer;

/* How many statements begin at or before byte i; they are sorted. */
static size_t statements_to(const extraction *x, size_t i) {
    size_t low = 0, high = x->out->statements.n;
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (x->out->statements.items[mid].at.start <= i) low = mid + 1; else high = mid;
    }
    return low;
}

/* The person whom the last sentence before byte i that has one for its subject begins with; sentences before from, and
 * those far away, are not looked at. */
static who subject_since(extraction *x, size_t from, size_t i) {
    enum { SENTENCES = 4 };
    size_t here = document_sentence(x->doc, i);
    for (size_t n = 0; n < SENTENCES && here > 0; n++) {
        const sentence *s = &x->doc->sentences.items[--here];
        if (s->at.start < from || x->doc->paragraphs.items[s->paragraph].title) break;
        who w = document_quote(x->doc, s->at.start) ? (who){ .person = PEOPLE_NONE } : speaker_opening(x, s->at);
        if (w.person != PEOPLE_NONE) return w;
    }
    return (who){ .person = PEOPLE_NONE };
}

/* Who declares it: the speaker of the statement it stands in, else the subject of its sentence, else whoever spoke last. */
static speaker_ref declared_by(extraction *x, const rule_match *m) {
    enum { REACH = 8 }; /* statements within statements, and silent ones, that are looked back over */
    size_t before = statements_to(x, m->at.start);
    const statement_record *all = x->out->statements.items;
    for (size_t k = before, n = 0; k-- > 0 && n < REACH; n++)
        if (m->at.start < all[k].at.end) return all[k].speaker;
    bool own = str_eq(value_of(x, m, POINT_FORM), STR("modal")); /* its subject is who is bound, not who says so */
    who w = own ? (who){ .person = PEOPLE_NONE } : speaker_before(x, m->at.start, clause_range(x, m->at.start).start);
    if (speaker_known(w) && !w.pronoun) return speaker_reference(x, w, STR("cue"));
    for (size_t k = before, n = 0; k-- > 0 && n < REACH; n++) {
        if (!all[k].speaker.from.n) continue;
        who later = subject_since(x, all[k].at.end, m->at.start);
        return speaker_known(later) ? speaker_reference(x, later, STR("coreference")) : all[k].speaker;
    }
    return speaker_reference(x, subject_since(x, 0, m->at.start), STR("coreference"));
}

static void add_point(declarer *d, norm n, const rule_match *m) {
    extraction *x = d->x;
    if (span_empty(n.text) || clause_words(x->doc->text, n.text) < 2) return;
    point_record p = { .at = n.text, .number = -1, .force = n.force, .by = declared_by(x, m), .rule = rule_id(m) };
    p.topic = norm_topic(x, n.text);
    if (!span_empty(n.to)) *vec_add(x->home, &p.to) = text_of(x, n.to);
    *vec_add(x->home, &x->out->points) = p;
}

/* An item of a declaration is a point: a prohibition when it begins with one, else of the force that the list has. */
static void take_item(declarer *d, span body, long number, str force, speaker_ref by) {
    extraction *x = d->x;
    span at = clause_trim(x->doc->text, body);
    if (clause_words(x->doc->text, at) < 2) return;
    str forbids = norm_forbids(x, at);
    *vec_add(x->home, &x->out->points) = (point_record){ .at = at, .number = number > 0 ? number : -1, .force = forbids.n ? forbids : force,
                                                         .by = by, .topic = norm_topic(x, at), .rule = STR("point.item") };
}

static long sentence_number(const extraction *x, size_t i) {
    return item_in_sentence(text_of(x, x->doc->sentences.items[i].at)).number;
}

/* Whether a paragraph that begins with an ordinal word goes on to the next: "Pertama, … Kedua, …" are items of their own. */
static bool counts_on(const extraction *x, const paragraph *p) {
    for (size_t i = p->sentence + 1; i < p->sentence + p->sentences; i++)
        if (sentence_number(x, i) == 2) return true;
    return false;
}

/* Lists of paragraphs below words of declaring or asking. */
static void take_lists(declarer *d) {
    const document *doc = d->x->doc;
    str force = STR_NONE;
    speaker_ref by = { 0 };
    for (size_t i = 0; i < doc->paragraphs.n; i++) {
        const paragraph *p = &doc->paragraphs.items[i];
        if (!p->item) {
            bool list = i + 1 < doc->paragraphs.n && doc->paragraphs.items[i + 1].item;
            force = list ? norm_list_force(d->x, p->at) : STR_NONE;
            if (!force.n) continue;
            who w = p->sentences ? speaker_opening(d->x, doc->sentences.items[p->sentence].at) : (who){ .person = PEOPLE_NONE };
            by = speaker_reference(d->x, w, STR("cue"));
        } else if (force.n && !counts_on(d->x, p)) {
            take_item(d, (span){ p->body, p->at.end }, p->number, force, by);
            for (size_t k = 0; k < p->sentences; k++) d->taken[p->sentence + k] = true;
        }
    }
}

/* The items in running text from sentence i on, which is "Pertama, …": up to the last that counts on. */
static void take_prose(declarer *d, size_t i) {
    enum { INTRO = 300, BETWEEN = 2 };
    extraction *x = d->x;
    size_t start = x->doc->sentences.items[i].at.start;
    str force = norm_list_force(x, (span){ start > INTRO ? start - INTRO : 0, start });
    if (!force.n) return;
    who w = i > 0 ? speaker_opening(x, x->doc->sentences.items[i - 1].at) : (who){ .person = PEOPLE_NONE };
    speaker_ref by = speaker_reference(x, w, STR("cue"));
    long next = 1;
    for (size_t k = i, since = 0; k < x->doc->sentences.n && since <= BETWEEN; k++, since++) {
        item_label label = item_in_sentence(text_of(x, x->doc->sentences.items[k].at));
        if (label.number != next || d->taken[k]) continue;
        span at = x->doc->sentences.items[k].at;
        take_item(d, (span){ at.start + label.size, at.end }, next++, force, by);
        d->taken[k] = true;
        since = 0;
    }
}

/* "… menyatakan tiga hal. Pertama, … Kedua, … Ketiga, …" */
static void take_enumerations(declarer *d) {
    const extraction *x = d->x;
    for (size_t i = 0; i + 1 < x->doc->sentences.n; i++) {
        bool first = !d->taken[i] && sentence_number(x, i) == 1;
        for (size_t k = i + 1; first && k < i + 3 && k < x->doc->sentences.n; k++)
            if (sentence_number(x, k) == 2) { take_prose(d, i); break; }
    }
}

static int by_start(const void *a, const void *b) {
    const point_record *x = a, *y = b;
    if (x->at.start != y->at.start) return x->at.start < y->at.start ? -1 : 1;
    return x->at.end < y->at.end ? -1 : x->at.end > y->at.end;
}

/* Of two that are mostly the same words the one found by the stronger marker stays: it comes first in rank. */
static void drop_doubles(extraction *x) {
    size_t out = 0;
    for (size_t i = 0; i < x->out->points.n; i++) {
        const point_record *p = &x->out->points.items[i], *before = out ? &x->out->points.items[out - 1] : NULL;
        size_t shared = before && before->at.end > p->at.start ? (before->at.end < p->at.end ? before->at.end : p->at.end) - p->at.start : 0;
        size_t longest = p->at.end - p->at.start;
        if (before && before->at.end - before->at.start > longest) longest = before->at.end - before->at.start;
        if (shared * 2 > longest) continue;
        x->out->points.items[out++] = *p;
    }
    x->out->points.n = out;
}

void points_collect(extraction *x) {
    declarer d = { .x = x, .marks = matcher_found(x->matcher, KIND_POINT) };
    d.taken = arena_alloc(x->home, x->doc->sentences.n + 1);
    take_lists(&d);
    take_enumerations(&d);
    for (size_t i = 0; i < d.marks->n; i++) {
        const rule_match *m = &d.marks->items[i];
        bool title = x->doc->title && m->at.start < x->doc->paragraphs.items[0].at.end;
        if (!title && !d.taken[document_sentence(x->doc, m->at.start)]) add_point(&d, norm_read(x, d.marks, i), m);
    }
    if (x->out->points.n) qsort(x->out->points.items, x->out->points.n, sizeof *x->out->points.items, by_start);
    drop_doubles(x);
}
