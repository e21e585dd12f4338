/* SPDX-License-Identifier: MIT */
#include "record/people.h"

#include "base/limits.h"

static str next_word(str *rest) {
    while (rest->n && rest->p[0] == ' ') *rest = str_cut(*rest, 1, rest->n);
    str word = *rest;
    const char *space = word.n ? memchr(word.p, ' ', word.n) : NULL;
    if (space) word.n = (size_t)(space - word.p);
    *rest = str_cut(*rest, word.n, rest->n);
    while (word.n && (word.p[word.n - 1] == '.' || word.p[word.n - 1] == ',')) word.n--;
    return word;
}

static size_t count_words(str name) {
    size_t n = 0;
    while (next_word(&name).n) n++;
    return n;
}

/* Words that are the same begin alike, so that a name within another has none of its initials alone. */
static uint64_t initials_of(str name) {
    uint64_t bits = 0;
    for (str word = next_word(&name); word.n; word = next_word(&name)) bits |= (uint64_t)1 << (ascii_lower(word.p[0]) & 63);
    return bits;
}

/* One letter more, less or other, in words of at least six bytes that begin alike. */
static bool slip(str a, str b) {
    if (a.n < b.n) { str t = a; a = b; b = t; }
    if (b.n < 6 || a.n - b.n > 1 || ascii_lower(a.p[0]) != ascii_lower(b.p[0])) return false;
    size_t i = 0;
    while (i < b.n && ascii_lower(a.p[i]) == ascii_lower(b.p[i])) i++;
    size_t skip = a.n - b.n ? 0 : 1;
    return str_eq_fold(str_cut(a, i + 1 > a.n ? a.n : i + 1, a.n), str_cut(b, i + skip > b.n ? b.n : i + skip, b.n));
}

bool name_word_same(str a, str b) {
    return str_eq_fold(a, b) || slip(a, b);
}

/* A letter doubled or single (Affifuddin, Affifudin), not one for another (Jalaluddin, Jamaluddin). */
static bool doubled(str a, str b) {
    if (a.n < b.n) { str t = a; a = b; b = t; }
    if (a.n != b.n + 1) return false;
    size_t i = 0;
    while (i < b.n && ascii_lower(a.p[i]) == ascii_lower(b.p[i])) i++;
    return i && ascii_lower(a.p[i]) == ascii_lower(a.p[i - 1]);
}

/* Whether the words of part stand in whole, in that order. A slip is believed beside another word that is the same. */
static bool words_within(const people *p, str part, str whole) {
    size_t same = 0, slips = 0, words = 0;
    for (str word = next_word(&part); word.n; word = next_word(&part)) {
        str other = next_word(&whole);
        while (other.n && !name_word_same(word, other)) other = next_word(&whole);
        if (!other.n) return false;
        words++;
        if (str_eq_fold(word, other)) same++;
        else if (!doubled(word, other)) slips += p->given && list_find(p->given, word) ? 2 : 1;
    }
    return words && slips <= same + 1 && (slips < 2 || same >= slips);
}

static bool known_as(const people *p, const person *who, str name, uint64_t initials) {
    if (!(initials & ~who->initials) && words_within(p, name, who->name)) return true;
    return who->alias.n && str_eq_fold(name, who->alias);
}

/* Whether a word of the name begins or ends with the shorter one. */
static bool shortens(str part, str whole) {
    for (str word = next_word(&whole); word.n; word = next_word(&whole)) {
        if (word.n < part.n + 2) continue;
        if (str_eq_fold(part, str_cut(word, 0, part.n)) || str_eq_fold(part, str_cut(word, word.n - part.n, word.n))) return true;
    }
    return false;
}

/* The one person whose name a single word can be short for. */
static size_t find_shortened(const people *p, str name) {
    size_t only = PEOPLE_NONE;
    if (name.n < 4 || memchr(name.p, ' ', name.n)) return PEOPLE_NONE;
    for (size_t i = 0; i < p->list.n; i++) {
        if (!shortens(name, p->list.items[i].name)) continue;
        if (only != PEOPLE_NONE) return PEOPLE_NONE;
        only = i;
    }
    return only;
}

size_t people_find(const people *p, str name, size_t at) {
    size_t best = PEOPLE_NONE;
    uint64_t initials = initials_of(name);
    for (size_t i = 0; i < p->list.n; i++) {
        if (!known_as(p, &p->list.items[i], name, initials)) continue;
        bool later = best == PEOPLE_NONE || (p->list.items[i].seen <= at && p->list.items[i].seen > p->list.items[best].seen);
        if (later) best = i;
    }
    return best != PEOPLE_NONE ? best : find_shortened(p, name);
}

size_t people_add(people *p, arena *a, str name, size_t at) {
    size_t words = count_words(name), who = people_find(p, name, at);
    uint64_t initials = initials_of(name);
    if (who != PEOPLE_NONE) return who;
    for (size_t i = 0; i < p->list.n; i++) { /* a fuller form of somebody known by a short one */
        person *known = &p->list.items[i];
        if (known->words >= words || known->initials & ~initials || !words_within(p, known->name, name)) continue;
        known->name = name;
        known->words = words;
        known->initials = initials;
        return i;
    }
    if (p->list.n >= LIMIT_PEOPLE) return PEOPLE_NONE;
    *vec_add(a, &p->list) = (person){ .name = name, .seen = at, .words = words, .initials = initials };
    return p->list.n - 1;
}

bool people_misspelled(const people *p, size_t who, str name) {
    const person *known = &p->list.items[who];
    if (!words_within(p, name, known->name)) return false;
    str whole = known->name;
    for (str word = next_word(&name); word.n; word = next_word(&name)) {
        str other = next_word(&whole);
        while (other.n && !name_word_same(word, other)) other = next_word(&whole);
        if (!str_eq_fold(word, other)) return true;
    }
    return false;
}

void people_alias(people *p, size_t who, str alias) {
    if (who != PEOPLE_NONE && !p->list.items[who].alias.n) p->list.items[who].alias = alias;
}

static size_t mentions_before(const people *p, size_t i) {
    size_t low = 0, high = p->mentions.n;
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (p->mentions.items[mid].at.start < i) low = mid + 1; else high = mid;
    }
    return low;
}

const person_mention *people_before(const people *p, size_t i, size_t from) {
    size_t k = mentions_before(p, i);
    if (k == 0 || p->mentions.items[k - 1].at.start < from) return NULL;
    return &p->mentions.items[k - 1];
}

const person_mention *people_at(const people *p, size_t i) {
    size_t k = mentions_before(p, i);
    return k < p->mentions.n && p->mentions.items[k].at.start == i ? &p->mentions.items[k] : NULL;
}
