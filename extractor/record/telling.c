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
static void take_connectors(str text, span *s, bool *marked, bool stress) {
    static const char *const BAHWA[] = { "bahwa", "bahwasanya", "jika", "kalau", "bila", "apabila" };
    while (take_word(text, s, "juga") || take_word(text, s, "pula") || take_word(text, s, "lagi") || take_word(text, s, "kembali")) {}
    if (s->start < s->end && s->start > 0 && text.p[s->start - 1] == ' ' && s->start > 1 && text.p[s->start - 2] == ',') *marked = true;
    size_t size;
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

static bool reports(const extraction *x, span s, str form, bool marked) {
    str text = x->doc->text;
    size_t words = clause_words(text, s);
    if (words < 2) return false;
    if (marked) return true;
    if (clause_begins(x->words->no_clause, text, s) && (is(form, "tell") || is(form, "say"))) {
        static const char *const STRONG[] = { " adalah ", " merupakan ", " bahwa ", " tidak ", " akan ", " belum ", " sudah ", " masih ", " harus ", " bukan ",
                                              " hanya ", " mesti ", " telah ", " disebabkan ", " berawal ", " terjadi ", " terkait ", NULL };
        size_t size;
        if (is(form, "tell") || clause_find(text, s, STRONG, &size) == SIZE_MAX) return false;
    }
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
    take_connectors(text, &c, &marked, is(form, "stress") || is(form, "hope") || is(form, "tell"));
    c = clause_before_quote(x, c);
    c.end = joined_verb(x, c);
    c = clause_trim(text, c);
    return reports(x, c, form, marked) ? c : NOTHING;
}

/* The words before a cue that stands within its sentence: only an opening adverbial, or a part of what is reported. */
static bool opening_adverbial(const extraction *x, span s) {
    static const char *const PREPOSITIONS[] = { "di ", "dalam ", "pada ", "untuk ", "dari ", "dengan ", "selain ", "sebelum ", "setelah ", "saat ", "oleh ",
                                                "karena ", "sejak ", "hingga ", "atas ", "ke ", "jika ", "kalau ", "meski ", "terkait ", "soal ", "bahkan ",
                                                "hanya ", "sementara ", "namun ", "sebab ", "apalagi ", "akibat " };
    str text = str_span(x->doc->text, s);
    if (speaker_skip_openers(x, s.start, s.end) >= s.end) return true;
    for (size_t k = 0; k < sizeof PREPOSITIONS / sizeof *PREPOSITIONS; k++) {
        str p = str_of(PREPOSITIONS[k]);
        if (text.n > p.n && str_eq_fold(str_cut(text, 0, p.n), p)) return true;
    }
    return false;
}

/* …, kata X. / Y, kata X, Z. / Menurut X, Y. / Lebih lanjut, dipaparkan X, Y. */
static span round_cue(extraction *x, const rule_match *m, str form, span s) {
    str text = x->doc->text;
    span left = clause_trim(text, (span){ s.start, m->at.start });
    bool suffixed = str_ends(text_of(x, m->at), STR("nya"));
    who w = suffixed ? (who){ .person = PEOPLE_NONE, .end = m->at.end } : speaker_at(x, m->at.end, s.end);
    size_t end = w.end > m->at.end ? w.end : m->at.end;
    span right = clause_before_quote(x, (span){ end, s.end });
    bool comma = right.start < right.end && text.p[right.start] == ',';
    right = clause_trim(text, right);
    bool alone = span_empty(left) || speaker_skip_openers(x, left.start, left.end) >= left.end;
    bool comma_before = m->at.start > s.start + 1 && text.p[m->at.start - 2] == ',';
    if (is(form, "after")) {
        if (!comma_before || alone) return NOTHING;
        if (comma && clause_words(text, right) > 1) return opening_adverbial(x, left) ? right : (span){ left.start, right.end };
        return clause_words(text, left) > 3 ? left : NOTHING;
    }
    if (is(form, "passive") && alone && !comma && !suffixed) return NOTHING;
    if (is(form, "passive") && !alone && !comma_before) return NOTHING;
    if (clause_words(text, right) < 2) return is(form, "passive") || !comma_before ? NOTHING : left;
    if (is(form, "passive") && !comma) return NOTHING;
    if (alone || opening_adverbial(x, left)) return right;
    if (comma_before || comma) return (span){ left.start, right.end };
    return right;
}

span telling_clause(extraction *x, const rule_match *m, str form) {
    span s = clause_range(x, m->at.start);
    s.start = clause_after_quotes(x, s, m->at.start, 3); /* a quotation that is over is not this clause's */
    return telling_class(form) ? after_verb(x, m, form, s) : round_cue(x, m, form, s);
}
