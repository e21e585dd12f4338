/* SPDX-License-Identifier: MIT */
#include "record/region.h"

enum { COLUMN_PROVINCE, COLUMN_KABUPATEN, COLUMN_KOTA };

region_level region_level_of(const lexicon *l, str word) {
    const list_entry *entry = l->levels ? list_find(l->levels, word) : NULL;
    if (!entry) return REGION_ANY;
    str level = entry->column[0];
    return str_eq(level, STR("kota")) ? REGION_KOTA : str_eq(level, STR("kabupaten")) ? REGION_KABUPATEN : REGION_PROVINCE;
}

static str first_code(str codes) {
    return codes.p ? str_split(&codes, ',') : STR_NONE;
}

static str pick(const list_entry *entry, region_level level) {
    str province = first_code(entry->column[COLUMN_PROVINCE]), kabupaten = first_code(entry->column[COLUMN_KABUPATEN]),
        kota = first_code(entry->column[COLUMN_KOTA]);
    if (level == REGION_PROVINCE) return province.p ? province : STR_NONE;
    if (level == REGION_KOTA && kota.p) return kota;
    if (level == REGION_KABUPATEN && kabupaten.p) return kabupaten;
    if (level != REGION_ANY) return kabupaten.p ? kabupaten : kota;
    if (kabupaten.p && kota.p) return STR_NONE; /* two regions of one name and nothing that tells */
    return province.p ? province : kabupaten.p ? kabupaten : kota;
}

/* The region that a phrase ends with, what stands before it, and the level that the last word of that tells; NULL: none. */
static const list_entry *region_in(const lexicon *l, str phrase, str *before, region_level *told) {
    *told = REGION_ANY;
    if (!l->regions || !phrase.n) return NULL;
    phrase = str_trim(phrase);
    if (str_ends(phrase, STR(")"))) { /* "Nusa Tenggara Timur (NTT)" */
        size_t bracket = str_find_last(phrase, STR("("), phrase.n);
        if (bracket != SIZE_MAX && bracket > 1) phrase = str_trim(str_cut(phrase, 0, bracket));
    }
    bool city_after = str_ends(phrase, STR(" Kota")); /* Polres Kediri Kota */
    if (city_after) phrase.n -= 5;
    size_t start = 0;
    for (;;) { /* the longest ending that is a region */
        const list_entry *entry = list_find(l->regions, str_cut(phrase, start, phrase.n));
        if (entry) {
            *before = str_cut(phrase, 0, start ? start - 1 : 0);
            *told = city_after ? REGION_KOTA : start ? region_level_of(l, str_last_word(*before)) : REGION_ANY;
            return entry;
        }
        size_t space = str_find(phrase, STR(" "), start);
        if (space == SIZE_MAX) return NULL;
        start = space + 1;
    }
}

str region_code(const lexicon *l, str phrase, region_level level) {
    region_level told;
    str before;
    const list_entry *entry = region_in(l, phrase, &before, &told);
    return entry ? pick(entry, told != REGION_ANY ? told : level) : STR_NONE;
}

str region_cut(const lexicon *l, str phrase) {
    region_level told;
    str before;
    if (!region_in(l, phrase, &before, &told)) return phrase;
    str level = str_last_word(before);
    return region_level_of(l, level) == REGION_ANY ? before : str_trim(str_cut(before, 0, before.n - level.n));
}

bool region_doubtful(const lexicon *l, str phrase, str *kabupaten, str *kota) {
    region_level told;
    str before;
    const list_entry *entry = region_in(l, phrase, &before, &told);
    if (!entry || told != REGION_ANY) return false;
    *kabupaten = first_code(entry->column[COLUMN_KABUPATEN]);
    *kota = first_code(entry->column[COLUMN_KOTA]);
    return kabupaten->p && kota->p;
}
