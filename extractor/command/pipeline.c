/* SPDX-License-Identifier: MIT */
#include "command/pipeline.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/limits.h"
#include "library/inputof.h"
#include "library/rowsof.h"

/* One article on its way. */
typedef struct {
    article in;
    error failure;
    buf line, rows;
    char input[DIGEST_TEXT]; /* with a store */
    bool known;
    const char *refused;
    petik_counts counts;
    uint64_t taken;
    bool finished;
} slot;

/* Waking a thread costs as much as a short article: a worker is woken only when one sleeps, the reader when half of the
 * ring is free. */
enum { SLOTS_A_WORKER = 8 };

/* Slot i of the input is slots[i % size]. written <= claimed <= filled <= written + size. */
typedef struct {
    const pipeline *job;
    slot *slots;
    size_t size;
    size_t filled, claimed, written;
    size_t idle;  /* workers that sleep */
    bool ended;   /* nothing more will be filled */
    bool stopped; /* the consumer wants no more */
    int status;   /* what the consumer returned */
    pthread_mutex_t lock;
    pthread_cond_t may_fill, may_work, may_write;
} ring;

typedef struct {
    ring *of;
    petik_extractor *x;
    pthread_t thread;
    bool running;
} worker;

/* What versions of an article have in common: its source; of a line or an archived page, whose source is a place in a file, its address.
 * What came over standard input without either has no versions. */
static database_origin origin_of(const slot *s) {
    const article *a = &s->in;
    bool nameless = a->source && a->source[0] == '-' && (!a->source[1] || a->source[1] == ':');
    const char *name = nameless ? s->input : a->source;
    return (database_origin){ a->placed && a->url ? a->url : name, s->input, a->archived ? a->source : NULL, a->several };
}

/* Digests the input, and asks the store whether it has it. */
static bool is_known(slot *s, const pipeline *job) {
    article *a = &s->in;
    size_t n = 7 + a->more.n;
    str *parts = arena_alloc(&a->home, n * sizeof *parts);
    const char *const facts[] = { a->url, a->title, a->published, a->publisher, a->charset, job->published };
    parts[0] = a->bytes;
    for (size_t i = 0; i < 6; i++) parts[i + 1] = str_of(facts[i]);
    for (size_t i = 0; i < a->more.n; i++) parts[i + 7] = a->more.items[i];
    database_input_digest(s->input, parts, n);
    database_origin from = origin_of(s);
    return database_knows(job->store, &from);
}

/* SOURCE_ARTICLE with the slot filled, or SOURCE_END. */
static int fill_slot(slot *s, const pipeline *job) {
    s->failure.code = 0;
    s->counts = (petik_counts){ 0 };
    s->refused = NULL;
    s->known = false;
    buf_clear(&s->line);
    buf_clear(&s->rows);
    int status = job->next(&s->in, job->from, &s->failure);
    bool read = status == SOURCE_ARTICLE && s->in.bytes.p;
    s->known = read && job->store && is_known(s, job);
    s->finished = !read || s->known;
    s->taken = job->files ? source_taken(job->files) : 0;
    return status == SOURCE_END ? SOURCE_END : SOURCE_ARTICLE;
}

unsigned pipeline_workers(const char *jobs) {
    long n = jobs ? str_number(str_of(jobs)) : 0;
    if (n == 0) n = sysconf(_SC_NPROCESSORS_ONLN);
    if (n < 0) return 0;
    return n == 0 ? 1 : n > LIMIT_WORKERS ? LIMIT_WORKERS : (unsigned)n;
}

void pipeline_count(petik_counts *to, const petik_counts *c) {
    to->dates += c->dates;
    to->officials += c->officials;
    to->institutions += c->institutions;
    to->statements += c->statements;
    to->points += c->points;
    to->regulations += c->regulations;
    to->events += c->events;
    to->warnings += c->warnings;
}

