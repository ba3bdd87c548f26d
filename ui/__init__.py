"""The windows. Only this package knows Qt."""

import sys

if sys.version_info < (3, 12):
    # PySide6 6.12 returns None without taking a reference, as if it were immortal, which it is from Python 3.12
    # on. On 3.11 every call of a void Qt method brings None nearer to its end, and some ten thousand calls later
    # the process aborts ("deallocating None"). A number of references that no program can use up mends it.
    import ctypes

    ctypes.c_ssize_t.from_address(id(None)).value += 1 << 60
