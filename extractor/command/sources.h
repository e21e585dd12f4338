/* What the verbs of petik sources share. */
#ifndef PETIK_COMMAND_SOURCES_H
#define PETIK_COMMAND_SOURCES_H

#include "command/option.h"

/* Minutes east of Greenwich of dates that do not tell their zone: WIB, as sources.conf has it unless it says otherwise. */
enum { SOURCES_ZONE = 420 };

/* petik sources add; the operands begin with the verb. Returns an exit status. */
int sources_add(const options *o);

#endif
