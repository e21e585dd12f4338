/* SPDX-License-Identifier: MIT */
/* Where articles come from: the JSON object scanner, the line reader, folders, and the order of it all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "base/buf.h"
#include "base/limits.h"
#include "source/listing.h"
#include "source/object.h"
#include "source/reader.h"
#include "source/source.h"

static void assert_str(str s, const char *expected) {
    if (!expected) {
        assert_null(s.p);
        return;
    }
    assert_non_null(s.p);
    char *c = malloc(s.n + 1);
    memcpy(c, s.p, s.n);
    c[s.n] = '\0';
    assert_string_equal(c, expected);
    free(c);
}

/* JSON that is read; the expected text, or NULL. */
static void object_reads(void **state) {
    static const struct { const char *json, *id, *text; } cases[] = {
        { "{}", NULL, NULL },
        { " \t{ } \r\n", NULL, NULL },
        { "{\"id\":\"a\",\"text\":\"b\"}", "a", "b" },
        { "{\"id\":17,\"text\":\"\"}", "17", "" },
        { "{\"id\":-1.5e+3}", "-1.5e+3", NULL },
        { "{\"id\":null,\"text\":null}", NULL, NULL },
        { "{\"id\":\"a\",\"id\":null}", NULL, NULL },
        { "{\"text\":\"a\",\"text\":\"b\"}", NULL, "b" },
        { "{\"text\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"}", NULL, "\"\\/\b\f\n\r\t" },
        { "{\"text\":\"\\u0041\\u00e9\\u20AC\\ud83d\\ude00\"}", NULL, "A\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80" },
        { "{\"text\":\"a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80z\"}", NULL, "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80z" },
        { "{\"text\":\"01234567\\\\89abcdefgh\\\"ij\"}", NULL, "01234567\\89abcdefgh\"ij" },
        { "{\"te\\u0078t\":\"escaped key\"}", NULL, "escaped key" },
        { "{\"x\":[],\"y\":{},\"z\":[1,{\"a\":[true,false,null,\"s\\n\"]},0.5,-0],\"text\":\"t\"}", NULL, "t" },
        { "{\"Text\":\"other\",\"texts\":\"other\",\"a key that is far longer than any of ours is\":1}", NULL, NULL },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        arena a = { 0 };
        object o;
        if (!object_read(&o, &a, str_of(cases[i].json))) fail_msg("%s: %zu: %s", cases[i].json, o.at, o.what);
        assert_str(o.field[FIELD_ID], cases[i].id);
        assert_str(o.field[FIELD_TEXT], cases[i].text);
        arena_free(&a);
    }
}

