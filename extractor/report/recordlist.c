/* SPDX-License-Identifier: MIT */
#include "report/recordlist.h"

#include "report/html.h"
#include "report/marking.h"

/* How a cell is written. */
typedef enum { AS_TEXT, AS_KEY, AS_DATE, AS_RULE, AS_LIST, AS_PERSON, AS_FOUND, AS_BECAUSE, AS_CONFLICT } field_form;

typedef struct {
    word label;
    int cell;
    field_form form;
    key_group keys; /* of AS_KEY */
} field;

enum { MOST_FIELDS = 9 };

static const struct {
    char letter;
    word name;
    field fields[MOST_FIELDS]; /* up to the first without a label: WORD_ABOUT */
} LISTS[SHEET_COUNT] = {
    [SHEET_STATEMENTS] = { 's', WORD_STATEMENTS,
                           { { WORD_KIND, STATEMENT_KIND, AS_KEY, KEYS_KIND },
                             { WORD_SPEAKER, STATEMENT_SPEAKER, AS_PERSON, 0 },
                             { WORD_FOUND_BY, STATEMENT_FROM, AS_FOUND, 0 },
                             { WORD_CUE, STATEMENT_CUE, AS_TEXT, 0 },
                             { WORD_READ_BY, STATEMENT_READ_BY, AS_TEXT, 0 },
                             { WORD_SAID, STATEMENT_SAID, AS_DATE, 0 },
                             { WORD_IDENTITY, STATEMENT_BECAUSE, AS_BECAUSE, 0 },
                             { WORD_RULE, STATEMENT_RULE, AS_RULE, 0 } } },
    [SHEET_POINTS] = { 'p', WORD_POINTS,
                       { { WORD_KIND, POINT_FORCE, AS_KEY, KEYS_FORCE },
                         { WORD_TOPIC, POINT_TOPIC, AS_KEY, KEYS_TOPIC },
                         { WORD_DECLARED_BY, POINT_BY, AS_PERSON, 0 },
                         { WORD_ADDRESSEES, POINT_TO, AS_LIST, 0 },
                         { WORD_IN_LIST, POINT_ITEM, AS_TEXT, 0 },
                         { WORD_RULE, POINT_RULE, AS_RULE, 0 } } },
    [SHEET_EVENTS] = { 'e', WORD_EVENTS,
                       { { WORD_KIND, EVENT_KIND, AS_KEY, KEYS_EVENT },
                         { WORD_DATE, EVENT_DATE, AS_DATE, 0 },
                         { WORD_PLACE, EVENT_PLACE, AS_TEXT, 0 },
                         { WORD_ORGANISER, EVENT_ORGANISER, AS_TEXT, 0 },
                         { WORD_LEADER, EVENT_LEADER, AS_TEXT, 0 },
                         { WORD_PARTICIPANTS, EVENT_PARTICIPANTS, AS_LIST, 0 },
                         { WORD_RULE, EVENT_RULE, AS_RULE, 0 } } },
    [SHEET_OFFICIALS] = { 'o', WORD_OFFICIALS,
                          { { WORD_OFFICE, OFFICIAL_TITLE, AS_PERSON, 0 },
                            { WORD_REGION, OFFICIAL_REGION, AS_TEXT, 0 },
                            { WORD_RANK, OFFICIAL_RANK, AS_TEXT, 0 },
                            { WORD_DEGREES, OFFICIAL_DEGREES, AS_TEXT, 0 },
                            { WORD_IDENTITY, OFFICIAL_BECAUSE, AS_BECAUSE, 0 } } },
    [SHEET_INSTITUTIONS] = { 'i', WORD_INSTITUTIONS,
                             { { WORD_KIND, INSTITUTION_TYPE, AS_KEY, KEYS_TYPE },
                               { WORD_REGION, INSTITUTION_REGION, AS_TEXT, 0 },
                               { WORD_SAME_AS, INSTITUTION_SAME_AS, AS_TEXT, 0 } } },
    [SHEET_DATES] = { 'd', WORD_DATES,
                      { { WORD_KIND, DATE_TYPE, AS_KEY, KEYS_DATE },
                        { WORD_VALUE, DATE_VALUE, AS_DATE, 0 },
                        { WORD_WARNINGS, DATE_CONFLICT, AS_CONFLICT, 0 },
                        { WORD_RULE, DATE_RULE, AS_RULE, 0 } } },
    [SHEET_REGULATIONS] = { 'r', WORD_REGULATIONS,
                            { { WORD_KIND, REGULATION_KIND, AS_TEXT, 0 },
                              { WORD_NUMBER, REGULATION_NO, AS_TEXT, 0 },
                              { WORD_YEAR, REGULATION_YEAR, AS_TEXT, 0 },
                              { WORD_ISSUER, REGULATION_ISSUER, AS_TEXT, 0 },
                              { WORD_RULE, REGULATION_RULE, AS_RULE, 0 } } },
    [SHEET_WARNINGS] = { 'w', WORD_WARNINGS, { { WORD_KIND, WARNING_CODE, AS_TEXT, 0 } } },
};

