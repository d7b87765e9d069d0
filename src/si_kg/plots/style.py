"""How every picture looks: colours that all eyes tell apart, one typeface, readable sizes."""

from textwrap import wrap

INK, QUIET, LINE, FAINT, PAPER = "#1a1a1a", "#595959", "#8c8c8c", "#f6f6f6", "#ffffff"
# one hue, from light to dark: the order is seen in black-and-white print too
SHADES = ("#d9e8f5", "#9ecae1", "#3f7fb5", "#08306b")
# Okabe and Ito's colours, which differ for colour-blind people as well
BLUE, ORANGE, GREEN, VERMILLION = "#0072b2", "#e69f00", "#009e73", "#d55e00"
ACCENT = BLUE

SMALL, NORMAL, LARGE, HEADING = 10, 12, 14, 19
PADDING = 24
_FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
_WIDTH_OF_A_LETTER = 0.52
_LONGEST_WORD = 26
# where black and white letters stand out equally
_BLACK, _TURNING_POINT, _WEIGHTS = "#000000", 0.179, (0.2126, 0.7152, 0.0722)

CONFIG = {
    # a picture carries one text alternative of its own; labels on every mark would drown it
    "aria": False,
    "font": _FONT,
    "view": {"stroke": None},
    "title": {
        "anchor": "start",
        "frame": "bounds",
        "color": INK,
        "fontSize": HEADING,
        "fontWeight": "bold",
        "subtitleColor": QUIET,
        "subtitleFontSize": NORMAL,
        "subtitleLineHeight": 17,
        "subtitlePadding": 8,
        "offset": 18,
    },
    "text": {"color": INK, "fontSize": NORMAL, "lineBreak": "\n", "baseline": "middle"},
}


def shade(place: int, of: int) -> str:
    """The shade of the place (from 0) among `of` places in a row, from light to dark.

    >>> shade(0, 6), shade(5, 6), shade(0, 1)
    ('#d9e8f5', '#08306b', '#d9e8f5')
    """
    share = place / max(of - 1, 1) * (len(SHADES) - 1)
    low = min(int(share), len(SHADES) - 2)
    pairs = zip(_parts(SHADES[low]), _parts(SHADES[low + 1]), strict=True)
    mixed = (round(one + (other - one) * (share - low)) for one, other in pairs)
    return "#" + "".join(f"{part:02x}" for part in mixed)


def width_of(text: str, size: int = NORMAL) -> float:
    """About how many pixels the widest line of `text` takes."""
    return max(map(len, text.split("\n"))) * size * _WIDTH_OF_A_LETTER


def folded(text: str, width: float, size: int = NORMAL) -> str:
    """`text` over lines that fit in `width` pixels.

    A long word sticks out, rather than being broken where no word breaks; a monster is broken.
    """
    longest = max(map(len, text.split()), default=0)
    letters = max(int(width / (size * _WIDTH_OF_A_LETTER)), min(longest, _LONGEST_WORD), 1)
    return "\n".join(wrap(text, letters))


def readable_on(colour: str) -> str:
    """The colour of letters on this one, black or white, whichever stands out more.

    >>> readable_on("#08306b"), readable_on("#d9e8f5")
    ('#ffffff', '#000000')
    """
    # relative luminance as WCAG defines it, with its curve made a power
    linear = [(part / 255) ** 2.2 for part in _parts(colour)]
    luminance = sum(weight * part for weight, part in zip(_WEIGHTS, linear, strict=True))
    return _BLACK if luminance > _TURNING_POINT else PAPER


def _parts(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return red, green, blue
