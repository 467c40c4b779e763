"""Which colours there are: the names and values of scss/_palette.scss, for what Python draws."""

INK = "#1b2530"
INK_SOFT = "#4b5563"
GREY = "#8b95a1"
RULE = "#c9cfd1"
MIST = "#f3f6f5"
PAPER = "#ffffff"
SPRUCE = "#17414a"
SPRUCE_DARK = "#0d2b32"
SPRUCE_MID = "#3f7480"
SPRUCE_TINT = "#e4eeee"
LINK = "#0b5b73"
LINK_VISITED = "#5a3c7c"
ACTION = "#12625a"
THREAD = "#b07a00"
THREAD_TEXT = "#765000"
THREAD_BRIGHT = "#f2bd48"
LINEN = "#fbf5e6"
YES = "#1c6b3f"
YES_TINT = "#e6f2ea"
NO = "#b0241c"
NO_TINT = "#fbeae8"
NOT_YET = "#2a5a9c"
NOT_YET_TINT = "#e8eff8"
UNKNOWN = "#5a6472"
UNKNOWN_TINT = "#eef0f2"
FOCUS = "#ffdd00"
FOCUS_INK = "#0b0c0c"


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, from 0 (black) to 1 (white), as WCAG 2.2 defines it."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, from 1 to 21, as WCAG 2.2 defines it."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
