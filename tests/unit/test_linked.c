/* SPDX-License-Identifier: MIT */
/* extractor/page/linked, mend, entity: what a page says of itself in JSON-LD, however it is written. */
#include "pages.h"

#include "page/entity.h"
#include "page/linked.h"
#include "page/mend.h"

static linked_facts linked_from(const char *json) {
    size_t broken = 0;
    str block = str_of(json);
    linked_facts f = linked_read(&home, &block, 1, &broken);
    if (broken) fail_msg("broken: %s", json);
    return f;
}

/* "role:name" of all people, a company in brackets. */
static str people_of(const linked_facts *f) {
    str all = STR("");
    for (size_t i = 0; i < f->people.n; i++) {
        const linked_person *p = &f->people.items[i];
        all = arena_format(&home, "%.*s%s%.*s:%s%.*s%s", STR_ARG(all), i ? ", " : "", STR_ARG(p->role), p->company ? "(" : "", STR_ARG(p->name),
                           p->company ? ")" : "");
    }
    return all;
}

static void the_article_is_found_where_it_is(void **state) {
    static const struct { const char *json, *type, *headline; } CASES[] = {
        { "{\"@type\":\"NewsArticle\",\"headline\":\"J\"}", "NewsArticle", "J" },
        { "[{\"@type\":\"WebSite\"},{\"@type\":\"NewsArticle\",\"headline\":\"J\"}]", "NewsArticle", "J" },
        { "{\"@graph\":[{\"@type\":\"Organization\"},{\"@type\":\"Article\",\"headline\":\"J\"}]}", "Article", "J" },
        { "{\"@type\":[\"NewsArticle\",\"Article\"],\"headline\":\"J\"}", "NewsArticle", "J" },
        { "{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":\"BlogPosting\",\"headline\":\"J\"}}", "BlogPosting", "J" },
        { "{\"@type\":\"BreadcrumbList\",\"mainEntityOfPage\":{\"@type\":\"Article\",\"headline\":\"J\"}}", "Article", "J" },
        { "[{\"@type\":\"Article\",\"headline\":\"A\"},{\"@type\":\"NewsArticle\",\"headline\":\"J\",\"datePublished\":\"2024\"}]", "NewsArticle", "J" },
        { "{\"@type\":\"CollectionPage\",\"headline\":\"J\"}", "CollectionPage", NULL },
        { "{\"@type\":\"VideoObject\",\"name\":\"J\"}", "VideoObject", NULL },
        { "{}", NULL, NULL },
        { "[]", NULL, NULL },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        linked_facts f = linked_from(CASES[i].json);
        assert_told(f.headline, CASES[i].headline, CASES[i].json);
        assert_int_equal(f.article, CASES[i].headline != NULL);
        if (CASES[i].type) assert_told(f.type, CASES[i].type, CASES[i].json);
        else assert_int_equal(f.type.n, 0);
    }
}

static void its_facts_are_read(void **state) {
    (void)state;
    linked_facts f = linked_from("{\"@type\":\"NewsArticle\",\"headline\":\" J &amp; K \",\"description\":\"D\",\"datePublished\":\"2024-10-23\","
                                 "\"dateModified\":\"2024-10-24\",\"articleSection\":[\"Daerah\",\"Hukum\"],\"publisher\":{\"name\":\"Kabar\"},"
                                 "\"inLanguage\":{\"name\":\"id\"},\"url\":\"http://a/\",\"articleBody\":\"Isi\",\"isAccessibleForFree\":\"False\"}");
    assert_told(f.headline, "J & K", "headline");
    assert_told(f.description, "D", "description");
    assert_told(f.published, "2024-10-23", "published");
    assert_told(f.modified, "2024-10-24", "modified");
    assert_told(f.section, "Daerah", "section");
    assert_told(f.publisher, "Kabar", "publisher");
    assert_told(f.language, "id", "language");
    assert_told(f.url, "http://a/", "url");
    assert_told(f.body, "Isi", "body");
    assert_true(f.closed);
    f = linked_from("{\"@type\":\"NewsArticle\",\"mainEntityOfPage\":{\"@id\":\"http://b/\"},\"headline\":\"\",\"isAccessibleForFree\":true}");
    assert_told(f.url, "http://b/", "url of mainEntityOfPage");
    assert_told(f.headline, NULL, "an empty headline");
    assert_false(f.closed);
    assert_told(linked_from("{\"@type\":\"NewsArticle\",\"mainEntityOfPage\":\"http://c/\"}").url, "http://c/", "url as a string");
    assert_true(linked_from("{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}").closed);
}

