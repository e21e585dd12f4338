/* SPDX-License-Identifier: MIT */
#include "record/norm.h"

#include "record/clause.h"
#include "record/speaker.h"
#include "record/telling.h"

static const norm NO_NORM = { { 0, 0 }, { 0, 0 }, { NULL, 0 } };

enum { ADDRESSEE_LONGEST = 160 };

static bool is(str s, const char *what) {
    return str_eq(s, str_of(what));
}

static str form_of(const extraction *x, const rule_match *m) {
    return value_of(x, m, POINT_FORM);
}

/* Where the marker's clause has to lie: its sentence, within the quotation if it stands in one, else before the next. */
static span range_of(const extraction *x, const rule_match *m) {
    span s = clause_range(x, m->at.start);
    const quote *q = document_quote(x->doc, m->at.start);
    if (q) {
        if (q->inside.start > s.start) s.start = q->inside.start;
        if (q->inside.end < s.end) s.end = q->inside.end;
        return s;
    }
    s.start = clause_after_quotes(x, s, m->at.start, 3);
    return clause_before_quote(x, s);
}

static bool word_here(str text, size_t i, size_t end, const char *word) {
    str w = str_of(word);
    return end - i >= w.n && str_eq_fold(str_cut(text, i, i + w.n), w) && (i + w.n == end || !WORD_BYTE[(unsigned char)text.p[i + w.n]]);
}

static size_t skip_spaces(str text, size_t i, size_t end) {
    while (i < end && text.p[i] == ' ') i++;
    return i;
}

static size_t next_word(str text, size_t i, size_t end) {
    while (i < end && text.p[i] != ' ') i++;
    return skip_spaces(text, i, end);
}

/* "warga yang mengetahui hal itu": the verb tells who is asked, not what. */
static bool of_relative_clause(const extraction *x, size_t i) {
    return listed(x->words->who_words, str_last_word(str_cut(x->doc->text, 0, i ? i - 1 : 0)));
}

/* Where what is asked begins: behind agar or untuk, or at the first word that begins a predicate. *to: who is asked. */
static size_t asked_from(const extraction *x, span s, span *to, bool *found) {
    str text = x->doc->text;
    size_t i = s.start;
    while (i < s.end && (text.p[i] == ' ' || text.p[i] == ',' || text.p[i] == ':')) i++;
    size_t first = i;
    *found = true;
    for (; i < s.end && i - first < ADDRESSEE_LONGEST; i = next_word(text, i, s.end)) {
        *to = (span){ first, i };
        if (word_here(text, i, s.end, "agar") || word_here(text, i, s.end, "supaya") || word_here(text, i, s.end, "untuk") ||
            word_here(text, i, s.end, "bahwa"))
            return next_word(text, i, s.end);
        if (clause_verb_at(x, i, s.end) && !of_relative_clause(x, i)) return i;
    }
    *found = false;
    return first;
}

/* Another marker in the same range that begins a clause of its own: "… dan meminta …", "…, tidak boleh …". */
static size_t next_clause(const extraction *x, const match_list *marks, size_t i, span s, size_t from) {
    str text = x->doc->text;
    for (size_t k = i + 1; k < marks->n && marks->items[k].at.start < s.end; k++) {
        if (marks->items[k].at.start <= from || marks->items[k].at.start < marks->items[i].at.end) continue;
        size_t cut = marks->items[k].at.start;
        while (cut > from && text.p[cut - 1] != ',' && !str_ends(str_cut(text, 0, cut), STR(" dan ")) &&
               !str_ends(str_cut(text, 0, cut), STR(" serta "))) cut--;
        if (cut > from) return cut;
    }
    return s.end;
}

static span without_joint(str text, span s) {
    static const char *const JOINTS[] = { " dan", " serta", ", dan", ", serta", " tetapi", " namun" };
    s = clause_trim(text, s);
    for (size_t k = 0; k < sizeof JOINTS / sizeof *JOINTS; k++)
        if (str_ends(str_span(text, s), str_of(JOINTS[k]))) s.end -= strlen(JOINTS[k]);
    return clause_trim(text, s);
}

