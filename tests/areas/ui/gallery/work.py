"""Example values of the pages that staff work in: worklist, case, form, load report."""

from goldenthread.ui.values import (
    Breach,
    Cell,
    Clock,
    Column,
    Count,
    DueDate,
    Entry,
    Filter,
    Link,
    Mark,
    Option,
    Page,
    Row,
    Signal,
    Step,
    Table,
    Tie,
    WorkGroup,
    WorkRow,
)
from goldenthread.ui.waiting import Watch

HERE = "#main"
ACT_42 = Tie("Children and Families Act 2014, s42", HERE)


def reg(number: str) -> Tie:
    return Tie(f"SEND Regulations 2014, reg {number}", HERE)


TODAYS_FIVE = [
    WorkRow(
        "Noah Whitcombe",
        HERE,
        "GT-03120 · age 9 · Ipswich",
        "No school place for 26 school days.",
        "Plan final since 2 October; three settings have not answered.",
        ties=[ACT_42],
        next_step=Link("Call the three settings", HERE),
        next_more="Then record what is in place meanwhile",
    ),
    WorkRow(
        "Amara Osei",
        HERE,
        "GT-02877 · age 14 · Lowestoft",
        "Speech and language therapy not given for 7 weeks.",
        "7 of 12 sessions lost this term.",
        ties=[ACT_42],
        next_step=Link("Ask the trust for a start date", HERE),
        next_more="Offer to make up the sessions",
    ),
    WorkRow(
        "Maya Denholm",
        HERE,
        "GT-04417 · age 7 · Bury St Edmunds",
        "Send the draft plan today",
        "or the final plan cannot be in time: the family has 15 days to comment.",
        ties=[reg("13(1)(a)")],
        next_step=Link("Send the draft plan", HERE),
        next_more="All five pieces of advice are in",
    ),
    WorkRow(
        "Caleb Yarrow",
        HERE,
        "GT-03391 · age 11 · Sudbury",
        "Tribunal order of 12 October",
        "gave 5 weeks to amend the plan. They end today.",
        ties=[reg("44")],
        next_step=Link("Issue the amended plan", HERE),
        next_more="Drafted; needs your check",
    ),
    WorkRow(
        "Leila Hart",
        HERE,
        "GT-01964 · age 15 · Haverhill",
        "Family wrote 12 days ago",
        "and has had no answer. Two earlier messages also waited over a week.",
        ties=[Tie("Our promise: an answer in 5 working days", HERE)],
        next_step=Link("Answer Leila’s mother", HERE),
    ),
]

GROUPS = [
    WorkGroup(
        "Children without what their plan says",
        [
            WorkRow(
                "Theo Marlowe",
                HERE,
                "GT-03702 · age 6 · Stowmarket",
                "On a part-time timetable since 9 September.",
                "Plan says full time with support.",
                ties=[ACT_42],
                next_step=Link("Call an early review", HERE),
                next_more="School asked for one on 4 November",
            ),
            WorkRow(
                "Jasmine Achebe",
                HERE,
                "GT-02215 · age 17 · Ipswich",
                "College place ended on 30 October.",
                "No other place is named.",
                ties=[ACT_42],
                next_step=Link("Consult two colleges", HERE),
                next_more="Jasmine prefers West Suffolk College",
            ),
        ],
        note="4 children, 2 shown above",
    ),
    WorkGroup(
        "Past a date in law",
        [
            WorkRow(
                "Freddie Poole",
                HERE,
                "GT-03344 · age 8 · Mildenhall",
                "11 weeks past",
                "the 20 weeks. Waits for psychology advice asked for on 12 June.",
                breach=True,
                ties=[reg("13(2)")],
                next_step=Link("Send the honest delay letter", HERE),
                next_more="Last contact with the family: 24 days ago",
            ),
            WorkRow(
                "Zara Quint",
                HERE,
                "GT-03398 · age 5 · Newmarket",
                "9 weeks past",
                "the 20 weeks. Draft is out; family asked for changes on 6 November.",
                breach=True,
                ties=[reg("13(2)")],
                next_step=Link("Answer the family’s 4 comments", HERE),
            ),
            WorkRow(
                "Oliver Tansley",
                HERE,
                "GT-00871 · age 13 · Bury St Edmunds",
                "20 days past",
                "the 4 weeks to decide after a review meeting.",
                breach=True,
                ties=[reg("20(10)")],
                next_step=Link("Decide: amend, keep or cease", HERE),
                next_more="Meeting held 29 September; report is in",
            ),
        ],
        note="61 children. 38 wait for an educational psychologist.",
        act=Link("Send an honest delay letter to each", HERE),
        others=Link("Show the other 58 past a date", HERE),
    ),
    WorkGroup(
        "Due in the next 7 days",
        [
            WorkRow(
                "Isla Fenwick",
                HERE,
                "GT-04611 · age 4 · Haverhill",
                "Decide by Wed 18 November",
                "whether to assess. Panel papers are ready.",
                ties=[reg("5(1)")],
                next_step=Link("Record the panel’s decision", HERE),
            ),
            WorkRow(
                "Marcus Bell",
                HERE,
                "GT-02040 · age 10 · Sudbury",
                "Invite by Fri 20 November",
                "for the review on 4 December: people need two weeks’ notice.",
                ties=[reg("20(3)")],
                next_step=Link("Send 6 invitations", HERE),
            ),
        ],
        note="6 children",
    ),
]

