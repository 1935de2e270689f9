#!/usr/bin/env bash
# All checks and tests of gvkaart. Every step runs; the exit status is 0 only when every step passed.
set -u -o pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
# shellcheck source=installer/setup.sh
. installer/setup.sh

summary=()
failed=0

# step NAME COMMAND...: says what it does, does it, remembers how it went.
step() {
    local name=$1 started=$SECONDS
    shift
    printf '\n=== %s\n' "$name"
    if "$@"; then
        summary+=("goed    $name ($((SECONDS - started)) s)")
    else
        summary+=("FOUT    $name ($((SECONDS - started)) s)")
        failed=1
    fi
}

# The catalogue holds every text of the sources and no other, in the form in which lupdate writes it, and all of them are
# translated. To bring it up to date: the first command with -ts resources/i18n/gvkaart_en.ts, translate, and the second.
check_translation() {
    local source=resources/i18n/gvkaart_en.ts scratch status
    scratch=$(mktemp -d) || return 1
    cp "$source" "$scratch/new.ts" &&
        "$VENV/bin/pyside6-lupdate" -extensions py gvkaart -no-obsolete -locations none -silent \
            -source-language nl -target-language en -ts "$scratch/new.ts" &&
        diff -u "$source" "$scratch/new.ts" &&
        "$VENV/bin/pyside6-lrelease" -silent -fail-on-unfinished "$scratch/new.ts" -qm "$scratch/new.qm"
    status=$?
    rm -rf "$scratch"
    return $status
}

prepare test
export QT_QPA_PLATFORM=offscreen
unset DISPLAY WAYLAND_DISPLAY

step "stijl: ruff check" "$VENV/bin/ruff" check .
step "opmaak: ruff format" "$VENV/bin/ruff" format --check .
step "typen: mypy" "$VENV/bin/mypy"
step "verdiepingen: import-linter" "$VENV/bin/lint-imports"
step "ongebruikte code: vulture" "$VENV/bin/vulture"
step "vertaling: lupdate en lrelease" check_translation
# Counting lines makes every test slower by a third; it is done where it is asked for: these three floors have to be covered
# by their own tests, not by what a window happens to call.
covered=(domain store analysis)
if [ $# -gt 0 ]; then
    step "tests: pytest $*" "$VENV/bin/pytest" -n 2 -q "$@"
else
    step "tests van ${covered[*]}, met volledige dekking" "$VENV/bin/pytest" -n 2 -q "${covered[@]/#/tests/}" \
        "${covered[@]/#/--cov=gvkaart.}" --cov-fail-under=100
    step "alle andere tests" "$VENV/bin/pytest" -n 2 -q "${covered[@]/#/--ignore=tests/}"
fi

printf '\n=== samenvatting\n'
printf '%s\n' "${summary[@]}"
exit $failed
