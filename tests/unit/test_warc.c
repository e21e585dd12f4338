/* SPDX-License-Identifier: MIT */
/* WARC files: headers, HTTP responses and what was done to their bodies, records and where they begin, and what a broken
 * record costs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <zlib.h>

#include "base/buf.h"
#include "base/limits.h"
#include "source/coding.h"
#include "source/header.h"
#include "source/http.h"
#include "source/source.h"

#define BYTES(literal) literal, sizeof(literal) - 1

static void assert_str(str s, const char *expected) {
    if (!expected) {
        assert_null(s.p);
        return;
    }
    if (s.n != strlen(expected) || memcmp(s.p, expected, s.n) != 0) fail_msg("\"%.*s\", not \"%s\"", STR_ARG(s), expected);
}

static void headers(void **state) {
    static const struct { const char *header, *name, *value; } cases[] = {
        { "HTTP/1.1 200 OK\r\nA: 1\r\nB:2 \r\n\r\n", "b", "2" },
        { "HTTP/1.1 200 OK\nA: 1\nB:2\n\n", "B", "2" },
        { "x\r\nA: 1\r\n  2\r\n\t 3\r\nB: 4\r\n\r\n", "A", "1   2 \t 3" },
        { "x\r\nA: 1\r\nA: 2\r\n\r\n", "A", "1" },
        { "x\r\nA : 1\r\n\r\n", "A", "1" },
        { "x\r\nA:\r\n\r\n", "A", "" },
        { "x\r\nAA: 1\r\n\r\n", "A", NULL },
        { "x\r\nno field\r\nA: b:c\r\n\r\n", "A", "b:c" },
        { "", "A", NULL },
    };
    static const struct { const char *text; size_t end; } ends[] = {
        { "", 0 }, { "a\r\n", 0 }, { "a\r\n\r", 0 }, { "a\r\n\r\nb", 5 }, { "a\n\nb", 3 }, { "a\r\n\n", 4 }, { "\r\n", 2 }, { "a\n\r\n", 4 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        arena a = { 0 };
        assert_str(header_field(&a, str_of(cases[i].header), str_of(cases[i].name)), cases[i].value);
        arena_free(&a);
    }
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) assert_int_equal(header_end(str_of(ends[i].text)), ends[i].end);
}

static void media_types(void **state) {
    static const struct { const char *value, *media, *charset; } cases[] = {
        { "text/html", "text/html", NULL },
        { " text/html ; charset=utf-8", "text/html", "utf-8" },
        { "text/html;Charset = \"iso-8859-2\" ; x=y", "text/html", "iso-8859-2" },
        { "text/html; x; charset='gbk'", "text/html", "gbk" },
        { "text/html; xcharset=a", "text/html", NULL },
        { "text/html; charset=", "text/html", "" },
        { ";charset=a", "", "a" },
        { "", "", NULL },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_str(header_media(str_of(cases[i].value)), cases[i].media);
        assert_str(header_parameter(str_of(cases[i].value), STR("charset")), cases[i].charset);
    }
}

static void responses(void **state) {
    static const struct { const char *bytes; int status; const char *body; } cases[] = {
        { "HTTP/1.1 200 OK\r\nA: b\r\n\r\nbody", 200, "body" },
        { "HTTP/1.0 404\n\nbody", 404, "body" },
        { "HTTP/2 200\r\n\r\n", 200, "" },
        { "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\nx", 200, "x" },
        { "HTTP/1.1 2xx\r\n\r\n", -1, NULL },
        { "HTTP/1.1 200 OK\r\nA: b\r\n", -1, NULL },
        { "<html>\r\n\r\n", -1, NULL },
        { "HTTP/", -1, NULL },
        { "", -1, NULL },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        http_response r;
        bool good = http_split(&r, str_of(cases[i].bytes));
        assert_int_equal(good, cases[i].status > 0);
        if (!good) continue;
        assert_int_equal(r.status, cases[i].status);
        assert_str(r.body, cases[i].body);
    }
}

static void chunks(void **state) {
    static const struct { const char *body, *joined; } cases[] = {
        { "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n", "abcde" },
        { "003;x=y\r\nabc\r\n0\r\nTrailer: x\r\n\r\n", "abc" },
        { "3 \nabc\n0\n\n", "abc" },
        { "A\r\n0123456789\r\n", "0123456789" }, /* the last chunk is not there */
        { "5\r\nabc", "abc" },                   /* cut short */
        { "3\r\nabc\r\n4", NULL },
        { "0\r\n\r\n", "" },
        { "<html>", "<html>" }, /* not in chunks */
        { "", "" },
        { "ad\nbc", "bc" },
        { "1\nabc", "1\nabc" },
        { "fffffffffffffffff\r\nx", "fffffffffffffffff\r\nx" },
        { "3\r\nabcd\r\n", "3\r\nabcd\r\n" },
        { "3\r\nabc\r\nx\r\n", NULL },
        { "3\r\nabc\r\n2\r\nabc", NULL },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        arena a = { 0 };
        error e = { 0 };
        str out;
        int status = coding_join_chunks(&out, &a, str_of(cases[i].body), "n", &e);
        if (cases[i].joined) assert_str(out, cases[i].joined);
        else assert_string_equal(e.text, "n: chunk 2 of the response is damaged");
        assert_int_equal(status, cases[i].joined ? 0 : ERROR_INPUT);
        arena_free(&a);
    }
}

