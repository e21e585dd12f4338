/* SPDX-License-Identifier: MIT */
/* Who holds the offices that are named without a name: by a second office beside them, by a name before or behind them, by
 * the same office elsewhere; and what offices belong to when no mention of theirs says. */
#include "record/clause.h"
#include "record/name.h"
#include "record/office.h"
#include "record/official.h"
#include "record/region.h"

static void hold(extraction *x, office_mention *m, size_t who, span at) {
    if (who == PEOPLE_NONE) return;
    m->person = who;
    official_mention(x, official_of(x, who, m->title, m->of), at, m->of, m->acting, m->rule);
}

/* Whether two offices one behind the other are joined as one person's: "Anggota DPR RI sekaligus Wakil Ketua Umum X". */
static bool joined(const extraction *x, const office_mention *m, const office_mention *next) {
    if (next->at.start < m->at.end) return false;
    str between = str_trim(text_of(x, (span){ m->at.end, next->at.start }));
    while (between.n && between.p[0] == ',') between = str_trim(str_cut(between, 1, between.n));
    return listed(x->words->holder_links, between);
}

static void share_holders(extraction *x) {
    for (size_t i = 0; i + 1 < x->offices.n; i++) {
        office_mention *m = &x->offices.items[i], *next = m + 1;
        if ((m->person == PEOPLE_NONE) == (next->person == PEOPLE_NONE) || !joined(x, m, next)) continue;
        span both = { m->at.start, next->at.end };
        if (m->person == PEOPLE_NONE) hold(x, m, next->person, both); else hold(x, next, m->person, both);
    }
}

/* Offices that somebody in the article is known to hold. */
static void tie_to_holders(extraction *x) {
    for (size_t i = 0; i < x->offices.n; i++) {
        office_mention *m = &x->offices.items[i];
        for (size_t k = 0; k < x->out->officials.n && m->person == PEOPLE_NONE; k++) {
            const official_record *o = &x->out->officials.items[k];
            if (str_eq_fold(o->title, m->title) && o->of.n && m->of.n && office_same_body(o->of, m->of)) m->person = o->person;
        }
    }
}

/* "…, lanjut Wali Kota Makassar ini", "Ketua DPC itu menyinggung": the office of whoever was named last. The office has
 * to be a subject: behind a reporting word or a comma, or first in its sentence. */
static bool points_back(const extraction *x, const office_mention *m) {
    str text = x->doc->text;
    if (!clause_pointed_at(x, m->at.end, text.n) || document_quote(x->doc, m->at.start)) return false;
    size_t from = clause_range(x, m->at.start).start;
    if (m->at.start <= from + 1 || text.p[m->at.start - 2] == ',') return true;
    return listed(x->words->quote_verbs, str_last_word(str_cut(text, from, m->at.start - 1)));
}

/* Where the name ends that stands before an office: behind it a comma, a bracket or a listed link; 0: nowhere. */
static size_t front_end(const extraction *x, const office_mention *m) {
    str before = str_cut(x->doc->text, 0, m->at.start);
    if (str_ends(before, STR(" ("))) return before.n - 2;
    if (!str_ends(before, STR(" "))) return 0;
    before.n--;
    if (str_ends(before, STR(","))) return before.n - 1;
    const word_list *links = x->words->name_links;
    for (size_t i = 0; links && i < links->words.n; i++) {
        str link = links->words.items[i];
        if (before.n < link.n + 2 || !str_ends(before, link) || before.p[before.n - link.n - 1] != ' ') continue;
        size_t end = before.n - link.n - 1;
        if (before.p[end - 1] == ',') end--;
        if (WORD_BYTE[(unsigned char)before.p[end - 1]] || before.p[end - 1] == '.') return end;
    }
    return 0;
}

/* "Rina Wati, Kepala Dinas X, …", "Rina Wati selaku Ketua X": the name just before the office. */
static span name_in_front(const extraction *x, const office_mention *m) {
    size_t from = clause_range(x, m->at.start).start, end = front_end(x, m);
    return end > from ? name_before(x, end, from) : (span){ 0, 0 };
}

/* Behind a clause about an office's holder: "Sekda Ambon yang dihubungi terpisah, Rina Wati, menyatakan"; i when none is. */
static size_t skip_clause(const extraction *x, size_t i, size_t limit) {
    str text = x->doc->text;
    if (!x->words->who_words || i + 1 >= limit || text.p[i] != ' ' || !list_longest(x->words->who_words, text, i + 1, limit, NULL)) return i;
    size_t comma = str_find(str_cut(text, 0, limit), STR(", "), i);
    return comma != SIZE_MAX && comma - i < 80 ? comma : i;
}

/* A name right behind an office that no rule joined to it: of a person known ("Presiden Direktur Bank X, Rina Wati"), or
 * set in commas behind a clause. */
