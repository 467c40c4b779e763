"""Single cases and their dates, drawn so that their counts are those of the cohort."""
