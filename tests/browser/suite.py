#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Reports in headless Chromium, opened from disk as readers do.

usage: suite.py PETIK      SHOTS=FOLDER keeps pictures of the main pages there"""
import functools
import http.server
import os
import re
import shutil
import sqlite3
import sys
import tempfile
import threading
import traceback

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
sys.path.insert(0, HERE)

import store  # noqa: E402
from pages import DOWN, ENTER, ESCAPE, SPACE, TAB, Page, axe_script  # noqa: E402
from tally import Tally  # noqa: E402

ROOT = os.path.dirname(os.path.dirname(HERE))
COUNT = "return document.getElementById('count').textContent"
DONE = COUNT + ".match(/^[0-9]|Tidak ada|Nothing/) && " + COUNT[7:]


class Suite:
    def __init__(self, petik):
        self.petik, self.tally, self.folder = petik, Tally("browser"), tempfile.mkdtemp()
        path = store.make_store(petik, ROOT, self.folder)
        self.base = store.make_report(petik, path, os.path.join(self.folder, "laporan"))
        self.english = store.make_report(petik, path, os.path.join(self.folder, "report"), "--english")
        self.db = sqlite3.connect(path)
        self.page = Page()

    def row(self, query, *words):
        return self.db.execute(query, words).fetchone()[0]

    def article(self, source):
        n = self.row("SELECT id FROM articles WHERE source LIKE ?", "%" + source)
        return f"articles/{n // 1000}/{n}.html"

    def official(self, name):
        n = self.row("SELECT coalesce(person, id) FROM holders WHERE name = ? AND office IS NOT NULL", name)
        return f"officials/{n // 1000}/{n}.html", n

    def open(self, name, base=None):
        self.page.open(f"{base or self.base}/{name}")

    def search(self, ask):
        """Opens the search with this behind the # and waits; the number that was found."""
        self.open("search.html" + ("#" + ask if ask else ""))
        return self.found()

    def found(self):
        self.page.until(DONE)
        said = self.page.js(COUNT)
        return int(re.sub(r"\D", "", said.split(" ")[0]) or 0) if said[:1].isdigit() else 0

    def check(self, ok, what, detail=""):
        self.tally.check(ok, what, detail)

    def kinds(self):
        """One page of each kind, and those with something special."""
        official, _ = self.official(store.NAMES[0])
        return ["index.html", "search.html", "search.html#q=banjir", "rules.html", "officials/index.html", "officials/r.html", official,
                official.replace(".html", "-2.html"), "articles/index.html", "articles/2024-10.html", self.article("pola-0"), self.article("jahat"),
                self.article("ternate-netralitas.txt")]


def test_no_errors(s):
    for base in (s.base, s.english):
        for name in s.kinds():
            s.open(name, base)
            if "search" in name:
                s.found()
            log = s.page.log()
            s.check(not log, f"no console errors: {name}", "\n".join(log))


def test_policy_holds(s):
    s.open("index.html")
    s.page.js("const e = document.createElement('script'); e.textContent = 'document.title = 1'; document.head.append(e)")
    s.page.js("const i = new Image(); i.src = 'https://warta.example/x.png'; document.body.append(i)")
    log = s.page.until("return true") and s.page.log()
    s.check(s.page.driver.title != "1", "an inline script does not run")
    s.check(any("script-src" in line for line in log) and any("img-src" in line for line in log), "the policy refuses", "\n".join(log))


def test_accessible(s):
    source = axe_script(sys.executable)
    for scheme in ("light", "dark"):
        s.page.media(scheme)
        for name in s.kinds():
            s.open(name)
            if "search" in name:
                s.found()
            s.page.js(source)
            found = s.page.driver.execute_async_script(
                "const done = arguments[0]; axe.run(document, {resultTypes: ['violations']}).then(r => done(r.violations.map(v =>"
                " v.id + ': ' + v.nodes.slice(0, 2).map(n => n.html.slice(0, 150)).join(' | '))), e => done([String(e)]))")
            s.check(not found, f"axe, {scheme}: {name}", "\n".join(found))
    s.page.media("light")
    s.page.log()