static bool has_modal(const match_list *marks, size_t i, span s, const extraction *x) {
    for (size_t k = i + 1; k < marks->n && marks->items[k].at.start < s.end; k++)
        if (is(form_of(x, &marks->items[k]), "modal")) return true;
    return false;
}

/* "mewajibkan setiap sekolah memiliki X": all that follows is the point. */
static norm whole_directive(const extraction *x, const match_list *marks, size_t i) {
    const rule_match *m = &marks->items[i];
    span s = range_of(x, m);
    size_t from = skip_spaces(x->doc->text, m->at.end, s.end);
    norm n = { .text = without_joint(x->doc->text, (span){ from, next_clause(x, marks, i, s, from) }), .force = value_of(x, m, POINT_FORCE) };
    bool found;
    asked_from(x, n.text, &n.to, &found);
    n.to = found ? clause_trim(x->doc->text, n.to) : (span){ 0, 0 };
    return clause_predicate(x, n.text) ? n : NO_NORM;
}

static bool reaches_all(const extraction *x, str marker) {
    const list_entry *entry = x->words->directives ? list_find(x->words->directives, marker) : NULL;
    return entry && is(entry->column[1], "whole");
}

str norm_forbids(const extraction *x, span s) {
    const list_entry *entry = NULL;
    if (!x->words->modals || !list_longest(x->words->modals, x->doc->text, s.start, s.end, &entry)) return STR_NONE;
    return is(entry->column[0], "prohibition") ? entry->column[0] : STR_NONE;
}

static norm directive(extraction *x, const match_list *marks, size_t i) {
    const rule_match *m = &marks->items[i];
    if (reaches_all(x, text_of(x, m->at))) return whole_directive(x, marks, i);
    str text = x->doc->text, marker = text_of(x, m->at), force = value_of(x, m, POINT_FORCE);
    span s = range_of(x, m);
    norm n = { .force = force };
    bool hope = str_starts(marker, STR("berharap")) || str_find(marker, STR("harap"), 0) != SIZE_MAX;
    bool found;
    size_t from = asked_from(x, (span){ m->at.end, s.end }, &n.to, &found);
    if (hope) {
        from = skip_spaces(text, m->at.end, s.end);
        while (word_here(text, from, s.end, "agar") || word_here(text, from, s.end, "supaya") || word_here(text, from, s.end, "juga") ||
               word_here(text, from, s.end, "kepada"))
            from = next_word(text, from, s.end);
        n.to = (span){ 0, 0 };
        bool normative = str_ends(str_cut(text, 0, from), STR("agar ")) || str_ends(str_cut(text, 0, from), STR("supaya "));
        if (!normative && clause_begins(x->words->undertakings, text, (span){ from, s.end })) return NO_NORM;
    } else if (!found) {
        return NO_NORM;
    }
    bool warns = str_ends(marker, STR("ingatkan"));
    bool asks = str_ends(str_cut(text, 0, from), STR("agar ")) || str_ends(str_cut(text, 0, from), STR("untuk ")) || word_here(text, from, s.end, "jangan");
    if (warns && !asks) return NO_NORM;
    size_t end = next_clause(x, marks, i, s, from);
    n.text = without_joint(text, (span){ from, end });
    if (has_modal(marks, i, n.text, x) && !asks) return NO_NORM;
    n.to = clause_trim(text, n.to);
    str forbids = norm_forbids(x, n.text);
    if (forbids.n && word_here(text, from, s.end, "jangan")) n.force = forbids;
    return n;
}

/* Whether what a directive before asks has the modal in it: "meminta warga jangan membuang sampah". */
static bool asked_before(extraction *x, const match_list *marks, size_t i) {
    if (i == 0 || !is(form_of(x, &marks->items[i - 1]), "directive")) return false;
    norm n = directive(x, marks, i - 1);
    return n.text.start <= marks->items[i].at.start && marks->items[i].at.start < n.text.end;
}

