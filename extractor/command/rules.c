#include "command/command.h"
int rules_main(const options *o) { (void)o; return 0; }
