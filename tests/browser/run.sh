#!/usr/bin/env bash
# Uses the pages in Chromium as readers do: filters, keys, dark mode, phone width, print. Leaves
# pictures of them in FOLDER. Exits with 77 where playwright-core is not at hand and cannot be fetched.
#
#   run.sh CHROMIUM DUIZHAO SOURCES FOLDER
set -euo pipefail
export CHROMIUM=$1 DUIZHAO=$2 SOURCES=$3 FOLDER=$4
mkdir -p "$FOLDER"
cp "$SOURCES/tests/browser/package.json" "$FOLDER"
if [ ! -d "$FOLDER/node_modules/playwright-core" ]; then
  if ! npm install --prefix "$FOLDER" --ignore-scripts --no-audit --no-fund --no-package-lock >"$FOLDER/npm.log" 2>&1; then
    tail -3 "$FOLDER/npm.log"
    echo "playwright-core cannot be fetched: the pages are not used in a browser"
    exit 77
  fi
fi
exec node --test "$SOURCES/tests/browser/pages.test.mjs"