static norm pledge(extraction *x, const match_list *marks, size_t i) {
    const rule_match *m = &marks->items[i];
    str text = x->doc->text;
    span s = range_of(x, m);
    size_t from = skip_spaces(text, m->at.end, s.end);
    while (word_here(text, from, s.end, "untuk") || word_here(text, from, s.end, "akan") || word_here(text, from, s.end, "bahwa") ||
           word_here(text, from, s.end, "dalam") || word_here(text, from, s.end, "terus"))
        from = next_word(text, from, s.end);
    str marker = text_of(x, m->at);
    bool agreed = str_ends(marker, STR("sepakat")), ready = str_ends(marker, STR("siap"));
    if (from >= s.end || (agreed && !clause_verb_at(x, from, s.end)) || (ready && !WORD_BYTE[(unsigned char)text.p[from]])) return NO_NORM;
    return (norm){ .text = without_joint(text, (span){ from, next_clause(x, marks, i, s, from) }), .force = value_of(x, m, POINT_FORCE) };
}

/* Behind the last reporting verb ("X menegaskan, …") between start and end; start: there is none. */
static size_t after_reporting(const extraction *x, size_t start, size_t end) {
    const match_list *cues = matcher_found(x->matcher, KIND_CUE);
    for (size_t k = matches_from(cues, end); k-- > 0 && cues->items[k].at.start > start;) {
        if (cues->items[k].at.end >= end || !telling_class(value_of(x, &cues->items[k], CUE_FORM))) continue;
        size_t i = cues->items[k].at.end;
        return x->doc->text.p[i] == ',' || x->doc->text.p[i] == ':' ? i + 1 : i;
    }
    return start;
}

/* The borders in front of a modal's clause. */
static size_t clause_start(const extraction *x, const match_list *marks, size_t i, span s) {
    static const char *const BORDERS[] = { " bahwa ", " sehingga ", ", sehingga ", ", namun ", "; ", " agar ", ", maka ", NULL };
    str text = x->doc->text;
    const rule_match *m = &marks->items[i];
    size_t start = after_reporting(x, speaker_skip_openers(x, s.start, s.end), m->at.start), size, at;
    while ((at = clause_find(text, (span){ start, m->at.start }, BORDERS, &size)) != SIZE_MAX) start = at + size;
    for (size_t k = i; k-- > 0 && marks->items[k].at.start >= start;) { /* an earlier marker has a clause of its own */
        if (is(form_of(x, &marks->items[k]), "imperative") && marks->items[k].at.start > start) continue;
        size_t cut = m->at.start;
        while (cut > marks->items[k].at.end && text.p[cut - 1] != ',' && !str_ends(str_cut(text, 0, cut), STR(" dan "))) cut--;
        if (cut > marks->items[k].at.end) start = cut;
        break;
    }
    while (start < m->at.start && (text.p[start] == ' ' || word_here(text, start, m->at.start, "dan"))) start = start + (text.p[start] == ' ' ? 1 : 4);
    return start;
}

static norm modal(extraction *x, const match_list *marks, size_t i) {
    const rule_match *m = &marks->items[i];
    str text = x->doc->text;
    span s = range_of(x, m);
    bool quoted = document_quote(x->doc, m->at.start) != NULL;
    const list_entry *entry = x->words->modals ? list_find(x->words->modals, text_of(x, m->at)) : NULL;
    if (quoted && entry && is(entry->column[1], "told")) return NO_NORM;
    if (is(value_of(x, m, POINT_FORCE), "prohibition") && asked_before(x, marks, i)) return NO_NORM;
    size_t start = clause_start(x, marks, i, s);
    bool spoken = quoted && m->at.start > start + 1 && text.p[m->at.start - 2] == ','; /* "Ini NKRI, harus introspeksi" */
    if (spoken) start = m->at.start;
    bool relative = str_ends(str_cut(text, 0, m->at.start), STR("yang "));
    static const char *const QUESTIONS[] = { "apa yang", "siapa yang", "mengapa", "kenapa", NULL };
    size_t size;
    if (relative && (!quoted || clause_find(text, (span){ start, m->at.end }, QUESTIONS, &size) != SIZE_MAX)) {
        const bool stated = !quoted && clause_find(text, (span){ start, m->at.start }, (const char *const[]){ "adalah", "merupakan", "menjadi", "sebuah", NULL }, &size) != SIZE_MAX;
        if (!stated) return NO_NORM;
    }
    size_t end = next_clause(x, marks, i, s, m->at.end);
    static const char *const REASONS[] = { ", karena ", ", sebab ", ", supaya ", ", khawatirnya ", NULL };
    size_t reason = clause_find(text, (span){ m->at.end, end }, REASONS, &size);
    if (reason != SIZE_MAX && clause_words(text, (span){ start, reason }) > 2) end = reason;
    return (norm){ .text = without_joint(text, (span){ start, end }), .force = value_of(x, m, POINT_FORCE) };
}

