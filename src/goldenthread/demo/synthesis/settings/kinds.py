"""Which kinds of establishment stand for a published placement column, and how are they named?"""

from dataclasses import dataclass

from goldenthread.demo.synthesis.columns import MAINSTREAM

NURSERY, PRIMARY, SECONDARY, NO_PHASE, POST_16 = (
    "Nursery",
    "Primary",
    "Secondary",
    "Not applicable",
    "16 plus",
)

SENSETTINGS = {
    "other_arrangements_la": "OLA",
    "other_arrangements_parents": "OPA",
    "elective_home_education": "EHE",
    "nm_early_years": "EYP",
    "other_placement_settings": "OTH",
    "neet": "NEET",
    "neet_ntci": "NIEC",
    "neet_other": "NIEO",
    "neet_other_csa": "NIEO",
}
"""Column to the code of the return, where there is no establishment."""

REGISTER_ONLY = "ukrlp_provider"
"""Known to the provider register alone: a UKPRN and no URN."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of establishment, how often it occurs among those of its column and phase, and what it is
    called."""

    type_of_establishment: str
    weight: int
    ending: str


KINDS: dict[tuple[str, str], tuple[Kind, ...]] = {
    ("mainstream_la_maintained", NURSERY): (Kind("Local authority nursery school", 1, "Nursery School"),),
    ("mainstream_la_maintained", PRIMARY): (
        Kind("Community school", 5, "Community Primary School"),
        Kind("Voluntary controlled school", 3, "Church of England Voluntary Controlled Primary School"),
        Kind("Voluntary aided school", 2, "Catholic Primary School"),
        Kind("Foundation school", 1, "Primary School"),
    ),
    ("mainstream_la_maintained", SECONDARY): (
        Kind("Community school", 3, "High School"),
        Kind("Foundation school", 2, "School"),
        Kind("Voluntary aided school", 1, "Catholic School"),
    ),
    ("mainstream_academy", PRIMARY): (
        Kind("Academy converter", 3, "Primary Academy"),
        Kind("Academy sponsor led", 2, "Primary School"),
        Kind("Academy converter", 2, "Church of England Primary Academy"),
    ),
    ("mainstream_academy", SECONDARY): (
        Kind("Academy converter", 3, "Academy"),
        Kind("Academy sponsor led", 2, "High School"),
        Kind("Academy converter", 1, "School"),
    ),
    ("mainstream_free_school", PRIMARY): (Kind("Free schools", 1, "Primary Free School"),),
    ("mainstream_free_school", SECONDARY): (Kind("Free schools", 1, "Free School"),),
    ("mainstream_independent", PRIMARY): (Kind("Other independent school", 1, "Preparatory School"),),
    ("mainstream_independent", SECONDARY): (Kind("Other independent school", 1, "College School"),),
    ("special_la_maintained", NO_PHASE): (
        Kind("Community special school", 4, "Special School"),
        Kind("Foundation special school", 1, "School"),
    ),
    ("special_academy_free", NO_PHASE): (
        Kind("Academy special converter", 3, "Special Academy"),
        Kind("Academy special sponsor led", 2, "Academy"),
        Kind("Free schools special", 1, "Special Free School"),
    ),
    ("special_independent", NO_PHASE): (
        Kind("Other independent special school", 2, "School"),
        Kind("Other independent special school", 1, "House School"),
    ),
    ("special_non_maintained", NO_PHASE): (Kind("Non-maintained special school", 1, "Foundation School"),),
    ("ap_pru_academy", NO_PHASE): (
        Kind("Academy alternative provision converter", 2, "Alternative Provision Academy"),
        Kind("Academy alternative provision sponsor led", 1, "Academy"),
    ),
    ("ap_pru_free_school", NO_PHASE): (Kind("Free schools alternative provision", 1, "Bridge Free School"),),
    ("ap_pru_la_maintained", NO_PHASE): (Kind("Pupil referral unit", 1, "Pupil Referral Unit"),),
    ("general_fe_tertiary_colleges", POST_16): (
        Kind("Further education", 3, "College"),
        Kind("Sixth form centres", 1, "Sixth Form College"),
    ),
    ("specialist_post_16_institutions", POST_16): (
        Kind("Special post 16 institution", 1, "Specialist College"),
    ),
    (REGISTER_ONLY, NO_PHASE): (Kind("(provider register only, no URN)", 1, "Training"),),
    ("online_provider", NO_PHASE): (Kind("Online provider", 1, "Online School"),),
    ("w_settings", NO_PHASE): (Kind("Welsh establishment", 1, "School, Wales"),),
    ("other_schools", NO_PHASE): (Kind("Miscellaneous", 1, "Centre"),),
}

PLACES_EACH = {
    ("mainstream_la_maintained", PRIMARY): 6,
    ("mainstream_la_maintained", SECONDARY): 22,
    ("mainstream_academy", PRIMARY): 7,
    ("mainstream_academy", SECONDARY): 24,
    ("mainstream_free_school", PRIMARY): 6,
    ("mainstream_free_school", SECONDARY): 20,
    ("special_la_maintained", NO_PHASE): 110,
    ("special_academy_free", NO_PHASE): 100,
    ("special_independent", NO_PHASE): 14,
    ("special_non_maintained", NO_PHASE): 12,
    ("general_fe_tertiary_colleges", POST_16): 180,
    ("specialist_post_16_institutions", POST_16): 25,
}
"""About how many children with plans one establishment has; eight where nothing is said. Invented."""
FEW = 8


def establishment_column(column: str) -> str:
    """The column without its SEN unit or resourced provision: both are places inside such an
    establishment."""
    return column.removesuffix("_resourced_provision").removesuffix("_senunit")


def phase(column: str, age: int) -> str:
    """The phase of the establishment that someone of this age attends."""
    if column in MAINSTREAM:
        nursery = column == "mainstream_la_maintained" and age <= 3
        return NURSERY if nursery else PRIMARY if age <= 10 else SECONDARY
    return POST_16 if (column, POST_16) in KINDS else NO_PHASE
