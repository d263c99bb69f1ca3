#!/usr/bin/env bash
# Collects the messages of the sources into a template for translators (gettext).
#
# usage: bash data/locale/collect.sh TEMPLATE.pot
set -euo pipefail
template=$(realpath -m "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# xgettext warns of every message with Chinese in it; they are meant.
warnings=$(mktemp)
trap 'rm -f "$warnings"' EXIT
find include lib examples \( -name '*.cpp' -o -name '*.hpp' \) | LC_ALL=C sort |
  xgettext --language=C++ --from-code=UTF-8 --add-location=file --files-from=- --output="$template" \
    --package-name=duizhao \
    --keyword --keyword=translate:1,1t --keyword=translate:1,2,3t --keyword=translatable --keyword=message:1 \
    2>"$warnings" || { cat "$warnings" >&2; exit 1; }
# fmt's {:.0f} % is no format of C.
sed -i -e '/^#, c-format$/d' -e '/^"POT-Creation-Date/d' -e '1,/^$/s/charset=CHARSET/charset=UTF-8/' "$template"
