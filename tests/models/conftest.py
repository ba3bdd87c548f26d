"""The bare file that tests of the core stand on."""

from tests.services.conftest import ground

__all__ = ["ground"]
