"""Every component shows the values that it was given, escaped, and says in words what it means."""

import pytest
from lxml import html

from areas.ui.gallery.pages import gallery_environment
from areas.ui.reading import component, one, words
from goldenthread.ui.jinja_environment import COMPONENTS, NoSuchComponent
from goldenthread.ui.values import (
    Breach,
    Cell,
    Clock,
    Column,
    Count,
    DueDate,
    Entry,
    Figure,
    Filter,
    Link,
    Mark,
    Option,
    Page,
    Row,
    Signal,
    Step,
    Table,
    TestResult,
    Tie,
    WorkGroup,
    WorkRow,
)

HOSTILE = "<script>alert('x')</script> & \"quoted\""
LAW = Tie("SEND Regulations 2014, reg 13(2)", "/law/13-2")


def test_every_named_component_can_be_found() -> None:
    gt = gallery_environment().globals["gt"]
    for names in COMPONENTS.values():
        for name in names:
            assert callable(getattr(gt, name))


def test_an_unknown_component_names_those_that_there_are() -> None:
    with pytest.raises(NoSuchComponent, match="due_dates"):
        gallery_environment().from_string("{{ gt.nonsense() }}").render()


def test_a_tie_links_to_what_it_rests_on() -> None:
    drawn = component("tie", Tie("191 plans", "/figures/1/cases", lead="Rests on"))
    assert words(drawn) == "Rests on 191 plans"
    assert one(drawn, ".//a").get("href") == "/figures/1/cases"


def test_a_tie_without_an_address_is_not_a_link() -> None:
    assert not component("tie", Tie("our promise")).xpath(".//a")
    assert words(component("tie", None)) == ""


def test_a_late_entry_says_how_late_and_by_which_law() -> None:
    entry = Entry(
        "Advice received",
        "Wed 28 October",
        breach=Breach("26 days late", "No exception applies."),
        ties=[LAW],
        recorded="Recorded by R. Tilley",
        correction=Link("Corrected 24 August", "/c"),
    )
    drawn = one(component("line", [entry]), ".//li")
    assert "26 days late. No exception applies." in words(drawn)
    assert "Recorded by R. Tilley Corrected 24 August" in words(drawn)
    assert [link.get("href") for link in drawn.xpath(".//a")] == ["/law/13-2", "/c"]


def test_entries_ahead_and_today_are_marked() -> None:
    entries = [
        Entry("Final plan", "Due Tue", "ahead"),
        Entry("Draft", "Today", "now"),
        Entry("Request", "July"),
    ]
    classes = [item.get("class") for item in component("line", entries).xpath(".//li")]
    assert classes == ["gt-line__entry gt-line--ahead", "gt-line__entry gt-line--now", "gt-line__entry"]


def clock(today: int) -> Clock:
    marks = [Mark(0, "Request", "14 July"), Mark(140, "Final plan due", "1 December", happened=False)]
    return Clock(140, today, "Day 70 of 140.", "Due on Tuesday.", "Half of the 20 weeks", marks)


def test_the_clock_stands_at_the_real_proportion_of_days() -> None:
    drawn = component("clock", clock(70))
    assert "Day 70 of 140. Due on Tuesday." in words(drawn)
    thread = one(drawn, ".//svg")
    assert thread.get("aria-label") == "Half of the 20 weeks"
    done, ahead, now = thread.xpath("./line")
    assert (done.get("x1"), done.get("x2")) == ("0", "50.0%")
    assert (ahead.get("x1"), ahead.get("x2")) == ("50.0%", "100%")
    assert now.get("x1") == "50.0%"


def test_past_the_limit_the_bar_has_reached_its_end_and_nothing_is_ahead() -> None:
    done, now = one(component("clock", clock(217)), ".//svg").xpath("./line")
    assert (done.get("x2"), now.get("x1")) == ("100.0%", "100.0%")


def test_marks_that_would_run_into_each_other_keep_their_knots_but_not_both_names() -> None:
    marks = [
        Mark(0, "Request"),
        Mark(36, "Agreed to assess"),
        Mark(42, "Decision due"),
        Mark(140, "Final plan"),
    ]
    drawn = one(component("clock", Clock(140, 60, "", "", "x", marks)), ".//svg")
    named = [text.text for text in drawn.xpath("./text[contains(@class, 'gt-clock__name ')]")]
    assert named == ["Request", "Agreed to assess", "Final plan"]
    assert len(drawn.xpath("./circle")) == 4


