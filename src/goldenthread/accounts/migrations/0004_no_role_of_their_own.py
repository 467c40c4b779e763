"""A person's role and team are those of their appointments."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_everyone_is_appointed")]

    operations = [
        migrations.RemoveConstraint(
            model_name='user',
            name='a_user_has_a_known_role',
        ),
        migrations.RemoveField(
            model_name='user',
            name='role',
        ),
        migrations.RemoveField(
            model_name='user',
            name='team',
        ),
    ]
