/* SPDX-License-Identifier: MIT */
/* Which encoding a page is in: the standard's order of mark, header, prescan and guess, and the bytes that come out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "page/charset.h"

#define BYTES(literal) literal, sizeof(literal) - 1

static void decides(void **state) {
    static const struct { const char *bytes; size_t n; const char *header, *wanted; } cases[] = {
        { BYTES("abc"), NULL, "windows-1252" },
        { BYTES("\xc3\xa9"), NULL, "UTF-8" },
        { BYTES("\xe9"), NULL, "windows-1252" },
        { BYTES("\xe9"), "utf-8", "UTF-8" },
        { BYTES("\xe9"), " UTF8 ", "UTF-8" },
        { BYTES("\xe9"), "latin1", "windows-1252" },
        { BYTES("\xe9"), "no-such", "windows-1252" },
        { BYTES("\xe9"), "a-label-that-is-longer-than-any-of-the-standard", "windows-1252" },
        { BYTES("<meta charset=iso-8859-2>\xe9"), "koi8-r", "KOI8-R" },
        { BYTES("<meta charset=iso-8859-2>\xe9"), "no-such", "ISO-8859-2" },
        { BYTES("<meta charset=iso-8859-2>\xe9"), "", "ISO-8859-2" },
        { BYTES("<meta charset=iso-8859-2>\xc3\xa9"), "koi8-r", "UTF-8" }, /* bytes that are UTF-8 win */
        { BYTES("\xef\xbb\xbf<meta charset=iso-8859-2>\xe9"), "koi8-r", "UTF-8" },
        { BYTES("\xff\xfe" "a\0"), "utf-8", "UTF-16LE" },
        { BYTES("\xfe\xff" "\0a"), "utf-8", "UTF-16BE" },
        { BYTES("a\0b\0"), "utf-16", "UTF-16LE" },
        { BYTES("\0a\0b"), "utf-16be", "UTF-16BE" },
        { BYTES("abc\xe9"), "utf-16", "windows-1252" }, /* a header that cannot be right */
        { BYTES("<\0?\0x\0"), NULL, "UTF-16LE" },
        { BYTES("<meta charset=utf-16>\xe9"), NULL, "UTF-8" },
        { BYTES("<meta charset=x-user-defined>\xe9"), NULL, "windows-1252" },
        { BYTES("<meta http-equiv=content-type content='text/html; charset = \"euc-jp'>"), NULL, "windows-1252" },
        { BYTES("<meta http-equiv=content-type content='text/html; charset = \"euc-jp\">'>"), NULL, "EUC-JP" },
        { BYTES("<meta http-equiv=content-type content='charset charset=gbk;'>"), NULL, "GBK" },
        { BYTES("<meta content='charset=gbk' charset=big5>"), NULL, "Big5" },
        { BYTES("<meta content='charset=gbk' charset=none http-equiv=content-type>"), NULL, "windows-1252" },
        { BYTES("<meta charset=gbk charset=big5>"), NULL, "GBK" },
        { BYTES("<meta/charset=gbk/>"), NULL, "windows-1252" }, /* the label is "gbk/" */
        { BYTES("<meta/charset=gbk />"), NULL, "GBK" },
        { BYTES("<metacharset=gbk>"), NULL, "windows-1252" },
        { BYTES("<!-- <meta charset=gbk> --><meta charset=big5>"), NULL, "Big5" },
        { BYTES("<!--><meta charset=gbk> -->"), NULL, "GBK" }, /* the dashes may be those that open */
        { BYTES("<!--> --><meta charset=gbk>"), NULL, "GBK" },
        { BYTES("<a title='<meta charset=gbk>'><meta charset=big5>"), NULL, "Big5" },
        { BYTES("</a title='<meta charset=gbk>'><meta charset=big5>"), NULL, "Big5" },
        { BYTES("<?php <meta charset=gbk>"), NULL, "windows-1252" },
        { BYTES("<!x <meta charset=gbk><meta charset=big5>"), NULL, "Big5" },
        { BYTES("a < b <meta charset=gbk>"), NULL, "GBK" },
        { BYTES("<?xml version='1.0' encoding = \"ISO-8859-5\" ?><html>\xe9"), NULL, "ISO-8859-5" },
        { BYTES("<?xml version='1.0' encoding='utf-16'?><html>\xe9"), NULL, "UTF-8" },
        { BYTES("<?xml version='1.0' encoding='koi8-r'?><meta charset=gbk>"), NULL, "GBK" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *got = charset_decide((str){ cases[i].bytes, cases[i].n }, str_of(cases[i].header));
        if (strcmp(got, cases[i].wanted) != 0)
            fail_msg("%s, header %s: %s, not %s", cases[i].bytes, cases[i].header ? cases[i].header : "none", got, cases[i].wanted);
    }
}

