"""The pages of evidence and of what is written beside a promise; and what nobody may reach through them."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

import factories
from areas.documents.files import PDF
from goldenthread.accounts.roles import Role
from goldenthread.improvement.models import Evidence, SeenBy

pytestmark = pytest.mark.django_db

FORBIDDEN, NOT_FOUND, INVALID, NOT_NOW = 403, 404, 422, 409
ADDED = date(2025, 1, 6)


@pytest.fixture(autouse=True)
def _on_the_third_of_february(always_on):
    always_on(date(2025, 2, 3))


@pytest.fixture
def as_(client):
    """`as_(role)`: a client signed in as somebody of that role."""

    def sign_in(role):
        client.force_login(factories.user(role))
        return client

    return sign_in


@pytest.fixture
def promise():
    point = factories.point("Clear the backlog", code="PA2")
    made = factories.promise("1", of=factories.organisation("A council"))
    made.answers.add(point)
    return made


def text(answer):
    return " ".join(answer.content.decode().split())


def day(name, value):
    return {f"{name}-day": value.day, f"{name}-month": value.month, f"{name}-year": value.year}


def filled_in(promise, **changed):
    said = {
        "title": "Thirty letters",
        "shows": "Nine of ten name the day",
        "provenance": "Drawn by lot",
        "seen_by": SeenBy.PUBLIC.value,
        "owner": promise.accountable_id,
        **day("happened_on", ADDED),
    }
    return said | changed


def adding(promise, kind):
    return reverse("add-evidence", args=[promise.pk]) + f"?kind={kind}"


def test_evidence_is_added_checked_by_someone_outside_and_then_counts(as_, promise):
    lead = as_(Role.IMPROVEMENT_LEAD)
    assert "No evidence counts beside this promise" in text(lead.get(reverse("promise", args=[promise.pk])))
    kinds = text(lead.get(reverse("add-evidence", args=[promise.pk])))
    assert "Nobody has confirmed these" in kinds
    page = text(lead.post(adding(promise, "audit"), filled_in(promise), follow=True))
    assert "It counts for nothing until someone outside has checked it." in page
    beside = text(lead.get(reverse("promise", args=[promise.pk])))
    assert "Counts for nothing until someone outside checks it" in beside
    item = Evidence.objects.get()
    chair = as_(Role.CHAIR)
    assert "Thirty letters" in text(chair.get(reverse("evidence-to-check")))
    checked = {"holds": "yes", "because": "I read ten of them"}
    page = text(chair.post(reverse("check-evidence", args=[item.pk]), checked, follow=True))
    assert "It counts: someone outside checked it, and it holds." in page
    assert "I read ten of them" in page
    assert "1 item, 1 checked from outside" in text(chair.get(reverse("promise", args=[promise.pk])))
    assert "Nothing waits to be checked" in text(chair.get(reverse("evidence-to-check")))


def test_who_cannot_check_an_item_is_told_why_in_plain_words(as_, promise):
    item = factories.evidence(promise)
    analyst = as_(Role.ANALYST)
    why = "This is the work of A council, and so is yours. Someone outside must check it."
    assert why in text(analyst.get(reverse("evidence-item", args=[item.pk])))
    assert why in text(analyst.get(reverse("evidence-to-check")))
    refused = analyst.get(reverse("check-evidence", args=[item.pk]))
    assert refused.status_code == FORBIDDEN
    assert why in text(refused)
    sent = analyst.post(reverse("check-evidence", args=[item.pk]), {"holds": "yes", "because": "So"})
    assert sent.status_code == FORBIDDEN
    assert not item.checks.exists()


def test_what_was_typed_is_kept_when_something_is_missing_or_refused(as_, promise):
    lead = as_(Role.IMPROVEMENT_LEAD)
    answer = lead.post(adding(promise, "audit"), filled_in(promise, title=""))
    assert answer.status_code == INVALID
    assert "Nine of ten name the day" in text(answer)
    narrow = {
        "given_by": "the mother",
        **day("given_on", ADDED),
        "covers": SeenBy.BOARDS.value,
        "kept_at": "folder 7",
        "pseudonymised": "on",
    }
    answer = lead.post(adding(promise, "case+study"), filled_in(promise, **narrow))
    assert answer.status_code == INVALID
    assert "The family agreed that it is seen by the boards, by nobody else." in text(answer)
    assert "folder 7" in text(answer)
    assert not Evidence.objects.exists()


def test_a_case_study_must_be_said_to_be_pseudonymised(as_, promise):
    answer = as_(Role.IMPROVEMENT_LEAD).post(adding(promise, "case+study"), filled_in(promise))
    assert "Tick the box to confirm that it is pseudonymised" in text(answer)
    assert not Evidence.objects.exists()


def test_a_case_study_is_added_and_where_its_consent_lies_is_for_keepers_alone(as_, promise):
    study = {
        "given_by": "the mother",
        **day("given_on", ADDED),
        "covers": SeenBy.PUBLIC.value,
        "kept_at": "folder 7",
        "pseudonymised": "on",
    }
    lead = as_(Role.IMPROVEMENT_LEAD)
    page = text(lead.post(adding(promise, "case+study"), filled_in(promise, **study), follow=True))
    assert "folder 7" in page
    item = Evidence.objects.get()
    for role in (Role.DIRECTOR, Role.CHAIR, Role.FORUM_MEMBER, Role.ANALYST):
        seen = text(as_(role).get(reverse("evidence-item", args=[item.pk])))
        assert "Given on 6 January 2025, to be seen by the public" in seen
        assert "folder 7" not in seen
        assert "the mother" not in seen


def test_a_file_goes_only_to_who_may_see_the_item(as_, promise, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    lead = as_(Role.IMPROVEMENT_LEAD)
    needs = lead.post(adding(promise, "document"), filled_in(promise))
    assert "Choose the file" in text(needs)
    file = SimpleUploadedFile("minutes.pdf", PDF, "application/pdf")
    lead.post(adding(promise, "document"), filled_in(promise, file=file, seen_by=SeenBy.KEEPERS.value))
    where = reverse("evidence-file", args=[Evidence.objects.get().pk])
    answer = lead.get(where)
    assert b"".join(answer.streaming_content) == PDF
    assert "attachment" in answer["Content-Disposition"]
    assert as_(Role.DIRECTOR).get(where).status_code == NOT_FOUND
    assert as_(Role.COORDINATOR).get(where).status_code == FORBIDDEN


def test_a_hostile_file_is_refused_with_a_sentence(as_, promise):
    file = SimpleUploadedFile("minutes.pdf", b"MZ nothing of a PDF", "application/pdf")
    answer = as_(Role.IMPROVEMENT_LEAD).post(adding(promise, "document"), filled_in(promise, file=file))
    assert answer.status_code == INVALID
    assert not Evidence.objects.exists()


def test_an_item_is_corrected_and_withdrawn(as_, promise):
    item = factories.evidence(promise, title="First", checked=True)
    lead = as_(Role.IMPROVEMENT_LEAD)
    asked = text(lead.get(reverse("correct-evidence", args=[item.pk])))
    assert 'value="First"' in asked
    lead.post(reverse("correct-evidence", args=[item.pk]), filled_in(promise, title="Second"))
    assert "It was corrected, and counts no more" in text(lead.get(reverse("evidence-item", args=[item.pk])))
    newer = Evidence.objects.get(title="Second")
    page = text(
        lead.post(reverse("withdraw-evidence", args=[newer.pk]), {"because": "Counted twice"}, follow=True)
    )
    assert "No evidence counts beside this promise" in page
    again = lead.post(reverse("withdraw-evidence", args=[newer.pk]), {"because": "Again"})
    assert again.status_code == NOT_NOW


def test_a_family_takes_back_its_consent_and_its_words_are_on_no_page(as_, promise):
    study = factories.evidence(promise, kind="case study", shows="They waited a year", checked=True)
    lead = as_(Role.IMPROVEMENT_LEAD)
    gone = {"because": "They asked us to", "consent_ended": "yes"}
    lead.post(reverse("withdraw-evidence", args=[study.pk]), gone)
    for where in (
        reverse("evidence-item", args=[study.pk]),
        reverse("promise", args=[promise.pk]),
        reverse("evidence-matrix-file"),
    ):
        assert "They waited a year" not in text(lead.get(where))
    assert lead.get(reverse("correct-evidence", args=[study.pk])).status_code == NOT_FOUND


LISTS = ("promise", "evidence-matrix", "evidence-matrix-file", "evidence-item")


@pytest.mark.parametrize(
    ("role", "sees"),
    [
        (Role.IMPROVEMENT_LEAD, {0, 1, 2, 3}),
        (Role.CHAIR, {0, 1, 2, 3}),
        (Role.DIRECTOR, {1, 2, 3}),
    ],
)
def test_no_list_file_or_address_gives_what_is_not_for_the_reader(as_, promise, role, sees):
    items = {
        level: factories.evidence(promise, title=f"Marked {level.name}", seen_by=level, checked=True)
        for level in SeenBy
    }
    reader = as_(role)
    pages = [
        reverse("promise", args=[promise.pk]),
        reverse("evidence-matrix-file"),
    ]
    for where in pages:
        shown = text(reader.get(where))
        assert {level for level in SeenBy if f"Marked {level.name}" in shown} == sees
    matrix = text(reader.get(reverse("evidence-matrix")))
    assert f"{len(sees)} audits" in matrix
    for level, item in items.items():
        answer = reader.get(reverse("evidence-item", args=[item.pk]))
        assert (answer.status_code == NOT_FOUND) == (level not in sees)


def test_the_matrix_lists_gaps_first_is_narrowed_to_a_document_and_goes_to_a_file(as_, promise):
    factories.evidence(promise, title="=HYPERLINK(1)", checked=True)
    other = factories.point("Answer every call")
    reader = as_(Role.DIRECTOR)
    page = text(reader.get(reverse("evidence-matrix")))
    assert page.index("Answer every call") < page.index("Clear the backlog")
    assert "2 things asked of the partnership. 1 without any evidence that counts." in page
    assert "Nothing promised" in page
    one = text(reader.get(reverse("evidence-matrix"), {"document": other.origin_id}))
    assert "Clear the backlog" not in one
    assert "2 things" in text(reader.get(reverse("evidence-matrix"), {"document": "x"}))
    file = reader.get(reverse("evidence-matrix-file"))
    assert file["Content-Type"].startswith("text/csv")
    lines = file.content.decode("utf-8-sig").splitlines()
    assert lines[0].startswith("Document,Date,Code,What it says")
    assert ",gap," in lines[1]
    assert "'=HYPERLINK" in lines[2]
    assert "1 audit" in page


def test_said_to_be_met_without_evidence_is_a_gap(as_, promise):
    factories.evidence(promise, checked=True)
    milestone = factories.met_milestone(promise, "Letters are out")
    page = text(as_(Role.DIRECTOR).get(reverse("promise", args=[promise.pk])))
    assert "Said to be met, with nothing that counts to show it: Letters are out." in page
    factories.evidence(promise, milestone=milestone, checked=True)
    page = text(as_(Role.DIRECTOR).get(reverse("promise", args=[promise.pk])))
    assert "Said to be met" not in page


def test_the_forum_writes_in_its_box_and_its_words_are_printed_as_they_are(as_, promise):
    where = reverse("write-for-forum", args=[promise.pk])
    forum = as_(Role.FORUM_MEMBER)
    assert forum.post(where, {"words": ""}).status_code == INVALID
    page = text(forum.post(where, {"words": "We still wait <b>. Ask us!"}, follow=True))
    assert "We still wait &lt;b&gt;. Ask us!" in page
    assert "The forum’s own words, 3 February 2025. Nobody else can change them." in page
    forum.post(where, {"words": "Some letters came."})
    page = text(forum.get(reverse("promise", args=[promise.pk])))
    assert page.index("Some letters came.") < page.index("We still wait")
    page = text(forum.post(reverse("take-back-for-forum", args=[promise.pk]), follow=True))
    assert "The forum has not written about this promise." in page
    assert "What the forum wrote before" in page
    for role in (Role.IMPROVEMENT_LEAD, Role.DIRECTOR, Role.CHAIR):
        other = as_(role)
        assert other.get(where).status_code == FORBIDDEN
        assert other.post(where, {"words": "All is well"}).status_code == FORBIDDEN
        assert "Write for the forum" not in text(other.get(reverse("promise", args=[promise.pk])))


def test_those_who_answer_for_a_promise_comment_and_change_no_test(as_, promise):
    where = reverse("comment-on-promise", args=[promise.pk])
    director = as_(Role.DIRECTOR)
    assert promise.accountable_role in text(director.get(where))
    said = {"words": "Two people left.", "role": "head of service"}
    page = text(director.post(where, said, follow=True))
    assert "Head of service, 3 February 2025." in page
    assert as_(Role.CHAIR).get(where).status_code == FORBIDDEN


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.PARENT])
def test_who_does_not_see_plans_opens_no_page_of_evidence(as_, promise, role):
    item = factories.evidence(promise)
    someone = as_(role)
    numbers = {"evidence-item": [item.pk], "evidence-file": [item.pk], "promise": [promise.pk]}
    for page in ("evidence-matrix", "evidence-matrix-file", "evidence-to-check", *numbers):
        assert someone.get(reverse(page, args=numbers.get(page))).status_code == FORBIDDEN


@pytest.mark.slow
def test_pages_of_three_thousand_items_ask_few_questions(as_, django_assert_max_num_queries):
    promise = factories.many_items(promises=80, items=3_000)
    lead = as_(Role.IMPROVEMENT_LEAD)
    for page in (
        reverse("evidence-matrix"),
        reverse("evidence-matrix-file"),
        reverse("promise", args=[promise.pk]),
        reverse("evidence-item", args=[promise.evidence_items.first().pk]),
    ):
        with django_assert_max_num_queries(20):
            assert lead.get(page).status_code == 200
