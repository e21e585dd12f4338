/* SPDX-License-Identifier: MIT */
/* Officials: matches with a name make people and their offices; matches without one are offices alone (holder.c). */
#include "record/official.h"

#include <stdlib.h>

#include "base/limits.h"
#include "record/border.h"
#include "record/clause.h"
#include "record/name.h"
#include "record/office.h"

bool official_in_title(const extraction *x, size_t at) {
    return x->doc->title && x->doc->paragraphs.n && at < x->doc->paragraphs.items[0].at.end;
}

official_record *official_of(extraction *x, size_t who, str title, str of) {
    for (size_t i = 0; i < x->out->officials.n; i++) {
        official_record *o = &x->out->officials.items[i];
        if (o->person == who && str_eq_fold(o->title, title) && office_same_body(o->of, of)) return o;
    }
    official_record *o = vec_add(x->home, &x->out->officials);
    *o = (official_record){ .title = title, .person = who };
    return o;
}

/* The fullest mention, the first of equals, says what the office belongs to. */
void official_mention(extraction *x, official_record *o, span at, str of, str acting, const rule *r) {
    size_t longest = 0;
    for (size_t i = 0; i < o->mentions.n; i++) {
        size_t n = o->mentions.items[i].at.end - o->mentions.items[i].at.start;
        if (n > longest) longest = n;
    }
    if (of.n && (!o->of.n || at.end - at.start > longest)) o->of = of;
    if (acting.n && !o->acting.n) o->acting = acting;
    if (o->mentions.n < LIMIT_MENTIONS) *vec_add(x->home, &o->mentions) = (mention){ at, r->id };
}

/* The name behind "dan" behind a match; empty: none. */
static span second_name(const extraction *x, const rule_match *m) {
    str text = x->doc->text;
    if (!str_starts(str_cut(text, m->at.end, text.n), STR(" dan "))) return (span){ 0, 0 };
    return name_at(x, m->at.end + 5, clause_range(x, m->at.start).end);
}

/* Who holds an office with the name at a place. */
static void take_holder(extraction *x, span name, str title, str of, const rule_match *m) {
    size_t who = people_add(&x->people, x->home, text_of(x, name), name.start);
    if (who == PEOPLE_NONE) return;
    official_mention(x, official_of(x, who, title, of), (span){ m->at.start, name.end }, of, STR_NONE, m->rule);
}

/* "Wakil Ketua DPRD X, A B dan C D": an office that several hold is that of the second name too. */
static void take_second(extraction *x, const rule_match *m, str title, str of) {
    span name = listed(x->words->shared_titles, title) ? second_name(x, m) : (span){ 0, 0 };
    if (memchr(text_of(x, name).p, ' ', name.end - name.start)) take_holder(x, name, title, of, m);
}

/* The title before "dan" before a match: of "Ketua dan Wakil Ketua DPRD X, A dan B" Ketua; STR_NONE: none. */
static str first_title(const extraction *x, const rule_match *m) {
    str text = x->doc->text, before = str_cut(text, 0, m->at.start);
    if (!str_ends(before, STR(" dan "))) return STR_NONE;
    size_t end = before.n - 5, from = clause_range(x, m->at.start).start, start = end;
    str first = STR_NONE;
    for (int words = 0; words < 4 && start > from; words++) {
        while (start > from && text.p[start - 1] != ' ') start--;
        const list_entry *entry;
        size_t n = list_longest(&x->words->titles, text, start, end, &entry);
        str number = n ? str_cut(text, start + n, end) : STR_NONE;
        if (n && number.n < 4) first = arena_join(x->home, (str[]){ entry->canonical, number }, 2);
        if (start > from) start--;
    }
    return first;
}

/* Two offices of one body and their holders in the same order: "Ketua dan Wakil Ketua DPRD X, A dan B". */
static bool take_pair(extraction *x, const rule_match *m, str title, str of) {
    str first = first_title(x, m);
    span second = first.n ? second_name(x, m) : (span){ 0, 0 };
    if (span_empty(second)) return false;
    take_holder(x, m->field[OFFICIAL_NAME], first, of, m);
    take_holder(x, second, title, of, m);
    return true;
}

static void take_named(extraction *x, const rule_match *m) {
    str title = office_title(x, m), of = office_of(x, m, title), acting = office_acting(x, m);
    span name = m->field[OFFICIAL_NAME];
    if (take_pair(x, m, title, of)) return;
    name.end -= name.end - name.start > 1 && x->doc->text.p[name.end - 1] == '.'; /* of the sentence */
    size_t who = people_add(&x->people, x->home, text_of(x, name), name.start);
    if (who == PEOPLE_NONE) return;
    people_warn(x, who, name);
    official_record *o = official_of(x, who, title, of);
    official_mention(x, o, (span){ m->at.start, name.end }, of, acting, m->rule);
    if (!o->rank.n) o->rank = value_of(x, m, OFFICIAL_RANK);
    str degrees = value_of(x, m, OFFICIAL_DEGREES);
    while (degrees.n && (degrees.p[0] == ',' || degrees.p[0] == ' ')) degrees = str_cut(degrees, 1, degrees.n);
    if (!o->degrees.n && degrees.n) o->degrees = degrees;
    *vec_add(x->home, &x->offices) = (office_mention){ m->at, title, acting, of, who, m->rule };
    take_second(x, m, title, of);
}