char recordlist_letter(sheet_id id) { return LISTS[id].letter; }

word recordlist_name(sheet_id id) { return LISTS[id].name; }

/* A rule's name; report.js makes links of them, which would be a tenth of the page. */
static void add_rule(frame *f, str name) {
    buf_add(f->b, STR("<i>"));
    html_text(f->b, name);
    buf_add(f->b, STR("</i>"));
}

/* The strings of a JSON array, with commas between them: what stands between quotation marks, escapes undone as far as the
 * store makes them. */
static void add_list(frame *f, str json) {
    bool inside = false, first = true;
    for (size_t i = 0; i < json.n; i++) {
        char c = json.p[i];
        if (c == '"') {
            inside = !inside;
            if (inside && !first) buf_add(f->b, STR(", "));
            first = false;
        } else if (inside) {
            if (c == '\\' && i + 1 < json.n) c = json.p[++i];
            html_text(f->b, (str){ &c, 1 });
        }
    }
}

static void add_office(frame *f, str acting, str title, str of) {
    buf_clear(&f->ed->small);
    edition_office_name(&f->ed->small, acting, title, of);
    html_text(f->b, buf_str(&f->ed->small));
}

/* Name and office of who speaks or declares; of an official's row, the office. */
static void add_person(frame *f, const sheet_row *row, int cell, sheet_id id) {
    str name = row->cells[cell], office = id == SHEET_OFFICIALS ? STR_NONE : row->cells[cell + 1];
    if (id == SHEET_OFFICIALS) {
        add_office(f, row->cells[OFFICIAL_ACTING], name, row->cells[OFFICIAL_OF]);
        return;
    }
    if (!name.p && !office.p) frame_word(f, WORD_NO_SPEAKER);
    frame_person(f, name, row->official ? edition_find_official(f->ed, row->official) : (uint32_t)NOBODY);
    if (name.p && office.p) buf_add(f->b, STR(", "));
    html_text(f->b, office);
}

/* How the speaker was found: the rule in words, and its name. */
static void add_found(frame *f, const sheet_row *row) {
    str from = row->cells[STATEMENT_FROM], rule = row->cells[STATEMENT_SPEAKER_RULE];
    str told = rule.p ? word_of_key(f->ed->in, KEYS_SPEAKER, rule) : STR_NONE;
    if (told.p == rule.p) told = word_of_key(f->ed->in, KEYS_FROM, from); /* a rule that has no words */
    html_text(f->b, told);
    if (!rule.p) return;
    buf_add(f->b, STR(" ("));
    add_rule(f, rule);
    buf_add_char(f->b, ')');
}

/* Whether the evidence tells no more than the record itself. */
static bool is_plain_evidence(str because) {
    return !because.n || str_eq(because, STR("named in this office")) || str_eq(because, STR("speaks without an office"));
}

static bool is_empty(const sheet_row *row, const field *k) {
    str value = row->cells[k->cell];
    if (k->form == AS_PERSON) return false;
    if (k->form == AS_FOUND) return !value.p && !row->cells[STATEMENT_SPEAKER_RULE].p;
    if (k->form == AS_BECAUSE) return is_plain_evidence(value);
    if (k->form == AS_LIST) return value.n <= 2;
    return !value.n && !(k->form == AS_DATE && k->label == WORD_VALUE);
}