/* Appends s compressed, as zlib's window bits say. */
static void pack(buf *b, str s, int window) {
    z_stream z = { .next_in = (Bytef *)(uintptr_t)s.p, .avail_in = (uInt)s.n };
    assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY), Z_OK);
    assert_true(buf_reserve(b, deflateBound(&z, (uLong)s.n) + 64));
    z.next_out = (Bytef *)b->p + b->n;
    z.avail_out = (uInt)(b->cap - b->n);
    assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
    b->n = b->cap - z.avail_out;
    deflateEnd(&z);
}

enum { GZIP = 31, ZLIB = 15, BARE = -15 };

static void compressions(void **state) {
    static const struct { int window; const char *codings, *error; } cases[] = {
        { GZIP, "gzip", NULL },
        { GZIP, "X-GZIP", NULL },
        { GZIP, "identity, gzip", NULL },
        { ZLIB, "deflate", NULL },
        { BARE, "deflate", NULL },
        { 0, "gzip", NULL }, /* undone already */
        { 0, "br", NULL },
        { 0, "utf-8", NULL },
        { GZIP, "br", "n: Content-Encoding br is not read" },
        { GZIP, "gzip, zstd", "n: Content-Encoding zstd is not read" },
        { GZIP, "deflate", "n: Content-Encoding deflate: damaged" },
        { GZIP, "gzip,gzip,gzip,gzip,gzip", NULL },
    };
    static const char page[] = "<html><p>Rapat digelar di kantor dinas.</html>";
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        arena a = { 0 };
        error e = { 0 };
        buf b = buf_make(1024);
        str out;
        if (cases[i].window) pack(&b, str_of(page), cases[i].window);
        else buf_add(&b, str_of(page));
        int status = coding_inflate(&out, &a, buf_str(&b), str_of(cases[i].codings), LIMIT_ARTICLE, "n", &e);
        if (cases[i].error) assert_string_equal(e.text, cases[i].error);
        else if (status != 0) fail_msg("%s: %s", cases[i].codings, e.text);
        else assert_str(out, page);
        arena_free(&a);
        buf_free(&b);
    }
}

