"""Example values of the pages about figures: a measure beside other areas, the public page, a promise."""

from goldenthread.ui.charts.sparkline import Noise, sparkline
from goldenthread.ui.charts.stacked_bars import Bar, stacked_bars
from goldenthread.ui.charts.strip import Kind, Place, Reference, strip
from goldenthread.ui.charts.time_series import Band, Series, time_series
from goldenthread.ui.values import (
    Cell,
    Chart,
    Column,
    Figure,
    Filter,
    Link,
    Option,
    Row,
    Signal,
    Step,
    Table,
    TestResult,
    Tie,
)

HERE = "#main"
SOURCE = Tie("Department for Education, EHC plans 2025, table of timeliness", HERE, lead="Source")
YEARS = ["2019", "2020", "2021", "2022", "2023", "2024"]
SUFFOLK = [33.8, 80.1, 88.3, 22.7, 3.9, 25.4]
ENGLAND = [58.7, 55.6, 57.9, 47.7, 49.1, 45.9]
REGION = [50.2, 49.0, 47.1, 38.9, 30.2, 36.0]
OF_100 = "Of 100 plans issued, sent within 20 weeks"


def yearly() -> Chart:
    drawing = time_series(
        YEARS,
        Series("Suffolk", SUFFOLK),
        [Series("England", ENGLAND)],
        title="Suffolk: 33.8, 80.1, 88.3, 22.7, 3.9 and 25.4 of 100 plans in time in 2019 to 2024. England: "
        "58.7, 55.6, 57.9, 47.7, 49.1 and 45.9.",
    )
    rows = [list(row) for row in zip(YEARS, SUFFOLK, ENGLAND, strict=True)]
    columns = [Column("Year"), Column("Suffolk", number=True), Column("England", number=True)]
    table = Table(columns, rows, caption=OF_100, narrow="scroll", plain_names=True)
    return Chart(
        "Plans sent within 20 weeks, each year",
        "Of 100 plans issued. The law says 20 weeks.",
        drawing,
        SOURCE,
        table,
    )


def beside_others() -> Chart:
    low, high = [20.4, 31.0, 25.5, 15.2, 20.1, 28.3], [81.0, 85.2, 90.6, 77.3, 80.0, 82.9]
    drawing = time_series(
        YEARS,
        Series("Suffolk", SUFFOLK),
        [Series("England", ENGLAND), Series("East of England", REGION)],
        band=Band("Ten neighbours", low, high),
        title="Suffolk fell from 88.3 of 100 plans in time in 2021 to 3.9 in 2023, below all ten neighbours; "
        "25.4 in 2024. England 45.9.",
    )
    columns = [
        Column("Year"),
        *(Column(name, number=True) for name in ("Suffolk", "East of England", "England")),
    ]
    rows: list[list[str | float | None]] = [
        list(row) for row in zip(YEARS, SUFFOLK, [None, *REGION[1:]], ENGLAND, strict=True)
    ]
    return Chart(
        "Suffolk fell below all ten neighbours in 2023, and is still among the lowest",
        "Of 100 plans issued, sent within 20 weeks. Tinted: lowest to highest of ten statistical neighbours.",
        drawing,
        SOURCE,
        Table(columns, rows, caption=OF_100, narrow="scroll", plain_names=True),
    )


def every_area() -> Chart:
    others: list[Kind] = ["other", "other", "other", "alike"]
    places = [
        Place(
            f"Area {number}",
            (number * 37 + number * number * 3) % 96 + 0.5 * (number % 7),
            others[number % 14 % 4],
        )
        for number in range(151)
    ]
    drawing = strip(
        [*places, Place("Suffolk", 25.4, "ours")],
        reference=Reference("England", 45.9),
        title="Suffolk, 25.4, is lower than 113 of 152 areas. England 45.9.",
    )
    return Chart(
        "113 of 152 areas sent a larger share in time",
        "Each ring is an area in 2024; darker dots are Suffolk’s ten statistical neighbours.",
        drawing,
        SOURCE,
    )


