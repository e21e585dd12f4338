/* SPDX-License-Identifier: MIT */
/* extractor/page/strip: what is cut out of a page before it is parsed. */
#include "pages.h"

#include <stdlib.h>

#include "page/strip.h"

typedef struct {
    const char *from, *to;
} pair;

static void check(const pair *cases, size_t n) {
    for (size_t i = 0; i < n; i++) assert_told(strip_page(&home, str_of(cases[i].from)).html, cases[i].to, cases[i].from);
}

static void elements_that_nobody_reads_are_cut_out(void **state) {
    static const pair CASES[] = {
        { "a<b>c</b>", "a<b>c</b>" },
        { "a<script>if (x < 1) y('</p>')</script>b", "ab" },
        { "a<SCRIPT src=\"a>b\"></Script >b", "ab" },
        { "a<style>p{}</style>b<svg><path/></svg>c<svg/>d", "abcd" },
        { "a<template><p>x</p></template>b<noscript><img></noscript>c", "abc" },
        { "a<script/>b</script>c", "ac" },
        { "a<scripts>b", "a<scripts>b" },
        { "<title>a < b</title>", "<title>a < b</title>" },
    };
    (void)state;
    check(CASES, COUNT(CASES));
}

static void comments_are_cut_out(void **state) {
    static const pair CASES[] = {
        { "a<!-- <p>x</p> -->b<!---->c", "abc" },
        { "a<!-- <script> -->b<!-- </script> -->c", "abc" },
        { "a<!-->b", "ab" },
    };
    (void)state;
    check(CASES, COUNT(CASES));
}

/* Only the tag itself goes: a page that was cut short still has an article. */
static void what_is_not_closed_hides_nothing(void **state) {
    static const pair CASES[] = {
        { "a<!-- <p>b", "a <p>b" },
        { "a<script>b <p>c", "ab <p>c" },
        { "a<svg>b<svg>c<script>d", "abcd" },
        { "a<script>b<svg>c</svg>d", "abd" },
        { "a<!-- b <!-- c", "a b  c" },
        { "a<", "a<" },
        { "a</", "a</" },
        { "a<script", "a" },
        { "a<!--", "a" },
        { "a<p class=\"b>c", "a<p class=\"b>c" },
        { "a<p", "a<p" },
        { "a<p class", "a<p class" },
    };
    (void)state;
    check(CASES, COUNT(CASES));
}

static void only_attributes_that_are_read_are_kept(void **state) {
    static const pair CASES[] = {
        { "<p class=\"x y\" onclick=\"a > b\" id='z'>", "<p class=\"x y\" id='z'>" },
        { "<div data-id=1 class=x data-class='y'>", "<div class=x>" },
        { "<a HREF=/x target=_blank rel = author>", "<a HREF=/x rel = author>" },
        { "<p\n\tclass=x\n>", "<p class=x>" },
        { "<p class=\"x\"id='y'>", "<p class=\"x\" id='y'>" },
        { "<img src=a/b.jpg alt=\"c\"/>", "<img alt=\"c\">" },
        { "<ol start=3 style='x'><li value=2>", "<ol start=3><li value=2>" },
        { "<time datetime=2024-10-23 title=t><meta content=c property=p name=n http-equiv=h>",
          "<time datetime=2024-10-23 title=t><meta content=c property=p name=n http-equiv=h>" },
        { "<p hidden><p aria-hidden=true aria-label=x>", "<p hidden><p aria-hidden=true>" },
        { "<p title='a>b' lang=id>c", "<p title='a>b' lang=id>c" },
        { "<p =x class=y>", "<p class=y>" },
        { "<p classy=1>", "<p>" },
    };
    (void)state;
    check(CASES, COUNT(CASES));
}

static void a_style_that_hides_becomes_an_attribute(void **state) {
    static const pair CASES[] = {
        { "<p style=\"display:none\">", "<p hidden>" },
        { "<p style='color:red; display : none;'>", "<p hidden>" },
        { "<p STYLE=display:none>", "<p hidden>" },
        { "<p style='visibility:hidden'>", "<p hidden>" },
        { "<p style='display:block'>", "<p>" },
        { "<p style='visibility:visible'>", "<p>" },
        { "<p style=''>", "<p>" },
        { "<p style>", "<p>" },
    };
    (void)state;
    check(CASES, COUNT(CASES));
}

static void frames_are_cut_out(void **state) {
    static const pair CASES[] = {
        { "a<iframe class=x src=y>b</iframe>c", "ac" },
        { "a<IFRAME>b</iframe >c", "ac" },
        { "a<iframe src=y/>b", "ab" },
        { "<iframe><iframe>a", "a" }, /* not closed: a page that was cut short still has a text */
    };
    (void)state;
    check(CASES, COUNT(CASES));
}

static void linked_data_is_lent(void **state) {
    (void)state;
    stripped s = strip_page(&home, STR("<script type='application/ld+json'>{1}</script><script>x</script>"
                                       "<script id=x type=\"application/LD+JSON\">{2}</script><script type=application/ld+json>{3}"));
    assert_int_equal(s.linked_data.n, 3);
    assert_told(s.linked_data.items[0], "{1}", "first");
    assert_told(s.linked_data.items[1], "{2}", "second");
    assert_told(s.linked_data.items[2], "{3}", "one that is not closed");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(elements_that_nobody_reads_are_cut_out),
        cmocka_unit_test(comments_are_cut_out),
        cmocka_unit_test(what_is_not_closed_hides_nothing),
        cmocka_unit_test(only_attributes_that_are_read_are_kept),
        cmocka_unit_test(a_style_that_hides_becomes_an_attribute),
        cmocka_unit_test(frames_are_cut_out),
        cmocka_unit_test(linked_data_is_lent),
    };
    return cmocka_run_group_tests_name("strip", tests, pages_set_up, pages_tear_down);
}
