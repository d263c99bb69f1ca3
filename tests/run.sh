#!/usr/bin/env bash
# Installs what is missing, builds, and passes all tests: as released, then with the address and
# undefined-behaviour sanitisers. Where Chromium is installed the pages are tried in it; where CI is set
# it is installed.
#
# usage: bash tests/run.sh [PRESET…]    presets: release, asan-ubsan, tsan, dev
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

bash examples/install-packages.sh tests
if [ -n "${CI:-}" ] || command -v chromium >/dev/null; then
  bash tests/browser/install.sh || echo "The pages are not tried in a browser" >&2
fi
if command -v ccache >/dev/null; then export CMAKE_CXX_COMPILER_LAUNCHER=ccache; fi

if [ $# -eq 0 ]; then set -- asan-ubsan release; fi
for preset in "$@"; do
  cmake --preset "$preset" -D DUIZHAO_BUILD_TESTS=ON -D DUIZHAO_WARNINGS_AS_ERRORS=ON \
    >/dev/null
  cmake --build --preset "$preset"
  ctest --preset "$preset" --parallel "$(nproc)" --progress
done
