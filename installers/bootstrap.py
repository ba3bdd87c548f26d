"""Set-up in one command: `bootstrap.py run` opens Sazesh, `bootstrap.py test` passes every check.

Needs nothing but Python 3.11 to 3.14. An older Python must be able to read this file, so that it can say so.
"""

import sys

if not (3, 11) <= sys.version_info[:2] <= (3, 14):
    sys.exit("Sazesh needs Python 3.11, 3.12, 3.13 or 3.14; this is Python " + sys.version.split()[0] + ".")

if __name__ == "__main__":
    from pathlib import Path

    sys.path[0] = str(Path(__file__).resolve().parent.parent)

    from installers.commands import main

    sys.exit(main(sys.argv[1:]))
