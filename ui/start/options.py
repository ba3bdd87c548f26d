"""What a start was asked for."""

from pathlib import Path
from typing import NamedTuple

from ui.theme.style import Scheme


class Options(NamedTuple):
    """`data`: the folder, None for the usual one. `play`: where to leave the story's pictures and papers.

    `verify`: only check papers, whose file it may name (an empty path where it does not).
    """

    data: Path | None = None
    demo: bool = False
    play: Path | None = None
    scale: float = 1.0
    scheme: Scheme = "system"
    verify: Path | None = None


def data_folder_of(options: Options) -> Path:
    """The folder of this start: as asked, or the person's own application data; the demo has one of its own."""
    if options.data is not None:
        return options.data.expanduser()
    from platformdirs import user_data_path

    usual = user_data_path("Sazesh", appauthor=False, roaming=False)
    return usual.with_name("Sazesh-demo") if options.demo else usual
