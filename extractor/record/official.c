/* Officials: matches with a name make people and their offices; matches without one are tied to people afterwards, by
 * the same office named elsewhere or by the words round them. */
#include "record/collect.h"

#include <stdlib.h>

#include "record/border.h"
#include "record/clause.h"
#include "record/name.h"
#include "record/office.h"

static bool in_title(const extraction *x, size_t at) {
    return x->doc->title && x->doc->paragraphs.n && at < x->doc->paragraphs.items[0].at.end;
}

/* The office's record of a person, or a new one. */
static official_record *record_of(extraction *x, size_t who, str title, str of) {
    for (size_t i = 0; i < x->out->officials.n; i++) {
        official_record *o = &x->out->officials.items[i];
        if (o->person == who && str_eq_fold(o->title, title) && office_same_body(o->of, of)) return o;
    }
    official_record *o = vec_add(x->home, &x->out->officials);
    *o = (official_record){ .title = title, .person = who };
    return o;
}

/* The fullest mention, the first of equals, says what the office belongs to. */
static void add_mention(extraction *x, official_record *o, span at, str of, str acting, const rule *r) {
    size_t longest = 0;
    for (size_t i = 0; i < o->mentions.n; i++) {
        size_t n = o->mentions.items[i].at.end - o->mentions.items[i].at.start;
        if (n > longest) longest = n;
    }
    if (of.n && (!o->of.n || at.end - at.start > longest)) o->of = of;
    if (acting.n && !o->acting.n) o->acting = acting;
    *vec_add(x->home, &o->mentions) = (mention){ at, r->id };
}

/* "Wakil Ketua DPRD X, A B dan C D": an office that several hold is that of the second name too. */
static void take_second(extraction *x, const rule_match *m, str title, str of) {
    str text = x->doc->text;
    if (!listed(x->words->shared_titles, title) || !str_starts(str_cut(text, m->at.end, text.n), STR(" dan "))) return;
    size_t limit = clause_range(x, m->at.start).end;
    span name = name_at(x, m->at.end + 5, limit);
    if (span_empty(name) || !memchr(text.p + name.start, ' ', name.end - name.start)) return;
    size_t second = people_add(&x->people, x->home, text_of(x, name), name.start);
    if (second == PEOPLE_NONE) return;
    add_mention(x, record_of(x, second, title, of), (span){ m->at.start, name.end }, of, STR_NONE, m->rule);
}

