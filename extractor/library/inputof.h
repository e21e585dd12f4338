/* What petik_extract is told of an article that a source delivered. */
#ifndef PETIK_LIBRARY_INPUTOF_H
#define PETIK_LIBRARY_INPUTOF_H

#include "petik.h"
#include "source/source.h"

/* Lent by the article. published (NULL: none) is for an article that does not say when it was published. */
petik_input input_of(article *a, const char *published);

#endif
