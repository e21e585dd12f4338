/* SPDX-License-Identifier: MIT */
#include "report/searchpage.h"

#include "report/frame.h"
#include "report/html.h"

/* Words that the script shows, by the names that it knows them by. */
static const struct {
    const char *name;
    word word;
} SHOWN[] = {
    { "point", WORD_POINT }, { "statement", WORD_STATEMENT }, { "results", WORD_RESULTS }, { "none", WORD_NO_RESULTS }, { "searching", WORD_SEARCHING },
    { "nobody", WORD_NO_SPEAKER }, { "untitled", WORD_NO_TITLE }, { "page", WORD_PAGE }, { "previous", WORD_PREVIOUS }, { "next", WORD_NEXT },
    { "undated", WORD_UNDATED }, { "failed", WORD_FAILED },
};

/* "data-words": a JSON object of words, and of the names of all kinds, forces and topics. */
static void add_words(frame *f) {
    static const key_group GROUPS[] = { KEYS_KIND, KEYS_FORCE, KEYS_TOPIC };
    buf json = buf_make(64 * 1024);
    for (size_t i = 0; i < sizeof SHOWN / sizeof *SHOWN; i++) {
        buf_format(&json, "%c\"%s\":", i ? ',' : '{', SHOWN[i].name);
        html_string(&json, word_in(f->ed->in, SHOWN[i].word));
    }
    for (size_t g = 0; g < sizeof GROUPS / sizeof *GROUPS; g++)
        for (size_t i = 0; word_key(GROUPS[g], i).p; i++) {
            str key = word_key(GROUPS[g], i);
            buf_format(&json, ",\"=%.*s\":", STR_ARG(key));
            html_string(&json, word_of_key(f->ed->in, GROUPS[g], key));
        }
    buf_add_char(&json, '}');
    buf_add(f->b, STR(" data-words=\""));
    html_attribute(f->b, buf_str(&json));
    buf_add_char(f->b, '"');
    buf_free(&json);
}

static void add_input(frame *f, word label, const char *name, const char *more) {
    buf_format(f->b, "<div><label for=\"%s\">", name);
    frame_word(f, label);
    buf_format(f->b, "</label><input id=\"%s\" name=\"%s\" %s></div>\n", name, name, more);
}

static void begin_select(frame *f, word label, const char *name) {
    buf_format(f->b, "<div><label for=\"%s\">", name);
    frame_word(f, label);
    buf_format(f->b, "</label><select id=\"%s\" name=\"%s\"><option value=\"\">", name, name);
    frame_word(f, WORD_ALL);
    buf_add(f->b, STR("</option>\n"));
}

static void add_option(frame *f, str value, str name) {
    buf_add(f->b, STR("<option value=\""));
    html_attribute(f->b, value);
    buf_add(f->b, STR("\">"));
    html_text(f->b, name);
    buf_add(f->b, STR("</option>\n"));
}

static void add_key_options(frame *f, key_group g) {
    for (size_t i = 0; word_key(g, i).p; i++) add_option(f, word_key(g, i), word_of_key(f->ed->in, g, word_key(g, i)));
}

static void add_selects(frame *f) {
    const edition *ed = f->ed;
    begin_select(f, WORD_OUTLET, "outlet");
    for (size_t i = 0; i < ed->outlets.n; i++)
        if (ed->outlets.items[i].articles) add_option(f, ed->outlets.items[i].name, ed->outlets.items[i].name);
    buf_add(f->b, STR("</select></div>\n"));
    begin_select(f, WORD_TOPIC, "topic");
    for (size_t i = 0; i < ed->topics.n; i++) add_option(f, ed->topics.items[i], word_of_key(ed->in, KEYS_TOPIC, ed->topics.items[i]));
    buf_add(f->b, STR("</select></div>\n"));
    begin_select(f, WORD_KIND, "kind");
    add_key_options(f, KEYS_KIND);
    add_key_options(f, KEYS_FORCE);
    buf_add(f->b, STR("</select></div>\n"));
}

int searchpage_write(edition *ed, error *e) {
    frame f = frame_begin(ed, PART_SEARCH, 0, word_in(ed->in, WORD_SEARCH), " class=\"search\"");
    frame_heading(&f, "<h1>", WORD_SEARCH, "</h1>\n");
    frame_heading(&f, "<p class=\"quiet\">", WORD_SEARCH_LEAD, "</p>\n");
    frame_heading(&f, "<noscript><p>", WORD_SEARCH_NEEDS, "</p></noscript>\n<form id=\"search\" role=\"search\" hidden");
    add_words(&f);
    buf_add(f.b, STR(">\n"));
    frame_heading(&f, "<fieldset><legend>", WORD_FILTERS, "</legend>\n");
    add_input(&f, WORD_WORDS_FIELD, "q", "type=\"search\" autocomplete=\"off\" spellcheck=\"false\" aria-describedby=\"q-hint\"");
    frame_heading(&f, "<p class=\"hint\" id=\"q-hint\">", WORD_SEARCH_HINT, "</p>\n");
    add_input(&f, WORD_OFFICIAL, "official", "type=\"text\" list=\"officials\" autocomplete=\"off\" spellcheck=\"false\" aria-describedby=\"official-hint\"");
    frame_heading(&f, "<p class=\"hint\" id=\"official-hint\">", WORD_OFFICIAL_HINT, "</p>\n<datalist id=\"officials\"></datalist>\n");
    buf_add(f.b, STR("<div class=\"row\">\n"));
    add_input(&f, WORD_FROM_DAY, "from", "type=\"date\"");
    add_input(&f, WORD_TO_DAY, "to", "type=\"date\"");
    add_selects(&f);
    buf_add(f.b, STR("</div>\n<p class=\"buttons\">"));
    frame_heading(&f, "<button type=\"submit\">", WORD_SEARCH, "</button> ");
    frame_heading(&f, "<button type=\"reset\">", WORD_CLEAR, "</button></p>\n</fieldset>\n</form>\n");
    frame_heading(&f, "<section id=\"found\" hidden>\n<h2 id=\"results\" tabindex=\"-1\">", WORD_RESULTS, "</h2>\n");
    buf_add(f.b, STR("<p id=\"count\" role=\"status\" aria-live=\"polite\"></p>\n<ol id=\"list\" class=\"said\"></ol>\n"));
    buf_add(f.b, STR("<nav id=\"pager\" class=\"pager\" aria-label=\""));
    html_attribute(f.b, word_in(ed->in, WORD_PAGES));
    buf_add(f.b, STR("\" hidden></nav>\n</section>\n"));
    return frame_end(&f, "search.html", e);
}
