"""What was decided about how long records are kept is added, never changed."""

from django.db import migrations

from goldenthread.audit.append_only import protect


class Migration(migrations.Migration):
    dependencies = [("retention", "0001_initial"), ("audit", "0002_append_only")]

    operations = [protect("retention_policy")]
