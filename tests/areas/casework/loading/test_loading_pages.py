"""The pages by which a return is brought: what was found, the choice, and who may."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

import factories
from goldenthread.accounts.roles import Role
from goldenthread.casework.loading.jobs import load_return
from goldenthread.casework.models import Return
from goldenthread.organisations.models import Setting
from signing_in import sign_in_afresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def analyst(client):
    sign_in_afresh(client, factories.user(Role.ANALYST))
    return client


def text_of(response):
    return response.content.decode()


def upload(client, path):
    file = SimpleUploadedFile(path.name, path.read_bytes())
    return client.post(reverse("bring-return"), {"files_of_return": file})


def test_a_return_is_brought_read_in_the_background_and_reported(analyst, sixty):
    response = upload(analyst, sixty)
    source = Return.objects.get()
    assert response.url == reverse("return", args=[source.pk])
    waiting = analyst.get(response.url)
    assert "Reading the return" in text_of(waiting)
    assert waiting.headers["Refresh"] == "2"
    job = ProcrastinateJob.objects.get(task_name="casework.load_return")
    load_return(**job.args)
    assert "60 people loaded" in text_of(analyst.get(response.url))
    assert source.file_name in text_of(analyst.get(reverse("returns")))


def test_the_same_file_again_comes_back_with_the_reason(analyst, sixty):
    upload(analyst, sixty)
    response = upload(analyst, sixty)
    assert response.status_code == 422
    assert "This return is here already" in text_of(response)


def test_an_xml_file_is_not_taken_together_with_others(analyst, sixty):
    files = [SimpleUploadedFile("a.xml", b"<a/>"), SimpleUploadedFile("b.csv", b"a")]
    response = analyst.post(reverse("bring-return"), {"files_of_return": files})
    assert response.status_code == 422
    assert "Choose one XML file alone" in text_of(response)


@pytest.mark.parametrize("name", ["return.exe", "return.xml.zip"])
def test_a_file_of_another_kind_is_refused_by_name(analyst, name):
    file = SimpleUploadedFile(name, b"PK")
    response = analyst.post(reverse("bring-return"), {"files_of_return": file})
    assert response.status_code == 422
    assert Return.objects.count() == 0


def test_records_that_cannot_be_understood_are_listed_with_the_choice(analyst, bring, with_a_bad_record):
    source = bring(with_a_bad_record)
    page = text_of(analyst.get(reverse("return", args=[source.pk])))
    assert "1 record needs you" in page
    assert "Load 59, keep 1 aside" in page
    assert "ReceivedDate" in page
    findings = b"".join(analyst.get(reverse("return-findings", args=[source.pk]))).decode()
    assert findings.splitlines()[0] == "record,element,rule,effect,found,says,fix"
    assert "set aside" in findings


def test_choosing_to_go_on_loads_the_rest(analyst, bring, with_a_bad_record):
    source = bring(with_a_bad_record)
    analyst.post(reverse("return-set-aside", args=[source.pk]))
    load_return(**ProcrastinateJob.objects.get().args)
    source.refresh_from_db()
    assert source.status == Return.Status.LOADED


def test_choosing_to_stop_loads_nothing(analyst, bring, with_a_bad_record):
    source = bring(with_a_bad_record)
    analyst.post(reverse("return-stop", args=[source.pk]))
    assert "was stopped" in text_of(analyst.get(reverse("return", args=[source.pk])))
    again = analyst.post(reverse("return-stop", args=[source.pk]))
    assert again.status_code == 409


def test_text_in_a_file_cannot_become_markup_on_the_page(analyst, bring, changed):
    source = bring(changed("<LEA>935</LEA>", "<LEA>&lt;script&gt;alert(1)&lt;/script&gt;</LEA>"))
    page = text_of(analyst.get(reverse("return", args=[source.pk])))
    assert "could not be read" in page
    assert "<script>" not in page


SETTINGS = "name,urn,ukprn,type_of_establishment,phase_of_education\n"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("name,urn\nA,1\n", "no column ukprn"),
        (SETTINGS, "holds no setting"),
        (SETTINGS + "Fen School,90,,Academy,Primary\n", "Row 2: the URN is “90”. It has 6 digits"),
        (SETTINGS + "A,900101,,Academy,\nB,900101,,Academy,\n", "Rows 2 and 3 have the same URN"),
        (SETTINGS + "A,900101,,,\n", "Row 2: give the name and the type"),
    ],
)
def test_a_list_of_settings_with_a_fault_is_refused_whole_with_its_row(analyst, content, says):
    file = SimpleUploadedFile("settings.csv", content.encode())
    response = analyst.post(reverse("bring-settings"), {"settings_file": file})
    assert response.status_code == 422
    assert says in text_of(response)
    assert Setting.objects.count() == 0


def test_a_list_of_settings_adds_and_updates_and_removes_none(analyst):
    for content in (
        "Fen School,900101,,Academy converter,Primary\nOak,900102,,Community school,\n",
        "Fen Academy,900101,,Academy converter,Primary\n",
    ):
        file = SimpleUploadedFile("settings.csv", (SETTINGS + content).encode())
        response = analyst.post(reverse("bring-settings"), {"settings_file": file})
    assert "0 added, 1 updated, 0 as they were" in text_of(response)
    assert set(Setting.objects.values_list("name", flat=True)) == {"Fen Academy", "Oak"}


def test_the_shell_loads_a_return_and_says_what_it_did(sixty, capsys):
    call_command("load_return", str(sixty))
    assert "60 people loaded" in capsys.readouterr().out


def test_the_shell_loads_nothing_where_records_need_a_decision(with_a_bad_record):
    with pytest.raises(CommandError, match="--set-aside"):
        call_command("load_return", str(with_a_bad_record))
    assert Return.objects.get().status == Return.Status.STOPPED
    call_command("load_return", str(with_a_bad_record), "--set-aside")
    assert Return.objects.filter(status=Return.Status.LOADED).count() == 1


def test_the_findings_of_a_whole_return_ask_again_who_one_is(client, bring, with_a_bad_record):
    source = bring(with_a_bad_record)
    client.force_login(factories.user(Role.ANALYST))
    answer = client.get(reverse("return-findings", args=[source.pk]))
    assert answer.url.startswith(reverse("confirm-who-you-are"))
