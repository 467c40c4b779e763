"""The pages of documents that judge the partnership, as their readers use them."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

import factories
from goldenthread.accounts.roles import Role
from goldenthread.improvement.actions import origins as actions
from goldenthread.improvement.actions.origins import OriginDetails, PointDetails
from goldenthread.improvement.models import Origin, Point, PointKind, PointTie
from goldenthread.organisations.models import Organisation, OrganisationKind

pytestmark = pytest.mark.django_db

DETAILS = {
    "kind": "review",
    "title": "Second review",
    "speaker": "Department for Education",
    "happened_on-day": "3",
    "happened_on-month": "1",
    "happened_on-year": "2025",
    "precision": "day",
    "source": "",
    "summary": "",
    "letter": "",
}
LETTER = (
    "Families still wait. The partnership must publish its plan by 1 June 2025. "
    "We are pleased with governance."
)


@pytest.fixture
def lead():
    return factories.user(Role.IMPROVEMENT_LEAD)


@pytest.fixture
def at_work(client, lead):
    client.force_login(lead)
    return client


def kept(by, year=2019, words="Plans are late"):
    details = OriginDetails(Origin.Kind.INSPECTION, f"Inspection of {year}", "Ofsted", date(year, 1, 30))
    origin = actions.add_origin(details, by=by.scope())
    return actions.add_point(origin, PointDetails(PointKind.FINDING, words), by=by.scope())


def text(answer):
    return " ".join(answer.content.decode().split())


def test_an_empty_list_says_how_to_begin(at_work):
    assert "Begin with the newest letter" in text(at_work.get(reverse("origins")))


def test_a_pasted_letter_leads_to_its_sentences_and_those_to_points(at_work):
    answer = at_work.post(reverse("add-origin"), {**DETAILS, "letter": LETTER}, follow=True)
    assert "Sentences 1 to 3 of 3 sentences" in text(answer)
    assert "it says “must”" in text(answer)
    origin = Origin.objects.get()
    decided = {
        "says-1": "concern",
        "says-2": "requirement",
        "by-2-day": "1",
        "by-2-month": "6",
        "by-2-year": "2025",
        "says-3": "nothing",
    }
    page = text(at_work.post(reverse("read-origin", args=[origin.pk]), decided, follow=True))
    assert "1 June 2025" in page
    assert "The letter is read to its end" in page
    assert {point.kind for point in Point.objects.all()} == {"concern", "requirement"}


def test_a_long_letter_is_read_in_parts_and_taken_up_where_it_was_left(at_work):
    letter = " ".join(f"Sentence number {number} worries us." for number in range(1, 13))
    at_work.post(reverse("add-origin"), {**DETAILS, "letter": letter})
    origin = Origin.objects.get()
    address = reverse("read-origin", args=[origin.pk])
    at_work.post(address, {f"says-{number}": "nothing" for number in range(1, 11)})
    assert "Sentences 11 to 12 of 12" in text(at_work.get(address))
    assert "2 of 12 sentences of the letter still wait" in text(
        at_work.get(reverse("origin", args=[origin.pk]))
    )
    assert "Letters are not read to their end" in text(at_work.get(reverse("review-brief")))


def test_a_text_file_serves_as_well_as_pasting(at_work):
    file = SimpleUploadedFile("letter.txt", LETTER.encode("utf-8-sig"))
    at_work.post(reverse("add-origin"), {**DETAILS, "letter_file": file})
    assert Origin.objects.get().letter == LETTER


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"title": ""}, "Enter the title"),
        ({"happened_on-year": "2031"}, "must be today or earlier"),
        ({"letter_file": SimpleUploadedFile("letter.txt", b"\xff\xfe\x00")}, "not plain text"),
        ({"letter_file": SimpleUploadedFile("letter.pdf", b"%PDF")}, ".txt"),
    ],
)
def test_a_wrong_answer_is_said_and_what_was_typed_comes_back(at_work, change, problem):
    answer = at_work.post(reverse("add-origin"), {**DETAILS, "speaker": "The scrutiny committee", **change})
    assert answer.status_code == 422
    assert problem in text(answer)
    assert "The scrutiny committee" in text(answer)
    assert not Origin.objects.exists()


def test_a_letter_is_pasted_or_chosen_not_both(at_work):
    file = SimpleUploadedFile("letter.txt", b"Another letter.")
    answer = at_work.post(reverse("add-origin"), {**DETAILS, "letter": LETTER, "letter_file": file})
    assert "not both" in text(answer)


def test_a_point_is_added_completed_tied_and_untied(at_work, lead):
    before = kept(lead, 2019)
    council = Organisation.objects.create(name="A council", kind=OrganisationKind.COUNCIL)
    later = kept(lead, 2023).origin
    typed = {"kind": "finding", "words": "Plans are still late", "code": "PA2", "responsible": [council.pk]}
    at_work.post(reverse("add-point", args=[later.pk]), typed)
    point = Point.objects.get(code="PA2")
    at_work.post(reverse("complete-point", args=[point.pk]), {"code": "PA3", "responsible": [council.pk]})
    tie = {"earlier": before.pk, "how": "sharpens", "because": "the same clock"}
    page = text(at_work.post(reverse("tie-point", args=[point.pk]), tie, follow=True))
    assert "PA3" in page
    assert "A council" in page
    assert "Raised twice since 2019." in page
    undo = reverse("untie-points", args=[PointTie.objects.get().pk])
    assert "Plans are late" in text(at_work.get(undo))
    assert "Raised once, in 2023." in text(at_work.post(undo, {"because": "another clock"}, follow=True))


def test_a_day_on_what_is_no_requirement_is_refused(at_work, lead):
    origin = kept(lead).origin
    typed = {
        "kind": "praise",
        "words": "Well done",
        "due_on-day": "1",
        "due_on-month": "6",
        "due_on-year": "2025",
    }
    answer = at_work.post(reverse("add-point", args=[origin.pk]), typed)
    assert answer.status_code == 422
    assert "Only a requirement has a day" in text(answer)


def test_the_forum_reads_and_is_offered_no_forms(client, lead):
    point = kept(lead)
    client.force_login(factories.user(Role.FORUM_MEMBER))
    for name, arguments in [("origins", []), ("origin", [point.origin_id]), ("point", [point.pk])]:
        page = text(client.get(reverse(name, args=arguments)))
        assert reverse("add-origin") not in page
        assert reverse("tie-point", args=[point.pk]) not in page
    assert "Plans are late" in text(client.get(reverse("review-brief")))


def test_words_of_a_letter_are_shown_as_words(at_work, lead):
    point = kept(lead, words="<script>alert(1)</script>")
    assert "<script>" not in text(at_work.get(reverse("point", args=[point.pk])))


@pytest.mark.parametrize("name", ["origin", "read-origin", "add-point"])
def test_a_document_that_is_not_there_is_not_found(at_work, name):
    assert at_work.get(reverse(name, args=[404])).status_code == 404


def test_pages_cost_the_same_however_much_was_said(at_work, lead, django_assert_max_num_queries):
    for year in range(2010, 2022):
        kept(lead, year)
    with django_assert_max_num_queries(10):
        at_work.get(reverse("origins"))
    with django_assert_max_num_queries(10):
        at_work.get(reverse("review-brief"))