WORKLIST = {
    "held": "Monday 16 November 2026. You hold 248 children; 61 are past a date in law. "
    "Kemi Bright covers for you.",
    "todays_five": TODAYS_FIVE,
    "groups": GROUPS,
    "explained": Link("how we order work", HERE),
    "filters": [
        Filter("step", "Step", [Option("", "Every step"), Option("a", "Assessment"), Option("p", "Plan")]),
        Filter("waits", "Waiting for", [Option("", "Anyone"), Option("me", "Me", chosen=True)]),
        Filter("order", "Order", [Option("", "Harm, then date"), Option("law", "Date in law")]),
    ],
    "page": Page(3, 12, "?page={page}"),
}

CLOCK = Clock(
    length=140,
    today=125,
    headline="Day 125 of 140.",
    says="The final plan is due on Tuesday 1 December 2026, in 15 days.",
    described="The 20 weeks from request to final plan. Today is day 125 of 140; agreed to assess on day 37, "
    "advice was due on day 79.",
    marks=[
        Mark(0, "Request", "14 July"),
        Mark(37, "Agreed to assess", "20 Aug, in time"),
        Mark(80, "Advice due", "2 Oct, one late"),
        Mark(140, "Final plan due", "1 December", happened=False),
    ],
)
LATE_CLOCK = Clock(
    length=140,
    today=217,
    headline="11 weeks past the 20 weeks.",
    says="The final plan was due on Tuesday 1 September 2026.",
    described="The 20 weeks from request to final plan have passed. Today is day 217.",
    marks=[
        Mark(0, "Request", "14 April"),
        Mark(36, "Agreed to assess", "20 May"),
        Mark(42, "Decision due", "26 May"),
        Mark(140, "Final plan was due", "1 September", happened=False),
    ],
)

