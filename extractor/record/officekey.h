/* Offices over articles: which are the same. */
#ifndef PETIK_RECORD_OFFICEKEY_H
#define PETIK_RECORD_OFFICEKEY_H

#include "record/lexicon.h"
#include "record/record.h"

/* Equal for offices that are the same however they are written: "title|region|body" in small letters. The body is without
 * what the region's code says already, without abbreviations in brackets, and with its short forms written out
 * (bodyshorts.txt): Kadinkes Kota Kediri, Kepala Dinas Kesehatan (Dinkes) Kediri. In the arena. */
str office_key(arena *a, const lexicon *l, const official_record *o);
/* A body's name with the short form that it begins with written out: Dinkes Kota Kediri. In the arena, or the name itself. */
str office_written_out(arena *a, const lexicon *l, str body);

#endif
