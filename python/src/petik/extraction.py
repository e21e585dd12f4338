# SPDX-License-Identifier: MIT
"""Rules, extractors and inputs."""
from __future__ import annotations

import collections
import dataclasses
import datetime
import operator
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Iterable, Iterator

from ._library import Error, check, ffi, lib, rules_folder
from .records import Article

#: Inputs that a worker is given at once: fewer and the threads spend their time on waiting for each other.
CHUNK = 32


def _text(p) -> str | None:
    return ffi.string(p).decode("utf-8", "surrogateescape") if p else None


@dataclasses.dataclass(frozen=True, slots=True)
class Input:
    """An article before it is read: petik.read yields these, petik.extract_many takes them."""

    text: str | bytes  #: plain text or an HTML page; bytes are UTF-8 or Windows-1252, which is recognised, or of charset
    source: str | None = None  #: what the record and errors call it
    url: str | None = None
    title: str | None = None
    published: str | None = None  #: ISO 8601 date or time
    published_from: str | None = None  #: where published or published_else is from; None: option
    published_else: str | None = None  #: for an article that does not say when it was published
    fetched: str | None = None  #: ISO 8601 time
    publisher: str | None = None
    charset: str | None = None  #: what an HTTP header said of bytes
    more: tuple[bytes, ...] = ()  #: further pages of an HTML article


_STRINGS = ("source", "url", "title", "published", "published_from", "published_else", "fetched", "publisher", "charset")
_strings_of = operator.attrgetter(*_STRINGS)


def iso(value):
    """A date or time as text; what is none as it is."""
    return value.isoformat() if isinstance(value, (datetime.date, datetime.datetime)) else value


class Rules:
    """A rule set, loaded once and shared by any number of threads.

    folder: where *.rules files and lists/ are; None: $PETIK_RULES, else those of the package. check: run every sample of every rule.
    Raises Error with code Error.RULES and the place in the rule file."""

    def __init__(self, folder: str | os.PathLike | None = None, *, check: bool = False):
        e, out = ffi.new("petik_error *"), ffi.new("petik_rules **")
        named = os.fspath(folder) if folder is not None else rules_folder()
        _check(lib.petik_rules_open(out, os.fsencode(named) if named else ffi.NULL, 1 if check else 0, e), e)
        self._p = ffi.gc(out[0], lib.petik_rules_free)
        self._idle: collections.deque[Extractor] = collections.deque()

    @property
    def digest(self) -> str:
        """"sha256:" and 64 hexadecimal digits over the rule files and lists."""
        return ffi.string(lib.petik_rules_digest(self._p)).decode()

    @property
    def folder(self) -> str:
        """Where they were read from."""
        return os.fsdecode(ffi.string(lib.petik_rules_folder(self._p)))

    def __reduce__(self):
        return Rules, (self.folder,)

    def _borrow(self) -> "Extractor":
        try:
            return self._idle.pop()
        except IndexError:
            return Extractor(self)

    def _give_back(self, x: "Extractor") -> None:
        x._rules = None  # no cycle: the rules keep their idle extractors, not these the rules
        self._idle.append(x)


_check = check
_default: Rules | None = None
_default_lock = threading.Lock()


def default_rules() -> Rules:
    """The rules that are meant when none are given, loaded at first use."""
    global _default
    with _default_lock:
        if _default is None:
            _default = Rules()
        return _default


class Extractor:
    """Reads one article after another. For one thread at a time (others wait); petik.extract keeps some at hand by itself."""

    def __init__(self, rules: Rules | None = None):
        self._rules = rules or default_rules()
        e, out, keep = ffi.new("petik_error *"), ffi.new("petik_extractor **"), self._rules._p
        check(lib.petik_extractor_open(out, keep, e), e)
        # The default argument keeps the C rules until after the extractor that uses them.
        self._p = ffi.gc(out[0], lambda p, keep=keep: lib.petik_extractor_free(p))
        self._e, self._in, self._n = e, ffi.new("petik_input *"), ffi.new("size_t *")
        self._lock = threading.Lock()

    def extract(self, text: str | bytes | Input, **known) -> Article:
        """The article's records. known: the other fields of Input. The GIL is released meanwhile. Raises Error."""
        given = text if isinstance(text, Input) and not known else _given(text, known)
        with self._lock:
            return self._run(given)

    def _run(self, given: Input) -> Article:
        data = given.text.encode("utf-8", "replace") if isinstance(given.text, str) else given.text
        to, keep, used = self._in, [ffi.from_buffer("char[]", data)], []
        to.bytes, to.length = keep[0], len(data)
        for name, value in zip(_STRINGS, _strings_of(given)):
            if value is not None:
                keep.append(ffi.new("char[]", value.encode("utf-8", "surrogateescape")))
                setattr(to, name, keep[-1])
                used.append(name)
        if given.more:
            keep.extend(ffi.from_buffer("char[]", page) for page in given.more)
            pages = keep[-len(given.more):]
            keep.append(ffi.new("petik_part[]", [(page, len(page)) for page in pages]))
            to.more, to.more_count = keep[-1], len(pages)
        try:
            return self._call(to)
        finally:  # nothing that Python owns stays in it
            to.bytes, to.length, to.more, to.more_count = ffi.NULL, 0, ffi.NULL, 0
            for name in used:
                setattr(to, name, ffi.NULL)

    def _call(self, to) -> Article:
        self._e.code = 0
        check(lib.petik_extract(self._p, to, self._e), self._e)
        json = lib.petik_json(self._p, self._n)
        return Article(ffi.buffer(json, self._n[0])[:], _text(lib.petik_refused(self._p)))


