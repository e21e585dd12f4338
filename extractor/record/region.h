/* Regions of Indonesia by name and Kemendagri code (rules/lists/regions.txt, districts.txt). */
#ifndef PETIK_RECORD_REGION_H
#define PETIK_RECORD_REGION_H

#include "rule/list.h"

typedef enum { REGION_ANY, REGION_PROVINCE, REGION_KABUPATEN, REGION_KOTA } region_level;

/* The code of the region that a phrase ends with or is ("Kota Kediri", "Bawaslu Kota Kediri", "Polda Sumut"), or
 * STR_NONE. Words in the phrase (Kota, Kabupaten, Provinsi, Polres …) decide between regions of one name; else
 * level does. Lent by l, the list of regions. */
str region_code(const word_list *l, str phrase, region_level level);

/* The level that a word before a region's name tells (Kota, Pemkab, Polda); REGION_ANY: none. */
region_level region_level_of(str word);

#endif
