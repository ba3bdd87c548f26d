"""The program from its process to the sign-in window: prints the moment when that is first painted."""

import gc
import sys
from pathlib import Path


def main(folder: str) -> int:
    gc.disable()  # as main.py begins
    from tests.benchmarks.first_paint import tell_first_paint
    from ui import app
    from ui.sign_in.sign_in_page import SignInPage

    tell_first_paint(SignInPage)
    return app.run(data=Path(folder), scheme="light")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
