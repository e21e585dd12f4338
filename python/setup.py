"""Puts the C library and the rules into the package, so that the wheel needs nothing but the system's libraries.

They are taken from $PETIK_LIBRARY (its rules: $PETIK_RULES), else from the tree that this folder is in when it was built (make),
else from where pkg-config says that petik is installed (make install)."""
import os
import re
import shutil
import subprocess
import sys

from setuptools import Distribution, setup
from setuptools.command.bdist_wheel import bdist_wheel
from setuptools.command.build_py import build_py

HERE = os.path.dirname(os.path.abspath(__file__))
TREE = os.path.dirname(HERE)


def installed():
    """The folder that make install was given as PREFIX, or None."""
    try:
        run = subprocess.run(["pkg-config", "--variable=prefix", "petik"], capture_output=True, text=True)
    except OSError:
        return None
    return run.stdout.strip() or None if run.returncode == 0 else None


def find():
    """The library and the folder of its rules."""
    library, rules = os.environ.get("PETIK_LIBRARY"), os.environ.get("PETIK_RULES")
    if library:
        beside = os.path.join(os.path.dirname(os.path.abspath(library)), "..")
        places = [rules] if rules else [os.path.join(beside, "share", "petik", "rules"), os.path.join(beside, "rules")]
        found = [(library, place) for place in places]
    else:
        found = [(os.path.join(TREE, "build", "libpetik.so"), rules or os.path.join(TREE, "rules"))]
        prefix = installed()
        if prefix:
            found.append((os.path.join(prefix, "lib", "libpetik.so"), rules or os.path.join(prefix, "share", "petik", "rules")))
    for library, rules in found:
        if os.path.isfile(library) and os.path.isdir(os.path.join(rules, "lists")):
            return library, rules
    sys.exit("petik: no library to put into the package: build the tree with make, or make install and let pkg-config find petik, "
             "or set PETIK_LIBRARY (and PETIK_RULES)")


def version():
    """That of the library: of the tree's header, else of pkg-config."""
    try:
        with open(os.path.join(TREE, "include", "petik.h"), encoding="utf-8") as f:
            return re.search(r'#define PETIK_VERSION "(.*)"', f.read()).group(1)
    except OSError:
        return subprocess.run(["pkg-config", "--modversion", "petik"], capture_output=True, text=True, check=True).stdout.strip()


class WithLibrary(build_py):
    def run(self):
        super().run()
        library, rules = find()
        package = os.path.join(self.build_lib, "petik")
        shutil.rmtree(os.path.join(package, "rules"), ignore_errors=True)
        shutil.copyfile(os.path.realpath(library), os.path.join(package, "libpetik.so"))
        for folder, ending in ("", ".rules"), ("lists", ".txt"):
            os.makedirs(os.path.join(package, "rules", folder))
            for name in sorted(os.listdir(os.path.join(rules, folder))):
                if name.endswith(ending):
                    shutil.copyfile(os.path.join(rules, folder, name), os.path.join(package, "rules", folder, name))


class OfThisSystem(bdist_wheel):
    """Any Python 3, this system only: the library is loaded by cffi, not compiled against Python."""

    def get_tag(self):
        return ("py3", "none", super().get_tag()[2])


class WithBinary(Distribution):
    def has_ext_modules(self):
        return True


setup(version=version(), distclass=WithBinary, cmdclass={"build_py": WithLibrary, "bdist_wheel": OfThisSystem})
