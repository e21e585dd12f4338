#include "store/person.h"

int persons_link(sqlite3 *db, error *e) { (void)db; (void)e; return 0; }
