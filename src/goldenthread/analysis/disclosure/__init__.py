"""Before anything is public: what points at a child is not shown, and cannot be worked out from the rest."""

from goldenthread.analysis.disclosure.rule import RULE, Rule
from goldenthread.analysis.disclosure.single_figures import SafeShare, safe_count, safe_share

__all__ = ["RULE", "Rule", "SafeShare", "safe_count", "safe_share"]
