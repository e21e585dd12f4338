/* SPDX-License-Identifier: MIT */
#include "text/mark.h"

#include "text/utf8.h"

static mark ascii_mark(str text, size_t i) {
    char c = text.p[i];
    bool twice = i + 1 < text.n && text.p[i + 1] == c;
    if (c == '"') return (mark){ MARK_EITHER, false, 1 };
    if (c == '\'') return twice ? (mark){ MARK_EITHER, false, 2 } : (mark){ MARK_EITHER, true, 1 };
    if (c == '`') return twice ? (mark){ MARK_OPEN, false, 2 } : (mark){ MARK_EITHER, true, 1 };
    return (mark){ MARK_NONE, false, 0 };
}

mark mark_at(str text, size_t i) {
    unsigned char c = (unsigned char)text.p[i];
    if (c < 0x80) return ascii_mark(text, i);
    if (c != 0xE2 && c != 0xC2 && c != 0xEF) return (mark){ MARK_NONE, false, 0 };
    size_t size;
    switch (utf8_at(text, i, &size)) {
    case 0x201C: case 0x201E: return (mark){ MARK_OPEN, false, size };
    case 0x201D: return (mark){ MARK_CLOSE, false, size };
    case 0x201F: case 0x2033: case 0xFF02: return (mark){ MARK_EITHER, false, size };
    case 0xAB: return (mark){ MARK_OPEN, false, size };
    case 0xBB: return (mark){ MARK_CLOSE, false, size };
    case 0x2018: case 0x201A: return (mark){ MARK_OPEN, true, size };
    case 0x2019: case 0x2032: return (mark){ MARK_CLOSE, true, size };
    default: return (mark){ MARK_NONE, false, 0 };
    }
}

static bool opens_before(uint32_t c) {
    return c == 0 || c == '\n' || c == ' ' || c == '(' || c == '[' || c == '/' || c == '-' || c == 0x2013 || c == 0x2014;
}

bool mark_may_open(str text, size_t i, size_t size) {
    if (i + size >= text.n || ascii_space(text.p[i + size])) return false;
    uint32_t before = utf8_before(text, i);
    return opens_before(before) || before == ':' || before == ',' || before == '.' || before == '"' ||
           (before >= 0x2018 && before <= 0x201E);
}

bool mark_may_close(str text, size_t i, size_t size) {
    if (i == 0 || text.p[i - 1] == '\n') return false;
    if (i + size >= text.n || !utf8_letter((unsigned char)text.p[i + size])) return true;
    return !opens_before(utf8_before(text, i));
}
