# Every command that a person or CI runs. `./gt NAME` is `just NAME` with everything installed first.

set positional-arguments
set quiet

commands := "python -m goldenthread.config.commands"

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
law *arguments:
    {{commands}} law "$@"

# the statutory return: sen2 facts, sen2 load, sen2 synth
sen2 *arguments:
    {{commands}} sen2 "$@"

# published tables from facts: figures dfe
figures *arguments:
    {{commands}} figures "$@"
