"""Audit rows are added, never changed: the database itself refuses."""

from django.db import migrations

from goldenthread.audit.append_only import FUNCTION, protect


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [FUNCTION, protect("audit_auditevent")]
