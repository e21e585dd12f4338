/* SPDX-License-Identifier: MIT */
/* extractor/page/tree: the units of a page, and what each is. */
#include "pages.h"

#include "page/strip.h"

static page_tree tree_from(const char *html) {
    page_tree t;
    error e = { 0 };
    hint_words hints = { ruleset_list(&rules, "pagehints") };
    if (tree_read(&t, &home, strip_page(&home, str_of(html)).html, &hints, &e)) fail_msg("%s: %s", html, e.text);
    return t;
}

/* All units, a bar between two, the number of an item before it, and h and its level before a heading. */
static str units_of(const page_tree *t) {
    str all = STR("");
    for (size_t i = 0; i < t->units.n; i++) {
        const page_unit *u = &t->units.items[i];
        str number = u->number ? arena_format(&home, "%d. ", u->number) : STR("");
        str level = u->level ? arena_format(&home, "h%d ", u->level) : STR("");
        all = arena_join(&home, (str[]){ all, i ? STR("|") : STR(""), number, level, tree_text(t, u) }, 5);
    }
    return all;
}

typedef struct {
    const char *html, *units;
} page_case;

static void check(const page_case *cases, size_t n) {
    for (size_t i = 0; i < n; i++) {
        page_tree t = tree_from(cases[i].html);
        assert_told(units_of(&t), cases[i].units, cases[i].html);
        tree_free(&t);
    }
}

static void blocks_are_units(void **state) {
    static const page_case CASES[] = {
        { "<p>satu</p><p>dua</p>", "satu|dua" },
        { "<p>satu <b>tebal</b>, <i>miring</i>.</p>", "satu tebal, miring." },
        { "<p>satu<span> </span>dua<em>tiga</em></p>", "satu duatiga" },
        { "<p><b><i><u>satu</u> dua</i></b> tiga", "satu dua tiga" },
        { "<div>satu<div>dua</div>tiga</div>", "satu|dua|tiga" },
        { "<p>tidak <b>ditutup<p>dua", "tidak ditutup|dua" },
        { "<p>  satu\n\t dua &nbsp; tiga\xe2\x80\x8b</p>", "satu dua tiga" },
        { "<p>a &amp; b &lt; c &#8220;d&#8221; &eacute;</p>", "a & b < c \xe2\x80\x9c" "d\xe2\x80\x9d \xc3\xa9" },
        { "<p> </p><p>&nbsp;</p><div><br></div>satu", "satu" },
        { "<p>satu<form><input value=x><button>Kirim</button><select><option>x</select></form><p>dua", "satu|dua" },
        { "<p>satu<video>x</video><iframe>y</iframe></p>", "satu" },
        { "<dl><dt>satu<dd>dua</dl><pre>tiga\nempat</pre>", "satu|dua|tiga empat" },
    };
    (void)state;
    check(CASES, COUNT(CASES));
}

static void breaks_end_a_paragraph_or_not(void **state) {
    static const page_case CASES[] = {
        { "<p>satu<br>dua<br><br>tiga<br/> <br/>empat</p>", "satu dua|tiga|empat" },
        { "<p>Satu.<br>Dua<br>tiga!<br>Empat</p>", "Satu.|Dua tiga!|Empat" },
        { "<p>satu <b>dua.<br></b>tiga</p>", "satu dua.|tiga" },
        { "<br><br><p><br>satu<br></p>", "satu" },
    };
    (void)state;
    check(CASES, COUNT(CASES));
}

static void lists_are_numbered(void **state) {
    static const page_case CASES[] = {
        { "<ul><li>satu<li>dua</ul>", "satu|dua" },
        { "<ol><li>satu</li><li>dua</li></ol>", "1. satu|2. dua" },
        { "<ol start=4><li>satu<li>dua</ol>", "4. satu|5. dua" },
        { "<ol start=x><li>satu</ol><ol start=-3><li>dua</ol>", "1. satu|1. dua" },
        { "<ol><li><p>satu</p><p>lagi</p></li><li><b>dua</b></ol>", "1. satu|lagi|2. dua" },
        { "<ol><li>satu<ul><li>a<li>b</ul><li>dua</ol>", "1. satu|a|b|2. dua" },
        { "<ol><li>satu<ol><li>a<li>b</ol><li>dua</ol>", "1. satu|1. a|2. b|2. dua" },
        { "<ol><li></li><li>dua</ol>", "2. dua" },
    };
    (void)state;
    check(CASES, COUNT(CASES));
}

static void rows_of_a_table_are_units(void **state) {
    static const page_case CASES[] = {
        { "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b|c" },
        { "<table><tr><th>a<th>b<tr><td>c<td>d</table>", "a b|c d" },
        { "<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>", "a|b|c" },
    };
    (void)state;
    check(CASES, COUNT(CASES));
}

static void headings_have_levels(void **state) {
    static const page_case CASES[] = {
        { "<h1>satu</h1><h6>dua</h6><p>tiga", "h1 satu|h6 dua|tiga" },
        { "<h2>satu <span>dua</span></h2>", "h2 satu dua" },
        { "<div role=heading>satu</div><div role=heading aria-level=3>dua</div>", "h2 satu|h3 dua" },
        { "<div role=heading aria-level=9>satu</div><div role=banner>dua</div>", "satu|dua" },
    };
    (void)state;
    check(CASES, COUNT(CASES));
}

