"""The one role that each person had becomes an appointment without an end."""

from datetime import date

from django.db import migrations

from goldenthread.audit import clock

BEFORE_ANYTHING_HERE = date(2020, 1, 1)
"""The system kept no earlier day for a role: it was held from the first."""


def appoint_everyone(apps, schema_editor):
    users = apps.get_model("accounts", "User").objects.order_by("pk")
    appointments = apps.get_model("accounts", "Appointment").objects
    appointments.bulk_create(
        [
            appointments.model(
                user_id=user.pk,
                role=user.role,
                team_id=user.team_id,
                starts_on=BEFORE_ANYTHING_HERE,
                appointed_at=clock.now(),
                appointed_by_name="Golden Thread",
            )
            for user in users
        ]
    )


def give_back_one_role(apps, schema_editor):
    """The first appointment of each; what a role alone cannot hold is lost."""
    users = apps.get_model("accounts", "User").objects
    for appointment in apps.get_model("accounts", "Appointment").objects.order_by("-pk"):
        users.filter(pk=appointment.user_id).update(role=appointment.role, team_id=appointment.team_id)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_appointments")]

    operations = [migrations.RunPython(appoint_everyone, give_back_one_role)]
