"""The table of the shared cache, in the shape that Django's DatabaseCache reads."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("signing_in", "0001_initial")]

    operations = [
        migrations.RunSQL(
            """
            CREATE TABLE signing_in_cache (
                cache_key varchar(255) PRIMARY KEY,
                value text NOT NULL,
                expires timestamp with time zone NOT NULL
            );
            CREATE INDEX signing_in_cache_expires ON signing_in_cache (expires);
            """,
            "DROP TABLE signing_in_cache",
        )
    ]