def _given(text, known) -> Input:
    for name in "published", "published_else", "fetched":
        if name in known:
            known[name] = iso(known[name])
    return dataclasses.replace(text, **known) if isinstance(text, Input) else Input(text, **known)


def extract(text: str | bytes | Input, *, rules: Rules | None = None, source: str | None = None, url: str | None = None,
            title: str | None = None, published: str | datetime.date | None = None, published_else: str | datetime.date | None = None,
            fetched: str | datetime.datetime | None = None, publisher: str | None = None, charset: str | None = None) -> Article:
    """Reads one article: plain text or an HTML page.

    source names it in the record and in errors. published (ISO 8601, or a date) wins over what a page says; published_else is for an
    article that does not say it. charset is what an HTTP header said of bytes. Any thread may call it. Raises Error."""
    known = {k: v for k, v in (("source", source), ("url", url), ("title", title), ("published", published), ("fetched", fetched),
                               ("published_else", published_else), ("publisher", publisher), ("charset", charset)) if v is not None}
    rules = rules or default_rules()
    x = rules._borrow()
    try:
        return x.extract(text, **known)
    finally:
        rules._give_back(x)


def _run_chunk(rules: Rules, chunk: list) -> list[Article | Error]:
    x, out = rules._borrow(), []
    try:
        for one in chunk:
            try:
                out.append(one if isinstance(one, Error) else x.extract(one))
            except Error as e:
                out.append(e)
    finally:
        rules._give_back(x)
    return out


def _caught(inputs: Iterable) -> Iterator:
    """An Error that the inputs raise is one of them, so that it does not overtake the articles before it."""
    try:
        yield from inputs
    except Error as e:
        yield e


def _chunks(inputs: Iterable, n: int) -> Iterator[list]:
    chunk: list = []
    for one in inputs:
        chunk.append(one)
        if len(chunk) == n:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _results(inputs, rules: Rules, workers: int) -> Iterator[Article | Error]:
    if workers <= 1:
        for one in inputs:
            yield from _run_chunk(rules, [one])
        return
    pool, waiting = ThreadPoolExecutor(workers, "petik"), collections.deque()
    try:
        for chunk in _chunks(inputs, CHUNK):
            waiting.append(pool.submit(_run_chunk, rules, chunk))
            if len(waiting) > 2 * workers:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _policy(errors: str) -> None:
    if errors not in ("raise", "yield", "skip"):
        raise ValueError(f"errors={errors!r}: raise, yield or skip")


def extract_many(inputs: Iterable[str | bytes | Input | Error], *, workers: int | None = None, rules: Rules | None = None,
                 errors: str = "raise") -> Iterator[Article | Error]:
    """Reads articles in threads and yields them in the order of the inputs.

    workers: threads; None: as many as the processors that this process may use. errors: "raise" raises the Error of the first input
    that cannot be read, at its place; "yield" yields the Error there instead of an Article; "skip" leaves it out. Errors among
    the inputs (petik.read(…, errors="yield")) are treated the same. Inputs are taken a few hundred ahead, not all at once."""
    _policy(errors)
    return _settle(_results(_caught(inputs), rules or default_rules(), workers or len(os.sched_getaffinity(0))), errors)


def _settle(results: Iterator, errors: str) -> Iterator:
    for one in results:
        if isinstance(one, Error):
            if errors == "raise":
                raise one
            if errors == "skip":
                continue
        yield one


def _walk(paths, take) -> Iterator:
    """What take(reader, error) puts down, until there is nothing more: an Error, or True."""
    one = isinstance(paths, (str, bytes, os.PathLike))
    names = [ffi.new("char[]", os.fsencode(p)) for p in ([paths] if one else paths)]
    e, out = ffi.new("petik_error *"), ffi.new("petik_reader **")
    check(lib.petik_reader_open(out, ffi.new("char *[]", names), len(names), e), e)
    reader = ffi.gc(out[0], lib.petik_reader_free)
    while (status := take(reader, e)) != 1:
        try:
            check(status, e)
            yield True
        except Error as error:
            e.code = 0
            yield error


def _read(paths) -> Iterator[Input | Error]:
    at = ffi.new("petik_input *")
    for one in _walk(paths, lambda reader, e: lib.petik_reader_next(reader, at, e)):
        if isinstance(one, Error):
            yield one
            continue
        more = tuple(ffi.buffer(at.more[i].bytes, at.more[i].length)[:] for i in range(at.more_count))
        data = ffi.buffer(at.bytes, at.length)[:] if at.bytes else b""
        yield Input(data, *(_text(getattr(at, name)) for name in _STRINGS), more)


def _files(paths) -> Iterator[str | Error]:
    at = ffi.new("char **")
    for one in _walk(paths, lambda reader, e: lib.petik_reader_file(reader, at, e)):
        yield one if isinstance(one, Error) else os.fsdecode(ffi.string(at[0]))


def read(paths: str | os.PathLike | Iterable[str | os.PathLike], *, errors: str = "raise") -> Iterator[Input | Error]:
    """Articles out of files and folders, as petik extract reads them: text, HTML, JSON Lines, WARC, gzip, told from the content.

    errors: what happens to a file, line or record that cannot be read; see extract_many. What comes after it is read with "yield" and
    "skip". Memory holds one article."""
    _policy(errors)
    return _settle(_read(paths), errors)


def files(paths: str | os.PathLike | Iterable[str | os.PathLike], *, errors: str = "raise") -> Iterator[str | Error]:
    """The files that petik.read would open for these paths, in the same order, unopened: to divide work by files.

    errors: what happens to a name that cannot be read; see extract_many."""
    _policy(errors)
    return _settle(_files(paths), errors)
