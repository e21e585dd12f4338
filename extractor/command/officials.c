/* SPDX-License-Identifier: MIT */
/* petik officials: who held which office when, and which articles show it. */
#include "command/asked.h"
#include "report/terms.h"

typedef struct {
    asked asked;
    int64_t office; /* told last */
} telling;

static void add_article(buf *b, const char *label, const term_article *t) {
    buf_format(b, "      %s: %.*s%s%.*s", label, STR_ARG(t->outlet), t->outlet.p ? ", " : "", STR_ARG(t->published.p ? t->published : STR("day not known")));
    buf_format(b, ": %.*s (article %lld)\n", STR_ARG(t->title.p ? t->title : t->source), (long long)t->id);
    if (t->url.p) buf_format(b, "      %.*s\n", STR_ARG(t->url));
}

static void add_text(telling *w, const term *t) {
    buf *b = &w->asked.out;
    if (t->office_id != w->office) {
        const char *on = w->asked.color ? "\033[1m" : "", *off = w->asked.color ? "\033[0m" : "";
        buf_format(b, "%s%s%.*s%s", w->office ? "\n" : "", on, STR_ARG(t->office), off);
        if (t->region.p) buf_format(b, " (%.*s)", STR_ARG(t->region));
        buf_add_char(b, '\n');
        w->office = t->office_id;
    }
    str first = t->first.p ? t->first : STR("?"), last = t->last.p ? t->last : STR("?");
    buf_format(b, "  %-10.*s to %-10.*s  %-3.*s  %.*s, ", STR_ARG(first), STR_ARG(last), STR_ARG(t->acting), STR_ARG(t->person));
    buf_format(b, "%lld article%s\n", (long long)t->articles, t->articles == 1 ? "" : "s");
    add_article(b, t->articles == 1 ? "shown by" : "first", &t->first_article);
    if (t->articles > 1) add_article(b, "last", &t->last_article);
}

/* A term_function. */
static int tell(const term *t, void *payload) {
    telling *w = payload;
    const answer_field fields[] = {
        { "office", ANSWER_TEXT, t->office, 0 },          { "title", ANSWER_TEXT, t->title, 0 },
        { "of", ANSWER_TEXT, t->of, 0 },                  { "region", ANSWER_TEXT, t->region, 0 },
        { "acting", ANSWER_TEXT, t->acting, 0 },          { "person", ANSWER_TEXT, t->person, 0 },
        { "names", ANSWER_LIST, t->names, 0 },            { "first_seen", ANSWER_TEXT, t->first, 0 },
        { "last_seen", ANSWER_TEXT, t->last, 0 },         { "articles", ANSWER_NUMBER, STR_NONE, t->articles },
        { "shown_by", ANSWER_LIST, t->shown_by, 0 },      { "first_title", ANSWER_TEXT, t->first_article.title, 0 },
        { "first_url", ANSWER_TEXT, t->first_article.url, 0 }, { "last_title", ANSWER_TEXT, t->last_article.title, 0 },
        { "last_url", ANSWER_TEXT, t->last_article.url, 0 },
    };
    if (!asked_fields(&w->asked, fields, sizeof fields / sizeof *fields)) add_text(w, t);
    return asked_flush(&w->asked);
}

int officials_main(const options *o) {
    telling w = { .office = 0 };
    int status = asked_open(&w.asked, o);
    if (status != EXIT_DONE) return status;
    asked *a = &w.asked;
    return asked_close(a, terms_each(a->db, a->question.who, a->question.since, a->question.until, tell, &w, &a->e), "holder of an office");
}
