/* SPDX-License-Identifier: MIT */
/* Regions of Indonesia by name and Kemendagri code (rules/lists/regions.txt, districts.txt). */
#ifndef PETIK_RECORD_REGION_H
#define PETIK_RECORD_REGION_H

#include "record/lexicon.h"

typedef enum { REGION_ANY, REGION_PROVINCE, REGION_KABUPATEN, REGION_KOTA } region_level;

/* The code of the region that a phrase ends with or is ("Kota Kediri", "Bawaslu Kota Kediri", "Polda Sumut"), or
 * STR_NONE. Words in the phrase (levels.txt: Kota, Kabupaten, Provinsi, Polres …) decide between regions of one name; else
 * level does. Lent by the list of regions. */
str region_code(const lexicon *l, str phrase, region_level level);
/* The phrase without the region that it ends with and the word before that tells its level; the phrase itself without a region. */
str region_cut(const lexicon *l, str phrase);
/* Whether a phrase names a kabupaten or a kota of one name and nothing in it tells which; both their codes then. */
bool region_doubtful(const lexicon *l, str phrase, str *kabupaten, str *kota);

/* The level that a word before a region's name tells (Kota, Pemkab, Polda); REGION_ANY: none. */
region_level region_level_of(const lexicon *l, str word);

#endif
