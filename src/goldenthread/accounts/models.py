"""The people who work with the system."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from goldenthread.accounts.roles import GRANTS, Role
from goldenthread.audit.scope import Scope


class Users(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """One person with one role. Families and settings get their own ways in later."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=30, choices=[(role.value, role.value) for role in Role])
    team = models.ForeignKey("organisations.Team", null=True, blank=True, on_delete=models.PROTECT)
    is_active = models.BooleanField(default=True)
    is_example = models.BooleanField(default=False)

    objects = Users()

    USERNAME_FIELD = "email"

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(role__in=[role.value for role in Role]), name="a_user_has_a_known_role"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def scope(self) -> Scope:
        """Who this is and how far they reach."""
        grant = GRANTS[Role(self.role)]
        return Scope(
            actor_id=self.pk,
            actor_name=self.name,
            reach=grant.reach,
            permissions=frozenset(grant.permissions),
            team_id=self.team_id,
        )
