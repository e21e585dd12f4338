/* SPDX-License-Identifier: MIT */
#include "page/hint.h"

#include "base/table.h"

enum { MEMO_SLOTS = 512, LONGEST_VALUE = 400, MOST_WORDS = 7 };

struct hint_memo {
    struct {
        str value;
        unsigned hints;
    } slot[MEMO_SLOTS];
};

static const struct {
    str role;
    unsigned bit;
} ROLES[] = {
#define ROLE(name, bit) { { name, sizeof(name) - 1 }, bit }
    ROLE("body", HINT_BODY),       ROLE("content", HINT_CONTENT), ROLE("lead", HINT_LEAD),     ROLE("title", HINT_TITLE),
    ROLE("byline", HINT_BYLINE),   ROLE("time", HINT_TIME),       ROLE("caption", HINT_CAPTION), ROLE("comments", HINT_COMMENTS),
    ROLE("related", HINT_RELATED), ROLE("around", HINT_AROUND),   ROLE("tags", HINT_TAGS),     ROLE("hidden", HINT_HIDDEN),
    ROLE("pager", HINT_PAGER),     ROLE("paywall", HINT_PAYWALL), ROLE("gallery", HINT_GALLERY), ROLE("teaser", HINT_TEASER),
    ROLE("video", HINT_VIDEO),     ROLE("author", HINT_AUTHOR),
#undef ROLE
};

unsigned hint_of_role(str role) {
    for (size_t i = 0; i < sizeof ROLES / sizeof *ROLES; i++)
        if (str_eq(ROLES[i].role, role)) return ROLES[i].bit;
    return 0;
}

hint_reader hint_begin(arena *a, const hint_words *words) {
    return (hint_reader){ .memo = arena_alloc(a, sizeof(struct hint_memo)), .home = a, .words = *words };
}

/* "articleBody wp__post-content2" as words: "article body, wp post content 2". */
static str words_of(arena *a, str value) {
    char *to = arena_raw(a, 2 * value.n + 1);
    size_t n = 0;
    char before = ' ';
    for (size_t i = 0; i < value.n; i++) {
        char c = value.p[i];
        bool letter = (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z') || (c & 0x80), digit = ascii_digit(c);
        bool begins = (ascii_upper(c) && before >= 'a' && before <= 'z') || (letter && ascii_digit(before)) ||
                      (digit && ascii_lower(before) >= 'a' && ascii_lower(before) <= 'z');
        if (begins) to[n++] = ' ';
        if (letter || digit) to[n++] = ascii_lower(c);
        else if (ascii_space(c)) to[n++] = ',', to[n++] = ' ';
        else if (n > 0 && to[n - 1] != ' ') to[n++] = ' ';
        before = c;
    }
    return (str){ to, n };
}

/* "no-sidebar", "has-comments", "without-share" say nothing of what the element is. */
static bool is_denied(str words, size_t i) {
    static const char *const BEFORE[] = { "no ", "has ", "with ", "without ", "is ", "not ", "hide ", "show ", "open ", "js " };
    for (size_t k = 0; k < sizeof BEFORE / sizeof *BEFORE; k++) {
        str b = str_of(BEFORE[k]);
        if (i >= b.n && str_eq(str_cut(words, i - b.n, i), b) && (i == b.n || words.p[i - b.n - 1] == ' ')) return true;
    }
    return false;
}

/* Of one class, as words; one of many words is made of somebody's title and says nothing. */
static unsigned hints_of_name(const hint_reader *r, str words) {
    unsigned hints = 0;
    size_t spaces = 0;
    for (size_t i = 0; i < words.n; i++) spaces += words.p[i] == ' ';
    for (size_t i = 0; i < words.n && spaces < MOST_WORDS; i++) {
        if (words.p[i] == ' ' || (i > 0 && words.p[i - 1] != ' ')) continue;
        const list_entry *entry;
        size_t length = list_longest(r->words.list, words, i, words.n, &entry);
        if (length && !is_denied(words, i)) hints |= hint_of_role(entry->column[0]);
        if (length) i += length - 1;
    }
    return hints;
}

static unsigned hints_of(hint_reader *r, str value) {
    unsigned hints = 0;
    str words = words_of(r->home, value);
    while (words.p) hints |= hints_of_name(r, str_trim(str_split(&words, ',')));
    return hints;
}

unsigned hint_read(hint_reader *r, str value) {
    if (!r->words.list || value.n == 0 || value.n > LONGEST_VALUE) return 0;
    uint32_t at = hash_bytes(value) % MEMO_SLOTS;
    if (!str_eq(r->memo->slot[at].value, value)) {
        r->memo->slot[at].hints = hints_of(r, value);
        r->memo->slot[at].value = value;
    }
    return r->memo->slot[at].hints;
}
