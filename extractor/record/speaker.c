/* SPDX-License-Identifier: MIT */
#include "record/speaker.h"

#include <stdlib.h>

#include "record/name.h"
#include "record/office.h"

static const who NOBODY = { .person = PEOPLE_NONE };

bool speaker_known(who w) {
    return w.person != PEOPLE_NONE || w.as_written.n || w.pronoun;
}

static size_t word_stop(str text, size_t i, size_t limit) {
    static const bool STOP[256] = { [' '] = 1, ['\n'] = 1, [','] = 1, ['.'] = 1, [';'] = 1, [':'] = 1, ['!'] = 1, ['?'] = 1, ['"'] = 1,
                                    ['('] = 1, [')'] = 1 };
    while (i < limit && !STOP[(unsigned char)text.p[i]]) i++;
    return i;
}

size_t speaker_skip_openers(const extraction *x, size_t i, size_t limit) {
    if (i < x->out->lead && x->out->lead < limit) i = x->out->lead; /* the dateline is none of the sentence */
    for (;;) {
        size_t n = list_longest(x->words->openers, x->doc->text, i, limit, NULL);
        if (n == 0) return i;
        i += n;
        if (i < limit && x->doc->text.p[i] == ',') i++;
        while (i < limit && x->doc->text.p[i] == ' ') i++;
    }
}

static const office_mention *office_at(const extraction *x, size_t i) {
    size_t k = offices_from(x, i);
    return k < x->offices.n && x->offices.items[k].at.start == i ? &x->offices.items[k] : NULL;
}

/* The last office mention between from and end. */
static const office_mention *office_before(const extraction *x, size_t end, size_t from) {
    for (size_t k = offices_from(x, end); k-- > 0 && x->offices.items[k].at.start >= from;)
        if (x->offices.items[k].at.end <= end) return &x->offices.items[k];
    return NULL;
}

/* The institution that begins (or, with ends, that ends) at byte i, or NULL. */
static const rule_match *institution_at(const extraction *x, size_t i, bool ends) {
    const match_list *l = matcher_found(x->matcher, KIND_INSTITUTION);
    if (!ends) return match_at(l, i);
    size_t k = matches_from(l, i);
    return k > 0 && l->items[k - 1].at.end == i ? &l->items[k - 1] : NULL;
}

/* A title alone ("Kapolres", "Wali Kota"): whoever in the article holds such an office; the one named last before i. */
static size_t holder_of(const extraction *x, str title, size_t i) {
    enum { REACH = 100 }; /* offices looked at to either side */
    size_t here = offices_from(x, i);
    for (size_t k = here, n = 0; k-- > 0 && n < REACH; n++)
        if (x->offices.items[k].person != PEOPLE_NONE && str_starts(x->offices.items[k].title, title)) return x->offices.items[k].person;
    for (size_t k = here, n = 0; k < x->offices.n && n < REACH; k++, n++)
        if (x->offices.items[k].person != PEOPLE_NONE && str_starts(x->offices.items[k].title, title)) return x->offices.items[k].person;
    return PEOPLE_NONE;
}

/* The title at i, with an acting word before it; NULL: none. */
static const list_entry *title_at(const extraction *x, size_t *i, size_t limit, size_t *size) {
    size_t skip = list_longest(x->words->acting, x->doc->text, *i, limit, NULL);
    if (skip) *i += skip + 1;
    const list_entry *entry = NULL;
    *size = list_longest(&x->words->titles, x->doc->text, *i, limit, &entry);
    return entry;
}

/* A title that holds its body's name ("Kadinkes"): the head of that body, or PEOPLE_NONE. */
static size_t head_of(const extraction *x, str body) {
    for (size_t i = 0; i < x->out->officials.n; i++) {
        const official_record *o = &x->out->officials.items[i];
        if (str_starts(o->of, body)) return o->person;
    }
    return PEOPLE_NONE;
}

