/* SPDX-License-Identifier: MIT */
#include "command/interrupt.h"

#include <stddef.h>

/* A signal handler can reach nothing but a static. */
static volatile sig_atomic_t caught;

static void note_signal(int number) { caught = number; }

static void catch_signals(int flags) {
    const int numbers[] = { SIGINT, SIGTERM };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct sigaction old, act = { .sa_handler = note_signal };
        sigemptyset(&act.sa_mask);
        act.sa_flags = (int)SA_RESETHAND | flags;
        /* Left ignored when whoever started petik had it ignored, as nohup and background jobs have. */
        if (sigaction(numbers[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN) sigaction(numbers[i], &act, NULL);
    }
}

/* No SA_RESTART: a read that waits for input must wake. */
void interrupt_catch(void) { catch_signals(0); }

/* A write that waits for its reader goes on, since stdio loses what it was at when it is woken. */
void interrupt_catch_writing(void) { catch_signals(SA_RESTART); }

const volatile sig_atomic_t *interrupt_flag(void) { return &caught; }

int interrupt_status(void) { return caught ? 128 + (int)caught : 0; }