def test_a_phone_names_only_the_ends_of_the_clock() -> None:
    marks = [Mark(0, "Request"), Mark(70, "Agreed to assess"), Mark(140, "Final plan")]
    drawn = one(component("clock", Clock(140, 60, "", "", "x", marks)), ".//svg")
    anywhere = drawn.xpath("./text[contains(@class, 'gt-clock__name gt-clock__name--any')]")
    assert [text.text for text in anywhere] == ["Request", "Final plan"]


@pytest.mark.parametrize(
    ("state", "says"),
    [
        ("yes", "Yes"),
        ("not-yet", "Not yet"),
        ("no", "No"),
        ("not-known", "Not known"),
        ("no-evidence", "No evidence"),
    ],
)
def test_a_state_is_said_in_words_beside_its_shape(state: str, says: str) -> None:
    drawn = component("state", state)
    assert words(drawn) == says
    assert one(drawn, ".//svg").get("aria-hidden") == "true"


def five() -> list[TestResult]:
    return [
        TestResult("Done", "yes", "All 9 milestones happened."),
        TestResult(
            "Working", "not-yet", "Rose from 26% to 46%.", "Both clocks must move.", Link("Charts", "/charts")
        ),
        TestResult("Felt", "no", "38% were kept informed."),
        TestResult("Everywhere", "no-evidence"),
        TestResult("Lasting", "not-known", "Starts when the promise is closed."),
    ]


def test_the_five_tests_break_the_thread_where_there_is_no_evidence() -> None:
    for name in ("tests", "five"):
        loose = [item.get("data-loose") is not None for item in component(name, five()).xpath(".//li")]
        assert loose == [False, False, False, True, True]


def test_the_five_tests_in_full_say_what_each_rests_on() -> None:
    drawn = component("tests", five())
    assert [words(head) for head in drawn.xpath(".//h3")] == [
        "Done Yes",
        "Working Not yet",
        "Felt No",
        "Everywhere No evidence",
        "Lasting Not known",
    ]
    assert "Nothing is attached to this test." in words(drawn)
    assert one(drawn, ".//a").get("href") == "/charts"


@pytest.mark.parametrize("kind", ["better", "worse", "steady", "few"])
def test_each_signal_has_its_own_shape_and_its_words(kind: str) -> None:
    drawn = component("signal", Signal(kind, "Better since March"))  # type: ignore[arg-type]
    assert words(drawn) == "Better since March"
    shapes = {each: html.tostring(one(component("signal", Signal(each, "x")), ".//svg")) for each in SIGNALS}  # type: ignore[arg-type]
    assert len(set(shapes.values())) == len(SIGNALS)


SIGNALS = ("better", "worse", "steady", "few")


def test_a_figure_carries_its_meaning_its_parts_and_what_it_rests_on() -> None:
    drawn = component(
        "figure",
        Figure(
            "Among plans issued",
            "51.3%",
            "in 20 weeks",
            says="What the Department publishes.",
            signal=Signal("better", "Better since March"),
            counted="98 of 191 plans issued in October.",
            as_at="As at 31 October 2026.",
            rests_on=Tie("191 plans", "/cases", lead="Rests on"),
        ),
    )
    for said in (
        "51.3% in 20 weeks",
        "98 of 191 plans issued in October. As at 31 October 2026.",
        "Rests on 191 plans",
    ):
        assert said in words(drawn)


def test_a_figure_without_a_source_says_so_and_never_nought() -> None:
    drawn = component("figure", Figure("Children waiting"))
    assert words(drawn) == "Children waiting no source yet"


def test_both_clocks_stand_in_their_order() -> None:
    drawn = component("pair", Figure("Among plans issued", "51.3%"), Figure("For children who asked", "44"))
    assert [words(head) for head in drawn.xpath(".//h3")] == ["Among plans issued", "For children who asked"]