static size_t name_behind(extraction *x, const office_mention *m, size_t *end) {
    str text = x->doc->text;
    size_t limit = clause_range(x, m->at.start).end, i = skip_clause(x, m->at.end, limit);
    bool apart = i > m->at.end;
    if (i < limit && text.p[i] == ',') i++;
    if (i >= limit || text.p[i] != ' ') return PEOPLE_NONE;
    span name = name_at(x, i + 1, limit);
    if (span_empty(name) || !memchr(text.p + name.start, ' ', name.end - name.start)) return PEOPLE_NONE;
    const person_mention *p = people_at(&x->people, name.start);
    if (p) *end = p->at.end;
    if (p || !apart || name.end >= limit || text.p[name.end] != ',') return p ? p->person : PEOPLE_NONE;
    *end = name.end;
    return people_add(&x->people, x->home, text_of(x, name), name.start);
}

static void link_office(extraction *x, office_mention *m) {
    size_t end = 0, behind = name_behind(x, m, &end);
    span name = name_in_front(x, m);
    if (behind != PEOPLE_NONE) {
        hold(x, m, behind, (span){ m->at.start, end });
    } else if (!span_empty(name)) {
        hold(x, m, people_add(&x->people, x->home, text_of(x, name), name.start), (span){ name.start, m->at.end });
    } else if (points_back(x, m)) {
        const person_mention *p = people_before(&x->people, m->at.start, 0);
        if (p) hold(x, m, p->person, m->at);
    }
}

/* The body of the one office with that title that the article names, or STR_NONE. */
static str only_body(const extraction *x, str title) {
    str one = STR_NONE;
    for (size_t i = 0; i < x->offices.n; i++) {
        const office_mention *m = &x->offices.items[i];
        if (!m->of.n || !str_eq_fold(m->title, title)) continue;
        if (one.n && !office_same_body(one, m->of)) return STR_NONE;
        one = m->of;
    }
    return one;
}

/* The one body that the article names whose name has a head word, from there on; STR_NONE: none, or several. */
static str only_headed(const extraction *x, str head) {
    str one = STR_NONE;
    for (size_t i = 0; i < x->out->institutions.n; i++) {
        str name = x->out->institutions.items[i].name;
        size_t at = str_find(name, head, 0);
        if (at == SIZE_MAX) continue;
        str command = str_cut(name, at, name.n);
        if (one.n && !str_eq(one, command)) return STR_NONE;
        one = command;
    }
    return one;
}

/* What a title within a command belongs to: the one command that the article names, itself or by its chief. */
static str superior_of(const extraction *x, str title) {
    const list_entry *entry = NULL;
    if (!list_longest(x->words->superiors, title, 0, title.n, &entry)) return STR_NONE;
    str head = entry->column[0], named = head.n ? only_headed(x, head) : STR_NONE;
    str seat = named.n ? STR_NONE : only_body(x, entry->column[1]);
    return seat.n && head.n ? arena_join(x->home, (str[]){ head, STR(" "), seat }, 3) : named.n ? named : seat;
}

/* The one region whose head the article names, at that level (REGION_ANY: any); failing that, whose government. */
static str only_region(const extraction *x, region_level level) {
    str one = STR_NONE;
    for (size_t i = 0; i < x->offices.n; i++) {
        const office_mention *m = &x->offices.items[i];
        if (!m->of.n || !listed(x->words->head_titles, m->title) || (level != REGION_ANY && office_level(m->title) != level)) continue;
        if (one.n && !office_same_body(one, m->of)) return STR_NONE;
        one = m->of;
    }
    for (size_t i = 0; i < x->out->institutions.n && !one.n; i++) {
        str name = x->out->institutions.items[i].name, seat = office_seat(x, name, level);
        if (seat.n) one = seat;
    }
    return one;
}

/* What an office belongs to when no mention of its holder says: the same office named without holder, the region that the
 * article is about, the command of a police unit. */
static void complete_bodies(extraction *x) {
    for (size_t i = 0; i < x->out->officials.n; i++) {
        official_record *o = &x->out->officials.items[i];
        for (size_t k = 0; k < x->offices.n && !o->of.n; k++) {
            const office_mention *m = &x->offices.items[k];
            if (m->person == PEOPLE_NONE && str_eq_fold(m->title, o->title) && m->of.n) o->of = m->of;
        }
        if (o->of.n) continue;
        if (listed(x->words->head_titles, o->title)) o->of = only_region(x, office_level(o->title));
        else if (listed(x->words->seat_titles, o->title)) o->of = only_region(x, REGION_ANY);
        else o->of = superior_of(x, o->title);
    }
}

void offices_link(extraction *x) {
    share_holders(x);
    tie_to_holders(x);
    for (size_t i = 0; i < x->offices.n; i++) {
        office_mention *m = &x->offices.items[i];
        if (m->person == PEOPLE_NONE && !official_in_title(x, m->at.start)) link_office(x, m);
    }
    share_holders(x);
    complete_bodies(x);
    tie_to_holders(x);
}
