"""The journal of a case is never changed: a mistake is corrected by a further entry."""

from django.db import migrations

from goldenthread.audit.append_only import protect


class Migration(migrations.Migration):
    dependencies = [("casework", "0001_initial"), ("audit", "0002_append_only")]

    operations = [protect("casework_entry")]
