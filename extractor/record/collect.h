/* SPDX-License-Identifier: MIT */
/* The steps from rule matches to records, in the order in which they run. */
#ifndef PETIK_RECORD_COLLECT_H
#define PETIK_RECORD_COLLECT_H

#include "record/extraction.h"

/* Fills x->out from x->doc: runs the rule stages and every step below. */
void records_collect(extraction *x);

void dates_collect(extraction *x);        /* date.c: also out->published when it is not known */
void institutions_collect(extraction *x); /* institution.c */
void regulations_collect(extraction *x);  /* regulation.c */
void officials_collect(extraction *x);    /* official.c */
void offices_link(extraction *x);         /* holder.c: after people are known from cues too */
void officials_finish(extraction *x);     /* official.c: names, codes, order */
void regions_tell_apart(extraction *x);   /* place.c: codes that names alone do not tell */
void statements_collect(extraction *x);   /* statement.c */
void points_collect(extraction *x);       /* point.c */
void events_collect(extraction *x);       /* event.c */
void points_link(extraction *x);          /* repeat.c: the same point said again */
/* Whether three fifths of the longer words of part stand in whole. repeat.c */
bool repeat_within(str part, str whole);
void headlines_collect(extraction *x);    /* headline.c: "Bupati X: …" */
void readings_apply(extraction *x);       /* reading.c: speeches read by somebody else */

#endif
