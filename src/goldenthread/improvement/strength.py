"""How far does a kind of evidence carry? As configured beside this; unconfirmed until someone decides."""

from dataclasses import dataclass
from pathlib import Path

import yaml

WEAK, FAIR, STRONG = 1, 2, 3
WORDS = {WEAK: "weak", FAIR: "fair", STRONG: "strong"}


@dataclass(frozen=True, slots=True)
class Strength:
    """From 1 (weak) to 3 (strong), and why."""

    value: int
    because: str

    @property
    def words(self) -> str:
        return WORDS[self.value]


_told = yaml.safe_load(Path(__file__).with_name("evidence_kinds.yaml").read_text())

CONFIRMED = bool(_told["confirmed"])
"""Whether the partnership decided on these strengths."""

STRENGTHS: dict[str, Strength] = {
    kind: Strength(said["strength"], said["because"]) for kind, said in _told["kinds"].items()
}
"""By kind of evidence."""
