"""A function by which the serving role, which owns no table, has the planner's statistics of some taken anew."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("casework", "0004_one_index_for_each_question")]

    operations = [
        migrations.RunSQL(
            """
            CREATE FUNCTION take_statistics(VARIADIC tables text[]) RETURNS void
            LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
            DECLARE one text;
            BEGIN
                FOREACH one IN ARRAY tables LOOP
                    EXECUTE format('ANALYZE %I', one);
                END LOOP;
            END $$;
            """,
            "DROP FUNCTION take_statistics(text[]);",
        ),
    ]