/* Packed again and again; members in a row; cut at every byte; far too long. */
static void compression_limits(void **state) {
    (void)state;
    arena a = { 0 };
    error e = { 0 };
    str out;
    buf b = buf_make(64 << 20);
    pack(&b, STR("Rapat "), GZIP);
    pack(&b, STR("digelar."), GZIP);
    assert_int_equal(coding_inflate(&out, &a, buf_str(&b), STR("gzip"), LIMIT_ARTICLE, "n", &e), 0);
    assert_str(out, "Rapat digelar.");
    buf_clear(&b);
    pack(&b, STR("Rapat digelar."), GZIP);
    for (size_t n = 2; n < b.n; n++) {
        e.code = 0;
        assert_int_equal(coding_inflate(&out, &a, str_cut(buf_str(&b), 0, n), STR("gzip"), LIMIT_ARTICLE, "n", &e), ERROR_INPUT);
        assert_string_equal(e.text, "n: Content-Encoding gzip: cut short");
    }
    for (size_t i = 1; i < LIMIT_CODINGS + 1; i++) {
        str once = arena_copy(&a, buf_str(&b));
        buf_clear(&b);
        pack(&b, once, GZIP);
    }
    e.code = 0;
    assert_int_equal(coding_inflate(&out, &a, buf_str(&b), STR("gzip,gzip,gzip,gzip"), LIMIT_ARTICLE, "n", &e), 0);
    e.code = 0;
    assert_int_equal(coding_inflate(&out, &a, buf_str(&b), STR("gzip,gzip,gzip,gzip,gzip"), LIMIT_ARTICLE, "n", &e), ERROR_INPUT);
    assert_string_equal(e.text, "n: compressed more than 4 times");
    buf_clear(&b);
    char *much = calloc(1, LIMIT_ARTICLE + 1);
    pack(&b, (str){ much, LIMIT_ARTICLE }, GZIP);
    e.code = 0;
    assert_int_equal(coding_inflate(&out, &a, buf_str(&b), STR("gzip"), LIMIT_ARTICLE, "n", &e), 0);
    assert_int_equal(out.n, LIMIT_ARTICLE);
    pack(&b, (str){ much, LIMIT_ARTICLE }, GZIP);
    assert_int_equal(coding_inflate(&out, &a, buf_str(&b), STR("gzip"), LIMIT_ARTICLE, "n", &e), ERROR_LIMIT);
    assert_string_equal(e.text, "n: longer than 16 MB, too long for an article");
    free(much);
    buf_free(&b);
    arena_free(&a);
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

static void write_file(const char *path, str bytes) {
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes.p, 1, bytes.n, f), bytes.n);
    fclose(f);
}

/* A record with a block; its Content-Length is wrong by so much. */
static void add_record(buf *b, const char *type, const char *url, const char *media, str block, int wrong) {
    buf_format(b, "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2024-10-15T01:02:03Z\r\nContent-Type: %s\r\n", type, url,
               media);
    buf_format(b, "Content-Length: %zu\r\n\r\n", block.n + (size_t)wrong);
    buf_add(b, block);
    buf_add(b, STR("\r\n\r\n"));
}

static void add_page(buf *b, const char *word, int wrong) {
    char page[512], url[64];
    snprintf(url, sizeof url, "http://example.org/%s", word);
    snprintf(page, sizeof page, "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><p>Rapat %s.\n\n</html>", word);
    add_record(b, "response", url, "application/http; msgtype=response", str_of(page), wrong);
}

/* What comes out of a file, a line each: "source word" of articles ("Rapat word."), errors as they are. */
static void read_all(buf *out, const char *path) {
    error e = { 0 };
    source *s;
    article a = { 0 };
    int status;
    buf_clear(out);
    assert_int_equal(source_open(&s, &path, 1, NULL, &e), 0);
    while ((status = source_next(&a, s, &e)) != SOURCE_END) {
        size_t word = status == SOURCE_ARTICLE ? str_find(a.bytes, STR("Rapat "), 0) : 0;
        size_t stop = status == SOURCE_ARTICLE ? str_find(a.bytes, STR("."), word) : 0;
        if (status < 0) buf_format(out, "%s\n", e.text);
        else buf_format(out, "%s %.*s\n", a.source, (int)(stop - word - 6), a.bytes.p + word + 6);
        e.code = 0;
    }
    source_close(s);
    article_free(&a);
}

static void assert_reads(const char *path, const char *expected) {
    buf out = buf_make(64 << 20);
    read_all(&out, path);
    buf_add_char(&out, '\0');
    assert_string_equal(out.p, expected);
    buf_free(&out);
}

