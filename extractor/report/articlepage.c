/* SPDX-License-Identifier: MIT */
#include "report/articlepage.h"

#include "base/address.h"
#include <stdio.h>

#include "report/html.h"
#include "report/marking.h"
#include "report/recordlist.h"

/* Near duplicates that are named. */
enum { MOST_ALSO = 8 };

static const struct {
    mark_kind kind;
    sheet_id sheet;
} MARKED[] = {
    { MARK_STATEMENT, SHEET_STATEMENTS }, { MARK_POINT, SHEET_POINTS },   { MARK_EVENT, SHEET_EVENTS },           { MARK_OFFICIAL, SHEET_OFFICIALS },
    { MARK_INSTITUTION, SHEET_INSTITUTIONS }, { MARK_DATE, SHEET_DATES }, { MARK_REGULATION, SHEET_REGULATIONS },
};
enum { MARKED_COUNT = sizeof MARKED / sizeof *MARKED };

static void add_mark(arena *a, text_marks *marks, mark_kind kind, const sheet_row *row, bool again) {
    *vec_add(a, marks) = (text_mark){ kind, again, row->number, row->start, row->end };
}

static text_marks collect_marks(arena *a, const dossier *d) {
    text_marks marks = { 0 };
    const sheet *mentions = &d->sheets[SHEET_MENTIONS], *repeats = &d->sheets[SHEET_REPEATS];
    for (size_t k = 0; k < MARKED_COUNT; k++) {
        const sheet *s = &d->sheets[MARKED[k].sheet];
        bool mentioned = MARKED[k].kind == MARK_OFFICIAL || MARKED[k].kind == MARK_INSTITUTION;
        for (size_t i = 0; i < s->n && !mentioned; i++) add_mark(a, &marks, MARKED[k].kind, &s->items[i], false);
    }
    for (size_t i = 0; i < mentions->n; i++) {
        const sheet_row *m = &mentions->items[i], *before = i ? m - 1 : NULL;
        bool again = before && before->number == m->number && str_eq(before->cells[MENTION_KIND], m->cells[MENTION_KIND]);
        add_mark(a, &marks, str_eq(m->cells[MENTION_KIND], STR("official")) ? MARK_OFFICIAL : MARK_INSTITUTION, m, again);
    }
    for (size_t i = 0; i < repeats->n; i++) add_mark(a, &marks, MARK_POINT, &repeats->items[i], true);
    return marks;
}

/* Whether the text begins with the title on a line of its own. */
static bool begins_with_title(const dossier *d) {
    return d->title.n && str_starts(d->text, d->title) && (d->text.n == d->title.n || d->text.p[d->title.n] == '\n');
}

static void add_bylines(frame *f, const dossier *d) {
    const sheet *s = &d->sheets[SHEET_BYLINES];
    for (size_t i = 0; i < s->n; i++) {
        buf_add(f->b, i ? STR(", ") : STR("<br>"));
        html_text(f->b, s->items[i].text);
        if (!s->items[i].cells[BYLINE_ROLE].p) continue;
        buf_add(f->b, STR(" ("));
        html_text(f->b, word_of_key(f->ed->in, KEYS_ROLE, s->items[i].cells[BYLINE_ROLE]));
        buf_add_char(f->b, ')');
    }
}

/* Outlet, date and how it is known, names, address. */
static void add_head(frame *f, const dossier *d) {
    buf_add(f->b, STR("<p class=\"kicker\">"));
    if (d->outlet.p) {
        buf_add(f->b, STR("<strong>"));
        html_text(f->b, d->outlet);
        buf_add(f->b, STR("</strong> · "));
    }
    frame_time(f, d->published);
    if (d->published_from.p) {
        buf_add(f->b, STR(" ("));
        html_text(f->b, word_of_key(f->ed->in, KEYS_PUBLISHED, d->published_from));
        buf_add_char(f->b, ')');
    }
    add_bylines(f, d);
    buf_add(f->b, STR("<br>"));
    if (address_is_web(d->url)) {
        buf_add(f->b, STR("<a class=\"out\" rel=\"noopener noreferrer nofollow\" href=\""));
        html_attribute(f->b, d->url);
        frame_heading(f, "\">", WORD_ORIGINAL, "</a>");
    } else {
        frame_word(f, WORD_SOURCE);
        buf_add(f->b, STR(": <bdi>"));
        html_text(f->b, d->url.n ? d->url : d->source);
        buf_add(f->b, STR("</bdi>"));
    }
    buf_add(f->b, STR("</p>\n"));
}

