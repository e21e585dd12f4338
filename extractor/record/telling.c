/* SPDX-License-Identifier: MIT */
#include "record/telling.h"

#include "record/clause.h"
#include "record/speaker.h"
#include "text/mark.h"

static const span NOTHING = { 0, 0 };

bool telling_class(str form) {
    static const char *const CLASSES[] = { "say", "tell", "stress", "admit", "hope", "warn" };
    for (size_t k = 0; k < sizeof CLASSES / sizeof *CLASSES; k++)
        if (str_eq(form, str_of(CLASSES[k]))) return true;
    return false;
}

bool telling_suffixed(str verb) {
    return str_ends(verb, STR("nya")) && !str_eq_fold(verb, STR("tanya"));
}

static bool is(str form, const char *what) {
    return str_eq(form, str_of(what));
}

/* Takes a word off the front of a span, with the space behind it. */
static bool take_word(str text, span *s, const char *word) {
    str w = str_of(word);
    if (s->end - s->start < w.n || !str_eq_fold(str_cut(text, s->start, s->start + w.n), w)) return false;
    if (s->start + w.n < s->end && WORD_BYTE[(unsigned char)text.p[s->start + w.n]]) return false;
    s->start += w.n;
    while (s->start < s->end && (text.p[s->start] == ' ' || text.p[s->start] == ',')) s->start++;
    return true;
}

/* Another reporting verb that is joined on with dan, serta, sambil: what it reports is its own. */
static size_t joined_verb(const extraction *x, span s) {
    static const char *const JOINTS[] = { " dan ", " serta ", " sambil ", " seraya ", " sekaligus ", " lalu ", " sembari ", NULL };
    const match_list *cues = matcher_found(x->matcher, KIND_CUE);
    for (size_t i = matches_from(cues, s.start + 1); i < cues->n && cues->items[i].at.start < s.end; i++) {
        const rule_match *m = &cues->items[i];
        if (!telling_class(value_of(x, m, CUE_FORM))) continue;
        for (size_t k = 0; JOINTS[k]; k++) {
            str j = str_of(JOINTS[k]);
            if (str_ends(str_cut(x->doc->text, 0, m->at.start), j) && m->at.start - j.n > s.start) return m->at.start - j.n;
        }
    }
    return s.end;
}

/* "kepada para ASN untuk …", "agar …", bahwa and the like before the clause; *marked: one was there. */
static void take_connectors(const extraction *x, span *s, bool *marked, bool stress) {
    str text = x->doc->text;
    static const char *const BAHWA[] = { "bahwa", "bahwasanya", "jika", "kalau", "bila", "apabila" };
    while (take_word(text, s, "juga") || take_word(text, s, "pula") || take_word(text, s, "lagi") || take_word(text, s, "kembali")) {}
    if (s->start < s->end && s->start > 0 && text.p[s->start - 1] == ' ' && s->start > 1 && text.p[s->start - 2] == ',') *marked = true;
    size_t size;
    static const char *const THAT[] = { " bahwa ", NULL };
    size_t that = clause_find(text, (span){ s->start, s->end < s->start + 80 ? s->end : s->start + 80 }, THAT, &size);
    if (that != SIZE_MAX && !clause_predicate(x, (span){ s->start, that })) s->start = that + 1; /* pada Senin bahwa … */
    static const char *const TO[] = { " bahwa ", " agar ", " untuk ", " supaya ", ", ", NULL };
    if (take_word(text, s, "kepada") || take_word(text, s, "ke")) {
        size_t at = clause_find(text, *s, TO, &size);
        if (at == SIZE_MAX || at - s->start > 140) return;
        s->start = at + size;
        *marked = true;
    }
    for (size_t k = 0; k < sizeof BAHWA / sizeof *BAHWA; k++)
        if (take_word(text, s, BAHWA[k])) *marked = true;
    if (stress) while (take_word(text, s, "agar") || take_word(text, s, "supaya")) *marked = true;
}

/* Whether words that a topic can begin with ("usulan …") are the subject of a clause: a word that points at it follows
 * ("usulan itu masuk akal"), or one that shows a predicate; soon, behind verbs that take topics as well. */
static bool predicate_for_certain(const extraction *x, span s, str form) {
    enum { SOON = 40 };
    str text = x->doc->text;
    size_t i = word_end(text, s.start, s.end);
    if (clause_pointed_at(x, i, s.end)) return true;
    size_t end = is(form, "tell") && s.end > s.start + SOON ? s.start + SOON : s.end;
    for (; i + 1 < end; i = word_end(text, i + 1, s.end))
        if (text.p[i] == ' ' && list_longest(x->words->certain, text, i + 1, s.end, NULL)) return true;
    return false;
}

