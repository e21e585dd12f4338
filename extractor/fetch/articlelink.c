/* SPDX-License-Identifier: MIT */
#include "fetch/links.h"

#include "fetch/weblink.h"

enum { LONG_NUMBER = 5, MANY_WORDS = 4, FIRST_YEAR = 1990, LAST_YEAR = 2100 };

/* Files that are no pages. */
static const char *const FILES[] = { ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".pdf", ".xml", ".rss", ".css", ".js", ".json",
                                     ".zip", ".mp3", ".mp4", ".ico", ".apk", ".doc", ".docx", ".xls", ".xlsx" };
static bool is_letter(char c) { return (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z') || (c & 0x80); }

static size_t digits_at(str s, size_t i) {
    size_t n = 0;
    while (i + n < s.n && ascii_digit(s.p[i + n])) n++;
    return n;
}

/* Whether a word has a role in the list, which may be missing. */
static bool is_a(const word_list *words, str s, str role) {
    const list_entry *entry = words && s.n ? list_find(words, s) : NULL;
    return entry && str_eq(entry->column[0], role);
}

static bool is_file(str path) {
    for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) {
        str end = str_of(FILES[i]);
        if (path.n > end.n && str_eq_fold(str_cut(path, path.n - end.n, path.n), end)) return true;
    }
    return false;
}

static bool is_about_site(str path, const word_list *words) {
    for (size_t i = 0; words && i < words->words.n; i++) {
        bool site = str_eq(words->entries.items[words->entry_of.items[i]].column[0], STR("site"));
        if (site && str_find(path, words->words.items[i], 0) != SIZE_MAX) return true;
    }
    return false;
}

/* How many words with letters a part has, without its ending. */
static size_t count_words(str part) {
    static const char *const ENDINGS[] = { ".html", ".htm", ".php", ".aspx", ".asp", ".jsp", ".shtml", ".phtml" };
    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++)
        if (str_ends(part, str_of(ENDINGS[i]))) part.n -= strlen(ENDINGS[i]);
    size_t words = 0;
    bool letters = false;
    for (size_t i = 0; i < part.n; i++) {
        bool mark = memchr("-_.+,", part.p[i], 5) != NULL || str_starts(str_cut(part, i, part.n), STR("%20"));
        if (mark) words += letters, letters = false;
        else letters = letters || is_letter(part.p[i]);
    }
    return words + letters;
}

/* The number of n digits at i, within bounds and without a digit on either side. */
static bool number_at(str s, size_t i, size_t least, size_t most, long from, long to) {
    size_t n = digits_at(s, i);
    long v = n >= least && n <= most ? str_number(str_cut(s, i, i + n)) : -1;
    return v >= from && v <= to;
}

/* The end of 2024/10/23, 2024-10-23, 20241023 or 2024/10 at i, or 0. */
static size_t day_end(str path, size_t i) {
    size_t n = digits_at(path, i);
    if (n == 8 && number_at(str_cut(path, 0, i + 4), i, 4, 4, FIRST_YEAR, LAST_YEAR) && number_at(str_cut(path, 0, i + 6), i + 4, 2, 2, 1, 12) &&
        number_at(path, i + 6, 2, 2, 1, 31))
        return i + 8;
    if (!number_at(path, i, 4, 4, FIRST_YEAR, LAST_YEAR) || i + 4 >= path.n || !memchr("/-_", path.p[i + 4], 3)) return 0;
    char mark = path.p[i + 4];
    if (!number_at(path, i += 5, 1, 2, 1, 12)) return 0;
    i += digits_at(path, i);
    bool day = i + 1 < path.n && path.p[i] == mark && number_at(path, i + 1, 1, 2, 1, 31);
    return day ? i + 1 + digits_at(path, i + 1) : i;
}

/* Whether a day stands in the path and something behind it: a day alone is that day's list. */
static bool has_day(str path) {
    for (size_t i = 0; i < path.n; i++) {
        size_t end = ascii_digit(path.p[i]) && (i == 0 || !ascii_digit(path.p[i - 1])) ? day_end(path, i) : 0;
        if (end == 0) continue;
        for (size_t k = end; k < path.n; k++)
            if (is_letter(path.p[k]) || ascii_digit(path.p[k])) return true;
        return false;
    }
    return false;
}

static bool has_long_number(str path) {
    for (size_t i = 0, n; i < path.n; i += n + 1)
        if ((n = digits_at(path, i)) >= LONG_NUMBER) return true;
    return false;
}

/* ?p=123 and the like. */
static bool is_numbered(str query, const word_list *words) {
    while (query.p) {
        str parameter = str_split(&query, '&');
        size_t equals = str_find(parameter, STR("="), 0);
        if (equals == SIZE_MAX || !is_a(words, str_cut(parameter, 0, equals), STR("number"))) continue;
        if (digits_at(parameter, equals + 1) > 1) return true;
    }
    return false;
}

/* The part of a path behind its last slash; slashes at its end do not count. */
static str last_part(str path) {
    size_t slash = str_find_last(path, STR("/"), path.n);
    return slash == SIZE_MAX ? path : str_cut(path, slash + 1, path.n);
}

/* Whether a part of the path says that it is a list: the first, or "page" before a number at the end. */
static bool is_list(str path, const word_list *words) {
    str rest = path, first = str_split(&rest, '/'), last = last_part(path);
    if (is_a(words, first, STR("list"))) return true;
    if (last.n && last.n <= 4 && digits_at(last, 0) == last.n && last.n < path.n) {
        str before = last_part(str_cut(path, 0, path.n - last.n - 1));
        if (str_eq_fold(before, STR("page")) || str_eq_fold(before, STR("halaman"))) return true;
    }
    return is_a(words, last, STR("list"));
}

bool links_may_be_article(str url, const word_list *words) {
    str target = weblink_target(url), query = STR_NONE;
    const char *mark = memchr(target.p, '?', target.n);
    str path = target;
    if (mark) {
        path.n = (size_t)(mark - target.p);
        query = str_cut(target, path.n + 1, target.n);
    }
    while (path.n && path.p[0] == '/') path = str_cut(path, 1, path.n);
    while (path.n && path.p[path.n - 1] == '/') path.n--;
    if (is_list(path, words) || is_file(path) || is_about_site(path, words)) return false;
    return has_day(path) || has_long_number(path) || count_words(last_part(path)) >= MANY_WORDS || is_numbered(query, words);
}
