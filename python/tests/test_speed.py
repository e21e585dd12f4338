"""Two workers against one: the GIL is released while an article is read."""
import os
import time

import petik
import pytest


def seconds(texts, workers):
    start = time.perf_counter()
    assert sum(1 for _ in petik.extract_many(texts, workers=workers)) == len(texts)
    return time.perf_counter() - start


@pytest.mark.skipif(len(os.sched_getaffinity(0)) < 2, reason="one processor")
def test_two_workers(in_tree, record_property):
    texts = [x.text for x in petik.read("corpus/articles")] * 40
    seconds(texts[:200], 2)
    best = 0.0
    for attempt in range(5):  # the machine may be busy: of each, the best of three; more when others take the processors
        one, two = (min(seconds(texts, workers) for _ in range(3)) for workers in (1, 2))
        best = max(best, one / two)
        print(f"\n{len(texts)} articles: one worker {one:.3f} s, two {two:.3f} s, {one / two:.2f} times")
        if best >= 1.7:
            break
        time.sleep(1)
    if best < 1.7 and os.getloadavg()[0] > len(os.sched_getaffinity(0)):
        pytest.skip(f"{best:.2f} times, but the machine is busy")
    assert best >= 1.7
