"""Which sections can be appealed, where, and whether a mediation certificate is needed."""

from __future__ import annotations

import pytest

from goldenthread.rules.plan_content import Section, appeal_route


def test_t96_an_appeal_about_section_i_only_needs_no_certificate() -> None:
    route = appeal_route({Section.I})
    assert route.may_appeal
    assert not route.needs_certificate
    assert route.because.endswith("No mediation certificate is needed.")


def test_t97_sections_g_h1_and_h2_alone_are_not_appealable() -> None:
    route = appeal_route({Section.G, Section.H1, Section.H2})
    assert not route.may_appeal
    assert route.elsewhere == (Section.G, Section.H1, Section.H2)
    assert route.because == (
        "There is no appeal about Sections G, H1 and H2 alone. Mediation, disagreement resolution or a "
        "complaint may help."
    )


@pytest.mark.parametrize("section", [Section.B, Section.F])
def test_an_appeal_about_content_needs_a_certificate(section: Section) -> None:
    for asked in ({section}, {section, Section.I}):
        route = appeal_route(asked)
        assert route.may_appeal
        assert route.needs_certificate


def test_health_and_social_care_ride_along_for_a_recommendation() -> None:
    route = appeal_route([Section.G, Section.B, Section.A])
    assert route.appealed == (Section.B,)
    assert route.recommended == (Section.G,)
    assert route.elsewhere == (Section.A,)
    assert "recommendation on Section G" in route.because
    assert any("2017/1306" in source.instrument for source in route.sources)


def test_adding_health_to_section_i_brings_the_certificate_back() -> None:
    assert appeal_route({Section.I, Section.G}).needs_certificate


@pytest.mark.parametrize(
    "section",
    [Section.A, Section.C, Section.D, Section.E, Section.J, Section.K],
    ids=lambda section: section.value,
)
def test_the_other_sections_are_not_appealable_alone(section: Section) -> None:
    assert not appeal_route({section}).may_appeal


def test_something_must_be_disagreed_with() -> None:
    with pytest.raises(ValueError, match="which sections"):
        appeal_route(())
