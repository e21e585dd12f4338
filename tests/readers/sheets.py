# SPDX-License-Identifier: MIT
"""The CSV files are what the database holds, to DuckDB, pandas, Frictionless and Python's csv; keys are keys."""
import csv
import io
import json
import os
import re

import duckdb
import frictionless
import pandas

from stores import HOSTILE

DUCK = {"integer": "BIGINT", "string": "VARCHAR", "array": "VARCHAR"}
PANDAS = {"integer": "Int64", "string": "string", "array": "string"}
FORMULA = re.compile("(?!')[ \u00a0\"'\u2018\u2019\u201c\u201d]*[=+@\uff1d\uff0b\uff0d\uff20-]|[\t\r\n]")
RECORD = re.compile(rb'(?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,(?:"(?:[^"]|"")*"|[^",\r\n]*))*\r\n')


def quoted(names):
    return ", ".join(f'"{n}"' for n in names)


def rows_of(stores, table, fields, every):
    """What the database holds of a table, as it is to be exported; None where that is worked out anew (articles.story)."""
    newest = "SELECT id FROM articles WHERE replaced_by IS NULL"
    has_article = any(f["name"] == "article" for f in fields)
    where = "" if every else f"WHERE article IN ({newest})" if has_article else f"WHERE id IN ({newest})" if table == "articles" else ""
    return stores.query(f'SELECT {quoted(f["name"] for f in fields)} FROM "{table}" {where}')


def load(duck, folder, resource):
    fields = resource["schema"]["fields"]
    types = ", ".join(f"'{f['name']}': '{DUCK[f['type']]}'" for f in fields)
    path = os.path.join(folder, resource["path"]).replace("'", "''")
    duck.execute(f"CREATE TABLE \"{resource['name']}\" AS FROM read_csv('{path}', header = true, delim = ',', quote = '\"', escape = '\"', "
                 f"auto_detect = false, nullstr = '', allow_quoted_nulls = false, columns = {{{types}}})")


def check_keys(tally, duck, resource, what):
    name, schema = resource["name"], resource["schema"]
    key = quoted(schema["primaryKey"])
    twice = duck.execute(f'SELECT {key}, count(*) FROM "{name}" GROUP BY ALL HAVING count(*) > 1').fetchall()
    tally.check(not twice, f"{what}: key of {name}", twice)
    for foreign in schema.get("foreignKeys", []):
        column, to = foreign["fields"], foreign["reference"]["resource"] or name
        lost = duck.execute(f'SELECT "{column}" FROM "{name}" WHERE "{column}" IS NOT NULL AND "{column}" NOT IN '
                            f'(SELECT id FROM "{to}")').fetchall()
        tally.check(not lost, f"{what}: {name}.{column} is in {to}", lost[:5])
    for field in schema["fields"]:
        if field["type"] == "array":
            duck.execute(f"SELECT from_json(\"{field['name']}\", '[\"VARCHAR\"]') FROM \"{name}\"").fetchall()
        if field.get("constraints", {}).get("required"):
            lost = duck.execute(f"SELECT count(*) FROM \"{name}\" WHERE \"{field['name']}\" IS NULL").fetchone()[0]
            tally.check(lost == 0, f"{what}: {name}.{field['name']} is never null", lost)


def check_bytes(tally, path):
    with open(path, "rb") as f:
        data = f.read()
    rest = RECORD.sub(b"", data)
    tally.check(rest == b"", f"RFC 4180: {os.path.basename(path)}", rest[:200])
    data.decode("utf-8")


def check_pandas(tally, path, resource, wanted, what):
    types = {f["name"]: PANDAS[f["type"]] for f in resource["schema"]["fields"]}
    frame = pandas.read_csv(path, dtype=types, keep_default_na=False, na_values={n: [""] for n in types})
    if not tally.check(list(frame.columns) == list(types) and len(frame) == len(wanted), f"{what}: pandas reads {resource['name']}",
                       f"{len(frame)} rows, not {len(wanted)}"):
        return
    for i, f in enumerate(resource["schema"]["fields"]):
        if f["type"] != "integer" or (resource["name"], f["name"]) == ("articles", "story"):
            continue
        got = sorted((None if v is pandas.NA else int(v) for v in frame[f["name"]]), key=str)
        tally.check(got == sorted((r[i] for r in wanted), key=str), f"{what}: pandas, numbers of {resource['name']}.{f['name']}")


