"""An hour as the sentences of scheduling say it."""


def clock(minute: int) -> str:
    """Hours and minutes; the catalogue makes the digits Persian."""
    return f"{minute // 60:02}:{minute % 60:02}"
