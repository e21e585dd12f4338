/* People over articles: which names in offices are one person's. */
#ifndef PETIK_STORE_PERSON_H
#define PETIK_STORE_PERSON_H

#include "store/open.h"

int persons_link(sqlite3 *db, error *e);

#endif
