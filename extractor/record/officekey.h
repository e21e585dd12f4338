/* SPDX-License-Identifier: MIT */
/* Offices over articles: which are the same. */
#ifndef PETIK_RECORD_OFFICEKEY_H
#define PETIK_RECORD_OFFICEKEY_H

#include "record/lexicon.h"
#include "record/record.h"

/* Equal for offices that are the same however they are written: "title|region|body" in small letters. The body is without
 * what the region's code says already, without abbreviations in brackets, and with its short forms written out
 * (bodyshorts.txt): Kadinkes Kota Kediri, Kepala Dinas Kesehatan (Dinkes) Kediri. In the arena. */
str office_key(arena *a, const lexicon *l, const official_record *o);
/* What the name of an office tells behind its title: "Kediri" for "Wali Kota" of "Kota Kediri". Part of of. */
str office_place(str title, str of);
/* Title and body or region as one: Wali Kota Kediri for "Wali Kota" of "Kota Kediri". In the arena. */
str office_name(arena *a, str title, str of);
/* Reads an office as people write it: Pj Wali Kota Kediri, Sekda Kota Kediri, Kadinkes Kediri. *acting gets its acting status or STR_NONE,
 * and *text what follows that. Without a title nothing was read. The record has title, of and region alone. */
official_record office_read(arena *a, const lexicon *l, str *text, str *acting);
/* A body's name with the short form that it begins with written out: Dinkes Kota Kediri. In the arena, or the name itself. */
str office_written_out(arena *a, const lexicon *l, str body);

#endif
