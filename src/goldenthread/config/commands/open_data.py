"""`./gt open-data`: what the published figures on our pages are of, and fetching newer ones. No database."""

import argparse
import sys
from datetime import UTC, datetime

from goldenthread.config.environment import ENVIRONMENT
from goldenthread.figures.open_data.kept import look_in, source_of
from goldenthread.figures.open_data.published import TABLES, periods
from goldenthread.figures.open_data.updating.service import ADDRESS, NotUnderstood, Offline, Service
from goldenthread.figures.open_data.updating.update import Report, update
from goldenthread.ui.words import listed, plural

OK, NOT_FETCHED, SOME_REFUSED = 0, 1, 3


def main(arguments: list[str]) -> int:
    """0 when all is as new as it can be, 1 when nobody could be asked, 3 when some tables were refused."""
    asked = _parser().parse_args(arguments)
    folder = ENVIRONMENT.home / "open_data"
    look_in(folder)
    if asked.act == "show":
        return show()
    try:
        report = update(Service(asked.address), folder, now=datetime.now(UTC))
    except Offline as problem:
        print(f"Nobody answers at {asked.address} ({problem}). {kept_in_use()}", file=sys.stderr)
        return NOT_FETCHED
    except NotUnderstood as problem:
        print(f"{asked.address} did not answer as documented: {problem}. {kept_in_use()}", file=sys.stderr)
        return NOT_FETCHED
    for line in told(report):
        print(line)
    return SOME_REFUSED if report.refused else OK


def kept_in_use() -> str:
    """What stays, since nothing was changed."""
    dates = listed(sorted({f"of {source_of(table).published_on}" for table in TABLES}))
    return f"Nothing was changed: the tables {dates} stay in use."


def show() -> int:
    """Prints of each table its release, version, day, licence and newest period."""
    for table in TABLES:
        source = source_of(table)
        version = f"version {source.version}" if source.version else "as shipped"
        print(
            f"{table}: to {periods(table)[-1]}. {source.release}, {source.published_on}, {version}. "
            f"{source.licence}."
        )
    return OK


def told(report: Report) -> list[str]:
    """The report in sentences, one a line."""
    lines = []
    for table, brought in report.taken.items():
        new = f"new: {listed(brought.new_periods)}" if brought.new_periods else "no new period"
        lines.append(
            f"{table}: taken from {report.releases[table]}; {new}; {plural(brought.revised, 'cell')} revised."
        )
        lines += [f"  mended: {one.column} of {one.area} in {one.time_period}." for one in brought.mended]
        lines += [
            f"  fault: {one.column} of {one.area} in {one.time_period}: {one.reason}."
            for one in brought.found
        ]
    lines += [
        f"{table}: not taken, because {reason}. Ours stays." for table, reason in report.refused.items()
    ]
    if report.same:
        lines.append(f"As new as before: {listed(report.same)}.")
    if report.absent:
        lines.append(f"In no data set of the publication, so ours stay: {listed(report.absent)}.")
    if report.taken:
        lines.append("A service that is running shows them after it was started again.")
    return lines


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./gt open-data", description="The published figures on our pages.")
    acts = parser.add_subparsers(dest="act", metavar="update|show", required=True)
    fetch = acts.add_parser(
        "update",
        help="fetch newer releases, check them and put them in place",
        description="Fetches newer releases from the Department for Education's statistics API. A table is "
        "checked before it replaces ours, and all are replaced at once or none.",
    )
    fetch.add_argument("--address", default=ADDRESS, help=f"the API, if not {ADDRESS}")
    acts.add_parser("show", help="what is in use: release, version, licence, newest period")
    return parser