CASE = {
    "name": "Maya Denholm",
    "caption": "GT-04417 · born 3 May 2019, age 7 · Year 3, Abbots Green",
    "above": Link("My work", HERE),
    "clocks": [CLOCK],
    "next": {
        "title": "Next: send the draft plan to the family",
        "why": "Today is the last day that leaves the family 15 days to comment before 1 December. "
        "The draft is checked; names and dates of birth inside it match this case.",
        "act": Link("Send the draft plan", HERE),
        "other": Link("Record something else that happened", HERE),
    },
    "thread_title": "Maya’s thread",
    "entries": [
        Entry("Final plan sent", "Due Tue 1 December 2026", "ahead", ties=[reg("13(2)")]),
        Entry(
            "Family comments on the draft, asks for a school",
            "Until Mon 30 November, if the draft goes today",
            "ahead",
            ties=[reg("13(1)(a)")],
        ),
        Entry(
            "Draft plan ready to send",
            "Today, Mon 16 November",
            "now",
            recorded="Drafted by A. Penrose, checked by R. Tilley",
        ),
        Entry(
            "Educational psychologist’s advice received",
            "Wed 28 October",
            breach=Breach(
                "26 days late",
                "It was due on Fri 2 October. No exception applies: a waiting list is not one.",
            ),
            ties=[reg("8(1)")],
            recorded="Recorded by R. Tilley on 28 October at 15:02",
        ),
        Entry(
            "Told the family that one advice is late, and why",
            "Tue 6 October",
            more="Honest delay letter by e-mail. Opened the same day.",
            recorded="Sent by R. Tilley",
        ),
        Entry(
            "Four pieces of advice received, in time",
            "24 September to 1 October",
            more="School, speech and language therapist, paediatrician, social care.",
        ),
        Entry(
            "Advice asked for from five people",
            "Fri 21 August",
            recorded="Recorded 21 August.",
            correction=Link("Corrected 24 August", HERE),
            because="The paediatrician had been left out.",
        ),
        Entry(
            "Agreed to assess, family told the same day",
            "Thu 20 August",
            more="Day 37. Due by Tue 25 August.",
            ties=[reg("5(1)")],
        ),
        Entry(
            "Maya’s mother asked for an assessment, by e-mail",
            "Tue 14 July",
            recorded="The clock starts. Recorded by the front door team at 09:40",
        ),
    ],
    "due_dates": [
        DueDate(
            "Draft plan, at the latest",
            "Today, Mon 16 November",
            note="A planning date: leaves 15 days to comment",
        ),
        DueDate("Final plan", "Tue 1 December 2026", Tie("reg 13(2)", HERE)),
        DueDate(
            "Psychologist’s advice",
            "Fri 2 October 2026",
            Tie("reg 8(1)", HERE),
            breach=Breach("26 days late"),
        ),
        DueDate(
            "Answer Helen’s message of 12 November",
            "Thu 19 November",
            Tie("our promise: 5 working days", HERE),
        ),
    ],
    "people": [
        Row("Coordinator", "Ros Tilley", "Cover: Kemi Bright"),
        Row(
            "Mother", "Helen Denholm", "Has parental responsibility. Prefers e-mail. Last contact 12 November"
        ),
        Row("Father", "Tom Denholm", "Has parental responsibility. Gets copies"),
        Row("School", "Abbots Green Primary", "SENCO: J. Ellis"),
        Row("Psychologist", "Dr H. Marsh"),
    ],
    "links": [Link("Documents (14)", HERE), Link("Contacts (23)", HERE), Link("Export the chronology", HERE)],
}

FORM = {
    "title": "Record that the draft plan was sent",
    "caption": "Maya Denholm · GT-04417",
    "above": Link("Maya Denholm", HERE),
    "says": "Record what really happened, also if it was late. We mark what broke a limit; "
    "we do not refuse it.",
    "act": "Record it",
    "changes": {
        "fact": "What this changes.",
        "more": "Sent today, the family’s 15 days end on Mon 30 November and the final plan can go on "
        "Tue 1 December, in time. Sent tomorrow, it cannot.",
        "to": reg("13(1)(a) and 13(2)"),
    },
}

