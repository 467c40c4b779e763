"""Records that only named people open, addresses that nobody is shown, and who opened one all the same."""

from django.db import models

from goldenthread.people.models.family import Adult
from goldenthread.people.models.persons import Person
from goldenthread.people.models.recorded import Recorded


class Sealing(Recorded):
    """That a record is sealed, why, and who may still open it; a newer one replaces it, also to unseal."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="sealings")
    is_sealed = models.BooleanField()
    reason = models.CharField(max_length=40)
    opens_to = models.JSONField(default=list)
    """Numbers of the users who may open it."""

    def __str__(self) -> str:
        return "sealed" if self.is_sealed else "not sealed"


class OwnFamily(Recorded):
    """That a child is of a staff member's own family: they never see the record, whatever their reach."""

    user = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="own_family")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="staff_family")

    def __str__(self) -> str:
        return f"{self.user_id} is family of {self.person_id}"


class Shielding(Recorded):
    """That an adult's address and contact, or without one the child's own, are given to nobody."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="shieldings")
    adult = models.ForeignKey(Adult, null=True, on_delete=models.PROTECT, related_name="shieldings")

    def __str__(self) -> str:
        return f"shielded on {self.person_id}"


class BrokenSeal(models.Model):
    """Someone opened, or tried to open, a sealed record in an emergency. Rows are added, never changed.

    `person` is empty where what they typed names no sealed record: the try is kept and judged too.
    """

    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="broken_seals")
    typed = models.CharField(max_length=100)
    because = models.TextField()
    opened_at = models.DateTimeField()
    until = models.DateTimeField()
    by_id_number = models.BigIntegerField()
    by_name = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["by_id_number", "until"], name="seals_broken_by_a_user")]

    def __str__(self) -> str:
        return f"{self.by_name}, {self.opened_at}"


class SealJudgement(models.Model):
    """The guardian's answer: was it proper to open this? Rows are added, never changed."""

    broken_seal = models.ForeignKey(BrokenSeal, on_delete=models.PROTECT, related_name="judgements")
    was_proper = models.BooleanField()
    because = models.TextField()
    recorded_at = models.DateTimeField()
    by_id_number = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return "proper" if self.was_proper else "not proper"