static void converts(void **state) {
    static const struct { const char *from; size_t n; const char *header, *to; } cases[] = {
        { BYTES("\xe9"), "iso-8859-5", "\xd1\x89" },
        { BYTES("\x81\x8d\x8f\x90\x9d"), NULL, "\xc2\x81\xc2\x8d\xc2\x8f\xc2\x90\xc2\x9d" },
        { BYTES("\x80\x93"), "latin1", "\xe2\x82\xac\xe2\x80\x9c" },
        { BYTES("\xc3\xa9\xff"), "utf-8", "\xc3\xa9\xef\xbf\xbd" },
        { BYTES("\x1b$B0!\x1b(B"), "iso-2022-jp", "\xe4\xba\x9c" },
        { BYTES("\xb0\xa1"), "gb2312", "\xe5\x95\x8a" },
        { BYTES("\x87\x40"), "shift_jis", "\xe2\x91\xa0" },
        { BYTES("a\0\xe9\0"), "utf-16le", "a\xc3\xa9" },
        { BYTES("a\0b"), "utf-16le", "a\xef\xbf\xbd" }, /* half a unit at the end */
        { BYTES(""), "gbk", "" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        arena a = { 0 };
        str got = charset_convert(&a, (str){ cases[i].from, cases[i].n }, str_of(cases[i].header));
        if (got.n != strlen(cases[i].to) || memcmp(got.p, cases[i].to, got.n) != 0)
            fail_msg("case %zu: %.*s, not %s", i, STR_ARG(got), cases[i].to);
        arena_free(&a);
    }
}

/* Every encoding that has a label can be converted from: its name is known here. */
static void knows_labels(void **state) {
    static const char *const labels[] = { "866", "latin2", "l3", "latin4", "cyrillic", "arabic", "greek", "hebrew", "logical", "l6",
                                          "iso885913", "iso885914", "iso-8859-16", "koi", "koi8-ru", "mac", "tis-620", "cp1250",
                                          "cp1251", "cp1253", "latin5", "cp1255", "cp1256", "cp1257", "cp1258", "x-mac-ukrainian",
                                          "chinese", "gb18030", "x-x-big5", "x-euc-jp", "sjis", "korean" };
    (void)state;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        assert_true(charset_known(str_of(labels[i])));
        arena a = { 0 };
        str out = charset_convert(&a, STR("\xd0\xd1."), str_of(labels[i]));
        if (str_find(out, STR("\xc3\x90\xc3\x91"), 0) != SIZE_MAX) fail_msg("%s is read as Windows-1252", labels[i]);
        arena_free(&a);
    }
    assert_false(charset_known(STR("")));
    assert_false(charset_known(STR("iso-8859-99")));
}

/* Every beginning of a page, and noise in it: nothing is read past the end (a sanitizer sees to that), and what comes out
 * of any bytes is no more than four times as long. */