READING = {
    "title": "Checking the file",
    "caption": "SEN2 2025 · sen2-935-2025.xml · 41 MB",
    "says": "Nothing is loaded until you say so. You may leave this page: the report waits under Returns.",
    "progress": {"label": "people", "done": 7842, "of": 12114, "left": "About 4 seconds left."},
    "watch": Watch(refreshes=True, seconds=5),
    "steps": [
        Step("Read, done", "12,114 people in 9 seconds", "done"),
        Step("Check, now", "59 rules", "now"),
        Step("Decide", "What to set aside"),
        Step("Match people", "By agreeing numbers only"),
        Step("Load", "One step, can be undone"),
    ],
}
LOAD_REPORT = {
    "title": "127 records need you before they can be loaded",
    "caption": "SEN2 2025 · sen2-935-2025.xml · 41 MB",
    "says": "The other 11,987 were read without findings that stop them. Nothing was changed in this file. "
    "What it says is kept as declared on census day, 16 January 2025.",
    "records_shown": "1 to 3 of 127",
    "downloads": [Link("CSV", HERE), Link("Without names", HERE)],
    "not_claimed": "We do not say that a file is valid. The Department’s own rule list for 2025 is not "
    "confirmed here: these are our 59 checks.",
    "basis": Link("What each one rests on", HERE),
    "steps": [
        Step("Read, done", "12,114 people", "done"),
        Step("Checked, done", "59 rules, 214 findings", "done"),
        Step("Decide, you are here", "127 records", "now"),
        Step("Match people", "After you decide"),
        Step("Load", "One step, can be undone"),
    ],
    "counts": [
        Count(12114, "people in the file"),
        Count(11987, "ready to load"),
        Count(127, "set aside"),
        Count(87, "to look at, do not stop a load"),
    ],
    "by_rule": Table(
        [
            Column("Rule"),
            Column("What is wrong", label="Wrong"),
            Column("How to mend it", label="Mend"),
            Column("Records", number=True),
            Column("Effect"),
        ],
        [
            [Cell(code, HERE), wrong, mend, number, Cell(chip=effect, alarming=effect == "Set aside")]
            for code, wrong, mend, number, effect in [
                (
                    "D-03",
                    "No UPN, no ULN and no reason why",
                    "Add the number, or a reason: UN1 to UN10",
                    64,
                    "Set aside",
                ),
                (
                    "D-11",
                    "An outcome without its date",
                    "Add the date on which the family was told",
                    38,
                    "Set aside",
                ),
                (
                    "D-16",
                    "Agreed to assess, but no assessment follows",
                    "Add the assessment, or change the outcome",
                    19,
                    "Set aside",
                ),
                (
                    "D-13",
                    "An outcome dated before the request",
                    "Check both dates: day and month may be swapped",
                    6,
                    "Set aside",
                ),
                (
                    "D-05",
                    "UN1 given for a child of 6 or over",
                    "Look up the UPN with the school",
                    52,
                    "Look at it",
                ),
                ("D-07", "Two people share one UPN", "Decide whether they are one child", 35, "Look at it"),
            ]
        ],
        caption="Findings by rule",
        caption_shown=False,
    ),
    "records": Table(
        [Column("Record"), Column("Element"), Column("Found"), Column("Rule"), Column("Fix")],
        [
            [
                Cell("Person 88", HERE, "line 4,120"),
                Cell("RequestOutcomeDate", break_anywhere=True),
                "(empty)",
                "D-11",
                "Outcome is Y. Give the date",
            ],
            [
                Cell("Person 131", HERE, "line 6,077"),
                Cell("UPN", break_anywhere=True),
                "A12345",
                "D-03",
                "13 characters; this has 6",
            ],
            [
                Cell("Person 412", HERE, "line 19,304"),
                Cell("RequestOutcomeDate", break_anywhere=True),
                "2024-03-02",
                "D-13",
                "Before the request, 2024-03-05",
            ],
        ],
        caption="Records with findings",
        caption_shown=False,
        plain_names=True,
    ),
    "page": Page(1, 43, "?page={page}"),
}

NOBODY_WAITS = {"held": "Monday 16 November 2026. You hold no children yet.", "todays_five": [], "groups": []}

COMPONENTS = {
    "tie": reg("13(2)"),
    "late_clock": LATE_CLOCK,
    "signals": [
        Signal("better", "Better since March"),
        Signal("worse", "Worse"),
        Signal("steady", "No change"),
        Signal("few", "6 quarters only"),
    ],
    "entries": CASE["entries"],
    "people": CASE["people"],
    "links": CASE["links"],
    "page": Page(7, 12, "?page={page}"),
    "wide_table": Table(
        [Column("Area"), *(Column(str(year), number=True) for year in range(2014, 2027))],
        [["Suffolk", *range(5400, 5413)], ["East of England", *range(61400, 61412), None]],
        caption="Children with a plan",
        narrow="scroll",
        plain_names=True,
    ),
}
