/* SPDX-License-Identifier: MIT */
/* An article's text and its skeleton: paragraphs, sentences, quotations and list items. All spans are bytes into
 * text. */
#ifndef PETIK_TEXT_DOCUMENT_H
#define PETIK_TEXT_DOCUMENT_H

#include "base/table.h"
#include "text/utf8.h"

typedef struct {
    span at;            /* without the line feed */
    size_t sentence;    /* index of its first sentence */
    size_t sentences;   /* how many it has */
    bool title;
    bool item;          /* begins with a number, a letter or a bullet */
    long number;        /* of an item: 1 for "1.", "a)", "Pertama,"; 0 for a bullet */
    size_t body;        /* where the text behind the item's label begins (at.start if it has none) */
} paragraph;

typedef struct {
    span at;
    size_t paragraph;
} sentence;

typedef enum {
    QUOTE_CLOSED,       /* its marks pair */
    QUOTE_CONTINUED,    /* the next paragraph reopens it or closes it */
    QUOTE_OPEN          /* never closed: it ends with its paragraph */
} quote_end;

typedef struct {
    span at;            /* with its marks */
    span inside;        /* without them */
    size_t paragraph;   /* where it begins */
    quote_end end;
    size_t words;       /* inside it */
    bool single;        /* ‘…’ or '…' */
    bool continues;     /* goes on with the quotation before it (a paragraph that reopens) */
} quote;

typedef struct {
    str text;
    VEC(paragraph) paragraphs;
    VEC(sentence) sentences;
    VEC(quote) quotes;
    point_index points;
    bool title; /* the first paragraph is the title */
} document;

/* Words that end in a full stop without ending a sentence: keys as written, with the stop. */
typedef struct {
    table abbreviations;
} text_words;

/* Builds the skeleton of text (one paragraph a line; text stays the caller's). Everything is in the arena. */
document document_make(arena *a, str text, bool title, const text_words *words);

/* Index of the paragraph or sentence that byte i lies in (the one before it when it lies in none). */
size_t document_paragraph(const document *d, size_t i);
size_t document_sentence(const document *d, size_t i);
/* Index of the first quotation that begins at or after byte i; quotes.n when there is none. */
size_t document_quote_from(const document *d, size_t i);
/* The quotation (no single one) that byte i lies inside of, or NULL. */
const quote *document_quote(const document *d, size_t i);

#endif
