/* SPDX-License-Identifier: MIT */
#include "record/office.h"

static bool numeral(str s) {
    for (size_t i = 0; i < s.n; i++)
        if (!ascii_digit(s.p[i]) && s.p[i] != 'I' && s.p[i] != 'V' && s.p[i] != 'X') return false;
    return s.n > 0;
}

/* "wakil ketua II": the list knows the words, the number stays. */
static str numbered(const extraction *x, const rule_match *m, str title) {
    str number = str_last_word(title);
    const word_list *l = x->words->body_titles;
    const list_entry *entry = l && numeral(number) ? list_find(l, str_cut(title, 0, title.n - number.n - 1)) : NULL;
    (void)m;
    return entry ? arena_join(x->home, (str[]){ entry->canonical, STR(" "), number }, 3) : title;
}

/* "Kepala Bidang Humas Polda X" written out is the head of a unit, and the unit what he heads; contracted (Kabid Humas
 * Polda X) the unit belongs to the title. The span of the unit then, else an empty one. */
static span written_unit(const extraction *x, const rule_match *m) {
    if (!match_has(m, OFFICIAL_UNIT) || !match_has(m, OFFICIAL_TITLE)) return (span){ 0, 0 };
    span title = m->field[OFFICIAL_TITLE], unit = m->field[OFFICIAL_UNIT];
    if (!str_starts(text_of(x, title), STR("Kepala "))) return (span){ 0, 0 };
    size_t end = match_has(m, OFFICIAL_OF) ? m->field[OFFICIAL_OF].end : unit.end;
    return (span){ title.start + strlen("Kepala "), end };
}

/* Of a divided run behind a contracted title (Kabid Bina Marga Dinas PUPR Name): the words of the unit, which end where an
 * institution begins. */
static span run_unit(const extraction *x, const rule_match *m) {
    bool run = str_eq(value_of(x, m, OFFICIAL_FORM), STR("run")) && match_has(m, OFFICIAL_OF) && !match_has(m, OFFICIAL_UNIT);
    str title = match_has(m, OFFICIAL_TITLE) ? text_of(x, m->field[OFFICIAL_TITLE]) : STR_NONE;
    if (!run || !listed(x->words->unit_titles, title) || str_starts(title, STR("Kepala "))) return (span){ 0, 0 };
    const match_list *l = matcher_found(x->matcher, KIND_INSTITUTION);
    span of = m->field[OFFICIAL_OF];
    size_t k = matches_from(l, of.start);
    bool body_follows = k < l->n && l->items[k].at.start > of.start && l->items[k].at.start < of.end;
    if (!body_follows && listed(x->words->body_titles, title)) return (span){ 0, 0 }; /* Direktur X: of a body X */
    size_t end = k < l->n && l->items[k].at.start < of.end ? l->items[k].at.start : of.end;
    for (size_t i = of.start; x->words->seat_titles && i < end; i++) /* "Asisten Perekonomian Sekretaris Daerah X" */
        if (list_longest(x->words->seat_titles, x->doc->text, i, of.end, NULL) && (i == of.start || x->doc->text.p[i - 1] == ' ')) end = i;
    return span_trim(x->doc->text, (span){ of.start, end });
}

str office_title(const extraction *x, const rule_match *m) {
    if (!span_empty(written_unit(x, m))) return STR("Kepala");
    span words = run_unit(x, m);
    if (!span_empty(words)) return arena_join(x->home, (str[]){ value_of(x, m, OFFICIAL_TITLE), STR(" "), text_of(x, words) }, 3);
    str title = numbered(x, m, value_of(x, m, OFFICIAL_TITLE)), unit = value_of(x, m, OFFICIAL_UNIT);
    str form = value_of(x, m, OFFICIAL_FORM);
    if (!unit.n || str_eq(form, STR("body")) || str_eq(form, STR("run"))) return title;
    const list_entry *entry = x->words->units ? list_find(x->words->units, unit) : NULL;
    return arena_join(x->home, (str[]){ title, STR(" "), entry ? entry->canonical : unit }, 3);
}

static bool city_head(str title) {
    return str_eq(title, STR("Wali Kota")) || str_eq(title, STR("Wakil Wali Kota"));
}