/* Extracts the article of a slot; the line is lent by the extractor. */
static str work_on(slot *s, petik_extractor *x, const pipeline *job) {
    petik_input in = input_of(&s->in, job->published);
    petik_error e = { 0 };
    if (petik_extract(x, &in, &e) != PETIK_OK) {
        error_set(&s->failure, ERROR_INPUT, "%s", e.text[0] ? e.text : "the article could not be read");
        return STR_NONE;
    }
    str line;
    line.p = job->as_text ? petik_text(x, &line.n) : petik_json(x, &line.n);
    if (job->store) petik_rows(x, &s->rows);
    s->counts = petik_count(x);
    s->refused = petik_refused(x);
    return line;
}

static int deliver(const slot *s, str line, const pipeline *job) {
    result r = { .line = line,
                 .rows = buf_str(&s->rows),
                 .origin = origin_of(s),
                 .known = s->known,
                 .refused = s->refused,
                 .failure = s->failure.code ? s->failure.text : NULL,
                 .note = s->in.note,
                 .source = s->in.source,
                 .taken = s->taken,
                 .counts = s->counts };
    return job->each(&r, job->payload);
}

/* An extractor for the job. */
static int open_extractor(petik_extractor **x, const pipeline *job, error *e) {
    petik_error why = { 0 };
    if (petik_extractor_open(x, job->rules, &why) != PETIK_OK) return error_set(e, why.code, "%s", why.text);
    if (job->rows_only) petik_rows_only(*x);
    return 0;
}

static int run_alone(const pipeline *job, error *e) {
    petik_extractor *x;
    if (open_extractor(&x, job, e) < 0) return e->code;
    slot s = { .line = buf_make(0), .rows = buf_make(LIMIT_OUTPUT) };
    int status = 0;
    while (status == 0 && fill_slot(&s, job) != SOURCE_END)
        status = deliver(&s, s.finished ? STR_NONE : work_on(&s, x, job), job);
    article_free(&s.in);
    buf_free(&s.rows);
    petik_extractor_free(x);
    return status;
}

static void *run_worker(void *payload) {
    worker *w = payload;
    ring *r = w->of;
    pthread_mutex_lock(&r->lock);
    for (;;) {
        while (r->claimed == r->filled && !r->ended) {
            r->idle++;
            pthread_cond_wait(&r->may_work, &r->lock);
            r->idle--;
        }
        if (r->claimed == r->filled) break;
        size_t i = r->claimed++;
        slot *s = &r->slots[i % r->size];
        if (!s->finished && !r->stopped) {
            pthread_mutex_unlock(&r->lock);
            str line = work_on(s, w->x, r->job);
            buf_add(&s->line, line);
            if (s->line.full || s->rows.full) error_set(&s->failure, ERROR_LIMIT, "%s: its records do not fit in memory", s->in.source);
            pthread_mutex_lock(&r->lock);
        }
        s->finished = true;
        if (i == r->written) pthread_cond_signal(&r->may_write);
    }
    pthread_mutex_unlock(&r->lock);
    return NULL;
}

static void *run_sequencer(void *payload) {
    ring *r = payload;
    pthread_mutex_lock(&r->lock);
    for (;;) {
        slot *s = &r->slots[r->written % r->size];
        bool waiting = r->written < r->claimed;
        if (waiting && s->finished) {
            if (!r->stopped) {
                pthread_mutex_unlock(&r->lock);
                int status = deliver(s, s->failure.code ? STR_NONE : buf_str(&s->line), r->job);
                pthread_mutex_lock(&r->lock);
                r->status = status;
                r->stopped = status != 0;
            }
            r->written++;
            if (r->stopped || r->filled - r->written <= r->size / 2) pthread_cond_signal(&r->may_fill);
        } else if (r->ended && r->written == r->filled) {
            break;
        } else {
            pthread_cond_wait(&r->may_write, &r->lock);
        }
    }
    pthread_mutex_unlock(&r->lock);
    return NULL;
}