def placements() -> Chart:
    bars = [
        Bar("Suffolk", [41, 33, 18, 8]),
        Bar("East of England", [44, 34, 17, 5]),
        Bar("England", [43, 36, 18, 3]),
    ]
    names = ["Mainstream school", "Special school", "College", "Elsewhere, or none"]
    drawing = stacked_bars(
        names, bars, title="Of 100 plans in Suffolk 41 are in mainstream schools, 33 in special schools."
    )
    return Chart(
        "41 of 100 are in mainstream schools, near the average",
        "Where children with a plan learn.",
        drawing,
        SOURCE,
    )


MEASURE = {
    "title": "Plans sent within 20 weeks",
    "caption": "Measure · timeliness",
    "above": Link("Figures", HERE),
    "finding": "Among plans issued, a quarter were in time in 2024: more than in 2023, fewer than most.",
    "law": Tie("SEND Regulations 2014, reg 13(2)", HERE, lead="The limit is 20 weeks from the request"),
    "filters": [Filter("year", "Year", [Option("2024", "2024", chosen=True), Option("2023", "2023")])],
    "figures": [
        Figure(
            "Suffolk, 2024",
            "25.4%",
            "240 of 945 plans",
            says="Higher than in 2023 by 21.5 points.",
            counted="Plans issued in the calendar year 2024, without exceptions.",
            as_at="As at 16 January 2025.",
            rests_on=SOURCE,
        ),
        Figure(
            "For children who asked",
            missing="no source yet",
            says="The Department publishes no figure for children who asked. It comes from our own record.",
        ),
    ],
    "charts": [beside_others(), every_area(), placements()],
    "comparison": Table(
        [
            Column("Area"),
            Column("In time", number=True),
            Column("Plans issued", number=True),
            Column("Share", number=True),
            Column("24 months"),
            Column("Signal"),
        ],
        [
            [
                "Suffolk",
                240,
                945,
                "25.4%",
                Cell(
                    drawing=sparkline(
                        [4, 5, 3, 4, 6, 4, 5, 4, 5, 12, 18, 25],
                        label="Suffolk, 12 months",
                        signal="better",
                        noise=Noise(4.5, 2, 7),
                    )
                ),
                Cell(signal=Signal("better", "Better")),
            ],
            [
                Cell("Norfolk", HERE),
                512,
                1204,
                "42.5%",
                Cell(
                    drawing=sparkline(
                        [50, 48, 51, 47, 49, 50, 46, 44, 43, 42, 42, 40],
                        label="Norfolk, 12 months",
                        signal="worse",
                        noise=Noise(49, 46, 52),
                    )
                ),
                Cell(signal=Signal("worse", "Worse")),
            ],
            [
                Cell("Somerset", HERE, "fewer than 5, not shown"),
                None,
                811,
                None,
                Cell(drawing=sparkline([50, 48, None, 47], label="Somerset, 4 years")),
                Cell(signal=Signal("few", "4 years only")),
            ],
            [
                Cell("England", HERE),
                38_291,
                83_424,
                "45.9%",
                Cell(
                    drawing=sparkline(
                        [46, 47, 46, 45, 46, 47, 46, 45, 46, 47, 46, 46],
                        label="England, 12 months",
                        noise=Noise(46, 44, 48),
                    )
                ),
                Cell(signal=Signal("steady", "No change")),
            ],
        ],
        caption="Plans in time, 2024",
    ),
    "notes": "A signal is a change larger than the measure’s own noise. No signal, no colour.",
    "definition": [
        Row("Counts", "Plans issued in the year whose final plan was sent within 20 weeks of the request"),
        Row("Out of", "All first plans issued in the year", "Plans moved in from another area are left out"),
        Row("Exceptions", "Left out of this figure", tie=Tie("SEND Regulations 2014, reg 10(4)", HERE)),
        Row("Owner", "Head of SEND casework"),
    ],
    "downloads": [Link("Download CSV", HERE), Link("Download charts (SVG)", HERE)],
}

