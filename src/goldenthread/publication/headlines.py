"""Which figures the public page shows, and the sentence that each is told in."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from goldenthread.analysis.disclosure import RULE, Rule, safe_count, safe_share
from goldenthread.figures.models import Figure
from goldenthread.ui.words import thousands


def hidden_words(rule: Rule = RULE) -> str:
    """What stands where a figure may not be shown: the same whether it is small or would give one away."""
    return f"not shown: it, or what could be worked out from it, counts fewer than {rule.threshold}"


@dataclass(frozen=True, slots=True)
class Headline:
    """One figure of the public page. `sentence` has {of_100} for a share, {count} for a count."""

    table: str
    column: str
    label: str
    sentence: str
    is_of_a_day: bool = False
    """Counted on the as-at day; else over the year."""


HEADLINES = (
    Headline(
        "timeliness_20_week_totals",
        "PC_plans_issued_20_weeks_ex",
        "Plans that came in time",
        "Of every 100 plans that we issued in {year}, {of_100} came within the 20 weeks that the law allows. "
        "Plans with an exception that the law allows are left out.",
    ),
    Headline(
        "requests_totals",
        "request_outcome_six_weeks_pc",
        "First answers that came in time",
        "Of every 100 families who got our answer in {year}, {of_100} got it within six weeks of asking.",
    ),
    Headline(
        "annual_reviews_totals",
        "pc_decsion_4weeks",
        "Review decisions that came in time",
        "Of every 100 decisions after a yearly review, {of_100} came within four weeks of the meeting.",
    ),
    Headline(
        "caseload_totals",
        "ehcplans",
        "Children and young people with a plan",
        "{count} children and young people had a plan on {as_at}.",
        is_of_a_day=True,
    ),
    Headline(
        "requests_totals",
        "requests_received_in_year",
        "Requests for an assessment",
        "Families, schools and others asked us for {count} assessments in {year}.",
    ),
    Headline(
        "newplans_totals",
        "new_ehc_plans",
        "New plans",
        "{count} plans were made in {year}.",
    ),
)

CHART = ("timeliness_20_week_totals", "PC_plans_issued_20_weeks_ex")
"""The column drawn on the public page: the one that shows the worst year beside the newest."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure as the public may see it: words only, nothing that can be worked back to a child."""

    label: str
    value: str
    sentence: str
    counted: str


def shown(headline: Headline, figure: Figure | None, *, year: str, as_at: str, rule: Rule = RULE) -> Shown:
    """The figure in its sentence. None is a figure that disclosure control withholds; small ones are too."""
    hidden = Shown(headline.label, "", hidden_words(rule), "")
    if figure is None or figure.value is None:
        return hidden
    if figure.denominator is None or figure.numerator is None:
        return _count(headline, safe_count(int(figure.value), rule), year, as_at) or hidden
    share = safe_share(figure.numerator, figure.denominator, rule)
    if share.numerator is None or share.denominator is None:
        return hidden
    of_100 = Decimal(figure.value).quantize(Decimal(1), ROUND_HALF_UP)
    return Shown(
        label=headline.label,
        value=f"{of_100} of 100",
        sentence=headline.sentence.format(of_100=of_100, year=year, as_at=as_at),
        counted=f"{thousands(share.numerator)} of {thousands(share.denominator)}.",
    )


def _count(headline: Headline, count: int | None, year: str, as_at: str) -> Shown | None:
    if count is None:
        return None
    words = thousands(count)
    return Shown(headline.label, words, headline.sentence.format(count=words, year=year, as_at=as_at), "")
