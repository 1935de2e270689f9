# Makes gvkaart ready to run, in this folder and nowhere else. Sourced by start.sh and test.sh; bash.
#
#   prepare run     what the program needs
#   prepare test    that, and what the checks and tests need
#
# A second time takes a second and needs no network: a stamp in .venv says what was installed.

VENV=.venv
PYTHON=$VENV/bin/python

RUN_PACKAGES=(
    graphviz fonts-dejavu-core libegl1 libgl1 libdbus-1-3 libglib2.0-0 libfontconfig1 libxkbcommon-x11-0 libxcb-cursor0
    libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 libxcb-shape0 libxcb-xkb1
)
TEST_PACKAGES=(xvfb xauth at-spi2-core dbus-daemon gir1.2-atspi-2.0 python3-gi)

say() { printf '%s\n' "$*"; }
stop() {
    printf '\nGestopt: %s\n' "$*" >&2
    exit 1
}

is_debian() { command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; }

is_installed() {
    local name
    for name in "$1" "${1}t64"; do # Debian 13 renamed some libraries: libglib2.0-0 became libglib2.0-0t64
        [ "$(dpkg-query -W -f '${db:Status-Status}\n' "$name" 2>/dev/null | head -n 1)" = installed ] && return 0
    done
    return 1
}

python_can_make_environments() { python3 -c 'import ensurepip, venv' 2>/dev/null; }

# Prints the names of the packages that are needed and not there, on one line.
missing_packages() {
    local needed=("${RUN_PACKAGES[@]}") name
    [ "$1" = test ] && needed+=("${TEST_PACKAGES[@]}")
    for name in "${needed[@]}"; do is_installed "$name" || printf '%s ' "$name"; done
    python_can_make_environments || [ -x "$PYTHON" ] || printf 'python3-venv '
}

# Prints what runs apt-get here ("", "sudo"), or fails when nobody may or nobody can be asked.
administrator() {
    [ "$(id -u)" -eq 0 ] && return 0
    [ -t 0 ] && [ "${CI:-}" != true ] && command -v sudo >/dev/null || return 1
    local answer
    read -r -p "Mag dit script ze installeren met sudo apt-get? U moet daarvoor uw wachtwoord geven. [j/N] " answer
    case $answer in [jJyY]*) printf 'sudo' ;; *) return 1 ;; esac
}

install_system_packages() {
    local missing prefix
    if ! is_debian; then
        command -v dot >/dev/null && return 0
        say "Dit is geen Debian of Ubuntu. Installeer zelf Graphviz (het programma dot) en de bibliotheken voor Qt 6."
        say "Op Debian heten die: ${RUN_PACKAGES[*]}"
        say "Het script gaat verder; of Qt werkt, blijkt verderop."
        return 0
    fi
    missing=$(missing_packages "$1")
    [ -n "$missing" ] || return 0
    say "Op dit systeem ontbreekt: $missing"
    if ! prefix=$(administrator); then
        say "Vraag een beheerder om dit uit te voeren:"
        say "    sudo apt-get update && sudo apt-get install -y $missing"
        say "Het script gaat verder; of het zonder kan, blijkt verderop."
        return 0
    fi
    say "Ze worden nu geïnstalleerd met apt-get."
    # shellcheck disable=SC2086 # an empty prefix must vanish, and the names are words of one line
    $prefix env DEBIAN_FRONTEND=noninteractive apt-get update -qq || say "De pakketlijsten zijn niet ververst."
    # shellcheck disable=SC2086
    $prefix env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null ||
        say "Niet alles is geïnstalleerd. Het script gaat verder; of het zonder kan, blijkt verderop."
}

check_python() {
    command -v python3 >/dev/null || stop "python3 ontbreekt. Installeer Python 3.11 of nieuwer."
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        stop "gvkaart heeft Python 3.11 of nieuwer nodig; hier staat $(python3 --version)."
}

# What is installed is determined by these files, this place and this Python.
fingerprint() {
    "$1" - "$PWD" "$2" pyproject.toml gvkaart/__init__.py <<'PYTHON'
import hashlib, pathlib, sys

where, *files = sys.argv[1:]
parts = [where, sys.version, *(pathlib.Path(name).read_text(encoding="utf-8") for name in files)]
print(hashlib.sha256("\0".join(parts).encode()).hexdigest())
PYTHON
}

lock_of() { [ "$1" = test ] && printf 'requirements-test.lock' || printf 'requirements.lock'; }

is_current() {
    "$PYTHON" -c '' 2>/dev/null || return 1
    [ "$(cat "$VENV/.installed-$1" 2>/dev/null)" = "$(fingerprint "$PYTHON" "$(lock_of "$1")")" ]
}

install_python_packages() {
    local lock
    lock=$(lock_of "$1")
    is_current "$1" && return 0
    [ "$1" = run ] && is_current test && return 0
    if ! "$PYTHON" -m pip --version >/dev/null 2>&1; then
        say "Er wordt een eigen Python-omgeving gemaakt in de map $VENV."
        python_can_make_environments || stop "python3 kan geen omgeving maken. Nodig: sudo apt-get install -y python3-venv"
        python3 -m venv --clear "$VENV" || stop "de map $VENV kon niet worden gemaakt."
    fi
    rm -f "$VENV"/.installed-*
    say "De Python-pakketten uit $lock worden geïnstalleerd (de eerste keer ongeveer 100 MB, enkele minuten)."
    "$PYTHON" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock" ||
        stop "de Python-pakketten zijn niet geïnstalleerd. Is er een netwerkverbinding? De reden staat hierboven."
    "$PYTHON" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index --editable . ||
        stop "gvkaart zelf is niet geïnstalleerd. De reden staat hierboven."
    "$PYTHON" -m compileall -q gvkaart || true # or the first start would do it, which takes it twice as long
    fingerprint "$PYTHON" "$lock" >"$VENV/.installed-$1"
}

check_qt() {
    QT_QPA_PLATFORM=offscreen "$PYTHON" -c 'from PySide6.QtWidgets import QApplication; QApplication([])' ||
        stop "Qt start niet op dit systeem. Waarschijnlijk ontbreekt een van: ${RUN_PACKAGES[*]}"
}

# prepare run|test: afterwards $PYTHON runs gvkaart. Works in the folder of the project.
prepare() {
    check_python
    install_system_packages "$1"
    install_python_packages "$1"
    check_qt
    say "gvkaart is klaar voor gebruik."
}