TESTS = [
    TestResult(
        "Done",
        "yes",
        "All 9 milestones happened. Two were later than first promised.",
        link=Link("Milestones", HERE),
    ),
    TestResult(
        "Working",
        "not-yet",
        "Plans in 20 weeks rose from 26% to 46% of those issued, more than noise.",
        "Both clocks must move. Refusals did not rise.",
        Link("Charts and definition", HERE),
    ),
    TestResult(
        "Felt", "no", "38% of families said they were kept informed.", "412 of 2,168 families answered (19%)."
    ),
    TestResult("Everywhere", "no-evidence"),
    TestResult("Lasting", "not-known", "This starts when the promise is closed, and runs for two years."),
]

NOT_STARTED = [
    TestResult("Done", "no"),
    TestResult("Working", "no-evidence"),
    TestResult("Felt", "no-evidence"),
    TestResult("Everywhere", "no-evidence"),
    TestResult("Lasting", "not-known"),
]

PUBLIC = {
    "title": "What we promised, and how it is going",
    "intro": "In January 2024 inspectors found widespread failings for children with special educational "
    "needs and disabilities in Suffolk. We made 12 promises.",
    "stands": "None is yet felt by families everywhere.",
    "more": "Two are working. One was done and has slipped back. We say so here, as our board sees it.",
    "chart": yearly(),
    "beside": [
        "Suffolk was good at this in 2021 and lost it within two years. So we watch every promise "
        "for two years after it is met.",
        "This figure counts plans that were sent. It falls while old cases are cleared.",
    ],
    "promises": [
        {
            "title": "Your child’s plan comes when the law says it must",
            "href": HERE,
            "says": "More plans are on time. Families do not feel it yet, and Lowestoft is behind.",
            "results": TESTS,
        },
        {
            "title": "Help to prepare for adult life starts at 14",
            "href": HERE,
            "says": "Not started. It was promised for September 2025.",
            "results": NOT_STARTED,
        },
    ],
    "figures": [
        Figure(
            "Children with a plan",
            "8,837",
            "in January 2025",
            says="More than ever before: 5,412 in 2020.",
            counted="Counted on census day.",
            rests_on=SOURCE,
        ),
        Figure(
            "Waiting more than a year",
            says="There were too few to show without telling who they are.",
            missing="fewer than 5, not shown",
            rests_on=SOURCE,
        ),
    ],
    "released": "Released on 6 November 2026.",
}

CHAIN = [
    Step("Finding, January 2024", "PA2: timeliness and quality of the whole process"),
    Step("Required, January 2026", "Backlog cleared; timeliness above the national average"),
    Step("Promise", "Plans within 20 weeks, for every child", "now"),
    Step("Evidence", "5 items, 4 checked by someone outside the team"),
]
PROMISE = {
    "chain": CHAIN,
    "chain_links": {"Evidence": Link("Evidence", HERE)},
    "results": TESTS,
    "forum": [
        "We see plans coming sooner and we say thank you to the staff who did that.",
        "Come and sit with us.",
    ],
}
PERSONAS = {
    "groups": [
        (
            "The council’s team",
            [
                {
                    "value": 1,
                    "text": "Ros Tilley, coordinator",
                    "hint": "248 children, 61 of them late. Starts at My work",
                },
                {
                    "value": 2,
                    "text": "Kemi Bright, team manager",
                    "hint": "The West team’s flow, lateness and caseloads",
                },
                {"value": 3, "text": "Sam Ferris, analyst", "hint": "Loads the SEN2 file; builds measures"},
            ],
        ),
        (
            "Those who lead and judge",
            [
                {"value": 4, "text": "Director of children’s services", "hint": "Area overview; promises"},
                {"value": 5, "text": "Parent carer forum", "hint": ""},
            ],
        ),
    ],
    "name": "persona",
    "everyone": Link("the public page", HERE),
}
