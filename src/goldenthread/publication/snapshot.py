"""What a release holds: finished words and published series, so that it reads the same for ever."""

import hashlib
import json
from dataclasses import asdict
from typing import Any

from goldenthread.figures.benchmarks import Benchmark, benchmark
from goldenthread.figures.models import Figure, FigureSet
from goldenthread.figures.open_data.published import ADDRESS, RELEASE
from goldenthread.publication.headlines import CHART, HEADLINES, shown
from goldenthread.ui.words import day

Content = dict[str, Any]


def content_of(figure_set: FigureSet, figures: dict[tuple[str, str], Figure]) -> Content:
    """The content of a release of this set."""
    mark = benchmark(*CHART, figure_set.area)
    as_at, year = day(figure_set.as_at), str(figure_set.year - 1)
    told = [
        shown(headline, figures[headline.table, headline.column], year=year, as_at=as_at)
        for headline in HEADLINES
    ]
    return {
        "area_name": mark.area_name,
        "as_at": as_at,
        "year": year,
        "figures": [asdict(one) for one in told if one is not None],
        "series": _series(mark),
        "source": {"title": f"{RELEASE}, Department for Education", "address": ADDRESS},
    }


def _series(mark: Benchmark) -> dict[str, Any]:
    def texts(cells: Any) -> list[str | None]:
        return [cell.text if cell is not None and cell.value is not None else None for cell in cells]

    return {"periods": list(mark.periods), "ours": texts(mark.ours), "england": texts(mark.england)}


def digest_of(content: Content) -> str:
    """SHA-256 of the content, written in one fixed way."""
    fixed = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(fixed.encode()).hexdigest()