static void take_nameless(extraction *x, const rule_match *m) {
    str title = office_title(x, m);
    *vec_add(x->home, &x->offices) = (office_mention){ m->at, title, office_acting(x, m), office_of(x, m, title), PEOPLE_NONE, m->rule };
}

/* In a headline every word is capitalised: a name there is one that the text below has too, and no longer. */
static bool name_in_title(const extraction *x, rule_match *m) {
    span name = m->field[OFFICIAL_NAME];
    for (; !span_empty(name); ) {
        if (people_find(&x->people, text_of(x, name), 0) != PEOPLE_NONE) break;
        size_t space = str_find_last(text_of(x, name), STR(" "), name.end - name.start);
        name.end = space == SIZE_MAX ? name.start : name.start + space;
    }
    m->field[OFFICIAL_NAME] = name;
    m->at.end = name.end;
    return !span_empty(name);
}

/* Sets the body, the rank and the name of a match by where the border between body and name lies. */
static void divide(extraction *x, rule_match *m, const border *b) {
    span *field = m->field;
    field[OFFICIAL_OF] = b->body;
    field[OFFICIAL_NAME] = b->name;
    if (span_empty(b->body)) field[OFFICIAL_OF] = (span){ SIZE_MAX, SIZE_MAX };
    if (m->at.end < b->name.end || !match_has(m, OFFICIAL_DEGREES)) m->at.end = b->name.end;
    matcher_cut(x->matcher, KIND_INSTITUTION, b->name.start);
}

/* Whether another title, or a rank, begins there that is longer than the one of the run: "Sekretaris Daerah X", "Komisaris
 * Besar X" is no Sekretaris and no Komisaris. */
static bool longer_title(const extraction *x, const rule_match *m) {
    if (!match_has(m, OFFICIAL_TITLE)) return false;
    span title = m->field[OFFICIAL_TITLE];
    str text = x->doc->text;
    size_t n = title.end - title.start, limit = m->at.end;
    if (list_longest(&x->words->titles, text, title.start, limit, NULL) > n || list_longest(&x->words->honours, text, title.start, limit, NULL) > n) return true;
    return x->words->unit_titles && !listed(x->words->unit_titles, text_of(x, title)) &&
           list_longest(x->words->unit_titles, text, title.start, limit, NULL) > n && !str_starts(text_of(x, title), STR("Kepala"));
}

/* "Kepala Puskesmas Margadana Wahidin": body and name in one run of capitals, captured as a name. Without a likely border
 * the match is no more than the office of the body that a rule found there. */
static bool divide_run(extraction *x, rule_match *m) {
    border b = { 0 };
    if (longer_title(x, m)) return false;
    if (border_find(x, m->field[OFFICIAL_NAME], 0, &b)) {
        divide(x, m, &b);
        return true;
    }
    const rule_match *body = match_at(matcher_found(x->matcher, KIND_INSTITUTION), m->field[OFFICIAL_NAME].start);
    if (!body) return false;
    m->field[OFFICIAL_OF] = body->at;
    m->field[OFFICIAL_NAME] = (span){ SIZE_MAX, SIZE_MAX };
    m->at.end = body->at.end;
    return true;
}

/* Where the naming of the body begins in a match: for a unit written out (Kepala Bidang X) behind "Kepala". */
static size_t body_start(const extraction *x, const rule_match *m) {
    if (!match_has(m, OFFICIAL_UNIT)) return match_has(m, OFFICIAL_OF) ? m->field[OFFICIAL_OF].start : SIZE_MAX;
    span title = m->field[OFFICIAL_TITLE];
    str first = text_of(x, title);
    first = str_split(&first, ' ');
    return str_eq(first, STR("Kepala")) && first.n < title.end - title.start ? title.start + first.n + 1 : SIZE_MAX;
}

/* A border that a rule drew, seen again with what the article says elsewhere: "BKN Bima | Haria Wibisana". A name that
 * looks like none goes when no better one is found. */
