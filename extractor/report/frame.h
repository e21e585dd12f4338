/* SPDX-License-Identifier: MIT */
/* What all pages share: head, navigation, foot; and small parts that stand in many of them. */
#ifndef PETIK_REPORT_FRAME_H
#define PETIK_REPORT_FRAME_H

#include "report/edition.h"

typedef enum { PART_START, PART_SEARCH, PART_OFFICIALS, PART_ARTICLES, PART_RULES, PART_COUNT } frame_part;

/* A page within the report: which part of it, and how many folders deep it lies. */
typedef struct {
    edition *ed;
    buf *b; /* what is written to */
    frame_part part;
    int depth;
} frame;

/* Empties ed->page and begins the page. title is plain text; body has further attributes of the body element, or is "". */
frame frame_begin(edition *ed, frame_part part, int depth, str title, const char *body);
/* Ends it and writes it under a name (site_write). */
int frame_end(frame *f, const char *name, error *e);

/* A word, escaped. */
void frame_word(frame *f, word w);
/* The word in an element: "<h2>" and "</h2>". */
void frame_heading(frame *f, const char *open, word w, const char *close);
void frame_number(frame *f, size_t n);
/* A <time> element of an ISO 8601 date, or that it is not known. */
void frame_time(frame *f, str iso);
/* "../" as often as the page lies deep. */
void frame_up(frame *f);
/* The addresses, from this page, of an article's and of an official's page. */
void frame_article_address(frame *f, int64_t id);
void frame_official_address(frame *f, int64_t id);
/* A link to an article by its title. */
void frame_article_link(frame *f, const edition_article *a);
/* The name as a link when the official has a page, else as it is. official: NOBODY: nobody known. */
void frame_person(frame *f, str name, uint32_t official);
/* Links to the pages of a list that has several: page 1 is "base.html", the next "base-2.html". list is what it is called. */
void frame_pager(frame *f, word list, const char *base, size_t page, size_t pages);

#endif
