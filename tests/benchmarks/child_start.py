"""The program from its process to the sign-in window: prints the moment when that is first painted."""

import sys

from main import main
from tests.benchmarks.first_paint import tell_first_paint
from ui.sign_in.sign_in_page import SignInPage

if __name__ == "__main__":
    tell_first_paint(SignInPage)
    sys.exit(main(["--data", sys.argv[1], "--scheme", "light"]))