static who bare_title_at(const extraction *x, size_t i, size_t limit) {
    size_t size;
    const list_entry *title = title_at(x, &i, limit, &size);
    if (!title) return NOBODY;
    const list_entry *contracted = x->words->contracted ? list_find(x->words->contracted, title->canonical) : NULL;
    if (contracted) return (who){ .person = head_of(x, contracted->column[0]), .end = i + size, .rule = STR("speaker.title") };
    return (who){ .person = holder_of(x, title->canonical, i), .end = i + size, .rule = STR("speaker.title") };
}

static who office_speaker(extraction *x, const office_mention *m) {
    who w = { .person = m->person, .end = m->at.end, .rule = STR("speaker.office") };
    if (m->person == PEOPLE_NONE) {
        w.person = holder_of(x, m->title, m->at.start);
        bool known_body = m->of.n > 0;
        if (known_body) w.person = PEOPLE_NONE;
    }
    if (w.person == PEOPLE_NONE) w.as_written = text_of(x, m->at);
    return w;
}

/* "perempuan kelahiran Suppa itu", "orang nomor satu di Pemkot Bogor tersebut": a word for somebody, and one that points
 * back, within a few words. */
static who pointed_at(const extraction *x, size_t i, size_t limit) {
    str text = x->doc->text;
    size_t end = i + (x->words->persons ? list_longest(x->words->persons, text, i, limit, NULL) : 0);
    if (end == i || !x->words->pointers) return NOBODY;
    for (int words = 0; words < 8 && end < limit && text.p[end] == ' '; words++) {
        size_t n = list_longest(x->words->pointers, text, end + 1, limit, NULL), stop = word_stop(text, end + 1, limit);
        if (n) return (who){ .person = PEOPLE_NONE, .pronoun = true, .as_written = str_cut(text, i, end + 1 + n), .end = end + 1 + n,
                              .rule = STR("speaker.pointed") };
        end = stop;
    }
    return NOBODY;
}

/* "warga setempat", "pengemudi Pajero": the words up to a stop. */
static who noun_phrase(const extraction *x, size_t i, size_t limit) {
    if (str_starts(str_cut(x->doc->text, i, limit), STR("sang "))) i += 5;
    size_t end = i, last = i;
    for (int words = 0; words < 7 && end < limit; words++) {
        size_t stop = word_stop(x->doc->text, end, limit);
        if (stop == end || listed(x->words->stops, str_cut(x->doc->text, end, stop))) break;
        last = stop;
        if (stop >= limit || x->doc->text.p[stop] != ' ') break;
        end = stop + 1;
    }
    if (last == i) return NOBODY;
    return (who){ .person = PEOPLE_NONE, .as_written = str_cut(x->doc->text, i, last), .end = last, .rule = STR("speaker.group") };
}

span speaker_name_in(const extraction *x, size_t i, size_t limit) {
    who w = noun_phrase(x, i, limit);
    if (!w.as_written.n || office_at(x, i)) return (span){ 0, 0 };
    span name = name_before(x, w.end, i);
    bool whole = name.start <= i || !memchr(text_of(x, name).p, ' ', name.end - name.start);
    return whole ? (span){ 0, 0 } : name;
}

who speaker_at(extraction *x, size_t i, size_t limit) {
    str text = x->doc->text;
    while (i < limit && (text.p[i] == ' ' || text.p[i] == '\'')) i++;
    if (i >= limit) return NOBODY;
    size_t pronoun = list_longest(x->words->pronouns, text, i, limit, NULL);
    if (pronoun) return (who){ .person = PEOPLE_NONE, .pronoun = true, .end = i + pronoun, .rule = STR("speaker.pronoun") };
    who back = pointed_at(x, i, limit);
    if (back.pronoun) return back;
    const office_mention *office = office_at(x, i);
    if (office) return office_speaker(x, office);
    size_t named = name_skip_honours(x, i, limit);
    const person_mention *p = people_at(&x->people, named);
    if (p) return (who){ .person = p->person, .end = p->at.end, .rule = STR("speaker.named") };
    const rule_match *body = institution_at(x, i, false);
    if (body) return (who){ .person = PEOPLE_NONE, .as_written = text_of(x, body->at), .end = body->at.end, .rule = STR("speaker.body") };
    who title = bare_title_at(x, i, limit);
    if (speaker_known(title)) return title;
    span name = name_at(x, i, limit); /* a slip of somebody's name */
    size_t meant = span_empty(name) ? PEOPLE_NONE : people_find(&x->people, text_of(x, name), i);
    if (meant != PEOPLE_NONE) return (who){ .person = meant, .end = name.end, .rule = STR("speaker.named") };
    name = speaker_name_in(x, i, limit); /* "CEO Perusahaan X Rina Wati" */
    meant = span_empty(name) ? PEOPLE_NONE : people_find(&x->people, text_of(x, name), i);
    if (meant != PEOPLE_NONE) return (who){ .person = meant, .end = name.end, .rule = STR("speaker.named") };
    return noun_phrase(x, i, limit);
}

