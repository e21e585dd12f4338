/* SPDX-License-Identifier: MIT */
/* The pages of petik report: what is shown of a record in an article's text, and the search. Text from the store only ever
 * becomes text of the page. */
"use strict";

(function () {
    const root = document.documentElement, english = root.lang === "en";

    /* An element with a class and what is in it. */
    function make(tag, name, ...inside) {
        const e = document.createElement(tag);
        if (name) e.className = name;
        e.append(...inside);
        return e;
    }

    /* ---- Articles ---- */

    function article() {
        const text = document.querySelector(".text"), tip = make("div");
        let shown = null, timer = 0;
        tip.id = "tip";
        tip.setAttribute("role", "tooltip");
        tip.hidden = true;
        document.body.append(tip);

        /* The ids of the records that a mark stands for, the one that it leads to first. */
        function recordsOf(mark) {
            const ids = (mark.dataset.r || "").split(" ").filter(Boolean), first = (mark.getAttribute("href") || "").slice(1);
            return first ? [first, ...ids.filter((id) => id !== first)] : ids;
        }

        function light(ids, on) {
            for (const mark of text.querySelectorAll(".m")) {
                if (!on) mark.classList.remove("hot");
                else if (recordsOf(mark).some((id) => ids.includes(id) && "spe".includes(id[0]))) mark.classList.add("hot");
            }
        }

        function fill(ids) {
            tip.replaceChildren();
            for (const id of ids) {
                const entry = document.getElementById(id);
                if (!entry) continue;
                const copy = make("div", id[0], ...Array.from(entry.childNodes, (node) => node.cloneNode(true)));
                for (const link of copy.querySelectorAll("a")) link.replaceWith(...(link.classList.contains("out") ? [] : link.childNodes));
                tip.append(copy);
            }
            return tip.childNodes.length > 0;
        }

        function place(mark) {
            const box = mark.getClientRects()[0], width = tip.offsetWidth, left = Math.min(box.left, root.clientWidth - width - 8);
            const below = box.bottom + tip.offsetHeight + 8 < root.clientHeight || box.top < tip.offsetHeight + 8;
            tip.style.left = Math.max(8, left) + scrollX + "px";
            tip.style.top = (below ? box.bottom + 6 : box.top - tip.offsetHeight - 6) + scrollY + "px";
        }

        function hide() {
            clearTimeout(timer);
            if (shown) shown.removeAttribute("aria-describedby");
            if (shown) light([], false);
            shown = null;
            tip.hidden = true;
        }

        function show(mark) {
            const ids = recordsOf(mark);
            clearTimeout(timer);
            if (shown === mark) return;
            hide();
            if (!fill(ids)) return;
            shown = mark;
            tip.hidden = false;
            mark.setAttribute("aria-describedby", "tip");
            light(ids, true);
            place(mark);
        }

        const markOf = (node) => (node.closest ? node.closest(".text .m, .text .n") : null);
        text.addEventListener("mouseover", (event) => { const mark = markOf(event.target); if (mark) show(mark); });
        text.addEventListener("mouseout", () => { timer = setTimeout(hide, 300); });
        tip.addEventListener("mouseover", () => clearTimeout(timer));
        tip.addEventListener("mouseout", () => { timer = setTimeout(hide, 300); });
        text.addEventListener("focusin", (event) => { const mark = markOf(event.target); if (mark) show(mark); });
        text.addEventListener("focusout", hide);
        document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });

        /* Names of rules lead to what is said of them. */
        for (const rule of document.querySelectorAll(".records i")) {
            const link = make("a", "", rule.textContent);
            link.href = "../../rules.html#" + encodeURIComponent(rule.textContent);
            rule.replaceChildren(link);
        }

        /* Statements and points lead to their words in the original, as extractor/report/fragment.c writes such addresses: all
         * words up to 300 characters, else the first and the last six. */
        const original = document.querySelector(".kicker a.out"), coded = (words) => encodeURIComponent(words).replace(/[-!'()*~]/g, (c) => "%" + c.charCodeAt(0).toString(16).toUpperCase());
        for (const entry of original ? document.querySelectorAll(".records li[id^='s'], .records li[id^='p']") : []) {
            const link = make("a", "out", document.querySelector(".all").dataset.passage), said = entry.querySelector(".w").textContent;
            const words = said.trim().split(/\s+/), whole = said.length <= 300 && !said.includes("\n");
            const passage = whole ? coded(said) : coded(words.slice(0, 6).join(" ")) + "," + coded(words.slice(-6).join(" "));
            link.href = original.href + (original.href.includes("#") ? "" : "#") + ":~:text=" + passage;
            link.rel = "noopener noreferrer nofollow";
            entry.append(make("br"), link);
        }

        /* What is not shown is not stopped at either. */
        for (const box of document.querySelectorAll(".legend input")) {
            box.addEventListener("change", () => {
                for (const mark of text.querySelectorAll(`a[href^="#${box.id.slice(2)}"]:not([tabindex="-1"]), a[data-off]`)) {
                    if (!mark.getAttribute("href").startsWith("#" + box.id.slice(2))) continue;
                    if (box.checked) { mark.removeAttribute("tabindex"); delete mark.dataset.off; }
                    else { mark.tabIndex = -1; mark.dataset.off = ""; }
                }
            });
        }
    }

    /* ---- Data: scripts that call petik(name, data), as pages opened from disk may load nothing else ---- */

    const waiting = new Map(), loaded = new Map();

    window.petik = function (name, data) {
        const w = waiting.get(name);
        if (w) w(data);
    };

    function load(name) {
        if (!loaded.has(name)) {
            loaded.set(name, new Promise((resolve, reject) => {
                const script = document.createElement("script");
                waiting.set(name, resolve);
                script.src = "data/" + name + ".js";
                script.addEventListener("error", () => reject(new Error("data/" + name + ".js")));
                document.head.append(script);
            }));
        }
        return loaded.get(name);
    }

    /* ---- Words: as extractor/report/wordindex.c cuts them ---- */

    const LONGEST = 32;

    function letter(c) {
        if (c < 0x80) return (c >= 48 && c < 58) || (c >= 97 && c < 123) ? c : c >= 65 && c < 91 ? c + 32 : 0;
        if (c < 0xc0 || c === 0xd7 || c === 0xf7 || (c >= 0x2000 && c < 0x2070) || (c >= 0x3000 && c < 0x3040) || c > 0xfdff || (c >= 0xd800 && c < 0xe000)) return 0;
        return c <= 0xde ? c + 32 : c;
    }

    /* [{word, start, end}] */
    function wordsOf(text) {
        const found = [];
        let word = "", start = 0;
        for (let i = 0; i <= text.length; i++) {
            const c = i < text.length ? letter(text.charCodeAt(i)) : 0;
            if (c) {
                if (!word) start = i;
                if (i - start < LONGEST) word += String.fromCharCode(c);
            } else if (word) {
                found.push({ word, start, end: i });
                word = "";
            }
        }
        return found;
    }

    const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const VALUE = new Uint8Array(128);
    for (let i = 0; i < 64; i++) VALUE[DIGITS.charCodeAt(i)] = i;

    /* Sets the items of a term in a map of all items. */
    function mark(map, steps) {
        let item = -1, step = 0, place = 1;
        for (let i = 0; i < steps.length; i++) {
            const v = VALUE[steps.charCodeAt(i)];
            step += (v % 32) * place;
            place *= 32;
            if (v < 32) {
                item += step;
                map[item] = 1;
                step = 0;
                place = 1;
            }
        }
    }

    /* ---- Search ---- */

    const MOST_SHOWN = 50, MOST_OFFERED = 20;

    async function search() {
        const form = document.getElementById("search"), found = document.getElementById("found"), list = document.getElementById("list");
        const count = document.getElementById("count"), pager = document.getElementById("pager"), offered = document.getElementById("officials");
        const say = JSON.parse(form.dataset.words), field = form.elements;
        const KEYS = ["q", "from", "to", "outlet", "topic", "kind"];
        const named = new Map(); /* what the list of officials offers, to ids */
        let results = null, page = 1, official = 0, turn = 0, timer = 0;

        form.hidden = found.hidden = false;
        count.textContent = say.searching;
        const index = await load("index").catch((error) => { count.textContent = `${say.failed} ${error.message}`; });
        if (!index) return;

        const nameOf = (key) => say["=" + key] || key;
        const number = (n) => n.toLocaleString(english ? "en" : "id");

        /* The file that a term is in, if it is in any. */
        function fileOf(term) {
            let low = 0, high = index.terms.length;
            while (low < high) {
                const middle = (low + high) >> 1;
                if (index.terms[middle] <= term) low = middle + 1;
                else high = middle;
            }
            return Math.max(0, low - 1);
        }

        /* A map of the items that have a term, or any term that begins so. */
        async function itemsOf(term, beginning) {
            const map = new Uint8Array(index.items);
            for (let i = fileOf(term); i < index.terms.length && (index.terms[i] <= term || index.terms[i].startsWith(term)); i++) {
                const file = await load("i" + i);
                for (let k = 0; k < file.length; k += 2)
                    if (file[k] === term || (beginning && file[k].startsWith(term))) mark(map, file[k + 1]);
            }
            return map;
        }

        /* A map of the items of these days; what is known no better than by month counts when the month overlaps. */
        function itemsBetween(from, to) {
            const map = new Uint8Array(index.items), low = Number(from.replaceAll("-", "")) || 0, high = Number(to.replaceAll("-", "")) || 99999999;
            index.days.forEach(([day, first], i) => {
                const last = day % 10000 === 0 ? day + 9999 : day % 100 === 0 ? day + 99 : day;
                if (day && last >= low && day <= high) map.fill(1, first, i + 1 < index.days.length ? index.days[i + 1][1] : index.items);
            });
            return map;
        }

        async function find() {
            const maps = [];
            for (const { word } of wordsOf(field.q.value)) maps.push(await itemsOf(word, word.length > 2));
            if (official) maps.push(await itemsOf("#" + official));
            if (field.outlet.value) maps.push(await itemsOf("@" + index.outlets.indexOf(field.outlet.value)));
            if (field.topic.value) maps.push(await itemsOf("%" + field.topic.value));
            if (field.kind.value) maps.push(await itemsOf("!" + field.kind.value));
            if (field.from.value || field.to.value) maps.push(itemsBetween(field.from.value, field.to.value));
            const hits = [];
            for (let i = 0; i < index.items; i++)
                if (maps.every((map) => map[i])) hits.push(i);
            return hits;
        }

        /* The text with the words that were looked for marked in it. */
        function marked(text) {
            const sought = wordsOf(field.q.value).map((w) => w.word), parts = [];
            let at = 0;
            for (const { word, start, end } of wordsOf(text)) {
                if (!sought.some((s) => word === s || (s.length > 2 && word.startsWith(s)))) continue;
                parts.push(text.slice(at, start), make("mark", "", text.slice(start, end)));
                at = end;
            }
            return [...parts, text.slice(at)];
        }

        function link(address, text) {
            const a = make("a", "", text);
            a.href = address;
            if (english) a.lang = "id";
            return a;
        }

        function dateOf(iso) {
            if (!iso) return make("span", "", say.undated);
            const time = make("time", "", iso.slice(0, 10)), day = new Date(iso.slice(0, 10) + "T00:00:00Z");
            if (iso.length < 10 || isNaN(day)) return make("span", "", iso);
            time.dateTime = iso.slice(0, 10);
            time.textContent = new Intl.DateTimeFormat(english ? "en-GB" : "id", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(day);
            return time;
        }

        function entry(file, item) {
            const [place, kind, n, text, speaker, office, id, topic, point] = item, [article, title, outlet, published] = file.a[place];
            const quote = make("blockquote", "", ...marked(text)), who = make("p", "who"), meta = make("p", "meta");
            quote.lang = "id";
            if (speaker && id) who.append(link(`officials/${Math.trunc(id / 1000)}/${id}.html`, speaker));
            else who.append(make("bdi", "", speaker || (office ? "" : say.nobody)));
            if (office) who.append(speaker ? ", " : "", make("bdi", "", office));
            meta.append(make("span", "kind " + (point ? "p" : "s"), nameOf(kind)), " ");
            if (topic) meta.append(nameOf(topic), " · ");
            meta.append(dateOf(published));
            if (outlet >= 0) meta.append(" · ", make("bdi", "", index.outlets[outlet]));
            meta.append(" · ", link(`articles/${Math.trunc(article / 1000)}/${article}.html#m-${point ? "p" : "s"}${n}`, title || say.untitled));
            return make("li", "", quote, who, meta);
        }

        function turnTo(to) {
            page = to;
            turn++;
            remember();
            show().then(() => document.getElementById("results").focus());
        }

        function button(name, to, pages) {
            const b = make("button", "", name);
            b.type = "button";
            b.disabled = to < 1 || to > pages;
            b.addEventListener("click", () => turnTo(to));
            return b;
        }

        async function show() {
            const pages = Math.max(1, Math.ceil(results.length / MOST_SHOWN));
            page = Math.min(Math.max(1, page), pages);
            const shown = results.slice((page - 1) * MOST_SHOWN, page * MOST_SHOWN), mine = turn;
            const files = await Promise.all(shown.map((i) => load("t" + Math.floor(i / index.per))));
            if (mine !== turn) return;
            list.replaceChildren(...shown.map((i, k) => entry(files[k], files[k].i[i % index.per])));
            count.textContent = results.length ? `${number(results.length)} ${say.results.toLowerCase()} · ${say.page.toLowerCase()} ${number(page)} / ${number(pages)}` : say.none;
            pager.hidden = pages < 2;
            pager.replaceChildren(button(say.previous, page - 1, pages), make("span", "", `${number(page)} / ${number(pages)}`), button(say.next, page + 1, pages));
        }

        /* Searches anew; what was asked before and is not done yet is dropped. */
        async function run(first) {
            const mine = ++turn;
            count.textContent = say.searching;
            try {
                const hits = await find();
                if (mine !== turn) return;
                results = hits;
                page = first || 1;
                await show();
            } catch (error) {
                if (mine === turn) count.textContent = `${say.failed} ${error.message}`;
            }
        }

        /* What is asked for, in the address. */
        function remember() {
            const to = new URLSearchParams();
            for (const key of KEYS) if (field[key].value) to.set(key, field[key].value);
            if (official > 0) to.set("official", official);
            if (page > 1) to.set("page", page);
            history.replaceState(null, "", "#" + to);
        }

        function ask() {
            clearTimeout(timer);
            page = 1;
            remember();
            run();
        }

        /* ---- The list of officials ---- */

        const label = ([id, name, office]) => name + (office ? ", " + office : "");

        async function officialsLike(text, most) {
            const sought = text.toLowerCase(), like = [];
            for (let i = 0; i < index.officials && like.length < most; i++)
                for (const row of await load("o" + i)) {
                    if (label(row).toLowerCase().includes(sought)) like.push(row);
                    if (like.length === most) break;
                }
            return like;
        }

        async function offer() {
            const like = await officialsLike(field.official.value, MOST_OFFERED);
            offered.replaceChildren(...like.map((row) => {
                const option = document.createElement("option"), taken = named.get(label(row));
                option.value = taken && taken !== row[0] ? `${label(row)} #${row[0]}` : label(row);
                named.set(option.value, row[0]);
                return option;
            }));
        }

        /* What was typed becomes the official that it names, or the first one like it. */
        async function choose() {
            const text = field.official.value.trim();
            official = named.get(text) || 0;
            if (text && !official) {
                const [first] = await officialsLike(text, 1);
                official = first ? first[0] : -1;
                if (first) { field.official.value = label(first); named.set(label(first), first[0]); }
            }
            field.official.setAttribute("aria-invalid", String(official < 0));
            ask();
        }

        async function nameOfficial(id) {
            for (let i = 0; i < index.officials; i++)
                for (const row of await load("o" + i))
                    if (row[0] === id) { named.set(label(row), id); return label(row); }
            return "#" + id;
        }

        /* Fills the form from the address, and searches. */
        async function restore() {
            const from = new URLSearchParams(location.hash.slice(1));
            for (const key of KEYS) field[key].value = from.get(key) || "";
            official = Number(from.get("official")) || 0;
            field.official.value = official ? await nameOfficial(official) : "";
            await run(Number(from.get("page")) || 1);
        }

        form.addEventListener("submit", (event) => { event.preventDefault(); choose(); });
        form.addEventListener("reset", () => setTimeout(() => { official = 0; field.official.removeAttribute("aria-invalid"); ask(); }));
        field.q.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 250); });
        for (const key of ["from", "to", "outlet", "topic", "kind"]) field[key].addEventListener("change", ask);
        field.official.addEventListener("focus", offer);
        field.official.addEventListener("input", offer);
        field.official.addEventListener("change", choose);
        addEventListener("hashchange", restore);
        await restore();
    }

    if (document.body.classList.contains("article")) article();
    if (document.getElementById("search")) search();
})();
