"""Whatever is kept about a child is declared, so that it can be taken away when its time has passed."""

import pytest
from django.apps import apps
from django.db import connection, models

from goldenthread.audit.kept import Way
from goldenthread.audit.models import SealForm
from goldenthread.retention.declarations import declarations, kept

MODELS = {model._meta.label: model for model in apps.get_models()}
KEPT = {one.model._meta.label for one in kept(*Way)}
OTHERS = {label: why for one in declarations() for label, why in one.not_of_a_child.items()}
TEXTS = (models.CharField, models.TextField, models.JSONField, models.BinaryField)

TELLS_NOTHING = {
    *("by_name", "queued_by_name", "added_by_name", "actor_name", "kind", "channel", "media_type"),
    *("status", "reference", "idempotency_key", "digest", "stored_as", "return_digest", "act", "way"),
    *(
        "subject_kind",
        "subject_id",
        "answer",
        "matter",
        "assessed_by",
        "what",
        "reason",
        "opens_to",
        "forbids",
    ),
    *("digest", "content_digest"),
}
"""Columns of sealed tables that stay: who acted, codes, references, digests. They name no child."""


@pytest.mark.parametrize("label", sorted(MODELS))
def test_every_table_is_declared_or_said_to_keep_nothing_of_a_child(label):
    everything_of = f"{label.split('.')[0]}.*"
    assert label in KEPT or label in OTHERS or everything_of in OTHERS, (
        f"{label}: say in its area's retention.py, or in config/retention.py, what it keeps about a child"
    )


def test_nothing_is_declared_that_is_not_there_and_every_reason_is_given():
    known = set(MODELS) | {f"{label.split('.')[0]}.*" for label in MODELS}
    assert set(OTHERS) <= known
    assert all(why.strip() for why in OTHERS.values())
    assert not KEPT & set(OTHERS)


@pytest.mark.django_db
@pytest.mark.parametrize("one", list(kept(Way.TOMBSTONE)), ids=lambda one: one.model._meta.label)
def test_a_sealed_table_lets_go_of_every_column_that_could_tell_of_a_child(one):
    form = SealForm.objects.filter(table=one.model._meta.db_table).order_by("-form").first()
    assert form is not None, "only what is under the seal leaves a tombstone"
    texts = {
        field.column
        for field in one.model._meta.concrete_fields
        if isinstance(field, TEXTS) and not field.primary_key
    }
    assert texts - set(form.erasable) <= TELLS_NOTHING


@pytest.mark.parametrize("one", list(kept(Way.BLANK)), ids=lambda one: one.model._meta.label)
def test_a_table_that_is_written_over_says_what_becomes_of_every_text(one):
    texts = {
        field.name
        for field in one.model._meta.concrete_fields
        if isinstance(field, TEXTS) and not field.primary_key
    }
    allowed = TELLS_NOTHING | {"verdict", "role", "token_digest", "made_by_name"}
    assert texts - set(one.blank) <= allowed


@pytest.mark.django_db
def test_every_declared_question_can_be_asked():
    for one in kept(*Way):
        assert list(one.rows([1, 2])) == []
    assert connection.vendor == "postgresql"
