"""What was recorded of the people around a child, and of sealed records, is never changed, and in the chain."""

from django.db import migrations

from goldenthread.audit.append_only import protect
from goldenthread.audit.seal.operation import seal

STAMP = ["id", "recorded_at", "by_id_number", "by_name", "because"]
RECORDED = [*STAMP, "replaces_id", "withdrawn"]
DATED = [*RECORDED, "starts_on", "ends_on"]

TABLES = {
    "contact": ([*RECORDED, "adult_id", "address", "postcode", "email", "phone"], "address postcode email phone"),
    "relationship": (
        [*DATED, "person_id", "adult_id", "kind", "has_responsibility", "evidence", "young_person_agrees"],
        "",
    ),
    "courtorder": ([*DATED, "person_id", "adult_id", "forbids", "evidence"], "evidence"),
    "capacity": (
        [*RECORDED, "person_id", "matter", "has_capacity", "assessed_on", "assessed_by", "evidence"],
        "evidence",
    ),
    "death": ([*RECORDED, "person_id", "adult_id", "died_on"], ""),
    "involvement": ([*DATED, "person_id", "setting_id", "organisation_id", "what"], ""),
    "sealing": ([*RECORDED, "person_id", "is_sealed", "reason", "opens_to"], ""),
    "ownfamily": ([*RECORDED, "user_id", "person_id"], ""),
    "shielding": ([*RECORDED, "person_id", "adult_id"], ""),
    "brokenseal": (
        ["id", "person_id", "typed", "because", "opened_at", "until", "by_id_number", "by_name"],
        "typed",
    ),
    "sealjudgement": ([*STAMP, "broken_seal_id", "was_proper"], ""),
}
"""Columns under the seal, and those whose contents an erasure may take besides the reason given."""


def operations():
    for name, (columns, erasable) in TABLES.items():
        yield protect(f"people_{name}")
        yield seal(f"people_{name}", columns, erasable=["because", *erasable.split()])


class Migration(migrations.Migration):
    dependencies = [("people", "0004_family_and_sealing"), ("audit", "0005_sealing")]

    operations = [*operations()]