/* JSON that is refused, and the byte at which. */
static void object_refuses(void **state) {
    static const struct { const char *json; size_t at; } cases[] = {
        { "", 0 }, { "  ", 2 }, { "[]", 0 }, { "\"a\"", 0 }, { "{", 1 }, { "{,}", 1 }, { "{\"a\"}", 4 },
        { "{\"a\":}", 5 }, { "{\"a\":1,}", 7 }, { "{\"a\":1 \"b\":2}", 7 }, { "{\"a\":1}}", 7 }, { "{\"a\":1]", 6 },
        { "{a:1}", 1 }, { "{'a':1}", 1 }, { "{\"a\":\"b}", 5 }, { "{\"a\":\"b\\\"}", 5 }, { "{\"a\":\"\\x\"}", 6 },
        { "{\"a\":\"\\u12g4\"}", 6 }, { "{\"a\":\"\\ud800\"}", 6 }, { "{\"a\":\"\\ude00\\ud83d\"}", 6 },
        { "{\"a\":\"\\ud83d\\u0041\"}", 6 }, { "{\"a\":\"\\u0000\"}", 6 }, { "{\"a\":\"\x01\"}", 6 },
        { "{\"a\":\"12345678\n\"}", 14 }, { "{\"a\":\"\xc0\x80\"}", 6 }, { "{\"a\":\"\xed\xa0\x80\"}", 6 },
        { "{\"a\":\"\xf4\x90\x80\x80\"}", 6 }, { "{\"a\":\"\xe2\x82\"}", 6 }, { "{\"a\":\"x\xff\"}", 7 },
        { "{\"a\":01}", 5 }, { "{\"a\":1.}", 5 }, { "{\"a\":1e}", 5 }, { "{\"a\":-}", 5 }, { "{\"a\":+1}", 5 },
        { "{\"a\":tru}", 5 }, { "{\"a\":[1,]}", 8 }, { "{\"a\":{\"b\"}}", 9 }, { "{\"text\":1}", 8 },
        { "{\"id\":true}", 6 }, { "{\"url\":[]}", 7 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        arena a = { 0 };
        object o;
        if (object_read(&o, &a, str_of(cases[i].json))) fail_msg("%s is read", cases[i].json);
        assert_non_null(o.what);
        if (o.at != cases[i].at) fail_msg("%s: %zu, not %zu: %s", cases[i].json, o.at, cases[i].at, o.what);
        arena_free(&a);
    }
}

/* Every beginning of a good object is refused, and nothing is read past its end (a sanitizer sees to that). */
static void object_cut_short(void **state) {
    static const char json[] = "{\"id\":12,\"text\":\"a\\u00e9\xc3\xa9\\n\",\"x\":[1.5e3,{\"y\":null}],\"url\":\"u\"}";
    (void)state;
    for (size_t n = 0; n < sizeof json - 1; n++) {
        char *cut = malloc(n + 1);
        memcpy(cut, json, n);
        arena a = { 0 };
        object o;
        assert_false(object_read(&o, &a, (str){ cut, n }));
        assert_true(o.at <= n);
        arena_free(&a);
        free(cut);
    }
}

static void object_depth(void **state) {
    (void)state;
    for (size_t depth = LIMIT_DEPTH - 2; depth < LIMIT_DEPTH + 2; depth++) {
        arena a = { 0 };
        object o;
        buf b = buf_make(4096);
        buf_add(&b, STR("{\"a\":"));
        for (size_t i = 0; i < depth; i++) buf_add_char(&b, '[');
        for (size_t i = 0; i < depth; i++) buf_add_char(&b, ']');
        buf_add_char(&b, '}');
        assert_int_equal(object_read(&o, &a, buf_str(&b)), depth < LIMIT_DEPTH);
        buf_free(&b);
        arena_free(&a);
    }
}

/* A folder for one test, removed after it. */
typedef struct {
    char path[64];
} place;

static int make_place(void **state) {
    place *p = malloc(sizeof *p);
    strcpy(p->path, "/tmp/petik-test-XXXXXX");
    *state = p;
    return mkdtemp(p->path) && chdir(p->path) == 0 ? 0 : -1;
}

static int drop_place(void **state) {
    place *p = *state;
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", p->path);
    int status = chdir("/") == 0 ? system(command) : -1;
    free(p);
    return status;
}

static void write_file(const char *path, const char *bytes, size_t n) {
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes, 1, n, f), n);
    fclose(f);
}

static void reader_lines(void **state) {
    (void)state;
    const char bytes[] = "one\n\ntwo\r\n0123456789\nthree";
    write_file("a", bytes, sizeof bytes - 1);
    error e = { 0 };
    stream *in;
    reader r = { 0 };
    str line;
    assert_int_equal(stream_open(&in, "a", NULL, &e), 0);
    reader_start(&r, in);
    assert_str(str_cut(reader_peek(&r, 3), 0, 3), "one");
    const char *const expected[] = { "one", "", "two" };
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(reader_line(&line, &r, 8, &e), READER_LINE);
        assert_str(line, expected[i]);
        assert_int_equal(r.line, i + 1);
    }
    assert_int_equal(reader_line(&line, &r, 8, &e), ERROR_LIMIT);
    assert_int_equal(r.line, 4);
    assert_int_equal(reader_line(&line, &r, 8, &e), READER_LINE);
    assert_str(line, "three");
    assert_int_equal(reader_line(&line, &r, 8, &e), READER_END);
    stream_close(in);
    reader_free(&r);
}

