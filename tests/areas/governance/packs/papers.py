"""Contents as tests need them: each kind of block once, with words that try to be more than words."""

from datetime import UTC, date, datetime

from goldenthread.governance.packs import contents as c

MARKUP = '#let x = 1 *b* $y$ {{ 7*7 }} {% if %} <b>bold</b> & "quoted" \\n @ref'
ARABIC = "مرحبا بالعالم، انتظرنا سنة كاملة"
TOO_LATE = "Nobody rang back. *Nobody.*\nStill waiting."


def five_tests(
    code="P1", states=("yes", "yes", "no", "not-yet", "not-known"), words="Your plan comes in time."
):
    rows = zip(c.TESTS, states, strict=True)
    return c.Tested(
        code,
        "Your plan comes in time.",
        "Director, a council",
        tuple(c.TestRow(name, state, f"{name} says why.", "412 replies") for name, state in rows),
    )


def figure(**rest):
    given = {
        "value": "51.3%",
        "counted": "98 of 191",
        "definition": "Plans in 20 weeks, version 2",
        "as_at": "As at 31 January 2025",
        "citation": "Citation 14, journal position 18,204",
    }
    return c.Figure("Plans issued within 20 weeks", **{**given, **rest})


def table(rows=(("A milestone", "64"),), caption="Milestones past their day"):
    heads = (c.Head("Milestone", share=4), c.Head("Days late", number=True))
    return c.Table(caption, heads, tuple(rows), "No milestone is past its day.")


EVERY_BLOCK = (
    c.Heading("What families and young people say"),
    c.Quote(TOO_LATE, "Parent carer forum", "20 January 2025", "P1", "forum"),
    c.Quote(ARABIC, "A family", voice="families"),
    c.Paragraph("The seat of youth voice is empty.", "missing"),
    c.Heading("Exceptions"),
    table(),
    table(rows=(), caption="Risks"),
    c.Heading("The five tests"),
    c.AtAGlance("Every promise by its tests", (five_tests(), five_tests("P2", ("no-evidence",) * 5))),
    c.Heading("Plans", 2),
    five_tests(),
    c.Heading("Figures"),
    c.Figures("What promises rest on", (figure(), c.Figure("Waits", missing="No source yet."))),
    c.Bullets(("One", "Two")),
    c.Facts((c.Fact("As at", "3 February 2025"),)),
    c.Paragraph(MARKUP),
    c.Paragraph("Small print 😀 and 中文", "note"),
)


def paper(*blocks, **rest):
    given = {
        "kind": "board",
        "title": "Board pack",
        "subtitle": "SEND Improvement Board, Wednesday 12 February 2025",
        "partnership": "Example partnership",
        "summary": "Families say No to one promise of two.",
        "about": (c.Fact("As at", "3 February 2025"),),
        "as_at": date(2025, 2, 3),
        "made_at": datetime(2025, 2, 3, 10, 12, tzinfo=UTC),
        "blocks": blocks or EVERY_BLOCK,
        "demonstration": "A demonstration",
    }
    return c.Contents(**{**given, **rest})
