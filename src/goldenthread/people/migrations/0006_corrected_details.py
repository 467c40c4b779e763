"""An entry about a person can put another right; its seal covers that too, from now on."""

import django.db.models.deletion
from django.db import migrations, models

from goldenthread.audit.seal.operation import seal


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0005_append_only_and_sealed'),
    ]

    operations = [
        migrations.AddField(
            model_name='personentry',
            name='corrects',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='people.personentry'),
        ),
        seal(
            "people_personentry",
            ["id", "person_id", "kind", "happened_on", "recorded_at", "by_id_number", "by_name", "because"]
            + ["return_digest", "corrects_id", "payload", "payload_version"],
            form=2,
            erasable=["because", "payload"],
        ),
    ]
