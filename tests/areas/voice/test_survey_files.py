"""Answers as a spreadsheet: taken whole or not at all, and each row says why."""

from datetime import date

import pytest

import factories
from goldenthread.accounts.roles import Role
from goldenthread.audit.errors import NotPermitted
from goldenthread.documents import spreadsheets
from goldenthread.voice import queries, survey_file
from goldenthread.voice.actions.survey_files import FileRefused, bring_answers
from goldenthread.voice.models import Answer, Question
from goldenthread.voice.tallies import Tally

ASKED = ["Communication", "Are you kept informed?", "yes"]


def written(*rows, columns=survey_file.COLUMNS):
    return spreadsheets.as_csv(columns, rows)


def problems(*rows, replies=200, columns=survey_file.COLUMNS):
    _, found = survey_file.read("answers.csv", written(*rows, columns=columns), replies=replies)
    return [(one.row, one.column) for one in found]


def row(*counts, dimension="", group="", asked=ASKED):
    return [*asked, dimension, group, *(str(count) for count in counts)]


def test_a_whole_file_has_nothing_wrong():
    assert problems(row(100, 80, 20), row(60, 40, 10, dimension="district", group="Ipswich")) == []


def test_an_excel_file_reads_as_its_csv_does():
    rows = [row(100, 80, 20), row(60, 40, 10, dimension="district", group="Ipswich")]
    book = spreadsheets.as_excel(survey_file.COLUMNS, rows, sheet="Answers")
    from_excel, _ = survey_file.read("answers.xlsx", book, replies=200)
    from_csv, _ = survey_file.read("answers.csv", written(*rows), replies=200)
    assert from_excel == from_csv


def test_a_column_of_comments_is_refused_and_says_why():
    columns = (*survey_file.COLUMNS, "comments")
    _, (found,) = survey_file.read(
        "answers.csv", written([*row(1, 1, 1), "My son Ben …"], columns=columns), replies=200
    )
    assert (found.row, found.column) == (1, "comments")
    assert "personal data" in found.fix


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([row(100, 81, 20)], [(2, "favourable")]),
        ([row(100, "most", 20)], [(2, "unfavourable")]),
        ([row(100, "", 20)], [(2, "unfavourable")]),
        ([row(100, -1, 20)], [(2, "unfavourable")]),
        ([row(1, 1, 1, asked=["", "Why?", ""])], [(2, "theme")]),
        ([row(1, 1, 1, asked=["…", "Why?", ""])], [(2, "theme")]),
        ([row(1, 1, 1, asked=["Theme", "Why?", "perhaps"])], [(2, "overall")]),
        ([row(1, 1, 1, asked=["Theme", "x" * 501, ""])], [(2, "question")]),
        ([row(1, 1, 1), row(1, 1, 1)], [(3, "question")]),
        ([row(1, 1, 1, dimension="district", group="Ipswich")], [(2, "question")]),
        ([row(1, 1, 1), row(1, 1, 1, dimension="district")], [(3, "group")]),
        ([row(1, 1, 1), row(1, 1, 1, dimension="star sign", group="Leo")], [(3, "dimension")]),
        ([row(1, 1, 1), row(2, 0, 1, dimension="district", group="Ipswich")], [(3, "favourable")]),
        ([row(1, 1, 1), row(1, 1, 1, asked=["Another", ASKED[1], ""])], [(3, "question"), (3, "theme")]),
        ([row(1, 1, 1), row(1, 1, 1, asked=["communication", "Why?", ""])], [(3, "theme")]),
        ([row(1, 1, 1), row(1, 1, 1, asked=["Communication", "Why?", "yes"])], [(3, "overall")]),
    ],
)
def test_each_fault_is_named_by_row_and_column(rows, found):
    assert problems(*rows) == found


