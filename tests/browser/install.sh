#!/usr/bin/env bash
# Puts what the tests of pages need where they look for it: playwright-core into build/browser, and where CI
# is set Chromium and npm into the system.
set -euo pipefail
sources=$(realpath "$(dirname "${BASH_SOURCE[0]}")/../..")
if [ -n "${CI:-}" ]; then bash "$sources/examples/install-packages.sh" browser; fi
mkdir -p "$sources/build/browser"
cp "$sources/tests/browser/package.json" "$sources/build/browser"
npm install --prefix "$sources/build/browser" --ignore-scripts --no-audit --no-fund --no-package-lock \
  --prefer-offline --fetch-retries=1 --fetch-timeout=30000 --loglevel=error