#define ARTICLE(rest) "{\"@type\":\"NewsArticle\"," rest "}"

static void people_are_read_in_every_form(void **state) {
    static const struct { const char *json, *people; } CASES[] = {
        { ARTICLE("\"author\":\"Ani\""), "author:Ani" },
        { ARTICLE("\"author\":{\"@type\":\"Person\",\"name\":\"Ani\"}"), "author:Ani" },
        { ARTICLE("\"author\":[{\"name\":\"Ani\"},{\"name\":\"Budi\"}]"), "author:Ani, author:Budi" },
        { ARTICLE("\"author\":[\"Ani\",\"Budi\"],\"editor\":\"Citra\""), "author:Ani, author:Budi, editor:Citra" },
        { ARTICLE("\"author\":{\"name\":[\"Ani\",\"Budi\"]}"), "author:Ani, author:Budi" },
        { ARTICLE("\"author\":{\"@type\":\"Organization\",\"name\":\"Kabar\"}"), "author:(Kabar)" },
        { ARTICLE("\"author\":{\"@type\":[\"Person\",\"x\"],\"name\":\"Ani\"},\"creator\":\"Dedi\""), "author:Ani" },
        { ARTICLE("\"creator\":\"Dedi\""), "creator:Dedi" },
        { ARTICLE("\"contributor\":{\"name\":\"Eka\"}"), "contributor:Eka" },
        { ARTICLE("\"author\":{\"name\":\"\"}"), "" },
        { ARTICLE("\"author\":7"), "" },
        { ARTICLE("\"author\":null"), "" },
        { "{\"@graph\":[" ARTICLE("\"author\":{\"@id\":\"#1\"}") ",{\"@type\":\"Person\",\"@id\":\"#1\",\"name\":\"Ani\"}]}", "author:Ani" },
        { "{\"@graph\":[" ARTICLE("\"author\":[{\"@id\":\"#1\"},{\"@id\":\"#2\"}]") ",{\"@id\":\"#1\",\"name\":\"Ani\"},{\"@id\":\"#3\",\"name\":\"Budi\"}]}",
          "author:Ani" },
        { "{\"@graph\":[" ARTICLE("\"author\":{\"@id\":\"#1\"}") ",{\"@type\":\"Organization\",\"@id\":\"#1\",\"name\":\"Kabar\"}]}", "author:(Kabar)" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        linked_facts f = linked_from(CASES[i].json);
        assert_told(people_of(&f), CASES[i].people, CASES[i].json);
    }
}

/* What is wrong with it, and the headline all the same. */
static void json_is_mended(void **state) {
    static const struct { const char *json, *headline; } CASES[] = {
        { ARTICLE("\"headline\":\"A\nB\""), "A\nB" },
        { ARTICLE("\"headline\":\"A\tB\""), "A B" },
        { ARTICLE("\"headline\":\"A\","), "A" },
        { ARTICLE("\"x\":[1,2,],\"headline\":\"A\""), "A" },
        { ARTICLE("\"x\":1,,\"headline\":\"A\""), "A" },
        { ARTICLE("\"headline\":\"Kata \"A\" lagi\""), "Kata \"A\" lagi" },
        { ARTICLE("\"headline\":\"\"A\", kata Budi\",\"x\":1"), "\"A\", kata Budi" },
        { ARTICLE("\"headline\":\"It\\'s A\""), "It's A" },
        { ARTICLE("\"headline\":\"A\"") ";", "A" },
        { "/* x */" ARTICLE("\"headline\":\"A\"") "// y", "A" },
        { "<!--\n" ARTICLE("\"headline\":\"A\"") "\n-->", "A" },
        { "//<![CDATA[\n" ARTICLE("\"headline\":\"A\"") "\n//]]>", "A" },
        { ARTICLE("\"headline\":\"A\"") "}", "A" },
        { ARTICLE("\"headline\":\"A\"") ARTICLE("\"headline\":\"B\""), "A" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) assert_told(linked_from(CASES[i].json).headline, CASES[i].headline, CASES[i].json);
}

static void what_is_none_is_counted(void **state) {
    static const char *const CASES[] = { "", "x", "{\"@type\":\"NewsArticle\",\"headline\":\"A", "{\"headline\"", "{\"a\":\"b\" \"c\":1}", "[[[[", "\"\"\"" };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        str blocks[] = { str_of(CASES[i]), STR(ARTICLE("\"headline\":\"J\"")) };
        size_t broken = 0;
        linked_facts f = linked_read(&home, blocks, 2, &broken);
        if (broken != 1) fail_msg("not broken: %s", CASES[i]);
        assert_told(f.headline, "J", CASES[i]);
    }
}

static void many_people_are_not_all_read(void **state) {
    (void)state;
    str all = STR("");
    for (int i = 0; i < 1000; i++) all = arena_format(&home, "%.*s%s\"Orang %d\"", STR_ARG(all), i ? "," : "", i);
    linked_facts f = linked_from(arena_format(&home, ARTICLE("\"author\":[%.*s]"), STR_ARG(all)).p);
    assert_in_range(f.people.n, 40, 100);
}

static void sound_json_is_left_alone(void **state) {
    static const struct { const char *from, *soft, *hard; } CASES[] = {
        { "{\"a\": \"b, c: {d}\"}", "{\"a\": \"b, c: {d}\"}", "{\"a\": \"b, c: {d}\"}" },
        { " x = [1, \"\\u00e9\\n\"]; ", "[1, \"\\u00e9\\n\"]", "[1, \"\\u00e9\\n\"]" },
        { "[1 , 2 , ]", "[1 , 2 , ]", "[1 , 2  ]" },
        { "", "", "" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        assert_told(arena_copy(&home, mend_json(&home, str_of(CASES[i].from), false)), CASES[i].soft, CASES[i].from);
        assert_told(arena_copy(&home, mend_json(&home, str_of(CASES[i].from), true)), CASES[i].hard, CASES[i].from);
    }
}

static void character_references_are_read(void **state) {
    static const struct { const char *from, *to; } CASES[] = {
        { "a &amp; b", "a & b" },
        { "&quot;a&quot; &#8217;&#x2019;&#X2019; &apos;", "\"a\" \xe2\x80\x99\xe2\x80\x99\xe2\x80\x99 '" },
        { "a &amp;amp; &amp;quot;b", "a & \"b" },
        { "&eacute;&hellip;&nbsp;x", "\xc3\xa9\xe2\x80\xa6 x" },
        { "a &tidakada; b & c &; &#; &#x; &#99999999; &#xd800; &#0;", "a &tidakada; b & c &; &#; &#x; &#99999999; &#xd800; &#0;" },
        { "&amp", "&amp" },
        { "a <b>b</b> < c</p>d", "a b < cd" },
        { "a  b \n\n c\t", "a b\n\nc " },
        { "a <b c", "a <b c" },
        { "<a<b<c", "<a<b<c" },
        { "", "" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) assert_told(entity_decode(&home, str_of(CASES[i].from)), CASES[i].to, CASES[i].from);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_article_is_found_where_it_is),
        cmocka_unit_test(its_facts_are_read),
        cmocka_unit_test(people_are_read_in_every_form),
        cmocka_unit_test(json_is_mended),
        cmocka_unit_test(what_is_none_is_counted),
        cmocka_unit_test(many_people_are_not_all_read),
        cmocka_unit_test(sound_json_is_left_alone),
        cmocka_unit_test(character_references_are_read),
    };
    return cmocka_run_group_tests_name("linked", tests, pages_set_up, pages_tear_down);
}