static norm imperative(extraction *x, const match_list *marks, size_t i) {
    const rule_match *m = &marks->items[i];
    if (!document_quote(x->doc, m->at.start)) return NO_NORM;
    span s = range_of(x, m);
    size_t start = speaker_skip_openers(x, s.start, s.end);
    bool let_us = str_eq_fold(text_of(x, m->at), STR("mari")) || str_eq_fold(text_of(x, m->at), STR("ayo"));
    bool behind_comma = m->at.start > s.start + 1 && x->doc->text.p[m->at.start - 2] == ',';
    if (m->at.start != start && !let_us && !behind_comma) return NO_NORM;
    if (m->at.start == start && !ascii_upper(x->doc->text.p[start]) && !let_us && start > s.start) return NO_NORM;
    for (size_t k = i + 1; k < marks->n && marks->items[k].at.start < s.end; k++)
        if (is(form_of(x, &marks->items[k]), "directive") && marks->items[k].at.start - m->at.end < 3) return NO_NORM;
    size_t end = next_clause(x, marks, i, s, m->at.end);
    return (norm){ .text = without_joint(x->doc->text, (span){ m->at.start, end }), .force = value_of(x, m, POINT_FORCE) };
}

norm norm_read(extraction *x, const match_list *marks, size_t i) {
    str form = form_of(x, &marks->items[i]);
    norm n;
    if (is(form, "directive")) n = directive(x, marks, i);
    else if (is(form, "pledge")) n = pledge(x, marks, i);
    else if (is(form, "imperative")) n = imperative(x, marks, i);
    else n = modal(x, marks, i);
    n.text = clause_without_date(x, n.text);
    return n;
}

str norm_topic(const extraction *x, span s) {
    enum { TOPICS = 32 };
    const word_list *l = x->words->topics;
    size_t hits[TOPICS] = { 0 }, best = 0;
    str text = x->doc->text;
    if (!l || l->entries.n > TOPICS) return STR_NONE;
    const list_entry *entry = NULL;
    for (size_t i = s.start; i < s.end; i = next_word(text, i, s.end)) {
        size_t n = list_longest(l, text, i, s.end, &entry);
        if (n) hits[entry - l->entries.items] += clause_words(text, (span){ i, i + n });
    }
    for (size_t k = 1; k < l->entries.n; k++)
        if (hits[k] > hits[best]) best = k;
    return hits[best] ? l->entries.items[best].canonical : STR_NONE;
}

str norm_list_force(const extraction *x, span intro) {
    static const char *const ASKING[] = { "imbauan", "himbauan", "instruksi", "larangan", "arahan", "mengimbau", "pesan", "diminta", "meminta", "tuntutan",
                                          "mendesak", "rekomendasi", "seruan", NULL };
    static const char *const PLEDGING[] = { "deklarasi", "ikrar", "komitmen", "pakta", "naskah", "pernyataan", "sumpah", "janji", "menyatakan", "berikrar",
                                            "kesepakatan", "menyepakati", "maklumat", "bertekad", "berjanji", NULL };
    str text = x->doc->text;
    char small[512];
    size_t n = 0, size;
    size_t from = intro.end - intro.start > sizeof small ? intro.end - sizeof small : intro.start;
    for (size_t i = from; i < intro.end; i++) small[n++] = ascii_lower(text.p[i]);
    str folded = { small, n };
    if (clause_find(folded, (span){ 0, n }, PLEDGING, &size) != SIZE_MAX) return STR("pledge");
    return clause_find(folded, (span){ 0, n }, ASKING, &size) != SIZE_MAX ? STR("appeal") : STR_NONE;
}
