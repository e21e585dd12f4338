/* SPDX-License-Identifier: MIT */
/* extractor/base: strings, buffers, arenas, tables, errors. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdlib.h>

#include <cmocka.h>

#include "base/address.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/table.h"

static void assert_str(str got, const char *want) {
    assert_int_equal(got.n, strlen(want));
    assert_memory_equal(got.p, want, got.n);
}

static void strings_are_searched(void **state) {
    (void)state;
    str s = STR("kata ujarnya, kata dia");
    assert_int_equal(str_find(s, STR("kata"), 0), 0);
    assert_int_equal(str_find(s, STR("kata"), 1), 14);
    assert_int_equal(str_find(s, STR("dia"), 0), 19);
    assert_true(str_find(s, STR("diam"), 0) == SIZE_MAX);
    assert_true(str_find(s, STR(""), 0) == SIZE_MAX);
    assert_int_equal(str_find_last(s, STR("kata"), s.n), 14);
    assert_int_equal(str_find_last(s, STR("kata"), 17), 0);
    assert_true(str_find_last(s, STR("kata"), 3) == SIZE_MAX);
    assert_true(str_find(STR_NONE, STR("a"), 0) == SIZE_MAX);
}

static void strings_are_compared(void **state) {
    (void)state;
    assert_true(str_starts(STR("Pj Bupati"), STR("Pj")));
    assert_false(str_starts(STR("P"), STR("Pj")));
    assert_true(str_ends(STR("a.txt"), STR(".txt")));
    assert_false(str_ends(STR("txt"), STR(".txt")));
    assert_true(str_eq(STR_NONE, STR("")));
    assert_true(str_eq_fold(STR("KPU"), STR("kpu")));
    assert_false(str_eq_fold(STR("KPU"), STR("KPUD")));
}

static void strings_are_cut(void **state) {
    (void)state;
    str rest = STR("satu|dua||tiga");
    assert_str(str_split(&rest, '|'), "satu");
    assert_str(str_split(&rest, '|'), "dua");
    assert_str(str_split(&rest, '|'), "");
    assert_non_null(rest.p);
    assert_str(str_split(&rest, '|'), "tiga");
    assert_null(rest.p);
    assert_str(str_trim(STR(" \t dua kata\r\n")), "dua kata");
    assert_str(str_trim(STR("  ")), "");
    span s = span_trim(STR("a  b  "), (span){ 1, 6 });
    assert_int_equal(s.start, 3);
    assert_int_equal(s.end, 4);
}

static void numbers_are_whole(void **state) {
    (void)state;
    assert_int_equal(str_number(STR("2024")), 2024);
    assert_int_equal(str_number(STR("007")), 7);
    assert_int_equal(str_number(STR("")), -1);
    assert_int_equal(str_number(STR("12a")), -1);
    assert_int_equal(str_number(STR("-1")), -1);
    assert_int_equal(str_number(STR("1234567890")), -1);
}

static void a_buffer_keeps_its_maximum(void **state) {
    (void)state;
    buf b = buf_make(10);
    buf_add(&b, STR("12345678"));
    assert_false(b.full);
    buf_add(&b, STR("90123"));
    assert_true(b.full);
    assert_str(buf_str(&b), "12345678");
    buf_clear(&b);
    assert_false(b.full);
    buf_add(&b, STR("1234567890"));
    assert_false(b.full);
    assert_str(buf_str(&b), "1234567890");
    buf_add_char(&b, 'x');
    assert_true(b.full);
    buf_free(&b);
    assert_int_equal(b.max, 10);
}

static void a_buffer_formats(void **state) {
    (void)state;
    char wide[1200];
    memset(wide, 'a', sizeof wide - 1);
    wide[sizeof wide - 1] = '\0';
    buf b = buf_make(4096);
    buf_format(&b, "%d/%s", 7, "x");
    assert_str(buf_str(&b), "7/x");
    buf_format(&b, "%s", wide);
    assert_int_equal(b.n, 3 + strlen(wide));
    buf_free(&b);
}

static void an_arena_gives_zeroed_memory(void **state) {
    (void)state;
    arena a = { 0 };
    for (int round = 0; round < 3; round++) {
        for (size_t size = 0; size < 3000; size += 7) {
            unsigned char *p = arena_alloc(&a, size);
            assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
            for (size_t i = 0; i < size; i++) assert_int_equal(p[i], 0);
            memset(p, 0xAA, size);
        }
        arena_reset(&a);
    }
    char *large = arena_alloc(&a, 1 << 20);
    large[(1 << 20) - 1] = 'x';
    str s = arena_format(&a, "%s-%d", "abc", 12);
    assert_str(s, "abc-12");
    assert_int_equal(s.p[s.n], '\0');
    assert_str(arena_copy(&a, STR("salin")), "salin");
    assert_str(arena_copy(&a, STR_NONE), "");
    arena_free(&a);
    arena_free(&a);
}

static void vectors_grow(void **state) {
    (void)state;
    arena a = { 0 };
    VEC(size_t) v = { 0 };
    for (size_t i = 0; i < 1000; i++) *vec_add(&a, &v) = i * i;
    assert_int_equal(v.n, 1000);
    for (size_t i = 0; i < v.n; i++) assert_int_equal(v.items[i], i * i);
    assert_int_equal(*vec_add(&a, &v), 0);
    arena_free(&a);
}

static void a_table_keeps_the_first_value(void **state) {
    (void)state;
    arena a = { 0 };
    table t = table_make(&a, 4);
    assert_int_equal(table_get(&t, STR("x")), TABLE_NONE);
    for (uint32_t i = 0; i < 5000; i++)
        assert_int_equal(table_put(&t, arena_format(&a, "kunci %u", i), i), i);
    assert_int_equal(table_put(&t, STR("kunci 17"), 99), 17);
    for (uint32_t i = 0; i < 5000; i++) assert_int_equal(table_get(&t, arena_format(&a, "kunci %u", i)), i);
    assert_int_equal(table_get(&t, STR("kunci 5000")), TABLE_NONE);
    assert_int_equal(table_put(&t, STR(""), 3), 3);
    assert_int_equal(table_get(&t, STR("")), 3);
    arena_free(&a);
}

static void the_first_error_stays(void **state) {
    (void)state;
    error e = { 0 };
    assert_int_equal(error_set(&e, ERROR_INPUT, "%s:%d: first", "a.txt", 3), ERROR_INPUT);
    assert_int_equal(error_set(&e, ERROR_LIMIT, "second"), ERROR_LIMIT);
    assert_int_equal(e.code, ERROR_INPUT);
    assert_string_equal(e.text, "a.txt:3: first");
    assert_int_equal(error_set(NULL, ERROR_LIMIT, "nobody asks"), ERROR_LIMIT);
}

/* Where only the start of a long needle stands at many places, it is sought in another way. */
static void long_needles_are_found(void **state) {
    (void)state;
    enum { N = 20000, NEEDLE = 300 };
    char *hay = malloc(N), needle[NEEDLE];
    memset(hay, 'a', N);
    memset(needle, 'a', NEEDLE);
    needle[NEEDLE - 1] = 'b';
    str s = { hay, N }, n = { needle, NEEDLE };
    assert_true(str_find(s, n, 0) == SIZE_MAX);
    static const size_t PLACES[] = { NEEDLE - 1, NEEDLE, 1000 + NEEDLE - 1, 1001 + NEEDLE - 1, 1002 + NEEDLE - 1, N / 2, N - 1 };
    for (size_t i = 0; i < sizeof PLACES / sizeof *PLACES; i++) {
        hay[PLACES[i]] = 'b';
        assert_int_equal(str_find(s, n, 0), PLACES[i] - (NEEDLE - 1));
        assert_int_equal(str_find(s, n, PLACES[i] - (NEEDLE - 1)), PLACES[i] - (NEEDLE - 1));
        assert_true(str_find(s, n, PLACES[i] - (NEEDLE - 2)) == SIZE_MAX);
        hay[PLACES[i]] = 'a';
    }
    free(hay);
}