static void redraw(extraction *x, rule_match *m) {
    size_t start = body_start(x, m);
    span name = m->field[OFFICIAL_NAME];
    if (match_has(m, OFFICIAL_RANK) || start == SIZE_MAX) return;
    if (match_has(m, OFFICIAL_OF) && border_plain(x, m->field[OFFICIAL_OF], name)) return;
    bool doubtful = border_doubtful(x, (span){ start, name.end }, name);
    span run = border_run(x, (span){ start, name.end }, doubtful);
    border b = { 0 };
    if (border_find(x, run, run.end == name.end && !doubtful ? name.start : start + 1, &b)) {
        if (b.name.start == name.start && b.name.end == name.end) return;
        divide(x, m, &b);
        if (!match_has(m, OFFICIAL_UNIT)) return;
        m->field[OFFICIAL_TITLE].end = start - 1; /* "Kepala" of the unit */
        m->field[OFFICIAL_UNIT] = (span){ SIZE_MAX, SIZE_MAX };
    } else if (doubtful) {
        m->field[OFFICIAL_NAME] = (span){ SIZE_MAX, SIZE_MAX };
        m->at.end = span_trim(x->doc->text, (span){ m->at.start, name.start }).end;
    }
}

/* One match a place: of overlapping ones the first, unless it has no name and the other does. */
static void each_match(extraction *x, bool titles) {
    const match_list *found = matcher_found(x->matcher, KIND_OFFICIAL);
    size_t free_from = 0;
    for (size_t i = 0; i < found->n; i++) {
        rule_match m = found->items[i];
        if (m.at.start < free_from || official_in_title(x, m.at.start) != titles) continue;
        bool named = match_has(&m, OFFICIAL_NAME), run = str_eq(value_of(x, &m, OFFICIAL_FORM), STR("run"));
        if (run && (titles || !divide_run(x, &m))) continue;
        if (named && !run && !titles) redraw(x, &m);
        named = match_has(&m, OFFICIAL_NAME);
        if (named && titles && !name_in_title(x, &m)) continue;
        bool better_follows = !named && i + 1 < found->n && found->items[i + 1].at.start < m.at.end &&
                              match_has(&found->items[i + 1], OFFICIAL_NAME);
        if (better_follows) continue;
        if (named) take_named(x, &m); else take_nameless(x, &m);
        free_from = m.at.end;
    }
}

static int by_start(const void *a, const void *b) {
    const office_mention *x = a, *y = b;
    return x->at.start < y->at.start ? -1 : x->at.start > y->at.start;
}

void officials_collect(extraction *x) {
    each_match(x, false);
    each_match(x, true);
    if (x->offices.n) qsort(x->offices.items, x->offices.n, sizeof *x->offices.items, by_start);
}

static int by_first_mention(const void *a, const void *b) {
    const official_record *x = a, *y = b;
    size_t i = x->mentions.items[0].at.start, k = y->mentions.items[0].at.start;
    return i < k ? -1 : i > k ? 1 : (x->person > y->person) - (x->person < y->person);
}

static int by_place(const void *a, const void *b) {
    const mention *x = a, *y = b;
    if (x->at.start != y->at.start) return x->at.start < y->at.start ? -1 : 1;
    return x->at.end < y->at.end ? -1 : x->at.end > y->at.end;
}

static bool has_mention(const official_record *o, span at) {
    for (size_t i = 0; i < o->mentions.n; i++)
        if (span_overlap(at, o->mentions.items[i].at)) return true;
    return false;
}

/* Adds a later mention of a person to the first of his offices, unless one of them has it. */
static void mention_again(extraction *x, size_t who, span at, str id) {
    official_record *first = NULL;
    for (size_t i = 0; i < x->out->officials.n; i++) {
        official_record *o = &x->out->officials.items[i];
        if (o->person != who) continue;
        if (has_mention(o, at)) return;
        if (!first) first = o;
    }
    if (first && first->mentions.n < LIMIT_MENTIONS) *vec_add(x->home, &first->mentions) = (mention){ at, id };
}

/* Where officials are named again, by a short form or by the office alone. */
static void find_short_forms(extraction *x) {
    for (size_t i = 0; i < x->offices.n; i++)
        if (x->offices.items[i].person != PEOPLE_NONE) mention_again(x, x->offices.items[i].person, x->offices.items[i].at, x->offices.items[i].rule->id);
    for (size_t i = 0; i < x->people.mentions.n; i++)
        mention_again(x, x->people.mentions.items[i].person, x->people.mentions.items[i].at, STR("official.short-form"));
}

void officials_finish(extraction *x) {
    find_short_forms(x);
    for (size_t i = 0; i < x->out->officials.n; i++) {
        official_record *o = &x->out->officials.items[i];
        o->name = x->people.list.items[o->person].name;
        o->region = office_region(x, o->title, o->of);
        qsort(o->mentions.items, o->mentions.n, sizeof *o->mentions.items, by_place);
    }
    if (x->out->officials.n) qsort(x->out->officials.items, x->out->officials.n, sizeof *x->out->officials.items, by_first_mention);
}