def test_a_due_date_is_tied_to_its_law_and_a_planning_date_says_so() -> None:
    dates = [
        DueDate("Final plan", "Tue 1 December 2026", LAW),
        DueDate("Draft", "Today", note="A planning date"),
    ]
    final, draft = component("due_dates", dates).xpath(".//dl/div")
    assert words(final) == "Final plan Tue 1 December 2026 SEND Regulations 2014, reg 13(2)"
    assert words(draft) == "Draft Today A planning date"


def test_a_worklist_row_says_who_why_and_what_next() -> None:
    row = WorkRow(
        "Freddie Poole",
        "/cases/1",
        "GT-03344 · age 8",
        "11 weeks past",
        "the 20 weeks.",
        breach=True,
        ties=[LAW],
        next_step=Link("Send the letter", "/cases/1/letter"),
        next_more="Last contact: 24 days ago",
    )
    drawn = one(component("work", [row]), ".//li")
    assert words(drawn) == (
        "Freddie Poole GT-03344 · age 8 11 weeks past the 20 weeks. SEND Regulations 2014, reg 13(2) "
        "Next step for Freddie Poole: Send the letter Last contact: 24 days ago"
    )
    assert one(drawn, ".//span[@class='gt-breach']/svg").get("aria-hidden") == "true"


def test_a_work_group_has_its_count_one_bulk_act_and_the_way_to_the_others() -> None:
    group = WorkGroup(
        "Past a date in law",
        [],
        "61 children.",
        Link("Send to each", "/all"),
        Link("Show the other 51", "/more"),
    )
    drawn = component("work_group", group)
    assert words(one(drawn, ".//h2")) == "Past a date in law"
    assert [link.get("href") for link in drawn.xpath(".//a")] == ["/all", "/more"]


def test_the_panel_of_today_counts_what_it_holds() -> None:
    row = WorkRow("A", "/a", "x", "Fact")
    assert "The one thing that lessens harm most" in words(component("today", [row], Link("how", "/how")))
    assert "The two things that lessen harm most" in words(
        component("today", [row, row], Link("how", "/how"))
    )


def test_the_next_step_has_the_one_filled_button() -> None:
    drawn = component(
        "next_step", "Next: send it", "Today is the last day.", Link("Send", "/send"), Link("Other", "/o")
    )
    assert [button.get("href") for button in drawn.xpath(".//a[@class='govuk-button']")] == ["/send"]


def test_filters_keep_what_was_chosen() -> None:
    filters = [Filter("step", "Step", [Option("", "Every step"), Option("plan", "Plan", chosen=True)])]
    drawn = component("filters", filters, "/work")
    assert words(one(drawn, ".//option[@selected]")) == "Plan"
    assert one(drawn, ".//label").get("for") == one(drawn, ".//select").get("id")


def table(**changes: object) -> Table:
    values: dict[str, object] = {
        "columns": [Column("Place"), Column("Share", number=True), Column("England", number=True)],
        "rows": [["Suffolk", 12114, None], [Cell("Norfolk", "/n", "small print"), 3, "x"]],
        "caption": "Plans in time",
    } | changes
    return Table(**values)  # type: ignore[arg-type]


def test_a_table_names_its_rows_writes_thousands_and_says_what_is_missing() -> None:
    drawn = component("table", table())
    first, second = drawn.xpath(".//tbody/tr")
    assert words(one(first, "./th[@scope='row']")) == "Suffolk"
    assert [words(cell) for cell in first.xpath("./td")] == ["12,114", "–none published"]
    assert words(one(second, "./th")) == "Norfolksmall print"
    assert one(second, "./th/a").get("href") == "/n"
    assert [cell.get("data-label") for cell in second.xpath("./td")] == ["Share", "England"]
    assert words(one(drawn, ".//caption")) == "Plans in time"


def test_a_table_that_scrolls_can_be_reached_by_keyboard_and_has_a_name() -> None:
    region = one(component("table", table(narrow="scroll")), "./div")
    assert (region.get("role"), region.get("tabindex"), region.get("aria-label")) == (
        "region",
        "0",
        "Plans in time",
    )


def test_steps_say_where_one_is() -> None:
    steps = [Step("Read, done", "12,114 people", "done"), Step("Check, now", "59 rules", "now"), Step("Load")]
    items = component("steps", steps).xpath(".//li")
    assert [item.get("aria-current") for item in items] == [None, "step", None]
    assert items[0].get("data-done") is not None