/* Takes the adverb, of one word or of two, off the end of a subject; end when there is none. */
static size_t before_adverb(const extraction *x, size_t end, size_t from) {
    size_t start = end;
    for (int words = 0; words < 2 && start > from; words++) {
        start -= words > 0; /* the space */
        while (start > from && x->doc->text.p[start - 1] != ' ') start--;
        if (start > from && listed(x->words->adverbs, str_cut(x->doc->text, start, end))) return start;
    }
    return end;
}

static size_t before_adverbs(const extraction *x, size_t end, size_t from) {
    for (;;) {
        while (end > from && (x->doc->text.p[end - 1] == ' ' || x->doc->text.p[end - 1] == ',')) end--;
        size_t start = before_adverb(x, end, from);
        if (start == end) return end;
        end = start;
    }
}

/* Before an apposition that tells what somebody is: "Slamet, warga Kebonagung, menyebut" ends behind Slamet. */
static size_t before_apposition(const extraction *x, size_t end, size_t from) {
    str text = x->doc->text;
    size_t comma = str_find_last(text, STR(", "), end);
    if (comma == SIZE_MAX || comma <= from || memchr(text.p + from, ',', comma - from)) return end;
    bool telling = text.p[comma + 2] >= 'a' && text.p[comma + 2] <= 'z';
    return telling && !list_longest(&x->words->titles, text, comma + 2, end, NULL) ? comma : end;
}

size_t speaker_subject_end(const extraction *x, size_t end, size_t from) {
    size_t whole = end;
    end = before_adverbs(x, end, from);
    while (whole > from && x->doc->text.p[whole - 1] == ' ') whole--;
    if (end > from && whole > from && x->doc->text.p[whole - 1] == ',') end = before_apposition(x, end, from);
    if (end <= from || x->doc->text.p[end - 1] != ')') return end;
    size_t open = str_find_last(x->doc->text, STR("("), end);
    return open != SIZE_MAX && open > from ? before_adverbs(x, open, from) : end;
}

/* Somebody whose naming ends just at end. */
static who ending_at(extraction *x, size_t end, size_t from) {
    str text = x->doc->text;
    const person_mention *p = people_before(&x->people, end, from);
    if (p && p->at.end == end) return (who){ .person = p->person, .end = end, .rule = STR("speaker.named") };
    const office_mention *o = office_before(x, end, from);
    if (o && o->at.end == end) return office_speaker(x, o);
    const rule_match *body = institution_at(x, end, true);
    if (body && body->at.start >= from) return (who){ .person = PEOPLE_NONE, .as_written = text_of(x, body->at), .end = end, .rule = STR("speaker.body") };
    size_t start = end;
    while (start > from && text.p[start - 1] != ' ') start--;
    if (listed(x->words->pronouns, str_cut(text, start, end))) return (who){ .person = PEOPLE_NONE, .pronoun = true, .end = end, .rule = STR("speaker.pronoun") };
    who title = bare_title_at(x, start, end);
    return title.end == end ? title : NOBODY;
}

/* Where a clause begins that tells more of a group: "Sopir lain yang tidak mau menyebut nama". */
static size_t before_clause(const extraction *x, size_t from, size_t end) {
    str text = x->doc->text;
    for (size_t i = word_stop(text, from, end); i < end && text.p[i] == ' '; i = word_stop(text, i + 1, end))
        if (listed(x->words->who_words, str_cut(text, i + 1, word_stop(text, i + 1, end)))) return i;
    return end;
}