static void add_field(frame *f, const sheet_row *row, const field *k, sheet_id id) {
    str value = row->cells[k->cell];
    if (is_empty(row, k)) return;
    frame_heading(f, "<br><b>", k->label, ":</b> ");
    switch (k->form) {
    case AS_TEXT: html_text(f->b, value); break;
    case AS_KEY: html_text(f->b, word_of_key(f->ed->in, k->keys, value)); break;
    case AS_DATE:
        if (value.p) frame_time(f, value);
        else frame_word(f, WORD_OPEN);
        break;
    case AS_RULE: add_rule(f, value); break;
    case AS_LIST: add_list(f, value); break;
    case AS_PERSON: add_person(f, row, k->cell, id); break;
    case AS_FOUND: add_found(f, row); break;
    case AS_BECAUSE:
        buf_add(f->b, STR("<span lang=\"en\">"));
        html_text(f->b, value);
        buf_add(f->b, STR("</span>"));
        break;
    case AS_CONFLICT: frame_word(f, WORD_CONFLICT); break;
    }
}

/* The rules of an official's or institution's mentions, each once. */
static void add_mention_rules(frame *f, const dossier *d, sheet_id id, int64_t number) {
    str kind = id == SHEET_OFFICIALS ? STR("official") : STR("institution"), last = STR_NONE;
    const sheet *mentions = &d->sheets[SHEET_MENTIONS];
    for (size_t i = 0; i < mentions->n; i++) {
        const sheet_row *m = &mentions->items[i];
        if (m->number != number || !str_eq(m->cells[MENTION_KIND], kind) || str_eq(m->cells[MENTION_RULE], last)) continue;
        if (last.p) buf_add(f->b, STR(", "));
        else frame_heading(f, "<br><b>", WORD_RULE, ":</b> ");
        last = m->cells[MENTION_RULE];
        add_rule(f, last);
    }
}

/* Where the record is named, as a link with its label or number, then its words. */
static void add_words(frame *f, const sheet_row *row, sheet_id id) {
    char letter = LISTS[id].letter;
    str label = id == SHEET_STATEMENTS ? marking_label(f->ed->in, MARK_STATEMENT)
              : id == SHEET_POINTS     ? marking_label(f->ed->in, MARK_POINT)
              : id == SHEET_EVENTS     ? marking_label(f->ed->in, MARK_EVENT)
                                       : STR_NONE;
    if (id == SHEET_WARNINGS) {
        html_text(f->b, row->text);
        return;
    }
    buf_add(f->b, STR("<a class=\"n "));
    buf_add_char(f->b, letter);
    buf_add(f->b, STR("\" href=\"#m-"));
    buf_add_char(f->b, letter);
    html_number(f->b, row->number);
    buf_add(f->b, STR("\">"));
    buf_add(f->b, label);
    html_number(f->b, row->number);
    buf_add(f->b, STR("</a> "));
    /* Quotation marks are for what somebody said in these words. */
    str element = id == SHEET_STATEMENTS && str_eq(row->cells[STATEMENT_KIND], STR("direct")) ? STR("q") : STR("span");
    buf_format(f->b, "<%s class=\"w\"%s>", element.p, f->ed->in == LANGUAGE_ENGLISH ? " lang=\"id\"" : "");
    if (id == SHEET_OFFICIALS) frame_person(f, row->text, row->official ? edition_find_official(f->ed, row->official) : (uint32_t)NOBODY);
    else html_text(f->b, row->text);
    buf_format(f->b, "</%s>", element.p);
}

void recordlist_write(frame *f, const dossier *d, sheet_id id) {
    const sheet *s = &d->sheets[id];
    if (!s->n) return;
    frame_heading(f, "<h3>", LISTS[id].name, " <span class=\"count\">");
    frame_number(f, s->n);
    buf_add(f->b, STR("</span></h3>\n<ol class=\"records\">\n"));
    for (size_t i = 0; i < s->n; i++) {
        const sheet_row *row = &s->items[i];
        buf_add(f->b, STR("<li id=\""));
        buf_add_char(f->b, LISTS[id].letter);
        html_number(f->b, row->number);
        buf_add(f->b, STR("\">"));
        add_words(f, row, id);
        for (size_t k = 0; k < MOST_FIELDS && LISTS[id].fields[k].label; k++) add_field(f, row, &LISTS[id].fields[k], id);
        if (id == SHEET_OFFICIALS || id == SHEET_INSTITUTIONS) add_mention_rules(f, d, id, row->number);
        buf_add(f->b, STR("</li>\n"));
    }
    buf_add(f->b, STR("</ol>\n"));
}