static void cut_and_noisy(void **state) {
    static const char page[] = "\n<!-- x --><?xml encoding='gbk'?></p a=b/><meta http-equiv = \"Content-Type\" name=x content=\"text/html; "
                               "charset = 'no' \" ><META charset\n=\t'iso-8859-2' x>\xe9";
    static const char marks[] = "<>!-/=\"' ?\0\xe9;mc";
    (void)state;
    unsigned seed = 1;
    for (size_t round = 0; round < 40; round++) {
        for (size_t n = 0; n < sizeof page; n++) {
            char *cut = malloc(n + 1);
            memcpy(cut, page, n);
            for (size_t k = 0; k < round && n > 0; k++) {
                seed = seed * 1103515245u + 12345u;
                cut[(seed >> 8) % n] = marks[(seed >> 20) % (sizeof marks - 1)];
            }
            char *exact = malloc(n ? n : 1); /* no byte more than the page has */
            memcpy(exact, cut, n);
            arena a = { 0 };
            str got = charset_convert(&a, (str){ exact, n }, round % 2 ? STR("gbk") : STR_NONE);
            assert_true(got.n <= n * 4);
            arena_free(&a);
            free(exact);
            free(cut);
        }
    }
}

/* html5lib's tests of the prescan, where they lie beside the repository (or in the folder that PETIK_SUITES names). */

/* What petik has otherwise on purpose. */
typedef struct {
    const char *file;
    size_t number; /* of the test in its file, from 1 */
    const char *ours;
} exception;

static const exception EXCEPTIONS[] = {
    { "test-yahoo-jp.dat", 1, "UTF-8" }, /* it says EUC-JP, but its bytes are UTF-8 */
};

static const char *expected(const char *file, size_t number, const char *theirs) {
    for (size_t i = 0; i < sizeof EXCEPTIONS / sizeof *EXCEPTIONS; i++)
        if (strcmp(EXCEPTIONS[i].file, file) == 0 && EXCEPTIONS[i].number == number) return EXCEPTIONS[i].ours;
    return theirs;
}

/* The part of a test behind a line "#name", up to the next such line or the end. */
static str take_part(str *rest, str name, str next) {
    size_t begin = str_find(*rest, name, 0);
    if (begin == SIZE_MAX) return STR_NONE;
    begin += name.n;
    size_t end = str_find(*rest, next, begin);
    if (end == SIZE_MAX) end = rest->n;
    str part = str_cut(*rest, begin, end);
    *rest = str_cut(*rest, end, rest->n);
    return part;
}

static void run_suite(const char *folder, const char *file, size_t *passed, size_t *failed) {
    char path[1024];
    static char bytes[1 << 17];
    snprintf(path, sizeof path, "%s/html5lib-encoding/encoding/%s", folder, file);
    FILE *f = fopen(path, "rb");
    if (!f) return;
    str rest = { bytes, fread(bytes, 1, sizeof bytes, f) };
    fclose(f);
    for (size_t number = 1;; number++) {
        str data = take_part(&rest, STR("#data\n"), STR("#encoding\n"));
        str wanted = str_trim(take_part(&rest, STR("#encoding\n"), STR("#data\n")));
        if (!data.p) break;
        if (data.n > 0) data.n--; /* the line feed before #encoding */
        const char *got = charset_decide(data, STR_NONE);
        char theirs[64];
        snprintf(theirs, sizeof theirs, "%.*s", STR_ARG(wanted));
        bool good = str_eq_fold(str_of(got), str_of(expected(file, number, theirs)));
        if (good) ++*passed;
        else ++*failed;
        if (!good) printf("%s, test %zu: %s, not %s\n", file, number, got, theirs);
    }
}

static void html5lib(void **state) {
    static const char *const files[] = { "tests1.dat", "tests2.dat", "test-yahoo-jp.dat" };
    const char *folder = getenv("PETIK_SUITES");
    size_t passed = 0, failed = 0;
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) run_suite(folder ? folder : "../shared/suites", files[i], &passed, &failed);
    if (passed + failed == 0) {
        printf("no html5lib-encoding beside the repository\n");
        skip();
    }
    printf("html5lib-encoding: %zu as wanted, %zu not\n", passed, failed);
    assert_int_equal(failed, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decides),       cmocka_unit_test(converts), cmocka_unit_test(knows_labels),
        cmocka_unit_test(cut_and_noisy), cmocka_unit_test(html5lib),
    };
    return cmocka_run_group_tests_name("charset", tests, NULL, NULL);
}
