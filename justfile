# Every command that a person or CI runs. `./gt NAME` is `just NAME` with everything installed first.

set positional-arguments
set quiet

commands := "python -m goldenthread.config.commands"

# everything from nothing: a peopled area (--empty: people alone), served; prints the address and who to be
[no-exit-message]
demo *arguments:
    exec {{commands}} demo "$@"

# an empty area of one's own, in the database that the environment names: begin EMAIL "NAME"
[no-exit-message]
begin *arguments:
    exec {{commands}} begin "$@"

# the real system: pages and jobs, with the settings that the environment gives
[no-exit-message]
serve *arguments:
    exec {{commands}} serve "$@"

# all the checks and all the tests, in parallel; with arguments, pytest takes them
[no-exit-message]
test *arguments: assets
    python tests/machine.py
    exec pytest {{ if arguments == "" { "--numprocesses=auto --postgres=both" } else { "" } }} "$@"

# the checks alone: they change no file
check: check-lint check-format check-imports check-types check-templates check-migrations

# mend what a machine can mend: formatting, order of imports
fix:
    ruff check --quiet --fix .
    ruff format --quiet .

# a person's ways through the pages, in a real browser
[no-exit-message]
journeys *arguments: assets
    python tests/machine.py
    exec pytest -m journey "$@"

# what takes minutes and runs once a night
[no-exit-message]
nightly *arguments: assets
    python tests/machine.py
    pytest tests/properties --hypothesis-profile=searching
    pytest --numprocesses=auto --postgres=every
    exec pytest -m nightly "$@"

# a picture of every page that a journey comes by, in var/pictures
pictures: assets
    python tests/machine.py
    exec pytest -m journey

# an encrypted backup of database, files and head: backup, backup keys FILE, backup list
[no-cd]
[no-exit-message]
backup *arguments:
    exec {{commands}} backup "$@"

# a backup into an empty database: restore NAME --key FILE
[no-cd]
[no-exit-message]
restore *arguments:
    exec {{commands}} restore "$@"

# is what runs here whole, or is a backup: verify, verify NAME --key FILE
[no-cd]
[no-exit-message]
verify *arguments:
    exec {{commands}} verify "$@"

# Django's own commands, with the database there: manage migrate
[no-cd]
[no-exit-message]
manage *arguments:
    exec {{commands}} manage "$@"

# compute the hashed locks anew after a change of pyproject.toml
lock:
    uv pip compile --quiet --universal --generate-hashes --no-annotate --custom-compile-command "./gt lock" requirements/bootstrap.in -o requirements/bootstrap.txt
    uv pip compile --quiet --universal --generate-hashes --no-annotate --custom-compile-command "./gt lock" --python-version 3.11 pyproject.toml -o requirements/production.txt
    uv pip compile --quiet --universal --generate-hashes --no-annotate --custom-compile-command "./gt lock" --python-version 3.11 pyproject.toml --group demo -o requirements/demo.txt
    uv pip compile --quiet --universal --generate-hashes --no-annotate --custom-compile-command "./gt lock" --python-version 3.11 pyproject.toml --group develop -o requirements/develop.txt

# is any package we stand on known to be unsafe? asks outside, and says so when nobody can be asked
[no-exit-message]
audit-dependencies:
    python -m goldenthread.config.dependencies

# style sheets and typeface from npm, into build/; does nothing when nothing changed
assets:
    python -m goldenthread.ui.assets

# what the law asks, by when, and why: law list, law due DUTY name=value
[no-cd]
[no-exit-message]
law *arguments:
    exec {{commands}} law "$@"

# write the pages of docs/law anew from the code
register:
    mkdir -p docs/law
    for page in register life-cycle notices plan-content; do \
        {{commands}} law register $page > docs/law/$page.md.new || exit 1; \
        mv docs/law/$page.md.new docs/law/$page.md; \
    done

# write docs/access-matrix.md anew: who may open which page, from what the code declares
[no-cd]
[no-exit-message]
access *arguments:
    exec {{commands}} access "$@"

# the statutory return: sen2 facts, sen2 load, sen2 synth
[no-cd]
[no-exit-message]
sen2 *arguments:
    exec {{commands}} sen2 "$@"

# published tables from facts: figures dfe
[no-cd]
[no-exit-message]
figures *arguments:
    exec {{commands}} figures "$@"

# papers for boards, reviews and scrutiny: pack list, pack make NAME -o DIR
[no-cd]
[no-exit-message]
pack *arguments:
    exec {{commands}} pack "$@"

# is the journal what it was? audit verify, audit head, audit key
[no-cd]
[no-exit-message]
audit *arguments:
    exec {{commands}} audit "$@"

# the public site as files, for a web server of its own: site export -o DIR
[no-cd]
[no-exit-message]
site *arguments: assets
    exec {{commands}} site "$@"

# does a promise hold? drills on a scratch database: drill kill --size 5; alone it lists them
[no-exit-message]
drill *arguments:
    exec {{commands}} drill "$@"

# the published figures on our pages: open-data update, open-data show
[no-exit-message]
open-data *arguments:
    exec {{commands}} open-data "$@"

# what is measured, and whether rightly: measures list, measures check, measures compute
[no-cd]
[no-exit-message]
measures *arguments:
    exec {{commands}} measures "$@"

# write the catalogue of measures, docs/measures.md, anew from the definitions
catalogue:
    {{commands}} measures page > docs/measures.md.new && mv docs/measures.md.new docs/measures.md

# how fast, and in how much memory, against a stated floor: bench sen2
[no-exit-message]
bench name *arguments:
    python bench/{{name}}.py {{arguments}}

[private]
check-lint:
    ruff check --quiet .

[private]
check-format:
    ruff format --quiet --check --diff .

[private]
check-imports:
    said=$(lint-imports --no-cache) || { echo "$said"; exit 1; }

[private]
check-types:
    mypy --no-error-summary

[private]
check-templates:
    djlint src --lint --quiet

[private]
check-migrations:
    DJANGO_SETTINGS_MODULE=goldenthread.config.settings.test python -W ignore::RuntimeWarning -m django makemigrations --check --dry-run --verbosity 0

# would a wrong rule be noticed? mutates functions, then the law's own numbers; docs/law/mutation.md keeps the score
mutation-law:
    mutmut run
    python bench/law_values.py
