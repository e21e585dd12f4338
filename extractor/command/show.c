#include "command/command.h"
int show_main(const options *o) { (void)o; return 0; }
