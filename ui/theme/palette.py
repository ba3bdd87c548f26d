"""The colours of the program as data: light and dark, each also in the colours of practice mode (P-44)."""

from typing import Literal, NamedTuple

Tone = Literal["accent", "attention", "danger", "information", "quiet"]


class Colours(NamedTuple):
    """One complete set of colours, `#RRGGBB`. A test holds every text and ground pair to a contrast of 4.5."""

    page: str
    surface: str
    raised: str
    hover: str
    line: str
    field_line: str
    text: str
    quiet: str
    accent: str
    accent_hover: str
    accent_pressed: str
    accent_soft: str
    on_accent: str
    attention: str
    attention_soft: str
    danger: str
    danger_hover: str
    danger_soft: str
    on_danger: str
    information: str
    information_soft: str
    quiet_soft: str
    rail: str
    rail_text: str
    rail_quiet: str
    rail_hover: str
    rail_selected: str
    selection: str
    shadow: str
    dark: bool

    def tone(self, tone: str) -> tuple[str, str]:
        """Text and ground of a tone; a tone that does not exist is a bug and raises KeyError."""
        return {
            "accent": (self.accent, self.accent_soft),
            "attention": (self.attention, self.attention_soft),
            "danger": (self.danger, self.danger_soft),
            "information": (self.information, self.information_soft),
            "quiet": (self.quiet, self.quiet_soft),
        }[tone]


LIGHT = Colours(
    page="#F5F6F8",
    surface="#FFFFFF",
    raised="#FFFFFF",
    hover="#F0F3F5",
    line="#E2E6EB",
    field_line="#CDD4DC",
    text="#1A232E",
    quiet="#5B6876",
    accent="#17695F",
    accent_hover="#1C7B6F",
    accent_pressed="#115049",
    accent_soft="#E3F1EE",
    on_accent="#FFFFFF",
    attention="#9A5B00",
    attention_soft="#FDF1DC",
    danger="#B3261E",
    danger_hover="#C5362D",
    danger_soft="#FBE9E7",
    on_danger="#FFFFFF",
    information="#1F5FA8",
    information_soft="#E6EFF9",
    quiet_soft="#EEF1F4",
    rail="#12312D",
    rail_text="#FFFFFF",
    rail_quiet="#B9CECA",
    rail_hover="#1A3F3A",
    rail_selected="#1F4C45",
    selection="#CFE7E2",
    shadow="#1A232E",
    dark=False,
)

DARK = Colours(
    page="#12161B",
    surface="#1A2027",
    raised="#212932",
    hover="#232B34",
    line="#2A323C",
    field_line="#3A4552",
    text="#E7ECF2",
    quiet="#9AA8B6",
    accent="#5CC3B2",
    accent_hover="#6FD0C0",
    accent_pressed="#49AD9D",
    accent_soft="#17352F",
    on_accent="#0A1F1C",
    attention="#F0B35A",
    attention_soft="#33270F",
    danger="#FF8A80",
    danger_hover="#FF9F97",
    danger_soft="#3A1B19",
    on_danger="#2B0D0A",
    information="#82B4F2",
    information_soft="#172940",
    quiet_soft="#262E37",
    rail="#0C1514",
    rail_text="#F2F7F6",
    rail_quiet="#A7BDB9",
    rail_hover="#12211F",
    rail_selected="#18332F",
    selection="#1F4A43",
    shadow="#000000",
    dark=True,
)

_PRACTICE_LIGHT = LIGHT._replace(
    accent="#7A2E6B",
    accent_hover="#8C3B7C",
    accent_pressed="#5E2152",
    accent_soft="#F7E8F4",
    selection="#EBD3E6",
    rail="#3B1735",
    rail_quiet="#DDC4D7",
    rail_hover="#4A2043",
    rail_selected="#5A2952",
)

_PRACTICE_DARK = DARK._replace(
    accent="#E39AD2",
    accent_hover="#EBADDC",
    accent_pressed="#CF84BE",
    accent_soft="#3A1A33",
    on_accent="#2A0F24",
    selection="#522548",
    rail="#1E0C1B",
    rail_quiet="#C9AEC3",
    rail_hover="#2B1327",
    rail_selected="#3D1C37",
)


def colours(dark: bool, practice: bool = False) -> Colours:
    if practice:
        return _PRACTICE_DARK if dark else _PRACTICE_LIGHT
    return DARK if dark else LIGHT


def contrast(first: str, second: str) -> float:
    """The WCAG contrast ratio of two colours, 1 to 21."""
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    def linear(part: str) -> float:
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(colour[start : start + 2]) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def text_pairs(c: Colours) -> list[tuple[str, str]]:
    """Every pair of text and ground that the style sheet or a painted widget may put together."""
    grounds = (c.page, c.surface, c.raised, c.hover)
    pairs = [(text, ground) for text in (c.text, c.quiet, c.accent, c.danger) for ground in grounds]
    tones = [c.tone(tone) for tone in ("accent", "attention", "danger", "information", "quiet")]
    pairs += [*tones, *((text, c.surface) for text, _ in tones)]
    pairs += [(c.on_accent, ground) for ground in (c.accent, c.accent_hover, c.accent_pressed)]
    pairs += [(c.on_danger, ground) for ground in (c.danger, c.danger_hover)]
    pairs += [(c.text, ground) for ground in (c.selection, c.quiet_soft, c.accent_soft, c.attention_soft)]
    pairs += [(c.text, ground) for ground in (c.danger_soft, c.information_soft)]
    rails = (c.rail, c.rail_hover, c.rail_selected)
    pairs += [(text, ground) for text in (c.rail_text, c.rail_quiet) for ground in rails]
    return pairs