/* Lines of every length around the size of the buffer and of a read. */
static void reader_long_lines(void **state) {
    (void)state;
    const size_t sizes[] = { 65535, 65536, 65537, 1048575, 1048576, 1048577, 3000000, 1 };
    FILE *f = fopen("a", "w");
    for (size_t i = 0; i < 8; i++) {
        for (size_t k = 0; k < sizes[i]; k++) fputc('a' + (int)i, f);
        fputc('\n', f);
    }
    fclose(f);
    error e = { 0 };
    stream *in;
    reader r = { 0 };
    str line;
    assert_int_equal(stream_open(&in, "a", NULL, &e), 0);
    reader_start(&r, in);
    for (size_t i = 0; i < 8; i++) {
        e.code = 0;
        int status = reader_line(&line, &r, 2000000, &e);
        if (sizes[i] > 2000000) {
            assert_int_equal(status, ERROR_LIMIT);
            continue;
        }
        assert_int_equal(status, READER_LINE);
        assert_int_equal(line.n, sizes[i]);
        assert_int_equal(line.p[0], 'a' + (int)i);
        assert_int_equal(line.p[line.n - 1], 'a' + (int)i);
    }
    assert_int_equal(reader_line(&line, &r, 2000000, &e), READER_END);
    stream_close(in);
    reader_free(&r);
}

/* A gzip file cut at every byte: an error, or, cut before its magic is whole, not gzip at all; never the whole text. */
static void stream_cut_gzip(void **state) {
    (void)state;
    char packed[256], out[256];
    const char text[] = "{\"text\": \"Rapat digelar di kantor dinas.\"}\n";
    gzFile z = gzopen("all.gz", "wb");
    gzwrite(z, text, sizeof text - 1);
    gzclose(z);
    FILE *f = fopen("all.gz", "r");
    size_t n = fread(packed, 1, sizeof packed, f);
    fclose(f);
    assert_in_range(n, 20, 200);
    for (size_t cut = 2; cut <= n; cut++) {
        error e = { 0 };
        stream *in;
        ssize_t got, sum = 0;
        write_file("cut.gz", packed, cut);
        assert_int_equal(stream_open(&in, "cut.gz", NULL, &e), 0);
        while ((got = stream_read(in, out, sizeof out, &e)) > 0) sum += got;
        assert_int_equal(got, cut == n ? 0 : ERROR_INPUT);
        if (cut < n) assert_string_equal(e.text, "cut.gz: gzip is cut short");
        else assert_int_equal(sum, sizeof text - 1);
        assert_int_equal(stream_read(in, out, sizeof out, &e), 0);
        stream_close(in);
    }
}

static void listing_names(void **state) {
    static const char *const taken[] = { "a.txt", "a.html", "a.htm", "a.jsonl", "a.ndjson", "a.json", "a.txt.gz",
                                         "a.jsonl.gz", "gold.json", "a.b.txt" };
    static const char *const left[] = { "", ".txt", ".a.txt", "a", "txt", "a.TXT", "a.gz", "a.txt.bz2", "a.gold.json",
                                        "a.gold.json.gz", "a.md", "a.txt.gz.gz" };
    (void)state;
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
        if (!listing_takes(taken[i])) fail_msg("%s is not taken", taken[i]);
    for (size_t i = 0; i < sizeof left / sizeof *left; i++)
        if (listing_takes(left[i])) fail_msg("%s is taken", left[i]);
}

static void listing_order(void **state) {
    static const char *const files[] = { "d/a/x.txt", "d/a-b.txt", "d/a.txt", "d/B.txt", "d/\xc3\xa9.txt", "d/a/.x.txt" };
    static const char *const order[] = { "d/B.txt", "d/a-b.txt", "d/a.txt", "d/a/x.txt", "d/\xc3\xa9.txt" };
    (void)state;
    mkdir("d", 0777);
    mkdir("d/a", 0777);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) write_file(files[i], "x", 1);
    error e = { 0 };
    listing *l;
    const char *path;
    assert_int_equal(listing_open(&l, "d", &e), 0);
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        assert_int_equal(listing_next(&path, l, &e), LISTING_FILE);
        assert_string_equal(path, order[i]);
    }
    assert_int_equal(listing_next(&path, l, &e), LISTING_END);
    assert_int_equal(listing_count(l), 5);
    listing_close(l);
}

