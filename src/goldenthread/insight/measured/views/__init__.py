"""Pages of measures."""

from goldenthread.insight.measured.views.acting import (
    as_at,
    begin_watch,
    declare_step,
    end_watch,
    notice_read,
    refresh,
    withdraw_step,
)
from goldenthread.insight.measured.views.exploring import (
    explore_csv,
    explore_png,
    explore_svg,
    exploring,
)
from goldenthread.insight.measured.views.reading import (
    catalogue,
    clearing,
    everywhere,
    measure,
    overview,
    walk,
    watches,
)

__all__ = [
    "as_at",
    "begin_watch",
    "catalogue",
    "clearing",
    "declare_step",
    "end_watch",
    "everywhere",
    "explore_csv",
    "explore_png",
    "explore_svg",
    "exploring",
    "measure",
    "notice_read",
    "overview",
    "refresh",
    "walk",
    "watches",
    "withdraw_step",
]
