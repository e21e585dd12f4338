/* SPDX-License-Identifier: MIT */
#include "report/wordindex.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/limits.h"
#include "report/html.h"

enum { FILE_SIZE = 96 * 1024, LONGEST_WORD = 32 };

static const char DIGITS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

wordindex wordindex_make(void) { return (wordindex){ 0 }; }

static void add_step(buf *b, uint32_t step) {
    while (step >= 32) {
        buf_add_char(b, DIGITS[32 + step % 32]);
        step /= 32;
    }
    buf_add_char(b, DIGITS[step]);
}

void wordindex_add(wordindex *x, str term, uint32_t item) {
    if (!x->terms.home) x->terms = table_make(&x->home, 4096);
    uint32_t at = table_get(&x->terms, term);
    if (at == TABLE_NONE) {
        posting *fresh = vec_add(&x->home, &x->postings);
        fresh->term = arena_copy(&x->home, term);
        fresh->steps = buf_make(LIMIT_OUTPUT);
        at = table_put(&x->terms, fresh->term, (uint32_t)x->postings.n - 1);
    }
    posting *p = &x->postings.items[at];
    if (p->last == item + 1) return;
    add_step(&p->steps, item + 1 - p->last);
    p->last = item + 1;
}

/* Reads the character at *i and moves on; 0: it separates words. Small letters come back, as far as Latin-1 goes; report.js
 * does the same. */
static unsigned read_letter(str s, size_t *i) {
    unsigned char c = (unsigned char)s.p[(*i)++];
    if (c < 0x80) return ascii_digit((char)c) || (ascii_lower((char)c) >= 'a' && ascii_lower((char)c) <= 'z') ? (unsigned char)ascii_lower((char)c) : 0;
    size_t more = c >= 0xf0 ? 3 : c >= 0xe0 ? 2 : 1;
    unsigned u = c & (0x3fu >> more);
    for (; more && *i < s.n && ((unsigned char)s.p[*i] & 0xc0) == 0x80; more--) u = u << 6 | ((unsigned char)s.p[(*i)++] & 0x3f);
    bool mark = u < 0xc0 || u == 0xd7 || u == 0xf7 || (u >= 0x2000 && u < 0x2070) || (u >= 0x3000 && u < 0x3040) || u > 0xfdff || (c & 0xc0) == 0x80;
    return mark ? 0 : u >= 0xc0 && u <= 0xde ? u + 0x20 : u;
}

static size_t put_letter(char *to, unsigned u) {
    if (u < 0x80) {
        to[0] = (char)u;
        return 1;
    }
    if (u < 0x800) {
        to[0] = (char)(0xc0 | u >> 6);
        to[1] = (char)(0x80 | (u & 0x3f));
        return 2;
    }
    to[0] = (char)(0xe0 | u >> 12);
    to[1] = (char)(0x80 | (u >> 6 & 0x3f));
    to[2] = (char)(0x80 | (u & 0x3f));
    return 3;
}

void wordindex_add_text(wordindex *x, str text, uint32_t item) {
    char term[LONGEST_WORD * 3];
    size_t n = 0, letters = 0;
    for (size_t i = 0; i < text.n;) {
        unsigned u = read_letter(text, &i);
        if (u && letters < LONGEST_WORD) n += put_letter(term + n, u);
        letters = u ? letters + 1 : 0;
        if (n && (!u || i == text.n)) wordindex_add(x, (str){ term, n }, item);
        if (!u) n = 0;
    }
}

static int compare_terms(const void *a, const void *b) {
    const posting *x = a, *y = b;
    size_t n = x->term.n < y->term.n ? x->term.n : y->term.n;
    int order = memcmp(x->term.p, y->term.p, n);
    return order ? order : x->term.n < y->term.n ? -1 : x->term.n > y->term.n;
}

/* Ends a file and writes it. */
static int write_file(site *out, buf *file, size_t number, error *e) {
    char name[64];
    buf_add(file, STR("]);\n"));
    snprintf(name, sizeof name, "data/i%zu.js", number);
    return site_write(out, name, file, e);
}

int wordindex_write(wordindex *x, site *out, buf *firsts, error *e) {
    buf file = buf_make(LIMIT_OUTPUT);
    size_t files = 0;
    int status = 0;
    if (x->postings.n) qsort(x->postings.items, x->postings.n, sizeof *x->postings.items, compare_terms);
    buf_add_char(firsts, '[');
    for (size_t i = 0; i < x->postings.n && status == 0; i++) {
        const posting *p = &x->postings.items[i];
        if (file.n == 0) {
            buf_format(&file, "petik(\"i%zu\",[", files);
            if (files) buf_add_char(firsts, ',');
            html_string(firsts, p->term);
        } else {
            buf_add(&file, STR(",\n"));
        }
        html_string(&file, p->term);
        buf_add(&file, STR(",\""));
        buf_add(&file, buf_str(&p->steps));
        buf_add_char(&file, '"');
        if (p->steps.full) file.full = true;
        if (file.n < FILE_SIZE && i + 1 < x->postings.n) continue;
        status = write_file(out, &file, files++, e);
        buf_clear(&file);
    }
    buf_add_char(firsts, ']');
    buf_free(&file);
    return status;
}

void wordindex_free(wordindex *x) {
    for (size_t i = 0; i < x->postings.n; i++) buf_free(&x->postings.items[i].steps);
    arena_free(&x->home);
}
