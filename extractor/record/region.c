#include "record/region.h"

enum { COLUMN_PROVINCE, COLUMN_KABUPATEN, COLUMN_KOTA };

region_level region_level_of(str word) {
    static const struct { const char *word; region_level level; } WORDS[] = {
        { "Kota", REGION_KOTA }, { "Wali", REGION_KOTA }, { "Walikota", REGION_KOTA }, { "Pemkot", REGION_KOTA },
        { "Kabupaten", REGION_KABUPATEN }, { "Kab.", REGION_KABUPATEN }, { "Kab", REGION_KABUPATEN },
        { "Bupati", REGION_KABUPATEN }, { "Pemkab", REGION_KABUPATEN }, { "Provinsi", REGION_PROVINCE },
        { "Gubernur", REGION_PROVINCE }, { "Pemprov", REGION_PROVINCE }, { "Polda", REGION_PROVINCE },
        { "Kapolda", REGION_PROVINCE },
    };
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (str_eq(word, str_of(WORDS[i].word))) return WORDS[i].level;
    return REGION_ANY;
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

static str last_word(str s) {
    size_t space = str_find_last(s, STR(" "), s.n);
    return space == SIZE_MAX ? s : str_cut(s, space + 1, s.n);
}

str region_code(const word_list *l, str phrase, region_level level) {
    if (!l || !phrase.n) return STR_NONE;
    phrase = str_trim(phrase);
    if (str_ends(phrase, STR(")"))) { /* "Nusa Tenggara Timur (NTT)" */
        size_t bracket = str_find_last(phrase, STR("("), phrase.n);
        if (bracket != SIZE_MAX && bracket > 1) phrase = str_trim(str_cut(phrase, 0, bracket));
    }
    bool city_after = str_ends(phrase, STR(" Kota")); /* Polres Kediri Kota */
    if (city_after) phrase.n -= 5;
    size_t start = 0;
    for (;;) { /* the longest ending that is a region */
        const list_entry *entry = list_find(l, str_cut(phrase, start, phrase.n));
        if (entry) {
            region_level told = city_after ? REGION_KOTA : start ? region_level_of(last_word(str_cut(phrase, 0, start - 1))) : REGION_ANY;
            return pick(entry, told != REGION_ANY ? told : level);
        }
        size_t space = str_find(phrase, STR(" "), start);
        if (space == SIZE_MAX) return STR_NONE;
        start = space + 1;
    }
}