str office_of(const extraction *x, const rule_match *m, str title) {
    span unit = written_unit(x, m);
    if (!span_empty(unit)) return text_of(x, unit);
    str of = value_of(x, m, OFFICIAL_OF);
    if (str_eq(value_of(x, m, OFFICIAL_FORM), STR("body"))) {
        str body = value_of(x, m, OFFICIAL_UNIT);
        return of.n ? arena_join(x->home, (str[]){ body, STR(" "), of }, 3) : body;
    }
    span words = run_unit(x, m);
    if (!span_empty(words)) return text_of(x, span_trim(x->doc->text, (span){ words.end, m->field[OFFICIAL_OF].end }));
    str head = str_eq(value_of(x, m, OFFICIAL_FORM), STR("run")) ? value_of(x, m, OFFICIAL_UNIT) : STR_NONE;
    bool a_body = of.n && match_at(matcher_found(x->matcher, KIND_INSTITUTION), m->field[OFFICIAL_OF].start);
    if (head.n && of.n && !a_body) return arena_join(x->home, (str[]){ head, STR(" "), of }, 3);
    if (!of.n) return STR_NONE;
    return city_head(title) && !str_starts(of, STR("Kota ")) ? arena_join(x->home, (str[]){ STR("Kota "), of }, 2) : of;
}

str office_acting(const extraction *x, const rule_match *m) {
    str acting = value_of(x, m, OFFICIAL_ACTING);
    if (!acting.n) return STR_NONE;
    return str_eq(acting, STR("Pejabat")) ? STR("Pj") : acting; /* the slip for Penjabat */
}

static str bare(str s) {
    static const char *const LEVELS[] = { "Kota ", "Kabupaten ", "Kab. ", "Kab ", "Provinsi ", "Prov. " };
    for (size_t k = 0; k < sizeof LEVELS / sizeof *LEVELS; k++)
        if (str_starts(s, str_of(LEVELS[k]))) return str_cut(s, strlen(LEVELS[k]), s.n);
    return s;
}

bool office_same_body(str a, str b) {
    if (!a.n || !b.n) return true;
    a = bare(a);
    b = bare(b);
    if (a.n < b.n) { str t = a; a = b; b = t; }
    if (a.n == b.n) return str_eq_fold(a, b);
    bool front = a.p[b.n] == ' ' && str_starts(a, b), back = a.p[a.n - b.n - 1] == ' ' && str_ends(a, b);
    return front || back;
}

region_level office_level(str title) {
    if (city_head(title)) return REGION_KOTA;
    if (str_ends(title, STR("Bupati")) || str_eq(title, STR("Kapolres"))) return REGION_KABUPATEN;
    return str_ends(title, STR("Gubernur")) || str_eq(title, STR("Kapolda")) ? REGION_PROVINCE : REGION_ANY;
}

str office_region(const extraction *x, str title, str of) {
    return region_code(x->words, of, office_level(title));
}

str office_seat(const extraction *x, str government, region_level level) {
    size_t space = str_find(government, STR(" "), 0);
    if (space == SIZE_MAX) return STR_NONE;
    str first = str_cut(government, 0, space), rest = str_cut(government, space + 1, government.n);
    if (listed(x->words->governments, first)) { /* "Pemerintah Kota X": the level is the next word */
        space = str_find(rest, STR(" "), 0);
        if (space == SIZE_MAX) return STR_NONE;
        first = str_cut(rest, 0, space);
        rest = str_cut(rest, space + 1, rest.n);
    }
    region_level told = region_level_of(x->words, first);
    if (told == REGION_ANY || (level != REGION_ANY && told != level) || !region_code(x->words, rest, told).n) return STR_NONE;
    return told == REGION_KOTA ? arena_join(x->home, (str[]){ STR("Kota "), rest }, 2) : rest;
}

str office_line(arena *a, str acting, str title, str of) {
    bool doubled = of.n && str_ends(title, STR(" Kota")) && str_starts(of, STR("Kota "));
    if (doubled) of = str_cut(of, 5, of.n);
    return arena_join(a, (str[]){ acting, acting.n ? STR(" ") : STR(""), title, of.n ? STR(" ") : STR(""), of }, 5);
}
