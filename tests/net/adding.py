# SPDX-License-Identifier: MIT
"""petik sources add: a site is tried, and what it offers is written as a source, for people to look at before the first run."""
import os
import re
import subprocess

import faults
from newsweb import NewsWeb
from program import CONTACT, Done, Program, environment, together
from smallhost import SmallHost


def add(petik, address, allow="127.0.0.0/8"):
    run = subprocess.run([petik, "sources", "add", address], env=environment(allow), stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", timeout=60)
    return Done(run.returncode, run.stdout, run.stderr, 0)


def with_contact(text):
    """The block as somebody has filled it in."""
    text = re.sub(r"(?m)^#? *contact *=.*$", f"contact = {CONTACT}", text, count=1)
    return text if "contact = " in text else f"contact = {CONTACT}\n{text}"


def check_site(tally, petik, folder):
    with NewsWeb(os.path.join(folder, "web"), 40) as web:
        done = add(petik, web.root)
        together(tally, "a site with feeds and sitemaps", (done.status == 0, done), (re.search(r"(?m)^\[[\w.-]+\]$", done.out), done), (f"feed = {web.root}/feed" in done.out, done),
                 (f"sitemap = {web.root}/sitemap" in done.out, done), (not web.articles() or len(web.articles()) <= 3, web.articles()))
        program = Program(petik, os.path.join(folder, "run"))
        with open(program.conf, "w", encoding="utf-8") as f:
            f.write(with_contact(done.out))
        dry = program.run("--dry-run", "--since", "2020-01-01")
        together(tally, "what was written can be run", (dry.status == 0, f"{dry}\n{done.out}"), (sum(a in dry.out for a in web.site.addresses()) >= 40, dry.out[:500]))


def check_none(tally, petik):
    """Sites with nothing to offer, that are not there, or may not be asked."""
    with SmallHost(2) as host:
        host.pages["/"] = "<html><body><p>Situs dalam perbaikan.</p></body></html>"
        del host.pages["/feed"]
        done = add(petik, host.root)
        together(tally, "a site without feeds", (done.status in (0, 1), done), ("feed = " not in done.out, done))
        refused = add(petik, host.root, None)
        together(tally, "a site that may not be asked", (refused.status not in (0, None), refused), ("loopback" in refused.err, refused), (not refused.out, refused))
        host.pages["/"] = faults.status(500)
        broken = add(petik, host.root)
        together(tally, "a site that is broken", (broken.status not in (0, None), broken), ("500" in broken.err, broken))
    gone = add(petik, host.root)
    together(tally, "a site that is not there", (gone.status not in (0, None), gone), (gone.err, gone))
    tally.check(add(petik, "bukan alamat").status == 2, "no address: exit 2")


def check(tally, petik, folder, _venv):
    shown = subprocess.run([petik, "sources", "--help"], capture_output=True, text=True, errors="replace").stdout
    if "sources add" not in shown:
        tally.skip("petik sources add is not there")
        return
    check_site(tally, petik, folder)
    check_none(tally, petik)