/* Which marks there are, each with a box to turn it off. */
static void add_legend(frame *f, const dossier *d) {
    frame_heading(f, "<fieldset class=\"legend\"><legend>", WORD_MARKS, "</legend>\n");
    for (size_t k = 0; k < MARKED_COUNT; k++) {
        char letter = marking_letter(MARKED[k].kind);
        if (!d->sheets[MARKED[k].sheet].n) continue;
        buf_format(f->b, "<label><input type=\"checkbox\" id=\"t-%c\" checked> <span class=\"m %c\">", letter, letter);
        frame_word(f, recordlist_name(MARKED[k].sheet));
        buf_add(f->b, STR("</span> <span class=\"count\">"));
        frame_number(f, d->sheets[MARKED[k].sheet].n);
        buf_add(f->b, STR("</span></label>\n"));
    }
    buf_add(f->b, STR("</fieldset>\n"));
}

static void add_also(frame *f, uint32_t article) {
    const edition *ed = f->ed;
    size_t n, shown = 0;
    const edition_place *same = edition_story(&n, ed, ed->articles.items[article].story);
    if (n < 2) return;
    frame_heading(f, "<h2>", WORD_ALSO_IN, "</h2>\n<ul class=\"also\">\n");
    for (size_t i = 0; i < n && shown < MOST_ALSO; i++) {
        const edition_article *a = &ed->articles.items[same[i].article];
        if (same[i].article == article) continue;
        shown++;
        buf_add(f->b, STR("<li>"));
        frame_article_link(f, a);
        buf_add(f->b, STR(" <span class=\"meta\">"));
        if (a->outlet != NO_OUTLET) {
            html_text(f->b, ed->outlets.items[a->outlet].name);
            buf_add(f->b, STR(", "));
        }
        frame_time(f, a->published);
        buf_add(f->b, STR("</span></li>\n"));
    }
    if (n - 1 > shown) buf_format(f->b, "<li>+ %zu</li>\n", n - 1 - shown);
    buf_add(f->b, STR("</ul>\n"));
}

static void add_records(frame *f, const dossier *d) {
    frame_heading(f, "<section class=\"all\" aria-labelledby=\"records\" data-passage=\"", WORD_PASSAGE, "\">\n");
    frame_heading(f, "<h2 id=\"records\">", WORD_RECORDS, "</h2>\n");
    for (sheet_id id = SHEET_STATEMENTS; id <= SHEET_WARNINGS; id++) recordlist_write(f, d, id);
    buf_add(f->b, STR("</section>\n"));
}

int articlepage_write(edition *ed, arena *scratch, const dossier *d, uint32_t article, error *e) {
    char name[64];
    int64_t id = ed->articles.items[article].id;
    str title = d->title.n ? d->title : word_in(ed->in, WORD_NO_TITLE);
    bool headed = begins_with_title(d);
    frame f = frame_begin(ed, PART_ARTICLES, 2, title, " class=\"article\"");
    text_marks marks = collect_marks(scratch, d);
    buf_add(f.b, STR("<article>\n"));
    add_head(&f, d);
    buf_add(f.b, STR("<div class=\"text\" lang=\"id\">\n"));
    if (!headed) {
        buf_add(f.b, STR("<h1>"));
        html_text(f.b, title);
        buf_add(f.b, STR("</h1>\n"));
    }
    marking_write(f.b, scratch, d->text, &marks, ed->in, headed);
    buf_add(f.b, STR("</div>\n</article>\n<aside>\n"));
    add_legend(&f, d);
    add_also(&f, article);
    buf_add(f.b, STR("</aside>\n"));
    add_records(&f, d);
    snprintf(name, sizeof name, "articles/%lld/%lld.html", (long long)(id / 1000), (long long)id);
    return frame_end(&f, name, e);
}
