"""What figures keep about a child: rows of facts as Parquet, and the groups a person was counted in."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from django.conf import settings

from goldenthread.audit.kept import Declaration, Kept, KeptFiles, Way
from goldenthread.figures.models import FigureSet, GroupOfPerson, MeasuredSet
from goldenthread.figures.working_out import facts_folder

CASES, REQUESTS = "cases.parquet", "requests.parquet"


def remove_from_facts(people: Sequence[int]) -> int:
    """Rewrites every folder of facts without their rows; how many files changed.

    Facts from before they named cases cannot be told apart: those go whole, and can be worked out anew.
    """
    changed = 0
    for folder in sorted({path.parent for path in Path(settings.FACTS_ROOT).rglob("people.parquet")}):
        if not (folder / CASES).exists():
            changed += _remove_all(folder)
            continue
        keys = _keys(folder, people)
        beside = [folder, folder.parent / "tables", *_measured_on(folder)]
        for path in sorted(path for one in beside for path in one.glob("*.parquet")):
            changed += _rewritten(path, keys)
        _give_new_digest(folder)
    return changed


Keys = dict[str, list[int]]


def _keys(folder: Path, people: Sequence[int]) -> Keys:
    """The keys that stand for these people in this folder alone."""
    cases = pq.read_table(folder / CASES)
    requests = cases.filter(pc.field("person_id").isin(list(people)))["request_key"].to_pylist()
    whose = pq.read_table(folder / REQUESTS).filter(pc.field("request_key").isin(requests))
    found = whose["person_key"].to_pylist() if requests else []
    return {"request_key": requests, "person_key": found, "person_id": list(people)}


def _rewritten(path: Path, keys: Keys) -> bool:
    table: pa.Table = pq.read_table(path)
    kept = table
    for column, values in keys.items():
        if column in kept.column_names and values:
            kept = kept.filter(~pc.field(column).isin(values) | pc.field(column).is_null())
    if kept.num_rows == table.num_rows:
        return False
    draft = path.with_suffix(".new")
    pq.write_table(kept, draft)
    draft.rename(path)
    return True


def _remove_all(folder: Path) -> int:
    files = list(folder.glob("*.parquet"))
    for path in files:
        path.unlink()
    return len(files)


def _measured_on(folder: Path) -> list[Path]:
    """Folders of measured figures that rest on these facts."""
    sets = MeasuredSet.objects.exclude(facts_of=None).select_related("facts_of")
    resting = [one for one in sets if one.facts_of is not None and facts_folder(one.facts_of) == folder]
    return [Path(settings.FACTS_ROOT) / "measured" / str(one.pk) / "tables" for one in resting]


def _give_new_digest(folder: Path) -> None:
    """Whoever remembers these facts by their digest reads them anew."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.parquet")):
        digest.update(path.read_bytes())
    text = digest.hexdigest()
    for figure_set in FigureSet.objects.exclude(facts_digest=""):
        if facts_folder(figure_set) == folder:
            FigureSet.objects.filter(pk=figure_set.pk).update(facts_digest=text)
            MeasuredSet.objects.filter(facts_of=figure_set).update(facts_digest=text)
    if folder.parent.parent.name == "measured":
        MeasuredSet.objects.filter(pk=int(folder.parent.name)).update(facts_digest=text)


DECLARATION = Declaration(
    kept=[
        Kept(GroupOfPerson, lambda people: GroupOfPerson.objects.filter(person_id__in=people), Way.DELETE),
    ],
    files=[KeptFiles("facts as Parquet", remove_from_facts)],
    not_of_a_child={
        "figures.FigureSet": "which figures were worked out when",
        "figures.Figure": "counts and shares",
        "figures.MeasuredSet": "which measures were worked out when",
        "figures.CitedFigure": "one figure as somebody cited it, and why",
        "figures.DeclaredStep": "changes of a process, and why",
        "figures.Watch": "which figures somebody watches",
        "figures.WatchNotice": "signals on a watched figure",
    },
)
