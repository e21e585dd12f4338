/* SPDX-License-Identifier: MIT */
/* Who is speaking: from the words beside a reporting word to a person, an office, an institution or a group. */
#ifndef PETIK_RECORD_SPEAKER_H
#define PETIK_RECORD_SPEAKER_H

#include "record/extraction.h"

/* A speaker in the making: a person, or the words that the text has for somebody without a name. */
typedef struct {
    size_t person; /* PEOPLE_NONE */
    str as_written;
    bool pronoun;  /* the one spoken of last is meant */
    size_t end;    /* byte behind the words that name the speaker */
    str rule;      /* how that was found: the name of a rule in speaker.rules */
} who;

/* Whom the words at byte i name (behind "kata", "menurut"); up to limit. */
who speaker_at(extraction *x, size_t i, size_t limit);
/* Whom the words before byte end name (the subject of a verb there), not before from. */
who speaker_before(extraction *x, size_t end, size_t from);
/* The person or body that a sentence begins with, as its subject; person PEOPLE_NONE and no words: none. */
who speaker_opening(extraction *x, span sentence);
/* The name of two words or more that the words at byte i end with ("CEO Perusahaan X Rina Wati"); empty: none. */
span speaker_name_in(const extraction *x, size_t i, size_t limit);
/* Where a subject ends that stands before byte end: before adverbs and an alias or age in brackets; from at the least. */
size_t speaker_subject_end(const extraction *x, size_t end, size_t from);
bool speaker_known(who w);
/* Behind adverbials such as "Sementara itu, " at byte i. */
size_t speaker_skip_openers(const extraction *x, size_t i, size_t limit);
/* For the record: name and office of w; from says how it was found. */
speaker_ref speaker_reference(extraction *x, who w, str from);
/* Learns people from the subjects of reporting words, and where everybody is mentioned. */
void speakers_learn(extraction *x);

#endif
