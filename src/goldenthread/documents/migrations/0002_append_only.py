"""What was finished and what became of it is added, never changed."""

from django.db import migrations

from goldenthread.audit.append_only import protect


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial"), ("audit", "0002_append_only")]

    operations = [protect("documents_version")]
