"""What was said about a person, and what was decided about two records, is never changed."""

from django.db import migrations

from goldenthread.audit.append_only import protect


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial"), ("audit", "0002_append_only")]

    operations = [protect("people_personentry"), protect("people_matchdecision")]
