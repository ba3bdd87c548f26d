"""The windows. Only this package knows Qt."""

import sys

if sys.version_info < (3, 12):
    # PySide6 6.12 returns None and True without taking a reference, as if they were immortal, which they are from
    # Python 3.12 on. On 3.11 every call of a void Qt method brings None nearer to its end, every emitted signal True,
    # and some ten thousand of them later the process aborts ("deallocating None", "deallocating True or False").
    # A number of references that no program can use up mends it.
    import ctypes

    for lasting in (None, True, False):
        ctypes.c_ssize_t.from_address(id(lasting)).value += 1 << 60
