"""The people who work with the system, and the appointments by which they may."""

from datetime import date

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from goldenthread.accounts.roles import GRANTS, WITH_AN_END, WITHIN_ORGANISATION, Role
from goldenthread.audit import clock
from goldenthread.audit.scope import Part, Scope


class Users(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """One person with a sign-in. What they may do comes from their appointments in force on the day."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    is_example = models.BooleanField(default=False)

    objects = Users()

    USERNAME_FIELD = "email"

    def __str__(self) -> str:
        return self.name

    def scope(self) -> Scope:
        """Who this is and how far they reach today: one query. Someone who left reaches nobody."""
        held = Appointment.in_force(clock.today()).filter(user=self) if self.is_active else ()
        return Scope(self.pk, self.name, tuple(appointment.part() for appointment in held))


class Appointment(models.Model):
    """A role that a person holds from one day until another, in a team, organisation or setting.

    `ends_on` is the first day on which it no longer holds, so that ending one today works at once.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="appointments")
    role = models.CharField(max_length=30)
    team = models.ForeignKey("organisations.Team", null=True, on_delete=models.PROTECT)
    organisation = models.ForeignKey("organisations.Organisation", null=True, on_delete=models.PROTECT)
    setting = models.ForeignKey("organisations.Setting", null=True, on_delete=models.PROTECT)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    appointed_at = models.DateTimeField()
    appointed_by_id_number = models.BigIntegerField(null=True)
    appointed_by_name = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["user", "starts_on"], name="appointments_of_a_user")]
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=[role.value for role in Role]), name="an_appointment_is_to_a_known_role"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="an_appointment_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=~Q(role__in=sorted(role.value for role in WITHIN_ORGANISATION))
                | Q(organisation__isnull=False)
                | Q(setting__isnull=False),
                name="an_appointment_names_what_it_reaches",
            ),
            models.UniqueConstraint(
                fields=["user", "role", "team", "organisation", "setting"],
                condition=Q(ends_on__isnull=True),
                nulls_distinct=False,
                name="an_open_appointment_is_held_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} from {self.starts_on}"

    @classmethod
    def in_force(cls, day: date) -> models.QuerySet["Appointment"]:
        """Those that hold on a day, in the order they were made. A role that needs its end has it."""
        begun = cls.objects.filter(starts_on__lte=day).exclude(role__in=WITH_AN_END, ends_on__isnull=True)
        return begun.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=day)).order_by("pk")

    def part(self) -> Part:
        """What it brings to its holder's scope."""
        grant = GRANTS[Role(self.role)]
        return Part(
            reach=grant.reach,
            permissions=frozenset(grant.permissions),
            team_id=self.team_id,
            organisation_id=self.organisation_id,
            setting_id=self.setting_id,
            role=self.role,
        )
