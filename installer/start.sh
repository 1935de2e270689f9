#!/usr/bin/env bash
# Opens gvkaart, on the example case or on the file that is given:  installer/start.sh [BESTAND]
# Without a screen it writes the pictures, the findings and the text version of the case to uitvoer/.
set -u -o pipefail

file=${1:-}
[ -n "$file" ] && case $file in /*) ;; *) file=$PWD/$file ;; esac
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
# shellcheck source=installer/setup.sh
. installer/setup.sh

has_screen() { [ "$(uname)" = Darwin ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

write_everything() {
    local out=uitvoer name format
    name=$(basename "$file")
    name=${name%.*}
    mkdir -p "$out" || stop "de map $out kan niet worden gemaakt."
    export QT_QPA_PLATFORM=offscreen
    for format in svg png pdf md; do
        "$VENV/bin/gvkaart" export "$file" "$out/$name.$format" || stop "$out/$name.$format is niet gemaakt."
    done
    # Exit code 1 says that there are findings.
    "$VENV/bin/gvkaart" check "$file" >"$out/$name-signalen.txt" || [ $? -eq 1 ] || stop "$out/$name-signalen.txt is niet gemaakt."
    "$VENV/bin/gvkaart" check --json "$file" >"$out/$name-signalen.json" || [ $? -eq 1 ] || stop "$out/$name-signalen.json is niet gemaakt."
    printf '\nGemaakt, in de map %s:\n' "$PWD/$out"
    (cd "$out" && ls -1 "$name".* "$name"-signalen.*)
}

prepare run
[ -n "$file" ] || file=$PWD/voorbeelden/laatsignalering.yaml
[ -e "$file" ] || stop "$file bestaat niet."
if has_screen; then
    say "gvkaart opent $file"
    exec "$VENV/bin/gvkaart" "$file"
fi
say "Er is hier geen scherm. In plaats van een venster te openen schrijft gvkaart de kaart naar bestanden."
write_everything
