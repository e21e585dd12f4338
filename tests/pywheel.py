# SPDX-License-Identifier: MIT
"""A virtual environment with the Python package's wheel in it, and pytest run there.

The environment is made once for each change of its requirements; the wheel is built and installed anew each time. Where the package index
cannot be reached, all is skipped."""
import glob
import os
import re
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TREE = os.path.dirname(HERE)
PACKAGE = os.path.join(TREE, "python")
# What pip says where there is no network; a version that is not there lists others ("from versions: 1.0, …") and is a failure.
UNREACHABLE = re.compile(r"from versions: none|ConnectionError|NewConnectionError|ConnectTimeout|Temporary failure|"
                         r"Could not fetch URL|Network is unreachable|ProxyError|Read timed out")


def run(*command, **more):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, text=True,
                          errors="replace", **more)


def pip(venv, *arguments, **more):
    return run(os.path.join(venv, "bin", "python"), "-m", "pip", "--disable-pip-version-check", *arguments, **more)


def prepare(venv, requirements):
    """What went wrong, or None."""
    stamp = os.path.join(venv, "petik-requirements.txt")
    with open(requirements, encoding="utf-8") as f:
        wanted = f.read()
    if os.path.exists(stamp):
        with open(stamp, encoding="utf-8") as f:
            if f.read() == wanted:
                return None
    made = run(sys.executable, "-m", "venv", "--clear", venv)
    if made.returncode == 0:
        made = pip(venv, "install", "--quiet", "--retries", "1", "--timeout", "20", "-r", requirements)
    if made.returncode != 0:
        return made.stdout
    with open(stamp, "w", encoding="utf-8") as f:
        f.write(wanted)
    return None


def install(venv, library):
    """Builds the wheel from a copy of the package, so that the tree stays as it is, and installs it; what was said when it fails."""
    work = os.path.join(venv, "petik-work")
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(PACKAGE, os.path.join(work, "python"), ignore=shutil.ignore_patterns("build", "*.egg-info", "__pycache__", "tests"))
    shutil.copytree(os.path.join(TREE, "include"), os.path.join(work, "include"))
    env = {**os.environ, "PETIK_LIBRARY": library, "PETIK_RULES": os.path.join(TREE, "rules")}
    built = pip(venv, "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", work, os.path.join(work, "python"), env=env)
    wheels = glob.glob(os.path.join(work, "petik-*.whl"))
    if built.returncode != 0 or len(wheels) != 1:
        return built.stdout or "no wheel"
    done = pip(venv, "install", "--quiet", "--no-deps", "--no-index", "--force-reinstall", wheels[0])
    return done.stdout if done.returncode != 0 else None


def ready(tally, venv, library, requirements):
    """The environment with the wheel in it; otherwise ends the program."""
    said = prepare(venv, requirements)
    if said and UNREACHABLE.search(said):
        tally.skip("the package index cannot be reached")
        tally.finish()
    if not tally.check(not said, f"installing {os.path.relpath(requirements, TREE)}", said):
        tally.finish()
    said = install(venv, library)
    if not tally.check(not said, "building and installing the wheel", said):
        tally.finish()


def pytest(tally, venv, petik, folder, told, *more):
    """Runs the tests in a folder of the package against the program petik; prints lines that match told."""
    env = {k: v for k, v in os.environ.items() if k not in ("PETIK_LIBRARY", "PETIK_RULES", "PYTHONPATH")}
    env.update(PETIK=petik, PYTHONDONTWRITEBYTECODE="1")
    done = run(os.path.join(venv, "bin", "python"), "-m", "pytest", "-q", "-s", "-rs", "-p", "no:cacheprovider", *more, folder, cwd=PACKAGE, env=env)
    counted = {word: int(n) for n, word in re.findall(r"(\d+) (passed|failed|skipped|error)", done.stdout.rstrip().rsplit("\n", 1)[-1])}
    failed = counted.get("failed", 0) + counted.get("error", 0)
    if done.returncode != 0 and not failed:
        failed = 1
    for line in re.findall(rf"^(?:{told}|SKIPPED .*)$", done.stdout, re.M):
        print(f"{tally.name}: {line}", flush=True)
    if failed:
        print(done.stdout[-6000:], flush=True)
    tally.add(counted.get("passed", 0), failed, counted.get("skipped", 0))