static bool reports(const extraction *x, span s, str form, bool marked) {
    str text = x->doc->text;
    size_t words = clause_words(text, s);
    if (is(form, "admit")) return words > 0 && !clause_begins(x->words->no_clause, text, s); /* mengaku lega */
    if (words < 2) return false;
    if (marked) return true;
    if (clause_begins(x->words->no_clause, text, s) && (is(form, "tell") || is(form, "say")) && !predicate_for_certain(x, s, form)) return false;
    if (is(form, "stress")) return !clause_begins(x->words->no_clause, text, s);
    if (is(form, "warn")) {
        static const char *const ASKS[] = { "agar", "untuk", "supaya", "jangan", "tidak boleh", "harus", NULL };
        size_t size;
        if (clause_find(text, s, ASKS, &size) != SIZE_MAX) return false;
    }
    return clause_predicate(x, s);
}

/* X mengatakan (bahwa) CLAUSE. */
static span after_verb(extraction *x, const rule_match *m, str form, span s) {
    str text = x->doc->text;
    span c = { m->at.end, s.end };
    bool marked = false;
    while (c.start < c.end && (text.p[c.start] == ' ' || text.p[c.start] == ',' || text.p[c.start] == ':')) {
        marked = marked || text.p[c.start] == ',' || text.p[c.start] == ':';
        c.start++;
    }
    if (c.start < c.end && mark_at(text, c.start).kind != MARK_NONE && !mark_at(text, c.start).single) return NOTHING;
    take_connectors(x, &c, &marked, is(form, "stress") || is(form, "hope") || is(form, "tell"));
    c = clause_before_quote(x, c);
    c.end = joined_verb(x, c);
    c = clause_trim(text, c);
    return reports(x, c, form, marked) ? c : NOTHING;
}

/* The words before a cue that stands within its sentence: only an opening adverbial, or a part of what is reported. */
static bool opening_adverbial(const extraction *x, span s) {
    if (speaker_skip_openers(x, s.start, s.end) >= s.end) return true;
    const char *space = memchr(x->doc->text.p + s.start, ' ', s.end - s.start);
    return space && listed(x->words->prepositions, str_cut(x->doc->text, s.start, (size_t)(space - x->doc->text.p)));
}

/* What stands on both sides of a cue and its speaker. */
typedef struct {
    span left, right;
    bool suffixed;      /* the speaker is in the cue: katanya */
    bool comma_before;  /* before the cue */
    bool comma;         /* behind the speaker */
    bool alone;         /* nothing before the cue but what opens a sentence */
} sides;

static sides sides_of(extraction *x, const rule_match *m, span s) {
    str text = x->doc->text;
    sides at = { .left = clause_trim(text, (span){ s.start, m->at.start }) };
    at.suffixed = telling_suffixed(text_of(x, m->at));
    who w = at.suffixed ? (who){ .person = PEOPLE_NONE, .end = m->at.end } : speaker_at(x, m->at.end, s.end);
    size_t end = w.end > m->at.end ? w.end : m->at.end;
    at.right = clause_before_quote(x, (span){ end, s.end });
    at.comma = at.right.start < at.right.end && text.p[at.right.start] == ',';
    at.right = clause_trim(text, at.right);
    at.alone = span_empty(at.left) || speaker_skip_openers(x, at.left.start, at.left.end) >= at.left.end;
    at.comma_before = m->at.start > s.start + 1 && text.p[m->at.start - 2] == ',';
    return at;
}

/* …, kata X. */
static span round_after(const extraction *x, sides at) {
    str text = x->doc->text;
    if (!at.comma_before || at.alone) return NOTHING;
    if (at.comma && clause_words(text, at.right) > 1)
        return opening_adverbial(x, at.left) ? at.right : (span){ at.left.start, at.right.end };
    return clause_words(text, at.left) > 3 ? at.left : NOTHING;
}

/* Whether commas set a passive cue (dipaparkan X) off as one that reports. */
static bool passive_set_off(sides at) {
    return at.alone ? at.comma || at.suffixed : at.comma_before;
}

/* Y, kata X, Z. / Menurut X, Y. / Lebih lanjut, dipaparkan X, Y. */
static span round_cue(extraction *x, const rule_match *m, str form, span s) {
    sides at = sides_of(x, m, s);
    if (is(form, "after")) return round_after(x, at);
    bool passive = is(form, "passive");
    if (passive && !passive_set_off(at)) return NOTHING;
    if (clause_words(x->doc->text, at.right) < 2) return passive || !at.comma_before ? NOTHING : at.left;
    if (passive && !at.comma) return NOTHING;
    if (at.alone || opening_adverbial(x, at.left)) return at.right;
    return at.comma_before || at.comma ? (span){ at.left.start, at.right.end } : at.right;
}

span telling_clause(extraction *x, const rule_match *m, str form) {
    span s = clause_range(x, m->at.start);
    s.start = clause_after_quotes(x, s, m->at.start, 3); /* a quotation that is over is not this clause's */
    return clause_without_date(x, telling_class(form) ? after_verb(x, m, form, s) : round_cue(x, m, form, s));
}