static void addresses_have_parts(void **state) {
    static const struct { const char *address, *origin, *host, *path; long page; } CASES[] = {
        { "https://www.warta.example/a/b/?page=2#c", "https://www.warta.example", "warta.example", "/a/b", 2 },
        { "https://Warta.example:8080/?x=1&halaman=12", "https://Warta.example:8080", "Warta.example", "", 12 },
        { "http://warta.example", "http://warta.example", "warta.example", "", -1 },
        { "//cdn.example/x?page=all", "", "cdn.example", "//cdn.example/x", 0 },
        { "/a/b/", "", "", "/a/b", -1 },
        { "?page=3", "", "", "", 3 },
        { "/a?homepage=3", "", "", "/a", -1 },
        { "/a?page=", "", "", "/a", -1 },
        { "", "", "", "", -1 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        str a = str_of(CASES[i].address);
        assert_str(address_origin(a), CASES[i].origin);
        assert_str(address_host(a), CASES[i].host);
        assert_str(address_path(a), CASES[i].path);
        assert_int_equal(address_page(a), CASES[i].page);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(addresses_have_parts),
        cmocka_unit_test(long_needles_are_found),
        cmocka_unit_test(strings_are_searched),
        cmocka_unit_test(strings_are_compared),
        cmocka_unit_test(strings_are_cut),
        cmocka_unit_test(numbers_are_whole),
        cmocka_unit_test(a_buffer_keeps_its_maximum),
        cmocka_unit_test(a_buffer_formats),
        cmocka_unit_test(an_arena_gives_zeroed_memory),
        cmocka_unit_test(vectors_grow),
        cmocka_unit_test(a_table_keeps_the_first_value),
        cmocka_unit_test(the_first_error_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
