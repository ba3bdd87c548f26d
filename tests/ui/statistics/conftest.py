from tests.ui.letters.test_letter_book import keyboard, open_page
from tests.ui.listing.conftest import desk, filled

__all__ = ["desk", "filled", "keyboard", "open_page"]
