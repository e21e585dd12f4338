#include "record/collect.h"
void officials_collect(extraction *x) { (void)x; }
