"""The program rolefit, for scripts: run it with ``subprocess`` and read its JSON.

``program()`` is the path of the program that this package installed; ``python -m rolefit``
runs it.
"""

import os
import sysconfig
from importlib import metadata

__all__ = ["program"]


def program() -> str:
    """The path of the installed program.

    Raises FileNotFoundError if it is in none of the places where installers put it.
    """
    name = "rolefit.exe" if os.name == "nt" else "rolefit"
    places = list(_places(name))
    for place in places:
        if os.path.isfile(place):
            return place
    looked = ", ".join(os.path.dirname(place) for place in places)
    raise FileNotFoundError(
        "the program %s is in none of %s: install rolefit anew with pip" % (name, looked)
    )


def _places(name):
    # What the installer wrote down is right in nearly every case.
    try:
        files = metadata.files(__name__) or []
    except metadata.PackageNotFoundError:
        files = []
    for file in files:
        if file.name == name:
            yield os.path.normpath(str(file.locate()))
    yield os.path.join(sysconfig.get_path("scripts"), name)
    user = os.name + "_user"
    if user in sysconfig.get_scheme_names():
        yield os.path.join(sysconfig.get_path("scripts", user), name)
    # `pip install --target`.
    beside = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    yield os.path.join(beside, "bin", name)