/* A small word: one that joins, places or limits, and is no noun. */
static bool small_word(const extraction *x, str word) {
    const lexicon *l = x->words;
    return listed(l->prepositions, word) || listed(l->stops, word) || listed(l->adverbs, word) || listed(l->body_links, word);
}

/* A subject that is nobody's name and no body: words up to the verb, of which neither the first nor the last is small. */
static who group(const extraction *x, size_t from, size_t head, size_t end) {
    str text = x->doc->text, words = str_cut(text, from, head);
    if (small_word(x, str_cut(text, from, word_stop(text, from, head))) || small_word(x, str_last_word(words))) return NOBODY;
    return (who){ .person = PEOPLE_NONE, .as_written = words, .end = end, .rule = STR("speaker.group") };
}

/* The last person or office named between from and end. */
static who named_within(extraction *x, size_t end, size_t from) {
    const person_mention *p = people_before(&x->people, end, from);
    const office_mention *o = office_before(x, end, from);
    if (p && (!o || p->at.end >= o->at.end)) return (who){ .person = p->person, .end = p->at.end, .rule = STR("speaker.named") };
    if (o) return office_speaker(x, o);
    return NOBODY;
}

who speaker_before(extraction *x, size_t end, size_t from) {
    str text = x->doc->text;
    from = speaker_skip_openers(x, from, end);
    who w = pointed_at(x, from, end);
    end = speaker_subject_end(x, end, from);
    if (end <= from) return (who){ .person = PEOPLE_NONE, .pronoun = true, .end = end, .rule = STR("speaker.pronoun") };
    if (w.pronoun && w.end >= end) return w;
    w = ending_at(x, end, from);
    if (speaker_known(w)) return w;
    size_t pronoun = list_longest(x->words->pronouns, text, from, end, NULL);
    if (pronoun) return (who){ .person = PEOPLE_NONE, .pronoun = true, .end = from + pronoun, .rule = STR("speaker.pronoun") };
    w = named_within(x, end, from);
    if (speaker_known(w)) return w;
    w = bare_title_at(x, from, end);
    if (speaker_known(w)) return w;
    const rule_match *body = institution_at(x, from, false);
    if (body) return (who){ .person = PEOPLE_NONE, .as_written = text_of(x, body->at), .end = body->at.end, .rule = STR("speaker.body") };
    if (end - from > 90 || memchr(text.p + from, ',', end - from)) return NOBODY;
    return group(x, from, before_clause(x, from, end), end);
}

who speaker_opening(extraction *x, span s) {
    size_t i = speaker_skip_openers(x, s.start, s.end);
    bool pronoun = x->words->pronouns && list_longest(x->words->pronouns, x->doc->text, i, s.end, NULL);
    if (pronoun) return (who){ .person = PEOPLE_NONE, .pronoun = true };
    const office_mention *office = office_at(x, i);
    if (office) return office_speaker(x, office);
    const person_mention *p = people_at(&x->people, name_skip_honours(x, i, s.end));
    if (p) return (who){ .person = p->person, .end = p->at.end, .rule = STR("speaker.named") };
    return bare_title_at(x, i, s.end);
}

speaker_ref speaker_reference(extraction *x, who w, str from) {
    if (w.person == PEOPLE_NONE && !w.as_written.n) return (speaker_ref){ .rule = STR("speaker.nobody") };
    if (w.person == PEOPLE_NONE) return (speaker_ref){ .office = w.as_written, .from = from, .rule = w.rule };
    str office = STR_NONE;
    for (size_t i = 0; i < x->out->officials.n && !office.n; i++) {
        const official_record *o = &x->out->officials.items[i];
        if (o->person == w.person) office = office_line(x->home, o->acting, o->title, o->of);
    }
    return (speaker_ref){ .name = x->people.list.items[w.person].name, .office = office, .from = from, .rule = w.rule };
}
