#!/usr/bin/env bash
# Opens every kind of page in Chromium: its script must run under the page's own security policy, count the
# items and leave nothing on the console.
#
#   check_pages.sh CHROMIUM DUIZHAO SOURCES
set -euo pipefail
chromium=$1
duizhao=$2
cd "$3/data/interviews"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$duizhao" align -q -f html -o "$folder/align.html" passages.zh.txt passages.en.txt
"$duizhao" check -q -f html -o "$folder/check.html" passages.zh.txt passages.en.txt
"$duizhao" trace -q -f html -o "$folder/trace.html" quotations-in-learnings.en.txt --against passages.en.txt
"$duizhao" variants -q -f html -o "$folder/variants.html" passages.zh.txt passages.en.txt \
  quotations-in-learnings.en.txt

status=0
for name in align check trace variants; do
  page="$folder/$name.html"
  "$chromium" --headless --no-sandbox --disable-gpu --enable-logging=stderr --v=0 --user-data-dir="$folder/profile" \
    --dump-dom "file://$page" > "$folder/$name.dom" 2> "$folder/$name.log"
  items=$(grep -c '<article class="item"' "$page" || true)
  if ! grep -q ">$items of $items shown</output>" "$folder/$name.dom"; then
    echo "$name: the script did not count $items items" >&2
    status=1
  fi
  if grep 'CONSOLE' "$folder/$name.log" >&2; then
    echo "$name: the console is not empty" >&2
    status=1
  fi
done
exit $status
