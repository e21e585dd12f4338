/* SPDX-License-Identifier: MIT */
#include "report/frame.h"

#include <stdio.h>

#include "report/html.h"

/* Nothing but the report's own files is loaded, nothing is sent, and nothing that stands in a page itself is run. 'self' holds
 * for files opened from disk as well. */
#define POLICY "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"

static const struct {
    const char *address;
    word name;
} PARTS[PART_COUNT] = {
    [PART_START] = { "index.html", WORD_START },
    [PART_SEARCH] = { "search.html", WORD_SEARCH },
    [PART_OFFICIALS] = { "officials/index.html", WORD_OFFICIALS },
    [PART_ARTICLES] = { "articles/index.html", WORD_ARTICLES },
    [PART_RULES] = { "rules.html", WORD_RULES },
};

void frame_up(frame *f) {
    for (int i = 0; i < f->depth; i++) buf_add(f->b, STR("../"));
}

void frame_word(frame *f, word w) { html_text(f->b, word_in(f->ed->in, w)); }

void frame_heading(frame *f, const char *open, word w, const char *close) {
    buf_add(f->b, str_of(open));
    frame_word(f, w);
    buf_add(f->b, str_of(close));
}

void frame_number(frame *f, size_t n) { words_number(f->b, f->ed->in, n); }

static void add_navigation(frame *f) {
    buf_add(f->b, STR("<header class=\"top\"><nav aria-label=\""));
    html_attribute(f->b, word_in(f->ed->in, WORD_NAVIGATION));
    buf_add(f->b, STR("\"><ul>"));
    for (size_t i = 0; i < PART_COUNT; i++) {
        buf_add(f->b, STR("<li><a href=\""));
        frame_up(f);
        buf_add(f->b, str_of(PARTS[i].address));
        buf_add(f->b, i == f->part ? STR("\" aria-current=\"true\">") : STR("\">"));
        frame_word(f, PARTS[i].name);
        buf_add(f->b, STR("</a></li>"));
    }
    buf_add(f->b, STR("</ul></nav></header>\n<main id=\"main\" tabindex=\"-1\">\n"));
}

frame frame_begin(edition *ed, frame_part part, int depth, str title, const char *body) {
    frame f = { ed, &ed->page, part, depth };
    buf_clear(f.b);
    buf_format(f.b, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", ed->in == LANGUAGE_ENGLISH ? "en" : "id");
    buf_add(f.b, STR("<meta http-equiv=\"Content-Security-Policy\" content=\"" POLICY "\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                     "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>"));
    html_text(f.b, title);
    buf_add(f.b, STR(" – "));
    frame_word(&f, WORD_REPORT);
    buf_add(f.b, STR("</title>\n<link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\""));
    frame_up(&f);
    buf_add(f.b, STR("report.css\">\n<script src=\""));
    frame_up(&f);
    buf_format(f.b, "report.js\" defer></script>\n</head>\n<body%s>\n", body);
    frame_heading(&f, "<a class=\"skip\" href=\"#main\">", WORD_SKIP, "</a>\n");
    add_navigation(&f);
    return f;
}

int frame_end(frame *f, const char *name, error *e) {
    buf_add(f->b, STR("</main>\n<footer><p>"));
    frame_word(f, WORD_REPORT);
    buf_add(f->b, STR(" · petik "));
    html_text(f->b, str_of(f->ed->version));
    buf_add(f->b, STR("</p></footer>\n</body>\n</html>\n"));
    return site_write(f->ed->out, name, f->b, e);
}

void frame_time(frame *f, str iso) {
    int day = edition_day_of(iso);
    if (!iso.p) {
        frame_word(f, WORD_UNKNOWN);
        return;
    }
    if (day % 100) {
        buf_add(f->b, STR("<time datetime=\""));
        html_attribute(f->b, str_cut(iso, 0, 10));
        buf_add(f->b, STR("\">"));
    }
    buf_clear(&f->ed->small);
    words_date(&f->ed->small, f->ed->in, iso);
    html_text(f->b, buf_str(&f->ed->small));
    if (day % 100) buf_add(f->b, STR("</time>"));
}

static void add_address(frame *f, const char *folder, int64_t id) {
    frame_up(f);
    buf_add(f->b, str_of(folder));
    html_number(f->b, id / 1000);
    buf_add_char(f->b, '/');
    html_number(f->b, id);
    buf_add(f->b, STR(".html"));
}

void frame_article_address(frame *f, int64_t id) { add_address(f, "articles/", id); }

void frame_official_address(frame *f, int64_t id) { add_address(f, "officials/", id); }

void frame_article_link(frame *f, const edition_article *a) {
    buf_add(f->b, STR("<a href=\""));
    frame_article_address(f, a->id);
    buf_add(f->b, f->ed->in == LANGUAGE_ENGLISH ? STR("\" lang=\"id\">") : STR("\">"));
    html_text(f->b, a->title.n ? a->title : word_in(f->ed->in, WORD_NO_TITLE));
    buf_add(f->b, STR("</a>"));
}

void frame_person(frame *f, str name, uint32_t official) {
    if (official == NOBODY || !name.p) {
        html_text(f->b, name);
        return;
    }
    buf_add(f->b, STR("<a href=\""));
    frame_official_address(f, f->ed->officials.items[official].id);
    buf_add(f->b, STR("\">"));
    html_text(f->b, name);
    buf_add(f->b, STR("</a>"));
}

static void add_page_link(frame *f, const char *base, size_t page, str name, const char *more) {
    buf_format(f->b, "<li><a href=\"%s", base);
    if (page > 1) buf_format(f->b, "-%zu", page);
    buf_format(f->b, ".html\"%s>%.*s</a></li>", more, STR_ARG(name));
}

void frame_pager(frame *f, word list, const char *base, size_t page, size_t pages) {
    if (pages < 2) return;
    buf_add(f->b, STR("<nav class=\"pager\" aria-label=\""));
    html_attribute(f->b, word_in(f->ed->in, WORD_PAGES));
    buf_add(f->b, STR(": "));
    html_attribute(f->b, word_in(f->ed->in, list));
    buf_add(f->b, STR("\"><ul>"));
    if (page > 1) add_page_link(f, base, page - 1, word_in(f->ed->in, WORD_PREVIOUS), " rel=\"prev\"");
    for (size_t i = 1; i <= pages; i++) {
        char number[24];
        bool near = i + 2 >= page && i <= page + 2;
        if (!near && i != 1 && i != pages) continue;
        snprintf(number, sizeof number, "%zu", i);
        add_page_link(f, base, i, str_of(number), i == page ? " aria-current=\"page\"" : "");
    }
    if (page < pages) add_page_link(f, base, page + 1, word_in(f->ed->in, WORD_NEXT), " rel=\"next\"");
    buf_add(f->b, STR("</ul></nav>\n"));
}
