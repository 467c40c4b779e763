"""Which codes may each item hold, and what do they mean?

Sources: the code lists of the 2023 to 2025 guides as quoted by software that reads the return (witan.sen2,
ssd-data-model, patch). Sets that no source gives (direct payments, work-based learning, exported, designated
officers, attendance pattern) are absent, and any value is accepted there.
"""

from goldenthread.sen2.years.layouts import CodeSet, Mark

SEX = CodeSet({"M": "male", "F": "female"}, mark=Mark.INFERRED)

GENDER_2023 = CodeSet(
    {"M": "male", "F": "female", "1": "male", "2": "female", "0": "not stated", "9": "neither"},
    mark=Mark.INFERRED,
)

ETHNICITY = CodeSet(
    {
        "WBRI": "White British",
        "WIRI": "White Irish",
        "WIRT": "Traveller of Irish heritage",
        "WROM": "Gypsy or Roma",
        "WOTH": "any other White background",
        "MWBC": "White and Black Caribbean",
        "MWBA": "White and Black African",
        "MWAS": "White and Asian",
        "MOTH": "any other mixed background",
        "AIND": "Indian",
        "APKN": "Pakistani",
        "ABAN": "Bangladeshi",
        "AOTH": "any other Asian background",
        "BCRB": "Black Caribbean",
        "BAFR": "Black African",
        "BOTH": "any other Black background",
        "CHNE": "Chinese",
        "OOTH": "any other ethnic group",
        "REFU": "refused",
        "NOBT": "not yet obtained",
    }
)

EXTENDED_ETHNICITY: dict[str, str] = {
    code: main
    for main, extended in {
        "WBRI": "WCOR WENG WNIR WSCO WWEL WOWB",
        "WOTH": "WALB WBOS WCRO WGRE WGRK WGRC WITA WKOS WPOR WSER WTUR WTUK WTUC WEUR WEEU WWEU WOTW",
        "WROM": "WROG WROR WROO",
        "MWAS": "MWAP MWAI MWAO",
        "MOTH": "MAOE MABL MACH MBOE MBCH MCOE MWOE MWCH MOTM",
        "APKN": "AMPK AKPA AOPK",
        "AOTH": "AAFR AKAO ANEP ASNL ASLT ASRO AOTA",
        "BAFR": "BANN BCON BGHA BNGN BSLN BSOM BSUD BAOF",
        "BOTH": "BEUR BNAM BOTB",
        "CHNE": "CHKC CMAL CSNG CTWN COCH",
        "OOTH": "OAFG ORAB OARA OEGY OFIL OIRN OIRQ OJPN OKOR OKRD OLAM OLEB OLIB OMAL "
        "OMRC OPOL OTHA OVIE OYEM OOEG",
    }.items()
    for code in extended.split()
}
"""Extended codes met in real files, each with its main code. Whether the return allows them is not known."""

NEW_NATIONAL_ETHNICITY = ("ABRI", "AWEL", "BBRI", "BWEL")
"""British and Welsh codes met in real files; their main codes are not known."""

UPN_UNKNOWN = CodeSet(
    {
        "UN1": "under 6 and not yet given a UPN",
        "UN2": "never attended a state-funded school in England, no UPN given",
        "UN3": "educated outside England, no UPN given",
        "UN5": "sources disagree on name or date of birth, so no reliable match",
        "UN8": "new to the local authority; UPN or ULN not yet known",
        "UN9": "never in a state-funded school or further education in England; no UPN or ULN",
        "UN10": "the request led to no further action before a UPN or ULN was known",
    }
)

REQUEST_SOURCE = CodeSet(
    {
        "1": "young person or parent",
        "2": "school or other education setting",
        "3": "health care professionals",
        "4": "social care professionals",
        "5": "other",
    }
)

REQUEST_OUTCOME = CodeSet(
    {
        "Y": "went on to assess",
        "N": "decided not to assess",
        "A": "decision not yet made",
        "W": "withdrawn or ceased before the decision",
        "H": "historical: decided before this collection period",
    }
)

ASSESSMENT_OUTCOME = CodeSet(
    {
        "Y": "plan will be issued",
        "N": "plan will not be issued",
        "A": "not yet decided",
        "W": "withdrawn or ceased before the decision",
        "H": "historical: decided before this collection period",
    }
)

CEASE_REASON = CodeSet(
    {
        "1": "reached the maximum age",
        "2": "needs met without a plan",
        "3": "higher education",
        "4": "paid employment, not an apprenticeship",
        "5": "transferred to another English local authority",
        "6": "no longer wishes to engage in education or training",
        "7": "moved outside England",
        "8": "deceased",
        "9": "other",
    }
)

SEN_SETTING_2023 = CodeSet(
    {
        "OLA": "the local authority's own arrangements, education otherwise than at school",
        "OPA": "parents' or young person's own arrangements, other than home education",
        "EHE": "elective home education",
        "EYP": "early years provider without a unique reference number",
        "NEET": "not in education, employment or training, aged 16 to 25",
        "NIEC": "not in education or training, notice to cease issued",
        "NIEO": "not in education or training, other",
    }
)
SEN_SETTING_2024 = SEN_SETTING_2023.plus(OTH="other, or a type of setting specified but none named")

NEED_2023 = CodeSet(
    {
        "SPLD": "specific learning difficulty",
        "MLD": "moderate learning difficulty",
        "SLD": "severe learning difficulty",
        "PMLD": "profound and multiple learning difficulty",
        "SEMH": "social, emotional and mental health",
        "SLCN": "speech, language and communication needs",
        "HI": "hearing impairment",
        "VI": "vision impairment",
        "MSI": "multi-sensory impairment",
        "PD": "physical disability",
        "ASD": "autistic spectrum disorder",
        "OTH": "other difficulty",
    }
)
NEED_2025 = NEED_2023.plus(DS="Down syndrome")

RESIDENTIAL = CodeSet(
    {"A": "residential, the shorter band", "B": "residential, the longer band"}, mark=Mark.INFERRED
)
"""The weeks behind the bands are in conflict between sources (38 to 51 and 52, or up to 38 and 39 to 52)."""

REVIEW_OUTCOME = CodeSet({"A": "amend the plan", "C": "cease the plan", "M": "maintain the plan"})
