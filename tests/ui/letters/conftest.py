from tests.ui.listing.conftest import desk, filled

__all__ = ["desk", "filled"]