def check_folder(tally, stores, folder, every):
    what = "all versions" if every else "newest versions"
    with open(os.path.join(folder, "datapackage.json"), encoding="utf-8") as f:
        package = json.load(f)
    duck = duckdb.connect()
    for resource in package["resources"]:
        path, fields = os.path.join(folder, resource["path"]), resource["schema"]["fields"]
        wanted = rows_of(stores, resource["name"], fields, every)
        check_bytes(tally, path)
        load(duck, folder, resource)
        got = duck.execute(f"FROM \"{resource['name']}\"").fetchall()
        kept = [i for i, f in enumerate(fields) if (resource["name"], f["name"]) != ("articles", "story")]
        same = sorted(map(repr, ([r[i] for i in kept] for r in got))) == sorted(map(repr, ([r[i] for i in kept] for r in wanted)))
        tally.check(same, f"{what}: DuckDB reads {resource['name']} as it is in the database", f"{len(got)} and {len(wanted)} rows")
        sniffed = duck.execute("SELECT count(*) FROM read_csv(?, header = true, delim = ',', quote = '\"', escape = '\"')", [path]).fetchone()[0]
        tally.check(sniffed == len(wanted), f"{what}: DuckDB finds the rows of {resource['name']} by itself", f"{sniffed}, not {len(wanted)}")
        check_pandas(tally, path, resource, wanted, what)
    for resource in package["resources"]:
        check_keys(tally, duck, resource, what)
    report = frictionless.validate(os.path.join(folder, "datapackage.json"))
    tally.check(report.valid, f"{what}: Frictionless", "\n".join(map(str, report.flatten(["title", "fieldName", "note"])[:10])))


def check_breakage(tally, stores, folder):
    """Frictionless is asked about a package that is wrong, so that its silence above means something."""
    path = os.path.join(folder, "statements.csv")
    with open(path, "rb") as f:
        data = f.read()
    for what, bad in (("a reference that leads nowhere", re.sub(rb"(\r\n\d+,)\d+,", rb"\g<1>987654,", data, count=1)),
                      ("a kind that there is not", data.replace(b",indirect,", b",hearsay,", 1))):
        with open(path, "wb") as f:
            f.write(bad)
        tally.check(bad != data and not frictionless.validate(os.path.join(folder, "datapackage.json")).valid, f"Frictionless refuses {what}")
    with open(path, "wb") as f:
        f.write(data)


def cells_of(path):
    with open(path, encoding="utf-8", newline="") as f:
        return list(csv.reader(f))


def check_safe(tally, stores):
    """Nothing of a safe folder is a formula, split at commas or at semicolons; without --csv-safe something is."""
    stores.run("export", "--db", "hostile.db", "--csv", "safe", "--csv-safe")
    stores.run("export", "--db", "hostile.db", "--csv", "plain")
    tally.check(any(FORMULA.match(c) for row in cells_of(stores.path("plain", "articles.csv")) for c in row), "there are formulas to guard against")
    for name in sorted(os.listdir(stores.path("safe"))):
        if not name.endswith(".csv"):
            continue
        path, plain = stores.path("safe", name), cells_of(stores.path("plain", name))
        rows = cells_of(path)
        with open(path, encoding="utf-8", newline="") as f:
            apart = list(csv.reader(io.StringIO(f.read()), delimiter=";"))
        bad = [c for row in rows[1:] + apart[1:] for c in row if FORMULA.match(c) and not re.fullmatch(r"-?\d+(,.*)?", c, re.S)]
        tally.check(not bad, f"--csv-safe: {name}", bad[:5])
        same = [c.replace("'", "") == d.replace("'", "") for r, s in zip(rows, plain) for c, d in zip(r, s)]
        tally.check(all(same) and len(rows) == len(plain), f"--csv-safe adds nothing but apostrophes: {name}")
    titles = {row[4] for row in cells_of(stores.path("safe", "articles.csv"))[1:]}
    tally.check({"'=1+1", "'+62 811", "aman", "a;'=1+1"} <= titles, "--csv-safe: titles", f"{titles} of {HOSTILE}")


def check(tally, stores):
    stores.run("export", "--db", "news.db", "--csv", "newest")
    stores.run("export", "--db", "news.db", "--csv", "every", "--all-versions")
    check_folder(tally, stores, stores.path("newest"), False)
    check_folder(tally, stores, stores.path("every"), True)
    check_breakage(tally, stores, stores.path("newest"))
    check_safe(tally, stores)
