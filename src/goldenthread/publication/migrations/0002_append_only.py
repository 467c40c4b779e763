"""What was released stays as it was released."""

from django.db import migrations

from goldenthread.audit.append_only import protect


class Migration(migrations.Migration):
    dependencies = [("publication", "0001_initial"), ("audit", "0002_append_only")]

    operations = [protect("publication_release")]