static void source_articles(void **state) {
    (void)state;
    const char lines[] = "{\"id\": \"i\", \"url\": \"u\", \"title\": \"t\", \"text\": \"x\\ny\", \"published\": \"2024-10-15\", "
                         "\"publisher\": \"p\", \"fetched\": \"f\"}\n{\n{\"text\": \"z\", \"url\": \"\", \"title\": null}";
    write_file("a.txt", "Judul\n\nIsi\n", 11);
    write_file("b.bin", lines, sizeof lines - 1);
    const char *paths[] = { "a.txt", "no.txt", "b.bin" };
    error e = { 0 };
    source *s;
    article a = { 0 };
    assert_int_equal(source_open(&s, paths, 3, NULL, &e), 0);
    assert_int_equal(source_next(&a, s, &e), SOURCE_ARTICLE);
    assert_str(a.bytes, "Judul\n\nIsi\n");
    assert_string_equal(a.source, "a.txt");
    assert_null(a.title);
    assert_int_equal(source_next(&a, s, &e), ERROR_INPUT);
    assert_string_equal(e.text, "no.txt: No such file or directory");
    e.code = 0;
    assert_int_equal(source_next(&a, s, &e), SOURCE_ARTICLE);
    assert_str(a.bytes, "x\ny");
    assert_string_equal(a.source, "i");
    assert_string_equal(a.url, "u");
    assert_string_equal(a.title, "t");
    assert_string_equal(a.published, "2024-10-15");
    assert_string_equal(a.publisher, "p");
    assert_string_equal(a.fetched, "f");
    assert_int_equal(source_next(&a, s, &e), ERROR_INPUT);
    assert_string_equal(e.text, "b.bin:2:2: expected a key in double quotes");
    e.code = 0;
    assert_int_equal(source_next(&a, s, &e), SOURCE_ARTICLE);
    assert_string_equal(a.source, "b.bin:3");
    assert_null(a.url);
    assert_int_equal(source_next(&a, s, &e), SOURCE_END);
    assert_int_equal(source_taken(s), 11 + sizeof lines - 1);
    source_close(s);
    article_free(&a);
}

