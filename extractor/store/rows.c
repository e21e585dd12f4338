/* SPDX-License-Identifier: MIT */
#include "store/rows.h"

#include <assert.h>

/* A row: a byte for its table and its cells. A cell: a byte for its type; then nothing, eight bytes, or the length in four
 * bytes and the text. All in the machine's own order: a block never leaves the process. */

static void add_bytes(buf *b, const void *p, size_t n) {
    buf_add(b, (str){ p, n });
}

void rows_begin(buf *b, table_id t) {
    buf_add_char(b, (char)t);
}

void rows_null(buf *b) {
    buf_add_char(b, CELL_NULL);
}

void rows_number(buf *b, int64_t n) {
    buf_add_char(b, CELL_NUMBER);
    add_bytes(b, &n, sizeof n);
}

void rows_text(buf *b, str s) {
    uint32_t n = (uint32_t)s.n;
    if (!s.p) {
        rows_null(b);
        return;
    }
    buf_add_char(b, CELL_TEXT);
    add_bytes(b, &n, sizeof n);
    buf_add(b, s);
}

static void take_bytes(str *block, void *out, size_t n) {
    assert(block->n >= n);
    memcpy(out, block->p, n);
    *block = str_cut(*block, n, block->n);
}

table_id rows_next(str *block) {
    char t;
    if (block->n == 0) return TABLE_COUNT;
    take_bytes(block, &t, 1);
    return (table_id)t;
}

cell rows_cell(str *block) {
    char type;
    cell c = { .type = CELL_NULL };
    uint32_t n;
    take_bytes(block, &type, 1);
    c.type = (cell_type)type;
    if (c.type == CELL_NUMBER) take_bytes(block, &c.number, sizeof c.number);
    if (c.type == CELL_TEXT) {
        take_bytes(block, &n, sizeof n);
        assert(block->n >= n);
        c.text = str_cut(*block, 0, n);
        *block = str_cut(*block, n, block->n);
    }
    return c;
}