/* The reader's side: until the source ends or the consumer wants no more. */
static void fill_ring(ring *r) {
    pthread_mutex_lock(&r->lock);
    while (!r->stopped) {
        if (r->filled - r->written == r->size) {
            pthread_cond_wait(&r->may_fill, &r->lock);
            continue;
        }
        slot *s = &r->slots[r->filled % r->size];
        pthread_mutex_unlock(&r->lock);
        int status = fill_slot(s, r->job);
        pthread_mutex_lock(&r->lock);
        if (status == SOURCE_END) break;
        r->filled++;
        if (r->idle > 0) pthread_cond_signal(&r->may_work);
    }
    r->ended = true;
    pthread_cond_broadcast(&r->may_work);
    pthread_cond_signal(&r->may_write);
    pthread_mutex_unlock(&r->lock);
}

static void end_ring(ring *r) {
    pthread_mutex_lock(&r->lock);
    r->ended = true;
    pthread_cond_broadcast(&r->may_work);
    pthread_cond_broadcast(&r->may_write);
    pthread_mutex_unlock(&r->lock);
}

static int start_workers(worker *workers, size_t n, ring *r, error *e) {
    for (size_t i = 0; i < n; i++) {
        workers[i].of = r;
        if (open_extractor(&workers[i].x, r->job, e) < 0) return e->code;
        workers[i].running = pthread_create(&workers[i].thread, NULL, run_worker, &workers[i]) == 0;
        if (!workers[i].running) return error_set(e, ERROR_LIMIT, "no more than %zu threads can be had", i);
    }
    return 0;
}

static int run_ring(ring *r, worker *workers, error *e) {
    pthread_t sequencer;
    sigset_t all, old;
    /* Signals are for the thread that reads, which they wake. */
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &old);
    int status = start_workers(workers, r->job->workers, r, e);
    bool sequenced = status == 0 && pthread_create(&sequencer, NULL, run_sequencer, r) == 0;
    pthread_sigmask(SIG_SETMASK, &old, NULL);
    if (sequenced) fill_ring(r);
    else end_ring(r);
    for (size_t i = 0; i < r->job->workers; i++) {
        if (workers[i].running) pthread_join(workers[i].thread, NULL);
        petik_extractor_free(workers[i].x);
    }
    if (sequenced) pthread_join(sequencer, NULL);
    else if (status == 0) status = error_set(e, ERROR_LIMIT, "no thread can be had");
    return status < 0 ? status : r->status;
}

int pipeline_run(const pipeline *p, error *e) {
    if (p->workers <= 1) return run_alone(p, e);
    ring r = { .job = p, .size = (size_t)p->workers * SLOTS_A_WORKER };
    r.slots = calloc(r.size, sizeof *r.slots);
    worker *workers = calloc(p->workers, sizeof *workers);
    int status = ERROR_LIMIT;
    if (r.slots && workers) {
        for (size_t i = 0; i < r.size; i++) r.slots[i].line = r.slots[i].rows = buf_make(LIMIT_OUTPUT);
        pthread_mutex_init(&r.lock, NULL);
        pthread_cond_init(&r.may_fill, NULL);
        pthread_cond_init(&r.may_work, NULL);
        pthread_cond_init(&r.may_write, NULL);
        status = run_ring(&r, workers, e);
        pthread_cond_destroy(&r.may_write);
        pthread_cond_destroy(&r.may_work);
        pthread_cond_destroy(&r.may_fill);
        pthread_mutex_destroy(&r.lock);
        for (size_t i = 0; i < r.size; i++) {
            article_free(&r.slots[i].in);
            buf_free(&r.slots[i].line);
            buf_free(&r.slots[i].rows);
        }
    } else {
        error_set(e, ERROR_LIMIT, "out of memory");
    }
    free(workers);
    free(r.slots);
    return status;
}
