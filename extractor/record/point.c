#include "record/collect.h"
void points_collect(extraction *x) { (void)x; }
