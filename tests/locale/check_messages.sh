#!/usr/bin/env bash
# Whether every message of the sources is translated, and every translation belongs to a message.
#
# usage: check_messages.sh SOURCES FOLDER-TO-WORK-IN
set -euo pipefail
sources=$1
folder=$2
mkdir -p "$folder"
bash "$sources/data/locale/collect.sh" "$folder/duizhao.pot"
for catalogue in "$sources"/data/locale/*.po; do
  msgfmt --check-format --check-domain --output-file=/dev/null "$catalogue"
  msgcmp "$catalogue" "$folder/duizhao.pot" 2>"$folder/problems" || true
  cat "$folder/problems" >&2
  if [ -s "$folder/problems" ]; then exit 1; fi
done