def test_search(s):
    items = s.row("SELECT (SELECT count(*) FROM statements) + (SELECT count(*) FROM points)")
    s.check(s.search("") == items, "without words everything is found", f"{s.page.js(COUNT)}, {items} in the store")
    s.check(len(s.page.all("#list > li")) == 50, "fifty on a page")
    floods = s.search("q=banjir+kelurahan")
    s.check(floods > 20, "words are found", s.page.js(COUNT))
    s.check(all("banjir" in t.lower() and "kelurahan" in t.lower() for t in s.page.texts("#list > li")), "each has all words")
    s.check(set(s.page.texts("#list mark")) <= {"banjir", "kelurahan", "Banjir", "Kelurahan"}, "the words are marked", s.page.texts("#list mark"))
    s.check(s.search("q=banj+KELUR") == floods, "the beginning is enough, capitals do not count")
    s.check(s.search("q=zzz") == 0 and s.page.js(COUNT) == "Tidak ada yang ditemukan.", "nothing is found", s.page.js(COUNT))
    s.search("q=nomor")
    first = s.page.texts("#list > li")[0]
    s.page.one("#pager button:last-child").click()
    s.page.until("return document.querySelector('#list > li').textContent !== arguments[0]", first)
    s.check("halaman 2" in s.page.js(COUNT) and s.page.focus().startswith("h2#results"), "the next page", s.page.js(COUNT) + s.page.focus())
    s.check("page=2" in s.page.js("return location.hash"), "the page is in the address")
    s.page.js("location.reload()")
    s.found()
    s.check("halaman 2" in s.page.js(COUNT), "an address brings the page back", s.page.js(COUNT))
    link = s.page.one("#list .meta a:last-child").get_attribute("href")
    s.page.open(link)
    s.check(s.page.js("return !!document.querySelector(':target')"), "a result leads to its place in the article", link)


def test_filters(s):
    name = store.NAMES[0]
    _, n = s.official(name)
    mine = s.search(f"official={n}")
    s.check(mine > 100 and s.page.one("#official").get_attribute("value").startswith(name), "by official", f"{mine}")
    s.check(all(name in t for t in s.page.texts("#list .who")), "each is the official's")
    s.open(s.official(name)[0])
    s.page.one("a[href*='search.html#official']").click()
    s.check(s.found() == mine, "from the official's page", s.page.js(COUNT))
    outlet = s.search("outlet=Warta+Kediri")
    s.check(outlet > 100 and all("Warta Kediri" in t for t in s.page.texts("#list .meta")), "by outlet", f"{outlet}")
    s.check(s.search("topic=environment") > 0 and all("Lingkungan" in t for t in s.page.texts("#list .meta")), "by topic")
    s.check(s.search("kind=direct") > 0 and set(s.page.texts("#list .kind")) == {"Kutipan langsung"}, "by kind")
    s.check(s.search("kind=prohibition") > 0 and set(s.page.texts("#list .kind")) == {"Larangan"}, "by force")
    s.check(s.search("from=2024-04-01&to=2024-04-30") > 0 and all(" April 2024" in t for t in s.page.texts("#list time")), "by date",
            s.page.texts("#list time"))
    both = s.search(f"official={n}&outlet=Warta+Kediri&q=perbaikan&from=2023-01-01&to=2023-12-31&kind=direct")
    s.check(0 < both < mine and all(name in t and "Perbaikan" in t and "2023" in t for t in s.page.texts("#list > li")), "all at once", f"{both}")
    s.page.one("button[type=reset]").click()
    s.page.until("return !document.getElementById('official').value && " + COUNT[7:] + ".match(/^1\\.|^2\\.|^3\\./)")
    s.check(s.found() > mine and s.page.js("return location.hash") in ("", "#"), "all filters cleared", s.page.js(COUNT))


def test_keyboard(s):
    s.search("")
    s.page.js("document.activeElement.blur()")
    s.page.press(TAB)
    s.check("skip" in s.page.driver.switch_to.active_element.get_attribute("class"), "the first stop skips to the content", s.page.focus())
    s.page.press(ENTER)
    s.check(s.page.focus().startswith("main#main"), "the content has the focus", s.page.focus())
    s.page.press(TAB)
    s.check(s.page.focus().startswith("input#q"), "then the words", s.page.focus())
    s.page.press("banjir", ENTER)
    s.page.until("return location.hash.includes('q=banjir')")
    words = s.found()
    s.page.press(TAB, "rina wij", ENTER)
    s.page.until("return location.hash.includes('official=')")
    chosen = s.page.one("#official").get_attribute("value")
    s.check(chosen.startswith("Rina Wijaya") and 0 < s.found() < words, "an official by typing", f"{chosen}: {s.page.js(COUNT)}")
    for _ in range(12):
        s.page.press(TAB)
        if s.page.focus().startswith("select#kind"):
            break
    s.page.press(DOWN)
    s.page.until("return location.hash.includes('kind=')")
    s.check("kind=" in s.page.js("return location.hash"), "a kind by arrow", s.page.focus())
    s.check("solid" in s.page.js("return getComputedStyle(document.activeElement).outlineStyle"), "the focus can be seen")


