#!/usr/bin/env bash
# Lets sacrebleu score a thousand other random corpora and compares. Exits with 77, skipped, where sacrebleu is
# not there and cannot be installed.
#
# usage: compare_with_sacrebleu.sh TESTS FOLDER    the test program; where an installation may lie
set -euo pipefail
tests="$1"
folder="$2"
here="$(dirname "${BASH_SOURCE[0]}")"

knows_sacrebleu() { "$1" -c 'import sacrebleu; assert sacrebleu.__version__ == "2.6.0"' 2>/dev/null; }

python=python3
if ! knows_sacrebleu "$python"; then
  python="$folder/bin/python3"
  if ! knows_sacrebleu "$python"; then
    { python3 -m venv "$folder" && timeout 120 "$python" -m pip install -q sacrebleu==2.6.0; } >/dev/null 2>&1 ||
      { echo "sacrebleu 2.6.0 is not to be had"; exit 77; }
  fi
fi

vectors="$(mktemp)"
trap 'rm -f "$vectors"' EXIT
"$python" "$here/sacrebleu_vectors.py" 2 1000 "$vectors" 2>/dev/null
DUIZHAO_SACREBLEU_VECTORS="$vectors" "$tests" "[sacrebleu]" -w NoTests