/* What the first bytes of a file say it is: lines (source with a number), one object, or a text. */
static void source_kinds(void **state) {
    static const struct { const char *path, *bytes, *source; } cases[] = {
        { "k1", "{\"text\": \"x\"}", "k1:1" },
        { "k2", "\xef\xbb\xbf\n {\"text\": \"x\"}\n", "k2:2" },
        { "k3", "{\n\"text\": \"x\"}", "k3" },
        { "k4", "{ \"id\": \"one\",\n\"text\": \"x\"}", "one" },
        { "k5", "{ Kota } Rapat", "k5" },
        { "k6", "Rapat {\"text\": \"x\"}", "k6" },
        { "k7.jsonl", "\n\n{\"text\": \"x\"}", "k7.jsonl:3" },
        { "k8.json", "\n{\"text\": \"x\"}\n", "k8.json:2" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        error e = { 0 };
        source *s;
        article a = { 0 };
        write_file(cases[i].path, cases[i].bytes, strlen(cases[i].bytes));
        assert_int_equal(source_open(&s, &cases[i].path, 1, NULL, &e), 0);
        if (source_next(&a, s, &e) != SOURCE_ARTICLE) fail_msg("%s: %s", cases[i].path, e.text);
        assert_string_equal(a.source, cases[i].source);
        assert_int_equal(source_next(&a, s, &e), SOURCE_END);
        source_close(s);
        article_free(&a);
    }
}

static void source_stops(void **state) {
    (void)state;
    volatile sig_atomic_t stop = 0;
    const char *paths[] = { "a.jsonl" };
    error e = { 0 };
    source *s;
    article a = { 0 };
    write_file("a.jsonl", "{\"text\": \"x\"}\n{\"text\": \"y\"}\n", 28);
    assert_int_equal(source_open(&s, paths, 1, &stop, &e), 0);
    assert_int_equal(source_next(&a, s, &e), SOURCE_ARTICLE);
    stop = 1;
    assert_int_equal(source_next(&a, s, &e), SOURCE_END);
    source_close(s);
    article_free(&a);
}

/* What part i of n delivers, as sources and errors in a row. */
static void add_part(char *out, size_t size, const char *const *paths, size_t count, uint64_t i, uint64_t n) {
    error e = { 0 };
    source *s;
    article a = { 0 };
    int status;
    assert_int_equal(source_open(&s, paths, count, NULL, &e), 0);
    assert_int_equal(source_shard(s, i, n, &e), 0);
    while ((status = source_next(&a, s, &e)) != SOURCE_END) {
        size_t used = strlen(out);
        assert_true(used < size);
        snprintf(out + used, size - used, "%s\n", status < 0 ? e.text : a.source);
        e.code = 0;
    }
    source_close(s);
    article_free(&a);
}

/* Whatever the number of parts, together they deliver each thing once and in order. */
static void source_shards(void **state) {
    static const uint64_t numbers[] = { 2, 3, 7, 40, 1000 };
    static const char *const paths[] = { "a.txt", "no.txt", "b.jsonl", "empty.txt", "c.txt" };
    const char lines[] = "\xef\xbb\xbf{\"text\": \"x\"}\n\n{\n{\"text\": \"y\"}\r\n{\"id\": \"i\", \"text\": \"z\"}";
    char whole[500] = "", parts[500];
    (void)state;
    write_file("a.txt", "Judul\n", 6);
    write_file("b.jsonl", lines, sizeof lines - 1);
    write_file("empty.txt", "", 0);
    write_file("c.txt", "Isi\n", 4);
    add_part(whole, sizeof whole, paths, 5, 1, 1);
    assert_string_equal(whole, "a.txt\nno.txt: No such file or directory\nb.jsonl:1\nb.jsonl:3:2: expected a key in double quotes\n"
                               "b.jsonl:4\ni\nc.txt\n");
    for (size_t k = 0; k < sizeof numbers / sizeof *numbers; k++) {
        parts[0] = '\0';
        for (uint64_t i = 1; i <= numbers[k]; i++) add_part(parts, sizeof parts, paths, 5, i, numbers[k]);
        assert_string_equal(parts, whole);
    }
}

static void source_shard_refuses(void **state) {
    (void)state;
    const char *paths[] = { "a.txt", "-" };
    error e = { 0 };
    source *s;
    assert_int_equal(source_open(&s, paths, 2, NULL, &e), 0);
    assert_int_equal(source_shard(s, 1, 2, &e), ERROR_USAGE);
    assert_string_equal(e.text, "standard input cannot be divided");
    source_close(s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(object_reads),
        cmocka_unit_test(object_refuses),
        cmocka_unit_test(object_cut_short),
        cmocka_unit_test(object_depth),
        cmocka_unit_test(listing_names),
        cmocka_unit_test_setup_teardown(reader_lines, make_place, drop_place),
        cmocka_unit_test_setup_teardown(reader_long_lines, make_place, drop_place),
        cmocka_unit_test_setup_teardown(stream_cut_gzip, make_place, drop_place),
        cmocka_unit_test_setup_teardown(listing_order, make_place, drop_place),
        cmocka_unit_test_setup_teardown(source_articles, make_place, drop_place),
        cmocka_unit_test_setup_teardown(source_kinds, make_place, drop_place),
        cmocka_unit_test_setup_teardown(source_stops, make_place, drop_place),
        cmocka_unit_test_setup_teardown(source_shards, make_place, drop_place),
        cmocka_unit_test(source_shard_refuses),
    };
    return cmocka_run_group_tests_name("source", tests, NULL, NULL);
}
