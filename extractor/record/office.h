/* SPDX-License-Identifier: MIT */
/* Offices: titles in standard spelling, and the place or body that they belong to. */
#ifndef PETIK_RECORD_OFFICE_H
#define PETIK_RECORD_OFFICE_H

#include "record/extraction.h"
#include "record/region.h"

/* The title that a match of kind official names, written out: "Kepala Bidang Humas", "Wakil Ketua II". */
str office_title(const extraction *x, const rule_match *m);
/* What the office belongs to: "Kota Kediri" for Wali Kota Kediri, "Dishub Kota Serang" for Kadishub Kota Serang;
 * STR_NONE when the match does not say. */
str office_of(const extraction *x, const rule_match *m, str title);
/* Pj, Plt, Plh, Pjs or STR_NONE. */
str office_acting(const extraction *x, const rule_match *m);
/* Whether two names of places or bodies can be one: equal but for Kota, Kabupaten, Provinsi, or one the beginning or
 * end of the other. An unknown one can be any. */
bool office_same_body(str a, str b);
/* The level of region that a title tells: Bupati, a kabupaten. */
region_level office_level(str title);
/* The region of a government by its name, as an office of its head would have it: "Kota Kediri" for Pemkot Kediri; STR_NONE
 * when the name is none of a government at that level (REGION_ANY: any). */
str office_seat(const extraction *x, str government, region_level level);
/* The Kemendagri code for an office. */
str office_region(const extraction *x, str title, str of);
/* "Pj Wali Kota Kediri": how an office is written in one line. */
str office_line(arena *a, str acting, str title, str of);

#endif
