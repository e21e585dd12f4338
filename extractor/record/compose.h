/* SPDX-License-Identifier: MIT */
/* From clean lines to the text as it is to be read: the title first, then one paragraph a line, without the site's
 * furniture, which is read for byline, publisher and date on its way out. */
#ifndef PETIK_RECORD_COMPOSE_H
#define PETIK_RECORD_COMPOSE_H

#include "record/record.h"
#include "rule/match.h"

/* Sets r->text (in the arena, no line feed at its end), r->title, r->dateline, and byline, publisher and published
 * where r has none yet and the furniture says. title: known from elsewhere, or STR_NONE. Returns whether the text's
 * first line is the title. */
bool compose_text(article_record *r, arena *a, matcher *m, str clean, str title);

#endif
