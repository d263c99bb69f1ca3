#!/usr/bin/env bash
# From a fresh clone on Debian 12 to aligned interviews: installs what is missing, builds the tool, aligns
# the nine Chinese passages with their English translation.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

bash examples/install-packages.sh
cmake --preset release -D DUIZHAO_BUILD_TESTS=OFF >/dev/null
cmake --build --preset release

echo
build/release/bin/duizhao align data/interviews/passages.zh.txt data/interviews/passages.en.txt
