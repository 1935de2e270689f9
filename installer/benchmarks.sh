#!/usr/bin/env bash
# Measures speed and memory on this machine; nothing passes or fails. Arguments go to the benchmarks.
set -u -o pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
# shellcheck source=installer/setup.sh
. installer/setup.sh

prepare test
QT_QPA_PLATFORM=offscreen exec "$PYTHON" -m tests.benchmarks "$@"