def test_article(s):
    s.open(s.article("pola-0"))
    text = s.row("SELECT text FROM articles WHERE source LIKE '%pola-0'")
    shown = s.page.js("const t = document.querySelector('.text').cloneNode(true); t.querySelectorAll('.n').forEach(e => e.remove());"
                      " return Array.from(t.querySelectorAll('h1, p'), e => e.textContent).join('\\n')")
    s.check(shown == text, "the text is the article's", shown)
    for _ in range(40):
        s.page.press(TAB)
        if s.page.focus().startswith("a#m-s1"):
            break
    s.check(s.page.focus().startswith("a#m-s1"), "a statement can be reached with the keyboard", s.page.focus())
    tip = s.page.until("const t = document.getElementById('tip'); return !t.hidden && t.textContent")
    s.check(tip and "Aturan: statement." in tip and "Pembicara: Rina Wijaya" in tip, "focus shows rule and speaker", tip)
    s.check(s.page.js("return document.activeElement.getAttribute('aria-describedby')") == "tip", "and says so to screen readers")
    s.page.press(ESCAPE)
    s.check(s.page.js("return document.getElementById('tip').hidden"), "Escape hides it")
    s.page.press(ENTER)
    s.check(s.page.js("return location.hash === '#s1' && !!document.querySelector('li:target')"), "Enter leads to the record")
    s.page.js("document.querySelector('.text .m.d, .text .m.o').dispatchEvent(new MouseEvent('mouseover', {bubbles: true}))")
    s.check(s.page.until("return !document.getElementById('tip').hidden"), "hovering shows it, too")
    before = s.page.js("return getComputedStyle(document.querySelector('.text .m.s')).backgroundColor")
    s.page.one("#t-s").send_keys(SPACE)
    after = s.page.js("return getComputedStyle(document.querySelector('.text .m.s')).backgroundColor")
    s.check(before != after and s.page.js("return !document.querySelector('.text .n.s').offsetParent"), "statements can be turned off", before + after)


def test_hostile(s):
    for base in (s.base, s.english):
        s.open(s.article("jahat"), base)
        heading = s.page.js("const t = document.querySelector('.text h1').cloneNode(true); t.querySelectorAll('.n').forEach(e => e.remove()); return t.textContent")
        s.check(heading == store.HOSTILE_TITLE, "the title is text", heading)
        shown = s.page.js("const t = document.querySelector('.text').cloneNode(true); t.querySelectorAll('.n').forEach(e => e.remove());"
                          " return Array.from(t.querySelectorAll('p'), e => e.textContent).join('\\n')")
        s.check(shown == s.row("SELECT text FROM articles WHERE source LIKE '%jahat'"), "the text is text", shown)
        s.check(not s.page.js("return document.querySelector('main script, main img, main b b, .text i, main q i, main h1 b, a[href^=\"javascript\" i]')"), "nothing became markup")
        wrong = s.page.js("const texts = {}; for (const a of document.querySelectorAll('ol.records > li[id]')) { const m = document.getElementById('m-' + a.id);"
                          " if (!m && a.id[0] !== 'w') texts[a.id] = a.textContent } return Object.keys(texts)")
        s.check(not wrong, "every record has its place", wrong)
    found = s.search("q=takut")
    s.check(found >= 1 and "<script>" in " ".join(s.page.texts("#list > li")), "results are text", s.page.texts("#list > li"))
    s.check(not s.page.js("return document.querySelector('#list script, #list img')") and s.page.driver.title != "X", "nothing in results became markup")
    s.search("outlet=" + "%22%3E%3Cimg+src%3Dx+onerror%3Ddocument.title%3D%22X%22%3E")
    s.check(len(s.page.all("#list > li")) >= 1, "an outlet with signs in its name")
    log = s.page.log()
    s.check(not log, "no console errors", "\n".join(log))


def test_schemes(s):
    s.open("index.html")
    seen = {}
    for scheme in ("light", "dark"):
        s.page.media(scheme)
        seen[scheme] = s.page.js("const c = getComputedStyle(document.documentElement); return c.backgroundColor + c.color")
    s.page.media("light")
    s.check(seen["light"] != seen["dark"], "light and dark differ", seen)


