"""The instruments that our rules cite, each spelt once."""

from __future__ import annotations

import re
from datetime import date

from goldenthread.rules.law import Confirmed, Kind, Source

COMMENCEMENT = date(2014, 9, 1)
"""Part 3 of the Children and Families Act 2014 and its Regulations began (S.I. 2014/1530, regulation 1)."""


def act(
    section: str, confirmed: Confirmed, instrument: str = "Children and Families Act 2014", path: str = ""
) -> Source:
    """A section of the Children and Families Act 2014: `act("44(1)", Confirmed.READ)`."""
    number = section.partition("(")[0]
    return Source(
        Kind.STATUTE,
        instrument,
        f"section {section}",
        f"https://www.legislation.gov.uk/{path or 'ukpga/2014/6'}/section/{number}",
        confirmed,
    )


def send_regulation(regulation: str, confirmed: Confirmed) -> Source:
    """A regulation of the SEND Regulations 2014 (S.I. 2014/1530)."""
    return _regulation(
        "Special Educational Needs and Disability Regulations 2014 (S.I. 2014/1530)",
        "uksi/2014/1530",
        regulation,
        confirmed,
    )


def detained_regulation(regulation: str, confirmed: Confirmed) -> Source:
    """A regulation of the SEND (Detained Persons) Regulations 2015 (S.I. 2015/62)."""
    return _regulation(
        "Special Educational Needs and Disability (Detained Persons) Regulations 2015 (S.I. 2015/62)",
        "uksi/2015/62",
        regulation,
        confirmed,
    )


def personal_budget_regulation(regulation: str, confirmed: Confirmed) -> Source:
    """A regulation of the Personal Budgets Regulations 2014 (S.I. 2014/1652)."""
    return _regulation(
        "Special Educational Needs (Personal Budgets) Regulations 2014 (S.I. 2014/1652)",
        "uksi/2014/1652",
        regulation,
        confirmed,
    )


def recommendations_regulation(regulation: str, confirmed: Confirmed) -> Source:
    """A regulation of the Tribunal Recommendations Power Regulations 2017 (S.I. 2017/1306)."""
    return _regulation(
        "Special Educational Needs and Disability (First-tier Tribunal Recommendations Power) "
        "Regulations 2017 (S.I. 2017/1306)",
        "uksi/2017/1306",
        regulation,
        confirmed,
    )


def representations_regulation(regulation: str, confirmed: Confirmed) -> Source:
    """A regulation of the Children Act 1989 Representations Procedure Regulations 2006 (S.I. 2006/1738)."""
    return _regulation(
        "Children Act 1989 Representations Procedure (England) Regulations 2006 (S.I. 2006/1738)",
        "uksi/2006/1738",
        regulation,
        confirmed,
    )


def coronavirus() -> Source:
    """The amendment regulations of 2020 that loosened limits for a time (S.I. 2020/471), expired."""
    return Source(
        Kind.REGULATION,
        "Special Educational Needs and Disability (Coronavirus) (Amendment) Regulations 2020 (S.I. 2020/471)",
        "amendments in force from 1 May to 25 September 2020",
        "https://www.legislation.gov.uk/uksi/2020/471",
        Confirmed.SECONDARY,
    )


def tribunal_rule(rule: str, confirmed: Confirmed) -> Source:
    """A rule of the First-tier Tribunal (Health, Education and Social Care Chamber) Rules 2008."""
    return Source(
        Kind.TRIBUNAL_RULE,
        "Tribunal Procedure (First-tier Tribunal) (Health, Education and Social Care Chamber) Rules 2008 "
        "(S.I. 2008/2699)",
        f"rule {rule}",
        f"https://www.legislation.gov.uk/uksi/2008/2699/article/{rule.partition('(')[0]}",
        confirmed,
    )


def code_of_practice(paragraph: str, confirmed: Confirmed = Confirmed.SECONDARY) -> Source:
    """A paragraph of the SEND Code of Practice: guidance ("should"), to which regard must be had."""
    return Source(
        Kind.GUIDANCE,
        "SEND Code of Practice: 0 to 25 years (January 2015)",
        f"paragraph {paragraph}",
        "https://www.gov.uk/government/publications/send-code-of-practice-0-to-25",
        confirmed,
    )


def devon() -> Source:
    """The judgment on time after an annual review, [2022] EWHC 493 (Admin)."""
    return Source(
        Kind.CASE,
        "R (L, M and P) v Devon County Council [2022] EWHC 493 (Admin)",
        "regulations 20(10) and 22(2)(a) read together",
        "https://caselaw.nationalarchives.gov.uk/ewhc/admin/2022/493",
        Confirmed.READ,
    )


def planning(what: str) -> Source:
    """A planning date that we work out from the law's dates; nothing in law sets it."""
    return Source(Kind.LOCAL_POLICY, "Planning date, derived", what, "", Confirmed.INTERPRETATION)


def _regulation(instrument: str, path: str, regulation: str, confirmed: Confirmed) -> Source:
    several = re.search(r"(,| and) \d", regulation) is not None
    return Source(
        Kind.REGULATION,
        instrument,
        f"regulation{'s' if several else ''} {regulation}",
        f"https://www.legislation.gov.uk/{path}/regulation/{regulation.partition('(')[0]}",
        confirmed,
    )
