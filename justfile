# Every command that a person or CI runs. `./gt NAME` is `just NAME` with everything installed first.

set positional-arguments
set quiet

commands := "python -m goldenthread.config.commands"

# everything from nothing: a peopled area, served; prints the address and who to sign in as
[no-exit-message]
demo *arguments:
    exec {{commands}} demo "$@"

# the real system: pages and jobs, with the settings that the environment gives
[no-exit-message]
serve *arguments:
    exec {{commands}} serve "$@"

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

# style sheets and typeface from npm, into build/; does nothing when nothing changed
assets:
    python -m goldenthread.ui.assets

# what the law asks, by when, and why: law list, law due DUTY name=value
[no-cd]
[no-exit-message]
law *arguments:
    exec {{commands}} law "$@"

# write docs/law/register.md anew from the code
register:
    mkdir -p docs/law
    {{commands}} law register > docs/law/register.md.new
    mv docs/law/register.md.new docs/law/register.md

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
