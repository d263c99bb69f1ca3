#!/usr/bin/env bash
# examples/spark/batch_job.py on two local executors gives what one run of the tool gives, from JSON Lines and
# from Parquet. 77, skipped, where there is no Java or no PySpark can be had; build/spark keeps what was had.
#
# usage: bash run.sh TOOL SOURCES FOLDER [RECORDS]
set -euo pipefail
tool=$(realpath "$1")
sources=$(realpath "$2")
records=${4:-300}
mkdir -p "$3"
folder=$(realpath "$3")

command -v java >/dev/null || { echo "there is no Java"; exit 77; }
python="$folder/venv/bin/python3"
if ! "$python" -c "import pyspark, pyarrow" 2>/dev/null; then
  [ -n "${DUIZHAO_SPARK:-}" ] || { echo "PySpark is not there; DUIZHAO_SPARK=1 has it fetched"; exit 77; }
  python3 -m venv "$folder/venv" || { echo "there is no venv"; exit 77; }
  "$python" -m pip install --quiet --disable-pip-version-check "pyspark>=3.5" pyarrow pandas \
    || { echo "PySpark cannot be had"; exit 77; }
fi

cd "$folder"
rm -rf out-json out-parquet pairs.jsonl pairs.parquet plain.jsonl
"$python" - "$sources/data/interviews" "$records" <<'PY'
import json, sys
folder, count = sys.argv[1], int(sys.argv[2])
sides = [open(f"{folder}/passages.{language}.txt", encoding="utf-8").read().split("\n") for language in ("zh", "en")]
with open("pairs.jsonl", "w", encoding="utf-8") as out:
    for k in range(count):
        source, target = ("\n".join(side[k % 7: k % 7 + 1 + k % 5]) for side in sides)
        record = {"id": str(k), "source": source, "target": target}
        out.write(json.dumps(record, ensure_ascii=False) + "\n")
PY
"$tool" batch --jobs 1 <pairs.jsonl >plain.jsonl
[ "$(wc -l <plain.jsonl)" -eq "$records" ]

home=$("$python" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))')
submit() {
  SPARK_HOME="$home" PYSPARK_PYTHON="$python" DUIZHAO="$tool" SPARK_LOCAL_IP=127.0.0.1 \
    SPARK_LOCAL_DIRS="$folder/scratch" "$home/bin/spark-submit" --master "local-cluster[2,1,1024]" \
    --conf spark.ui.enabled=false "$sources/examples/spark/batch_job.py" "$@" 2>spark.log ||
    { tail -30 spark.log; exit 1; }
}
submit pairs.jsonl out-json --partitions 4
cat out-json/part-* | cmp - plain.jsonl

"$python" -c "
import pandas
pandas.read_json('pairs.jsonl', lines=True, dtype={'id': str}).to_parquet('pairs.parquet')"
submit pairs.parquet out-parquet --partitions 3
cat out-parquet/part-* | cmp - plain.jsonl
echo "$records records: Spark gives what the tool gives"