def test_english(s):
    s.open("index.html", s.english)
    s.check(s.page.js("return document.documentElement.lang") == "en" and "Statements over time" in s.page.texts("h2"), "English", s.page.texts("h2"))
    s.open(s.article("pola-0"), s.english)
    s.check(s.page.one(".text").get_attribute("lang") == "id" and "Records of this article" in s.page.texts("h2"), "an article stays Indonesian")
    s.open("search.html#kind=direct", s.english)
    s.found()
    s.check(set(s.page.texts("#list .kind")) == {"Direct quotation"} and "results" in s.page.js(COUNT), "the search", s.page.js(COUNT))
    s.open("index.html")
    s.check(s.page.js("return document.documentElement.lang") == "id" and "Pernyataan dari waktu ke waktu" in s.page.texts("h2"), "Indonesian by default")


def test_print(s):
    s.page.media("light", "print")
    s.open(s.article("ternate-netralitas.txt"))
    look = s.page.js("const g = (q, p) => getComputedStyle(document.querySelector(q), p); return [g('.top').display, g('.legend').display,"
                     " g('.text .n.s', '::before').content, g('.text .z.s', '::after').content, g('.all').display]")
    s.check(look == ["none", "none", '"["', '"]"', "block"], "print has brackets, and no navigation", look)
    s.page.media("light")


def test_narrow(s):
    s.page.size(375, 700)
    for name in s.kinds():
        s.open(name)
        if "search" in name:
            s.found()
        width = s.page.js("return document.documentElement.scrollWidth")
        s.check(width <= 375, f"375 pixels: {name}", f"{width} pixels wide")
    s.page.size(1280, 900)


def test_no_scripts(s):
    s.page.scripts(False)
    s.open("search.html")
    text = s.page.one("main").text
    s.check("JavaScript" in text and not s.page.one("#search").is_displayed(), "the search says what it needs", text)
    official, _ = s.official(store.NAMES[0])
    s.open(official)
    s.check("Wali Kota Kediri" in s.page.one("main").text and len(s.page.all(".said li")) >= 100, "an official's page reads without")
    s.page.one(".pager a[rel=next]").click()
    s.check(s.page.driver.current_url.endswith("-2.html") and len(s.page.all(".said li")) > 0, "and has further pages", s.page.driver.current_url)
    s.page.scripts(True)


def test_served(s):
    """The same from a web server, and what is said when a file is missing there."""
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *words):
            pass

        def end_headers(self):
            self.send_header("Cache-Control", "no-store")
            super().end_headers()
    folder = s.base[len("file://"):]
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}"
    for name in s.kinds():
        s.open(name, base)
        if "search" in name:
            s.found()
        log = s.page.log()
        s.check(not log, f"no console errors from a server: {name}", "\n".join(log))
    os.rename(os.path.join(folder, "data", "t0.js"), os.path.join(folder, "data", "away.js"))
    s.open("search.html", base)
    said = s.page.until(COUNT + ".match(/t0.js/) && " + COUNT[7:])
    s.check(said and said.startswith("Data pencarian tidak dapat dimuat"), "a missing file is named", s.page.js(COUNT))
    os.rename(os.path.join(folder, "data", "away.js"), os.path.join(folder, "data", "t0.js"))
    s.page.log()
    server.shutdown()


def take_shots(s, folder):
    """Pictures of the main pages, to look at."""
    os.makedirs(folder, exist_ok=True)
    official, _ = s.official(store.NAMES[0])
    pages = {"start": "index.html", "search": "search.html#q=banjir", "official": official, "article": s.article("ternate-netralitas.txt")}
    for width in (1280, 375):
        s.page.size(width, 1400)
        for scheme in ("light", "dark"):
            s.page.media(scheme)
            for name, address in pages.items():
                s.open(address)
                if name == "search":
                    s.found()
                s.page.driver.save_screenshot(os.path.join(folder, f"{name}-{scheme}-{width}.png"))


def main():
    s = Suite(os.path.abspath(sys.argv[1]))
    try:
        for name, test in list(globals().items()):
            if not name.startswith("test_"):
                continue
            try:
                test(s)
            except Exception:  # one test's fault is not the next one's
                s.check(False, name, traceback.format_exc())
        if os.environ.get("SHOTS"):
            take_shots(s, os.environ["SHOTS"])
    finally:
        s.page.close()
        shutil.rmtree(s.folder)
    s.tally.finish()


if __name__ == "__main__":
    main()
