/* SPDX-License-Identifier: MIT */
/* SIGINT and SIGTERM ask a run to end after the article it is at. A second one ends it at once. */
#ifndef PETIK_COMMAND_INTERRUPT_H
#define PETIK_COMMAND_INTERRUPT_H

#include <signal.h>

/* From now on the first of the two signals sets what interrupt_flag lends, which is zero until then. */
void interrupt_catch(void);
/* The same for a command that waits for no input: what is being written is written whole. */
void interrupt_catch_writing(void);
const volatile sig_atomic_t *interrupt_flag(void);
/* 130 or 143, or 0 when there was no signal. */
int interrupt_status(void);

#endif
