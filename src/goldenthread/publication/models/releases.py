"""What the public sees: whole releases, what was prepared for them, and what was taken down since."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q


class PreparedRelease(models.Model):
    """The whole public site as one person put it together, waiting for another. Added, never changed.

    `content` is all that the public would see. `counts` is what the disclosure control of later releases must
    know of this one, counts that were withheld among them: no page ever draws it. `follows` is the release
    that was public then.
    """

    prepared_at = models.DateTimeField()
    prepared_by_id = models.BigIntegerField(null=True)
    prepared_by_name = models.CharField(max_length=200)
    note = models.TextField(blank=True)
    content = models.JSONField()
    counts = models.JSONField(default=dict)
    digest = models.CharField(max_length=64)
    figure_set = models.ForeignKey("figures.FigureSet", null=True, on_delete=models.PROTECT, related_name="+")
    follows = models.ForeignKey(
        "publication.Release", null=True, on_delete=models.PROTECT, related_name="followed_by"
    )

    def __str__(self) -> str:
        return f"prepared release {self.pk}"


class Release(models.Model):
    """The public site from the day of release, approved by a second person. Added, never changed.

    Releases from before two people were asked have no `prepared`, and hold figures alone.
    """

    released_at = models.DateTimeField()
    released_by_id = models.BigIntegerField(null=True)
    released_by_name = models.CharField(max_length=200)
    figure_set = models.ForeignKey(
        "figures.FigureSet", null=True, on_delete=models.PROTECT, related_name="releases"
    )
    content = models.JSONField()
    digest = models.CharField(max_length=64)
    prepared = models.OneToOneField(
        PreparedRelease, null=True, on_delete=models.PROTECT, related_name="release"
    )
    prepared_by_id = models.BigIntegerField(null=True)
    prepared_by_name = models.CharField(max_length=200, blank=True, db_default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(prepared__isnull=True)
                | (
                    Q(prepared_by_id__isnull=False)
                    & Q(released_by_id__isnull=False)
                    & ~Q(prepared_by_id=F("released_by_id"))
                ),
                name="a_release_is_approved_by_another",
            ),
        ]

    def __str__(self) -> str:
        return f"release {self.pk}"


class SentBack(models.Model):
    """What was prepared and not approved, with the reason. Added, never changed."""

    prepared = models.OneToOneField(PreparedRelease, on_delete=models.PROTECT, related_name="sent_back")
    because = models.TextField()
    at = models.DateTimeField()
    by_id_number = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.prepared} was sent back"


class Takedown(models.Model):
    """A part that was hidden at once, in every release; or, with `lifts`, that it may be seen again.

    `because` stands in its place, for everyone to read. Added, never changed.
    """

    key = models.CharField(max_length=200)
    because = models.TextField()
    lifts = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="lifted_by")
    at = models.DateTimeField()
    by_id_number = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.key} was {'put back' if self.lifts_id else 'taken down'}"


class PublishedText(models.Model):
    """The words of one part of the newest release, to be searched. Made anew with every release."""

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="texts")
    key = models.CharField(max_length=200)
    title = models.TextField()
    text = models.TextField()
    words = models.GeneratedField(
        expression=SearchVector("title", weight="A", config="english")
        + SearchVector("text", weight="B", config="english"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["release", "key"], name="a_part_is_searched_once"),
        ]
        indexes = [GinIndex(fields=["words"], name="published_words")]

    def __str__(self) -> str:
        return self.title
