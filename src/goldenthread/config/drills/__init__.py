"""Drills: commands that try, for operators as for continuous integration, whether a promise holds.

`./gt drill` lists them, `./gt drill NAME --size N` runs one, always on a scratch area of its own.

To add one: a module here with

    def run(area: ScratchArea, size: int, progress: Progress) -> Outcome: ...

and its line in `every.py`. The module is imported once Django is set up against the scratch area, so it may
import models and actions. `area` is a database cluster of its own in a temporary folder, with every table and
a few made-up children (`scratch.py` says what else it can start). `progress(words)` tells whoever waits.
What was tried and did not come out as promised is `lost`; say which through `progress`.
"""