static void take_named(extraction *x, const rule_match *m) {
    str title = office_title(x, m), of = office_of(x, m, title), acting = office_acting(x, m);
    span name = m->field[OFFICIAL_NAME];
    name.end -= name.end - name.start > 1 && x->doc->text.p[name.end - 1] == '.'; /* of the sentence */
    size_t who = people_add(&x->people, x->home, text_of(x, name), name.start);
    if (who == PEOPLE_NONE) return;
    official_record *o = record_of(x, who, title, of);
    add_mention(x, o, (span){ m->at.start, name.end }, of, acting, m->rule);
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

/* "Kepala Puskesmas Margadana Wahidin": body and name in one run of capitals, captured as a name. Without a likely border
 * the match is no more than the office of the body that a rule found there. */
static bool divide_run(extraction *x, rule_match *m) {
    border b = { 0 };
    if (border_find(x, m->field[OFFICIAL_NAME], 0, &b)) {
        divide(x, m, &b);
        return true;
    }
    const match_list *l = matcher_found(x->matcher, KIND_INSTITUTION);
    size_t start = m->field[OFFICIAL_NAME].start, i = matches_from(l, start);
    if (i >= l->n || l->items[i].at.start != start) return false;
    m->field[OFFICIAL_OF] = l->items[i].at;
    m->field[OFFICIAL_NAME] = (span){ SIZE_MAX, SIZE_MAX };
    m->at.end = l->items[i].at.end;
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
        if (m.at.start < free_from || in_title(x, m.at.start) != titles) continue;
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

static void hold(extraction *x, office_mention *m, size_t who, span at) {
    if (who == PEOPLE_NONE) return;
    m->person = who;
    official_record *o = record_of(x, who, m->title, m->of);
    add_mention(x, o, at, m->of, m->acting, m->rule);
}

/* "Anggota DPR RI sekaligus Wakil Ketua Umum Partai X Name": the first office is held by the second one's holder. */
static void share_holder(extraction *x) {
    static const char *const LINKS[] = { " sekaligus ", " yang juga ", " merangkap ", " sekaligus sebagai ", " dan juga ", "/", " / ", "/ " };
    for (size_t i = 0; i + 1 < x->offices.n; i++) {
        office_mention *m = &x->offices.items[i], *next = m + 1;
        if (m->person != PEOPLE_NONE || next->person == PEOPLE_NONE || next->at.start < m->at.end) continue;
        str between = text_of(x, (span){ m->at.end, next->at.start });
        for (size_t k = 0; k < sizeof LINKS / sizeof *LINKS; k++)
            if (str_eq(between, str_of(LINKS[k]))) hold(x, m, next->person, (span){ m->at.start, next->at.end });
    }
}

/* The one police command that the article names, or STR_NONE. */
static str only_command(const extraction *x) {
    str one = STR_NONE;
    for (size_t i = 0; i < x->out->institutions.n; i++) {
        str name = x->out->institutions.items[i].name;
        size_t at = str_find(name, STR("Polres"), 0);
        if (at == SIZE_MAX) continue;
        str command = str_cut(name, at, name.n);
        if (one.n && !str_eq(one, command)) return STR_NONE;
        one = command;
    }
    return one;
}

/* What an office belongs to when no mention of its holder says: the same office named without holder. */
static void complete_bodies(extraction *x) {
    for (size_t i = 0; i < x->out->officials.n; i++) {
        official_record *o = &x->out->officials.items[i];
        for (size_t k = 0; k < x->offices.n && !o->of.n; k++) {
            const office_mention *m = &x->offices.items[k];
            if (m->person == PEOPLE_NONE && str_eq_fold(m->title, o->title) && m->of.n) o->of = m->of;
        }
        if (!o->of.n && (str_starts(o->title, STR("Kasat")) || str_starts(o->title, STR("Kanit")))) o->of = only_command(x);
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
    share_holder(x);
    complete_bodies(x);
}

/* Offices without a name that somebody in the article is known to hold. */
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
    static const char *const THIS[] = { " ini ", " itu ", " ini,", " itu,", " ini.", " itu.", " tersebut " };
    str text = x->doc->text, rest = str_cut(text, m->at.end, text.n);
    bool marked = false;
    for (size_t k = 0; k < sizeof THIS / sizeof *THIS; k++) marked = marked || str_starts(rest, str_of(THIS[k]));
    if (!marked || document_quote(x->doc, m->at.start)) return false;
    size_t from = clause_range(x, m->at.start).start;
    if (m->at.start <= from + 1 || text.p[m->at.start - 2] == ',') return true;
    size_t end = m->at.start - 1, start = end;
    while (start > from && text.p[start - 1] != ' ') start--;
    return listed(x->words->quote_verbs, str_cut(text, start, end));
}

/* "Rina Wati, Kepala Dinas X, …", "Rina Wati selaku Ketua X": the name just before the office. */
static span name_in_front(const extraction *x, const office_mention *m) {
    static const char *const LINKS[] = { ", ", " selaku ", " sebagai ", " yang juga ", " yang juga menjabat ", " yang menjabat ",
                                         " yang juga menjabat sebagai ", " yang menjabat sebagai ", ", selaku ", " merangkap ", " (" };
    str before = str_cut(x->doc->text, 0, m->at.start);
    size_t from = clause_range(x, m->at.start).start;
    for (size_t k = 0; k < sizeof LINKS / sizeof *LINKS; k++) {
        if (!str_ends(before, str_of(LINKS[k]))) continue;
        size_t end = before.n - strlen(LINKS[k]);
        if (end <= from) continue;
        span name = name_before(x, end, from);
        if (!span_empty(name)) return name;
    }
    return (span){ 0, 0 };
}

/* A person named right behind an office that no rule joined to him ("Presiden Direktur Bank X, Rina Wati"). */
static const person_mention *name_behind(const extraction *x, const office_mention *m) {
    size_t i = m->at.end;
    str text = x->doc->text;
    if (i < text.n && text.p[i] == ',') i++;
    if (i >= text.n || text.p[i] != ' ') return NULL;
    const person_mention *p = people_at(&x->people, name_skip_honours(x, i + 1, text.n));
    return p && memchr(text.p + p->at.start, ' ', p->at.end - p->at.start) ? p : NULL;
}

void offices_link(extraction *x) {
    tie_to_holders(x);
    for (size_t i = 0; i < x->offices.n; i++) {
        office_mention *m = &x->offices.items[i];
        if (m->person != PEOPLE_NONE || in_title(x, m->at.start)) continue;
        const person_mention *behind = name_behind(x, m);
        span name = name_in_front(x, m);
        if (behind) {
            hold(x, m, behind->person, (span){ m->at.start, behind->at.end });
        } else if (!span_empty(name)) {
            hold(x, m, people_add(&x->people, x->home, text_of(x, name), name.start), (span){ name.start, m->at.end });
        } else if (points_back(x, m)) {
            const person_mention *p = people_before(&x->people, m->at.start, 0);
            if (p) hold(x, m, p->person, m->at);
        }
    }
    tie_to_holders(x);
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

void officials_finish(extraction *x) {
    for (size_t i = 0; i < x->out->officials.n; i++) {
        official_record *o = &x->out->officials.items[i];
        o->name = x->people.list.items[o->person].name;
        o->region = office_region(x, o->title, o->of);
        qsort(o->mentions.items, o->mentions.n, sizeof *o->mentions.items, by_place);
    }
    if (x->out->officials.n) qsort(x->out->officials.items, x->out->officials.n, sizeof *x->out->officials.items, by_first_mention);
}