static void units_know_what_they_are_in(void **state) {
    static const struct { const char *html; unsigned tag; } CASES[] = {
        { "<p>x", TAG_PARAGRAPH },
        { "<ul><li>x", TAG_ITEM },
        { "<blockquote><p>x", TAG_QUOTE | TAG_PARAGRAPH },
        { "<figure><figcaption>x", TAG_CAPTION },
        { "<table><tr><td>x", TAG_ROW },
        { "<div>x", 0 },
    };
    (void)state;
    unsigned all = TAG_PARAGRAPH | TAG_ITEM | TAG_QUOTE | TAG_CAPTION | TAG_ROW;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        page_tree t = tree_from(CASES[i].html);
        assert_int_equal(t.units.n, 1);
        if ((t.units.items[0].tag & all) != CASES[i].tag) fail_msg("%s: %x", CASES[i].html, t.units.items[0].tag);
        tree_free(&t);
    }
}

static void links_and_bold_type_are_counted(void **state) {
    (void)state;
    page_tree t = tree_from("<p>abc <a href=x>def <b>ghi</b></a> <strong>jkl</strong></p>");
    assert_int_equal(t.units.n, 1);
    assert_int_equal(t.units.items[0].links, sizeof " def ghi" - 1);
    assert_int_equal(t.units.items[0].strong, sizeof " ghi jkl" - 1);
    tree_free(&t);
}

/* The first element of a name. */
static uint32_t element_named(const page_tree *t, const char *name) {
    for (uint32_t i = 0; i < t->elements.n; i++)
        if (tree_is(&t->elements.items[i], name)) return i;
    fail_msg("no element %s", name);
    return 0;
}

static void hidden_elements_say_so(void **state) {
    static const struct { const char *html; bool hidden; } CASES[] = {
        { "<div hidden>x</div>", true },         { "<div aria-hidden=true>x</div>", true },  { "<div aria-hidden=false>x</div>", false },
        { "<div style='display:none'>x</div>", true }, { "<div style='margin:0'>x</div>", false }, { "<div class=x>x</div>", false },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        page_tree t = tree_from(CASES[i].html);
        if (t.elements.items[element_named(&t, "div")].hidden != CASES[i].hidden) fail_msg("%s", CASES[i].html);
        tree_free(&t);
    }
}

static void elements_are_ranges_of_units(void **state) {
    (void)state;
    page_tree t = tree_from("<p>satu<div class='post-body'><p>dua<ul><li>tiga<li><b>empat</b> lima</ul></div><p>enam");
    uint32_t div = element_named(&t, "div"), list = element_named(&t, "ul"), bold = element_named(&t, "b");
    assert_int_equal(t.elements.items[div].first, 1);
    assert_int_equal(t.elements.items[div].last, 4);
    assert_true(tree_within(&t, list, div) && tree_within(&t, div, div) && !tree_within(&t, div, list));
    assert_true(tree_is(&t.elements.items[t.elements.items[bold].block], "li"));
    assert_int_equal(t.elements.items[list].items, 2);
    assert_told(tree_line(&t, list), "tiga empat lima", "ul");
    assert_told(tree_line(&t, bold), "empat", "b");
    assert_told(tree_attribute(&t, div, "class"), "post-body", "class");
    assert_told(tree_attribute(&t, div, "id"), NULL, "id");
    assert_true(t.elements.items[div].hints & HINT_BODY);
    tree_free(&t);
}

/* As browsers have it: what is deeper stands beside, and nothing is lost. */
static void nesting_has_an_end(void **state) {
    (void)state;
    enum { N = 3000 };
    str open = STR("<div>"), all = STR("<html><body>");
    for (int i = 0; i < N; i++) all = arena_join(&home, (str[]){ all, open, i % 1000 ? STR("") : STR("kata") }, 3);
    page_tree t = tree_from(arena_copy(&home, all).p);
    size_t deepest = 0;
    for (uint32_t i = 1; i < t.elements.n; i++) {
        size_t depth = 0;
        for (uint32_t k = i; k; k = t.elements.items[k].parent) depth++;
        if (depth > deepest) deepest = depth;
    }
    assert_true(deepest > 400 && deepest <= 512);
    assert_told(units_of(&t), "kata|kata|kata", "units");
    tree_free(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_are_units),
        cmocka_unit_test(breaks_end_a_paragraph_or_not),
        cmocka_unit_test(lists_are_numbered),
        cmocka_unit_test(rows_of_a_table_are_units),
        cmocka_unit_test(headings_have_levels),
        cmocka_unit_test(units_know_what_they_are_in),
        cmocka_unit_test(links_and_bold_type_are_counted),
        cmocka_unit_test(hidden_elements_say_so),
        cmocka_unit_test(elements_are_ranges_of_units),
        cmocka_unit_test(nesting_has_an_end),
    };
    return cmocka_run_group_tests_name("tree", tests, pages_set_up, pages_tear_down);
}