/* Which records are articles. */
static void kinds_of_records(void **state) {
    static const struct { const char *type, *url, *media, *block; bool taken; } cases[] = {
        { "response", "http://a/", "application/http;msgtype=response", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Rapat ya.", true },
        { "response", "http://a/", "application/http", "HTTP/1.1 203\r\ncontent-type:application/xhtml+xml;x\r\n\r\n<p>Rapat ya.", true },
        { "response", "http://a/", "application/http", "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nRapat ya.", true },
        { "response", "http://a/", "application/http", "HTTP/1.1 200 OK\r\n\r\n <!DOCTYPE html><p>Rapat ya.", true },
        { "response", "http://a/", "application/http", "HTTP/1.1 200 OK\r\n\r\nRapat ya.", false },
        { "response", "http://a/", "application/http", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n \r\n", false },
        { "response", "http://a/", "application/http", "HTTP/1.1 404 No\r\nContent-Type: text/html\r\n\r\n<p>Rapat ya.", false },
        { "response", "http://a/", "application/http", "HTTP/1.1 301 Go\r\nContent-Type: text/html\r\n\r\n<p>Rapat ya.", false },
        { "response", "http://a/", "application/http", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG\r\n", false },
        { "response", "http://a/", "application/http", "HTTP/1.1 200 OK\r\nContent-Type: text/css\r\n\r\np {}", false },
        { "response", "http://a/robots.txt", "application/http", "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nRapat ya.", false },
        { "response", "dns:a", "text/dns", "20240101000000\r\na. 1 IN A 127.0.0.1", false },
        { "resource", "http://a/", "text/html; charset=utf-8", "<p>Rapat ya.", true },
        { "resource", "file:///a b.txt", "text/plain", "Rapat ya.", true },
        { "resource", "http://a/", "image/png", "\x89PNG", false },
        { "resource", "metadata://gnu.org/software/wget/warc/wget.log", "text/plain", "Rapat ya.", false },
        { "resource", "urn:pageinfo:http://a/", "text/plain", "Rapat ya.", false },
        { "conversion", "http://a/", "text/plain", "Rapat ya.", true },
        { "conversion", "http://a/", "text/html", "<p>Rapat ya.", false },
        { "revisit", "http://a/", "application/http", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Rapat ya.", false },
        { "request", "http://a/", "application/http", "GET / HTTP/1.1\r\nContent-Type: text/html\r\n\r\nRapat ya.", false },
        { "warcinfo", "", "application/warc-fields", "software: petik\r\n", false },
        { "metadata", "http://a/", "text/plain", "Rapat ya.", false },
        { "continuation", "http://a/", "text/plain", "Rapat ya.", false },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        buf b = buf_make(4096);
        add_record(&b, cases[i].type, cases[i].url, cases[i].media, str_of(cases[i].block), 0);
        write_file("a", buf_str(&b));
        assert_reads("a", cases[i].taken ? "a@0 ya\n" : "");
        buf_free(&b);
    }
}

static void facts_of_article(void **state) {
    static const char record[] = "WARC/0.18\nwarc-type: resource\nWARC-Target-URI: <http://a/b c>\nWARC-Date:\n 2024-10-15T01:02:03.5Z\n"
                                 "Content-Type: text/html; charset=\"ISO-8859-2\"\nContent-Length: 12\n\n<p>Rapat ya.\n\n";
    (void)state;
    const char *path = "a";
    error e = { 0 };
    source *s;
    article a = { 0 };
    write_file(path, str_of(record));
    assert_int_equal(source_open(&s, &path, 1, NULL, &e), 0);
    assert_int_equal(source_next(&a, s, &e), SOURCE_ARTICLE);
    assert_str(a.bytes, "<p>Rapat ya.");
    assert_string_equal(a.source, "a@0");
    assert_string_equal(a.url, "http://a/b%20c");
    assert_string_equal(a.fetched, "2024-10-15T01:02:03.5Z");
    assert_string_equal(a.charset, "ISO-8859-2");
    assert_null(a.title);
    assert_int_equal(source_next(&a, s, &e), SOURCE_END);
    source_close(s);
    article_free(&a);
}

/* Three pages, and where each begins in each of three forms of file. */
typedef struct {
    buf plain, members, single; /* without gzip, a member a record, one member */
    size_t at[4], packed[4];    /* of each record and of the end */
} three;

static const char *const WORDS[] = { "satu", "dua", "tiga" };

static three make_three(int wrong_of_second) {
    three t = { buf_make(64 << 20), buf_make(64 << 20), buf_make(64 << 20), { 0 }, { 0 } };
    for (size_t i = 0; i < 3; i++) {
        t.at[i] = t.plain.n;
        t.packed[i] = t.members.n;
        add_page(&t.plain, WORDS[i], i == 1 ? wrong_of_second : 0);
        pack(&t.members, str_cut(buf_str(&t.plain), t.at[i], t.plain.n), GZIP);
    }
    t.at[3] = t.plain.n;
    t.packed[3] = t.members.n;
    pack(&t.single, buf_str(&t.plain), GZIP);
    return t;
}

static void free_three(three *t) {
    buf_free(&t->plain);
    buf_free(&t->members);
    buf_free(&t->single);
}

static const char *text(arena *a, const char *format, ...) {
    char line[1024];
    va_list args;
    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    return arena_copy(a, str_of(line)).p;
}

static void offsets(void **state) {
    (void)state;
    three t = make_three(0);
    arena a = { 0 };
    write_file("p", buf_str(&t.plain));
    write_file("m", buf_str(&t.members));
    write_file("s", buf_str(&t.single));
    assert_reads("p", text(&a, "p@0 satu\np@%zu dua\np@%zu tiga\n", t.at[1], t.at[2]));
    assert_reads("m", text(&a, "m@0 satu\nm@%zu dua\nm@%zu tiga\n", t.packed[1], t.packed[2]));
    assert_reads("s", text(&a, "s@0 satu\ns@0+%zu dua\ns@0+%zu tiga\n", t.at[1], t.at[2]));
    arena_free(&a);
    free_three(&t);
}

/* A Content-Length that is too small or too large by any number: the record costs itself. */
static void wrong_lengths(void **state) {
    (void)state;
    for (int wrong = -60; wrong < 700; wrong += wrong < 20 ? 1 : 37) {
        three t = make_three(wrong);
        arena a = { 0 };
        bool beyond = t.at[2] + (size_t)(wrong > 0 ? wrong : 0) > t.at[3]; /* of the end of the file */
        const char *what = beyond ? "cut short: the file ends within the record" : "its Content-Length is wrong: the record does not end there";
        const char *held = wrong > 4 ? "its Content-Length is wrong: another record begins within it" : what;
        /* Where the line ends are counted in, the length is as good; at -32 there are others, those of the HTTP header. */
        if ((wrong < 0 || wrong > 4) && wrong != -32) {
            write_file("p", buf_str(&t.plain));
            write_file("m", buf_str(&t.members));
            write_file("s", buf_str(&t.single));
            assert_reads("p", text(&a, "p@0 satu\np@%zu: %s\np@%zu tiga\n", t.at[1], what, t.at[2]));
            assert_reads("m", text(&a, "m@0 satu\nm@%zu: %s\nm@%zu tiga\n", t.packed[1], held, t.packed[2]));
            assert_reads("s", text(&a, "s@0 satu\ns@0+%zu: %s\ns@0+%zu tiga\n", t.at[1], what, t.at[2]));
        }
        arena_free(&a);
        free_three(&t);
    }
}

/* How many of the lines that came out are the article of a word; errors: those that are none. */
static size_t count_lines(const buf *out, const char *word) {
    size_t n = 0;
    for (str rest = buf_str(out); rest.n > 0;) {
        str line = str_split(&rest, '\n');
        bool good = str_find(line, STR(": "), 0) == SIZE_MAX;
        n += word ? good && str_ends(line, str_of(word)) : !good;
    }
    return n;
}

/* Cut at every byte: what is whole is read, what is not is one error. */
static void cut_files(void **state) {
    (void)state;
    three t = make_three(0);
    buf out = buf_make(64 << 20);
    for (int form = 0; form < 3; form++) {
        const buf *all = form == 0 ? &t.plain : form == 1 ? &t.members : &t.single;
        const size_t *at = form == 0 ? t.at : t.packed;
        for (size_t n = 18; n < all->n; n++) {
            write_file("c.warc", str_cut(buf_str(all), 0, n));
            read_all(&out, "c.warc");
            bool between = false;
            for (size_t i = 0; i < 3 && form < 2; i++) {
                size_t need = form == 0 ? at[i + 1] - 4 : at[i + 1]; /* the line ends may be missing */
                assert_int_equal(count_lines(&out, WORDS[i]), n >= need);
                between = between || (n >= need && n <= at[i + 1]);
            }
            if (count_lines(&out, NULL) != !between) fail_msg("form %d, %zu bytes: %.*s", form, n, (int)out.n, out.p);
        }
    }
    buf_free(&out);
    free_three(&t);
}

/* A byte of the second member is another, or some are missing: the first and third article are read, the second is, or is
 * an error. */
static void damaged_members(void **state) {
    (void)state;
    three t = make_three(0);
    buf out = buf_make(64 << 20), b = buf_make(64 << 20);
    for (size_t i = t.packed[1]; i < t.packed[2]; i++) {
        for (int how = 0; how < 4; how++) {
            buf_clear(&b);
            buf_add(&b, buf_str(&t.members));
            if (how < 3) {
                b.p[i] = (char)(b.p[i] ^ (how == 0 ? 0x01 : how == 1 ? 0x80 : 0xff));
            } else { /* the rest of the member is gone */
                b.n = i;
                buf_add(&b, str_cut(buf_str(&t.members), t.packed[2], t.packed[3]));
            }
            write_file("d.warc.gz", buf_str(&b));
            read_all(&out, "d.warc.gz");
            bool gone = how == 3 && i == t.packed[1];
            size_t second = count_lines(&out, "dua"), errors = count_lines(&out, NULL);
            if (count_lines(&out, "satu") != 1 || count_lines(&out, "tiga") != 1 || second + errors != !gone)
                fail_msg("byte %zu, way %d: %.*s", i, how, (int)out.n, out.p);
        }
    }
    buf_free(&out);
    buf_free(&b);
    free_three(&t);
}

static void garbage_between(void **state) {
    (void)state;
    three t = make_three(0);
    arena a = { 0 };
    buf b = buf_make(64 << 20);
    buf_add(&b, str_cut(buf_str(&t.members), 0, t.packed[1]));
    buf_add(&b, (str){ BYTES("\0\0garbage\x1f\x8b") });
    buf_add(&b, str_cut(buf_str(&t.members), t.packed[1], t.packed[3]));
    write_file("g", buf_str(&b));
    assert_reads("g", text(&a, "g@0 satu\ng@%zu: bytes that are not gzip follow the last gzip member\ng@%zu dua\ng@%zu tiga\n",
                           t.packed[1] + 2, t.packed[1] + 11, t.packed[2] + 11));
    buf_clear(&b);
    buf_add(&b, STR("garbage\nWARC\nWARC/x\n"));
    size_t before = b.n;
    buf_add(&b, str_cut(buf_str(&t.plain), 0, t.at[1]));
    buf_add(&b, STR("\n\n\r\nmore\n"));
    buf_add(&b, str_cut(buf_str(&t.plain), t.at[1], t.at[3]));
    write_file("g.warc", buf_str(&b));
    assert_reads("g.warc", text(&a, "g.warc@0: no WARC record begins here\ng.warc@%zu satu\ng.warc@%zu: no WARC record begins here\n"
                                    "g.warc@%zu dua\ng.warc@%zu tiga\n", before, before + t.at[1] + 4, before + t.at[1] + 9,
                                before + t.at[2] + 9));
    write_file("h.warc", STR("<html><p>Rapat.</html>"));
    assert_reads("h.warc", "h.warc@0: no WARC record begins here\n");
    write_file("e.warc", STR("\r\n\r\n"));
    assert_reads("e.warc", "");
    buf_free(&b);
    arena_free(&a);
    free_three(&t);
}

static void bad_headers(void **state) {
    static const struct { const char *header, *what; } cases[] = {
        { "WARC/1.0\r\nWARC-Type: response\r\n\r\n", "it has no Content-Length" },
        { "WARC/1.0\r\nContent-Length: -1\r\n\r\n", "its Content-Length is no number" },
        { "WARC/1.0\r\nContent-Length: 9999999999999999999\r\n\r\n", "its Content-Length is no number" },
        { "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: 4\r\n\r\nHTTP\r\n\r\n", "no HTTP response" },
        { "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 1", "cut short: another record begins within its header" },
        { "WARC/1.0\r\nWARC-Type: response\r\n", "cut short: another record begins within its header" },
        { "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 1\r\nWARC/2\r\n\r\n\r\n\r\n\r\n", "" },
        { "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nWARC-Segment-Number: 1\r\nContent-Length: 1\r\n\r\na\r\n\r\n",
          "goes on in other records, which is not read" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        buf b = buf_make(4096);
        arena a = { 0 };
        buf_add(&b, str_of(cases[i].header));
        if (!str_ends(buf_str(&b), STR("\n"))) buf_add(&b, STR("\n"));
        size_t n = b.n;
        add_page(&b, "dua", 0);
        write_file("b", buf_str(&b));
        assert_reads("b", text(&a, cases[i].what[0] ? "b@0: %s\nb@%zu dua\n" : "%sb@%zu dua\n", cases[i].what, n));
        arena_free(&a);
        buf_free(&b);
    }
}

/* Records too large to be held: an image says nothing, a page is an error. */
static void large_records(void **state) {
    (void)state;
    size_t n = LIMIT_RECORD + 1000;
    buf b = buf_make(64 << 20), packed = buf_make(64 << 20);
    arena a = { 0 };
    char *much = malloc(n);
    memset(much, 'x', n);
    add_record(&b, "resource", "http://a/", "image/png", (str){ much, n }, 0);
    size_t second = b.n;
    add_record(&b, "resource", "http://a/", "text/html", (str){ much, n }, 0);
    size_t third = b.n;
    add_page(&b, "tiga", 0);
    write_file("l", buf_str(&b));
    assert_reads("l", text(&a, "l@%zu: longer than 16 MB, too long for an article\nl@%zu tiga\n", second, third));
    pack(&packed, str_cut(buf_str(&b), 0, second), GZIP);
    size_t member = packed.n;
    pack(&packed, str_cut(buf_str(&b), second, b.n), GZIP);
    write_file("l.gz", buf_str(&packed));
    assert_reads("l.gz", text(&a, "l.gz@%zu: longer than 16 MB, too long for an article\nl.gz@%zu+%zu tiga\n", member, member, third - second));
    buf_clear(&b);
    buf_clear(&packed);
    free(much);
    buf_free(&b);
    buf_free(&packed);
    arena_free(&a);
}

/* Records that say they are very large, and are not: what follows them is read, where it can be told. */
static void large_lies(void **state) {
    (void)state;
    size_t n = LIMIT_RECORD + 1000;
    buf b = buf_make(64 << 20), packed = buf_make(64 << 20);
    arena a = { 0 };
    char *much = malloc(n);
    memset(much, 'x', n);
    buf_add(&b, STR("WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: 20000000\r\n\r\n"));
    for (size_t k = 0; k < 80; k++) buf_add(&b, (str){ much, 1000 });
    pack(&packed, buf_str(&b), GZIP);
    buf_add(&b, STR("\n"));
    size_t second = b.n, member = packed.n;
    add_page(&b, "dua", 0);
    size_t third = b.n;
    pack(&packed, str_cut(buf_str(&b), second, b.n), GZIP);
    write_file("w", buf_str(&b));
    assert_reads("w", text(&a, "w@0: cut short: the file ends within the record\nw@%zu dua\n", second));
    write_file("w.gz", buf_str(&packed));
    assert_reads("w.gz", text(&a, "w.gz@0: longer than 16 MB, too long for an article\n"
                                  "w.gz@0: its Content-Length is wrong: another record begins within it\nw.gz@%zu dua\n", member));
    add_record(&b, "resource", "http://a/", "image/png", (str){ much, n }, 0);
    add_record(&b, "resource", "http://a/", "image/png", (str){ much, n }, 0);
    size_t last = b.n;
    add_page(&b, "tiga", 0);
    assert_true(third < last);
    write_file("x", buf_str(&b));
    assert_reads("x", text(&a, "x@0: longer than 16 MB, too long for an article\nx@0: its Content-Length is wrong: the record does not end there\n"
                               "x@%zu dua\nx@%zu tiga\n", second, last));
    free(much);
    buf_free(&b);
    buf_free(&packed);
    arena_free(&a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headers),
        cmocka_unit_test(media_types),
        cmocka_unit_test(responses),
        cmocka_unit_test(chunks),
        cmocka_unit_test(compressions),
        cmocka_unit_test(compression_limits),
        cmocka_unit_test_setup_teardown(kinds_of_records, make_place, drop_place),
        cmocka_unit_test_setup_teardown(facts_of_article, make_place, drop_place),
        cmocka_unit_test_setup_teardown(offsets, make_place, drop_place),
        cmocka_unit_test_setup_teardown(wrong_lengths, make_place, drop_place),
        cmocka_unit_test_setup_teardown(cut_files, make_place, drop_place),
        cmocka_unit_test_setup_teardown(damaged_members, make_place, drop_place),
        cmocka_unit_test_setup_teardown(garbage_between, make_place, drop_place),
        cmocka_unit_test_setup_teardown(bad_headers, make_place, drop_place),
        cmocka_unit_test_setup_teardown(large_records, make_place, drop_place),
        cmocka_unit_test_setup_teardown(large_lies, make_place, drop_place),
    };
    return cmocka_run_group_tests_name("warc", tests, NULL, NULL);
}
