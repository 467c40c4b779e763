"""What stands around every pack: whose it is, from when, and how it was made."""

from django.conf import settings

from goldenthread.figures.open_data.places import areas
from goldenthread.governance.packs.contents import Block, Bullets, Contents, Fact
from goldenthread.governance.packs.kind import Asked, Framed
from goldenthread.ui.words import day, moment, weekday

DEMONSTRATION = (
    "A demonstration from public sources. What is invented says “example”. No child in it is real."
)
HOW = (
    "The five tests are worked out from milestones, figures and what families say. Nobody can set them.",
    "Evidence counts once someone outside the team that owns it has checked it and found that it holds.",
    "Every figure is frozen as it is cited here: its citation leads to the definition and, for those who "
    "may, to the records behind it.",
    "The words of the parent carer forum stand as they were written.",
    "What was issued is kept as it is. A pack that is made again is another pack.",
)
"""How a pack was made: the same for all of them."""


def partnership() -> str:
    """Whose papers these are."""
    return f"{areas()[settings.AREA].name} local area SEND partnership"


def how_made() -> list[Block]:
    return [Bullets(HOW)]


def framed(kind: str, asked: Asked, of: Framed) -> Contents:
    """The whole pack: its parts with all that stands around them."""
    return Contents(
        kind=kind,
        title=of.title,
        subtitle=of.subtitle,
        partnership=partnership(),
        summary=of.summary,
        about=(
            *of.about,
            Fact("As at", day(asked.today)),
            Fact("Made", f"{moment(asked.made_at)}, asked for by {asked.made_by}"),
        ),
        as_at=asked.today,
        made_at=asked.made_at,
        blocks=tuple(of.blocks),
        demonstration=DEMONSTRATION if settings.DEMONSTRATION else "",
    )


def about_meeting(asked: Asked) -> tuple[Fact, ...]:
    """When and where the meeting is, and with whom; nothing without one."""
    meeting = asked.meeting
    if meeting is None:
        return ()
    hours = [f"{at:%H:%M}" for at in (meeting.starts_at, meeting.ends_at) if at is not None]
    parts = [weekday(meeting.on), " to ".join(hours), meeting.place]
    facts = [Fact("Meeting", ", ".join(part for part in parts if part))]
    if meeting.with_body is not None:
        facts.append(Fact("With", meeting.with_body.name))
    return tuple(facts)