def test_progress_is_a_real_progress_bar_with_its_count_in_words() -> None:
    drawn = component("progress", "people", 7842, 12114, "About 4 seconds left.")
    bar = one(drawn, ".//progress")
    assert (bar.get("value"), bar.get("max"), bar.get("aria-label")) == ("7842", "12114", "People")
    assert "7,842 of 12,114 people. About 4 seconds left." in words(drawn)


def test_a_forum_that_has_not_written_is_said_to_have_not() -> None:
    assert "The forum has not written about this promise." in words(component("forum", "From the forum", []))


def test_counts_and_rows_show_what_they_were_given() -> None:
    assert words(component("counts", [Count(12114, "people in the file")])) == "12,114 people in the file"
    row = Row(
        "Coordinator", "Ros Tilley", "Cover: Kemi Bright", link=Link("Change", "/c", about="coordinator")
    )
    assert words(component("rows", [row])) == "Coordinator Ros Tilley Cover: Kemi Bright Change coordinator"


def test_pagination_leaves_out_what_is_far_and_marks_the_current_page() -> None:
    drawn = component("pagination", Page(5, 12, "?page={page}&q=a"))
    assert [words(item) for item in drawn.xpath(".//ul/li")] == ["1", "…", "4", "5", "6", "…", "12"]
    assert one(drawn, ".//a[@aria-current='page']").get("href") == "?page=5&q=a"
    assert words(component("pagination", Page(1, 1, "?page={page}"))) == ""


def test_a_post_button_carries_the_token() -> None:
    form = one(component("post_button", "Sign out", "/sign-out/", "TOKEN", plain=True), ".//form")
    assert (form.get("method"), form.get("action")) == ("post", "/sign-out/")
    assert "TOKEN" in words(form)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("tie", [Tie(HOSTILE, HOSTILE, HOSTILE)]),
        (
            "line",
            [[Entry(HOSTILE, HOSTILE, more=HOSTILE, breach=Breach(HOSTILE, HOSTILE), recorded=HOSTILE)]],
        ),
        ("clock", [Clock(1, 1, HOSTILE, HOSTILE, HOSTILE, [Mark(0, HOSTILE, HOSTILE)])]),
        ("tests", [[TestResult("Done", "yes", HOSTILE, HOSTILE, Link(HOSTILE, HOSTILE))]]),
        ("figure", [Figure(HOSTILE, HOSTILE, HOSTILE, says=HOSTILE, counted=HOSTILE, as_at=HOSTILE)]),
        ("due_dates", [[DueDate(HOSTILE, HOSTILE, note=HOSTILE)]]),
        ("work", [[WorkRow(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, next_step=Link(HOSTILE, HOSTILE))]]),
        ("table", [Table([Column(HOSTILE)], [[Cell(HOSTILE, HOSTILE, HOSTILE)]], HOSTILE)]),
        ("banner", [HOSTILE, HOSTILE]),
        ("empty", [HOSTILE, HOSTILE]),
        ("forum", [HOSTILE, [HOSTILE], HOSTILE]),
        ("said", [HOSTILE, HOSTILE, HOSTILE]),
        ("heading", [HOSTILE, HOSTILE]),
        ("rows", [[Row(HOSTILE, HOSTILE, HOSTILE)]]),
        ("summary", [[Row(HOSTILE, HOSTILE, HOSTILE, link=Link(HOSTILE, HOSTILE))]]),
        ("filters", [[Filter(HOSTILE, HOSTILE, [Option(HOSTILE, HOSTILE)])], HOSTILE]),
        ("chip", [HOSTILE]),
        ("steps", [[Step(HOSTILE, HOSTILE)]]),
    ],
)
def test_hostile_text_is_shown_and_never_run(name: str, arguments: list[object]) -> None:
    drawn = component(name, *arguments)
    assert HOSTILE in " ".join(
        [words(drawn), *(value for each in drawn.iter() for value in each.attrib.values())]
    )
    assert not drawn.xpath(".//script")
    names = {attribute for each in drawn.iter() for attribute in each.attrib}
    assert not {attribute for attribute in names if attribute.startswith("on") or attribute == "quoted"}
