"""What was prepared, sent back, taken down, marked and said easily is added, never changed, and sealed.

A release is sealed with who prepared it from now on; those of before keep their form.
"""

from django.db import migrations

from goldenthread.audit.append_only import protect
from goldenthread.audit.seal.operation import seal

COLUMNS = {
    "publication_preparedrelease": (
        ["id", "prepared_at", "prepared_by_id", "prepared_by_name", "note", "content", "counts", "digest"]
        + ["figure_set_id", "follows_id"],
        ["content", "counts", "note"],
    ),
    "publication_sentback": (["id", "prepared_id", "because", "at", "by_id_number", "by_name"], ["because"]),
    "publication_takedown": (
        ["id", "key", "because", "lifts_id", "at", "by_id_number", "by_name"],
        ["because"],
    ),
    "publication_publicmark": (
        ["id", "kind", "row_id", "is_public", "because", "at", "by_id_number", "by_name"],
        ["because"],
    ),
    "publication_easytext": (
        ["id", "key", "words", "is_example", "at", "by_id_number", "by_name"],
        ["words"],
    ),
}


class Migration(migrations.Migration):
    dependencies = [("publication", "0004_whole_site"), ("audit", "0005_sealing")]

    operations = [
        *(protect(table) for table in COLUMNS),
        *(seal(table, columns, erasable=erasable) for table, (columns, erasable) in COLUMNS.items()),
        seal(
            "publication_release",
            ["id", "released_at", "released_by_id", "released_by_name", "figure_set_id", "content", "digest"]
            + ["prepared_id", "prepared_by_id", "prepared_by_name"],
            form=2,
            erasable=["content"],
        ),
    ]
