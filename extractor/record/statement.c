#include "record/collect.h"
void statements_collect(extraction *x) { (void)x; }
