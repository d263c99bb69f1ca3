#!/usr/bin/env bash
# Installs what is missing, builds, and passes all tests: with the address and undefined-behaviour sanitisers,
# the fuzz targets over their stored inputs (clang), then as released. A preset that fails does not keep the
# others from running; the end says which failed.
# Where Chromium is installed the pages are tried in it; where CI is set it is installed.
#
# usage: bash tests/run.sh [PRESET…]    presets: release, asan-ubsan, fuzz, tsan, dev
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

bash examples/install-packages.sh tests
if [ -n "${CI:-}" ] || command -v chromium >/dev/null; then
  bash tests/browser/install.sh || echo "The pages are not tried in a browser" >&2
fi
if command -v ccache >/dev/null; then
  export CMAKE_CXX_COMPILER_LAUNCHER=ccache
  export CCACHE_SLOPPINESS=pch_defines,time_macros  # for headers that are compiled once
fi

run() {
  local tests=ON
  if [ "$1" = fuzz ]; then tests=OFF; fi # the targets are all that clang builds
  cmake --preset "$1" -D DUIZHAO_BUILD_TESTS=$tests -D DUIZHAO_WARNINGS_AS_ERRORS=ON >/dev/null &&
    cmake --build --preset "$1" &&
    ctest --preset "$1" --parallel "$(nproc)" --progress
}

if [ $# -eq 0 ]; then set -- asan-ubsan fuzz release; fi
failed=()
for preset in "$@"; do
  run "$preset" || failed+=("$preset")
done
if [ ${#failed[@]} -gt 0 ]; then
  echo "Failed: ${failed[*]}" >&2
  exit 1
fi
