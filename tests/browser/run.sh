#!/usr/bin/env bash
# Uses the pages in Chromium as readers do: filters, keys, dark mode, phone width, print. Leaves
# pictures of them in FOLDER, where playwright-core must be (install.sh puts it there). Exits with 77 where it is not.
#
#   run.sh CHROMIUM DUIZHAO SOURCES FOLDER
set -euo pipefail
export CHROMIUM=$1 DUIZHAO=$2 SOURCES=$3 FOLDER=$4
if ! command -v node >/dev/null || [ ! -f "$FOLDER/node_modules/playwright-core/package.json" ]; then
  echo "playwright-core is not in $FOLDER: the pages are not used in a browser"
  exit 77
fi
exec node --test "$SOURCES/tests/browser/pages.test.mjs"
