"""The one error of this package."""


class PersianValueError(ValueError):
    """A typed value cannot be read.

    `reason` is a short English key that the caller turns into a sentence. The text that was typed is never part
    of the error: it may be personal, and errors are logged.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
