"""What is kept of a child and of the adults around them, and of their own ways in.

An adult is forgotten with the last child they stand beside: their letters may be needed for a brother.
"""

from collections.abc import Sequence
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db.models import CharField, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat

from goldenthread.accounts.models import User
from goldenthread.accounts.signing_in.models import Invitation, SignedInSession
from goldenthread.audit.kept import Declaration, Kept, Rows, Way
from goldenthread.people.models import (
    Adult,
    BrokenSeal,
    Capacity,
    Contact,
    CourtOrder,
    Death,
    Identifier,
    Involvement,
    MatchDecision,
    MatchQuestion,
    OwnFamily,
    Person,
    PersonEntry,
    Relationship,
    Sealing,
    SealJudgement,
    Shielding,
)

ERASED = {"surname": "", "forename": ""}
"""A person without any name is one who was erased: every other has one."""

NOBODY = Concat(Value("erased-"), Cast("pk", CharField()), Value("@example.invalid"))


def adults(people: Sequence[int]) -> QuerySet[Adult]:
    """Adults who stand beside these children and beside no other who is still known here."""
    others = Relationship.objects.exclude(person__in=people).exclude(
        **{f"person__{k}": v for k, v in ERASED.items()}
    )
    mine = Adult.objects.filter(relationships__person__in=people)
    return mine.exclude(pk__in=others.values("adult")).distinct()


def users(people: Sequence[int]) -> QuerySet[User]:
    """Their own ways in, and those of these adults."""
    return User.objects.filter(Q(record__in=people) | Q(adult__in=adults(people)))


def _beside(model: type[Contact], people: Sequence[int]) -> QuerySet[Contact]:
    return model.objects.filter(adult__in=adults(people))


def _questions(people: Sequence[int]) -> QuerySet[MatchQuestion]:
    return MatchQuestion.objects.filter(Q(newcomer__in=people) | Q(known__in=people))


OF_A_PERSON = (
    PersonEntry,
    Relationship,
    CourtOrder,
    Capacity,
    Death,
    Involvement,
    Sealing,
    OwnFamily,
    Shielding,
    BrokenSeal,
)


def _of_a_person(model: Any) -> Rows:
    """Rows of a table that names its person."""

    def rows(people: Sequence[int]) -> QuerySet[Any]:
        found: QuerySet[Any] = model.objects.filter(person__in=people)
        return found

    return rows


DECLARATION = Declaration(
    kept=[
        *(Kept(model, _of_a_person(model), Way.TOMBSTONE) for model in OF_A_PERSON),
        Kept(
            SealJudgement,
            lambda people: SealJudgement.objects.filter(broken_seal__person__in=people),
            Way.TOMBSTONE,
        ),
        Kept(Contact, lambda people: _beside(Contact, people), Way.TOMBSTONE),
        Kept(
            MatchDecision,
            lambda people: MatchDecision.objects.filter(question__in=_questions(people)),
            Way.TOMBSTONE,
        ),
        Kept(EmailAddress, lambda people: EmailAddress.objects.filter(user__in=users(people)), Way.DELETE),
        Kept(Authenticator, lambda people: Authenticator.objects.filter(user__in=users(people)), Way.DELETE),
        Kept(SocialAccount, lambda people: SocialAccount.objects.filter(user__in=users(people)), Way.DELETE),
        Kept(
            SignedInSession,
            lambda people: SignedInSession.objects.filter(user_id__in=users(people).values("pk")),
            Way.DELETE,
        ),
        Kept(
            Invitation,
            lambda people: Invitation.objects.filter(accepted_by__in=users(people)),
            Way.BLANK,
            {"email": NOBODY, "name": "Erased"},
        ),
        Kept(
            User,
            users,
            Way.BLANK,
            {"email": NOBODY, "name": "Erased", "password": "!", "is_active": False},
        ),
        Kept(Adult, adults, Way.BLANK, {"name": "", "died_on": None}),
        Kept(MatchQuestion, _questions, Way.BLANK, {"why": ""}),
        Kept(Identifier, lambda people: Identifier.objects.filter(person__in=people), Way.DELETE),
        Kept(
            Person,
            lambda people: Person.objects.filter(pk__in=people),
            Way.BLANK,
            {
                **ERASED,
                "birth_date": None,
                "sex": "",
                "ethnicity": "",
                "postcode": "",
                "upn_unknown": "",
                "died_on": None,
            },
        ),
    ],
)
