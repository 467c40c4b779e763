"""Which place is a figure about? A local authority with the codes that published tables give it."""

from dataclasses import dataclass

ENGLAND = "E92000001"

INNER_LONDON = ("E13000001", "Inner London")
OUTER_LONDON = ("E13000002", "Outer London")


@dataclass(frozen=True, slots=True)
class Area:
    """A local authority. `code` is the DfE's three-digit number, `ons_code` the one of nine characters."""

    code: str
    name: str
    ons_code: str
    region_code: str
    region_name: str
    kind: str
    """As the DfE's Local Authority Interactive Tool has it: ILB, OLB, MD, UA or SC."""

    @property
    def part_of_london(self) -> tuple[str, str] | None:
        """Inner or Outer London, code and name, which some tables give in place of the region."""
        return {"ILB": INNER_LONDON, "OLB": OUTER_LONDON}.get(self.kind)
