"""A form asks as GOV.UK does, says in plain English what is wrong, and gives back what was typed."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms import CharField

from areas.ui.gallery.forms import EveryKindForm, RecordForm, record_form
from areas.ui.reading import one, parsed, words
from goldenthread.ui import dates, fields
from goldenthread.ui.forms import Form

TODAY = date(2026, 11, 16)


class DayForm(Form):
    on = dates.DateField(
        label="When was it sent?",
        called="the day it was sent",
        today=lambda: TODAY,
        not_before=lambda: date(2014, 9, 1),
    )


def sent(day: str, month: str, year: str) -> DayForm:
    return DayForm({"on-day": day, "on-month": month, "on-year": year})


@pytest.mark.parametrize(
    ("typed", "problem", "wrong"),
    [
        (("", "", ""), "Enter the day it was sent", {"day", "month", "year"}),
        (("17", "", "2026"), "The day it was sent must include a month", {"month"}),
        (("", "", "2026"), "The day it was sent must include a day and month", {"day", "month"}),
        (("1", "11", "26"), "The day it was sent must have a year of 4 numbers, like 2026", {"year"}),
        (("1", "13", "2026"), "The day it was sent must have a real month, from 1 to 12", {"month"}),
        (("1", "Novembre", "2026"), "The day it was sent must have a real month, from 1 to 12", {"month"}),
        (("31", "11", "2025"), "The day it was sent must be a real date", {"day", "month", "year"}),
        (("x", "11", "2025"), "The day it was sent must be a real date", {"day", "month", "year"}),
        (("17", "11", "2026"), "The day it was sent must be today or earlier", {"day", "month", "year"}),
        (
            ("1", "8", "2014"),
            "The day it was sent must be on or after 1 September 2014",
            {"day", "month", "year"},
        ),
    ],
)
def test_each_way_to_miss_a_date_has_its_own_sentence(
    typed: tuple[str, str, str], problem: str, wrong: set[str]
) -> None:
    form = sent(*typed)
    assert form.errors == {"on": [problem]}
    drawn = parsed(str(form["on"]))
    boxes = {part: one(drawn, f".//input[@id='id_on-{part}']") for part in ("day", "month", "year")}
    assert [box.get("value") or "" for box in boxes.values()] == list(typed)
    assert {part for part, box in boxes.items() if "govuk-input--error" in box.get("class")} == wrong
    first = next(part for part in ("day", "month", "year") if part in wrong)
    assert one(parsed(str(form.error_summary())), ".//ul//a").get("href") == f"#id_on-{first}"


@pytest.mark.parametrize(
    "typed", [("16", "11", "2026"), (" 16 ", "11", "2026"), ("16", "Nov", "2026"), ("16", "november", "2026")]
)
def test_a_date_may_name_its_month(typed: tuple[str, str, str]) -> None:
    form = sent(*typed)
    assert form.is_valid(), form.errors
    assert form.cleaned_data == {"on": TODAY}


def test_29_february_is_a_day_in_leap_years_only() -> None:
    assert sent("29", "2", "2024").is_valid()
    assert not sent("29", "2", "2025").is_valid()


def test_an_optional_date_may_be_left_empty_but_not_half_filled() -> None:
    class Optional(Form):
        on = dates.DateField(label="When?", called="the day", required=False)

    assert Optional({}).is_valid()
    assert Optional({}).errors == {}
    assert Optional({"on-day": "1"}).errors == {"on": ["The day must include a month and year"]}


def test_a_date_that_was_there_before_stands_in_the_boxes() -> None:
    drawn = parsed(str(DayForm(initial={"on": date(2026, 3, 9)})["on"]))
    assert [box.get("value") for box in drawn.xpath(".//input")] == ["9", "3", "2026"]


def test_the_example_form_names_both_mistakes_and_keeps_what_was_typed() -> None:
    form = record_form()
    summary = parsed(str(form.error_summary()))
    assert [words(link) for link in summary.xpath(".//ul//a")] == [
        "The day it was sent must be today or earlier",
        "Choose who it was sent to",
    ]
    assert [link.get("href") for link in summary.xpath(".//ul//a")] == ["#id_sent_on-day", "#id_sent_to"]
    drawn = parsed(str(form.fieldsets()))
    for link in summary.xpath(".//ul//a"):
        one(drawn, f".//*[@id='{link.get('href')[1:]}']")
    assert "go through section F" in one(drawn, ".//textarea").text


def test_the_summary_takes_the_focus_without_script() -> None:
    box = one(parsed(str(record_form().error_summary())), "./div")
    assert (box.get("tabindex"), box.get("autofocus")) == ("-1", "true")


def test_a_form_without_mistakes_has_no_summary() -> None:
    assert str(RecordForm().error_summary()) == ""


def test_a_question_with_several_boxes_is_a_fieldset_described_by_hint_and_problem() -> None:
    fieldset = one(parsed(str(record_form()["sent_on"])), ".//fieldset")
    assert words(one(fieldset, "./legend")) == "When was it sent?"
    described_by = fieldset.get("aria-describedby").split()
    assert [words(one(fieldset, f".//*[@id='{each}']")) for each in described_by] == [
        "For example, 16 11 2026",
        "Error: The day it was sent must be today or earlier",
    ]


GOOD = {
    "name": "Abbots Green",
    "email": "office@example.com",
    "places": "1,200",
    "kind": "special",
    "phase": "primary",
    "sure": "on",
}
XML = SimpleUploadedFile("return.xml", b"<x/>")


def test_every_kind_of_field_gives_a_clean_value() -> None:
    form = EveryKindForm(GOOD, {"file": XML})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["places"] == 1200
    assert form.cleaned_data["kind"] == "special"
    assert form.cleaned_data["sure"] is True


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("name", "", "Enter the name of the setting"),
        ("name", "x" * 41, "The name of the setting must be 40 characters or fewer; you have 41"),
        ("email", "", "Enter the e-mail address"),
        ("email", "office", "The e-mail address must be like name@example.com"),
        ("places", "", "Enter the number of places"),
        ("places", "twelve", "The number of places must be a whole number, like 12"),
        ("places", "0", "The number of places must be 1 or more"),
        ("kind", "", "Choose the kind of setting"),
        ("kind", "castle", "Choose the kind of setting from the list"),
        ("phase", "", "Choose the phase"),
        ("sure", "", "Tick the box to confirm the address"),
    ],
)
def test_what_is_wrong_is_said_in_plain_english_and_what_was_typed_comes_back(
    name: str, value: str, problem: str
) -> None:
    form = EveryKindForm({**GOOD, name: value}, {"file": XML})
    assert form.errors == {name: [problem]}
    drawn = parsed(str(form[name]))
    assert "govuk-form-group--error" in one(drawn, "./div").get("class")
    assert words(one(drawn, ".//p[@class='govuk-error-message']")) == f"Error: {problem}"
    box = drawn.xpath(".//input | .//select")[0]
    if name in ("name", "email", "places"):
        assert "govuk-input--error" in box.get("class")
        assert (box.get("value") or "") == value


@pytest.mark.parametrize(
    ("file", "problem"),
    [
        (None, "Choose the file"),
        (SimpleUploadedFile("return.xml", b""), "The file is empty"),
        (SimpleUploadedFile("return.exe", b"MZ"), "The file must end in .xml or .zip"),
    ],
)
def test_a_file_is_refused_by_name_and_emptiness(file: Any, problem: str) -> None:
    form = EveryKindForm(GOOD, {"file": file} if file else {})
    assert form.errors == {"file": [problem]}


def test_a_file_that_is_too_large_is_refused_with_the_limit_in_words() -> None:
    class Small(Form):
        file = fields.FileField(label="File", called="the file", largest=2_000_000)

    heavy = SimpleUploadedFile("a.xml", b"x" * 2_000_001)
    assert Small({}, {"file": heavy}).errors == {"file": ["The file must be smaller than 2 MB"]}


def test_choices_keep_their_hints_and_what_was_chosen() -> None:
    drawn = parsed(str(EveryKindForm({**GOOD, "name": ""})["kind"]))
    checked = one(drawn, ".//input[@checked]")
    assert checked.get("value") == "special"
    hint = one(drawn, f".//*[@id='{checked.get('aria-describedby')}']")
    assert words(hint) == "Also a school for one kind of need"
    assert words(one(parsed(str(EveryKindForm(GOOD)["phase"])), ".//option[@selected]")) == "Primary"


def test_hostile_text_comes_back_as_text() -> None:
    hostile = '<script>alert(1)</script>\n  two spaces & "quotes"'
    form = RecordForm({"because": hostile, "sent_on-day": '"><script>'})
    drawn = parsed(str(form.fieldsets()))
    assert not drawn.xpath(".//script")
    assert one(drawn, ".//textarea").text == hostile
    assert one(drawn, ".//input[@id='id_sent_on-day']").get("value") == '"><script>'


def test_a_plain_django_field_is_refused_with_the_way_out() -> None:
    class Plain(Form):
        name = CharField()

    with pytest.raises(TypeError, match=r"goldenthread\.ui\.fields"):
        str(Plain()["name"])