@pytest.mark.parametrize("content", [b"", b"\x00\x01", "theme;question".encode("utf-16"), b"PK\x03\x04"])
def test_what_is_no_spreadsheet_is_refused_with_a_sentence(content):
    for name in ("answers.csv", "answers.xlsx"):
        rows, found = survey_file.read(name, content, replies=200)
        assert not rows
        assert found[0].fix


def test_a_heading_alone_is_refused():
    assert problems() == [(0, "")]


@pytest.fixture
def lead():
    return factories.scope(Role.IMPROVEMENT_LEAD)


@pytest.fixture
def bring(lead):
    def act(survey, *rows):
        read, found = survey_file.read("answers.csv", written(*rows), replies=survey.replies)
        assert not found
        return [one.says for one in bring_answers(survey, read, by=lead)]

    return act


@pytest.mark.django_db
def test_brought_answers_stand_in_the_survey(lead, bring):
    survey = factories.survey()
    assert bring(survey, row(100, 80, 20), row(60, 40, 10, dimension="district", group="Ipswich")) == [
        "Added.",
        "Added.",
    ]
    question = Question.objects.get()
    assert (question.theme, question.is_overall) == ("Communication", True)
    assert queries.answers(lead, [question.pk])[question.pk].everyone == Tally(100, 80, 20)


@pytest.mark.django_db
def test_the_same_file_again_changes_nothing(bring):
    survey = factories.survey()
    bring(survey, row(100, 80, 20))
    assert bring(survey, row(100, 80, 20)) == ["As it was."]
    assert Answer.objects.count() == 1


@pytest.mark.django_db
def test_a_question_brought_again_is_taken_whole(lead, bring):
    survey = factories.survey()
    bring(survey, row(100, 80, 20), row(60, 40, 10, dimension="district", group="Ipswich"))
    assert bring(survey, row(99, 80, 20)) == ["Changed: it was 100, 80 and 20."]
    question = Question.objects.get()
    found = queries.answers(lead, [question.pk])[question.pk]
    assert (found.everyone, found.groups) == (Tally(99, 80, 20), {})


@pytest.mark.django_db
def test_questions_tie_to_the_same_words_in_the_survey_before(bring):
    before = factories.survey("2023")
    bring(before, row(50, 100, 20))
    bring(
        factories.survey("2024", before=before),
        row(100, 80, 20, asked=["Talking", "ARE you kept informed?", ""]),
    )
    assert Question.objects.get(survey__title="2024").before == Question.objects.get(survey=before)


@pytest.mark.django_db
def test_another_question_can_become_the_one_on_the_whole(bring):
    survey = factories.survey()
    bring(survey, row(100, 80, 20))
    asked = [ASKED[0], ASKED[1], "no"]
    bring(survey, row(100, 80, 20, asked=asked), row(50, 60, 70, asked=["The whole", "How is it?", "yes"]))
    assert Question.objects.get(is_overall=True).words == "How is it?"


@pytest.mark.django_db
def test_what_contradicts_the_survey_leaves_all_as_it_was(lead, bring):
    survey = factories.survey()
    bring(survey, row(100, 80, 20))
    rows, _ = survey_file.read(
        "answers.csv",
        written(
            row(5, 5, 5, asked=["Waiting", "How long did you wait?", ""]),
            row(5, 5, 5, asked=["Another", ASKED[1], ""]),
            row(5, 5, 5, asked=["communication", "Third?", "yes"]),
        ),
        replies=200,
    )
    with pytest.raises(FileRefused) as refused:
        bring_answers(survey, rows, by=lead)
    assert [(one.row, one.column) for one in refused.value.problems] == [
        (3, "theme"),
        (4, "theme"),
        (4, "overall"),
    ]
    assert Question.objects.count() == 1


@pytest.mark.django_db
def test_whoever_only_reads_brings_nothing():
    survey = factories.survey(closed_on=date(2024, 12, 1))
    with pytest.raises(NotPermitted):
        bring_answers(survey, [], by=factories.scope(Role.FORUM_MEMBER))
