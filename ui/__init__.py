"""The windows. Only this package knows Qt."""

import linecache
import sys

import shiboken6  # noqa: F401 - so that what is changed below is there, before the first of Qt's own modules

if _features := sys.modules.get("shibokensupport.feature"):
    # PySide6 reads the source of every module that is imported, to see whether it spells names in another style, and
    # Python keeps all of it: 25 MB. None does.
    _features._mod_uses_pyside = lambda _module: False  # type: ignore[attr-defined]  # noqa: SLF001
    linecache.clearcache()

if sys.version_info < (3, 12):
    # PySide6 6.12 returns None and True without taking a reference, as if they were immortal, which they are from
    # Python 3.12 on. On 3.11 every call of a void Qt method brings None nearer to its end, every emitted signal True,
    # and some ten thousand of them later the process aborts ("deallocating None", "deallocating True or False").
    # A number of references that no program can use up mends it.
    import ctypes

    for lasting in (None, True, False):
        ctypes.c_ssize_t.from_address(id(lasting)).value += 1 << 60
