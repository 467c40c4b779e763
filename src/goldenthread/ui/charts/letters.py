"""How wide are words? The letters of Source Sans 3, so that labels are laid out without a browser."""

# In thousandths of the size, read from the variable font (SIL Open Font Licence) at the two weights in use.
# Digits and signs share one width. A letter that is not listed is taken as wide as an m's half.
REGULAR = {
    200: ' ', 246: 'i', 247: 'j', 249: '"\',.:;’·', 255: 'l', 263: 'I', 289: '!', 292: 'f', 303: '()[]',
    311: '-', 338: 't', 347: 'r', 350: '/', 419: 's', 425: '?z', 446: 'x', 456: 'c', 467: 'vy', 476:
    'Y', 479: 'J', 480: '–', 486: 'L', 494: 'F', 495: 'k', 496: 'e', 497: '$+0123456789<=>−£', 504:
    'ag', 513: 'X', 515: 'V', 527: 'E', 534: 'S', 536: 'T', 539: 'Z', 542: 'o', 543: 'A', 544: 'hu',
    547: 'n', 553: 'b', 555: 'dpq', 566: 'P', 569: 'R', 571: 'C', 579: 'K', 588: 'B', 609: '&', 615:
    'D', 617: 'G', 645: 'U', 647: 'N', 652: 'H', 664: 'OQ', 719: 'w', 727: 'M', 786: 'W', 824: '%', 829:
    'm',
}  # fmt: skip
BOLD = {
    200: ' ', 269: 'i', 270: 'j', 279: 'l', 288: '"\',.:;’·', 292: 'I', 327: '-', 328: '!', 329: 'f',
    334: '()[]', 341: '/', 372: 't', 386: 'r', 437: 's', 452: 'z', 454: '?', 465: 'c', 480: '–', 497:
    'x', 501: 'J', 508: 'y', 509: 'v', 510: 'L', 512: 'e', 513: 'Y', 517: 'F', 520: '$+0123456789<=>−£',
    522: 'a', 527: 'g', 535: 'k', 541: 'Z', 543: 'E', 546: 'V', 550: 'S', 551: 'T', 552: 'o', 554: 'X',
    562: 'u', 565: 'Ah', 566: 'n', 568: 'bdpq', 579: 'C', 589: 'P', 601: 'B', 602: 'R', 606: 'K', 630:
    'D', 633: 'G', 653: '&', 660: 'U', 661: 'N', 668: 'H', 679: 'OQ', 754: 'M', 762: 'w', 807: 'W', 849:
    '%', 850: 'm',
}  # fmt: skip
OTHER = 560

# The style sheet sets the family at 105%, at Arial's apparent size.
ADJUSTED = 1.05

WIDTHS = {
    bold: {letter: width for width, letters in table.items() for letter in letters}
    for bold, table in ((False, REGULAR), (True, BOLD))
}


def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """Pixels that `words` take on one line at `size` pixels."""
    table = WIDTHS[bold]
    return ADJUSTED * size * sum(table.get(letter, OTHER) for letter in words) / 1000


def wrapped(words: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """Lines that fit `room` pixels, broken between words; one long word stays whole."""
    lines: list[str] = []
    for word in words.split():
        if lines and width_of(f"{lines[-1]} {word}", size, bold=bold) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
