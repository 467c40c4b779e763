"""Jobs that failed, as far as may be told without saying anything of a person."""

from django.db import models


class JobFailure(models.Model):
    """One failed try of a job: what kind of error, and where in the code. Never what the error said."""

    job_id = models.BigIntegerField()
    task = models.CharField(max_length=128)
    at = models.DateTimeField()
    attempt = models.PositiveIntegerField()
    error = models.CharField(max_length=200)
    place = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["job_id", "id"], name="failures_of_a_job")]

    def __str__(self) -> str:
        return f"{self.task} {self.job_id}: {self.error}"
