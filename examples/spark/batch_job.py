"""Runs `duizhao batch` over a table of texts with Spark.

    spark-submit batch_job.py INPUT OUTPUT [--partitions N] [-- OPTION OF duizhao batch…]

INPUT is Parquet (a name that ends in .parquet) or JSON Lines; its columns are those of the tool's records:
id, source, target, or source_file, target_file that every executor can read. OUTPUT is a folder of JSON
Lines, in the order of the input. The tool is DUIZHAO of the environment, or the duizhao of the PATH.
"""
import argparse
import os
import shlex

from pyspark.sql import SparkSession
from pyspark.sql.functions import struct, to_json

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
parser.add_argument("input")
parser.add_argument("output")
parser.add_argument("--partitions", type=int, default=0, help="parts of the work; one a file or block if 0")
parser.add_argument("options", nargs="*", help="options of duizhao batch, behind --")
arguments = parser.parse_args()

spark = SparkSession.builder.appName("duizhao").getOrCreate()
if arguments.input.endswith(".parquet"):
    table = spark.read.parquet(arguments.input)
    records = table.select(to_json(struct("*"))).rdd.map(lambda row: row[0])
else:
    records = spark.sparkContext.textFile(arguments.input)
if arguments.partitions:
    # coalesce and repartition would lose the order; ranges of numbers keep it.
    numbered = records.zipWithIndex().map(lambda pair: (pair[1], pair[0]))
    records = numbered.sortByKey(numPartitions=arguments.partitions).values()
# One thread a task: Spark runs as many tasks at once as the executor has cores.
command = [os.environ.get("DUIZHAO", "duizhao"), "batch", "--jobs", "1", *arguments.options]
records.pipe(shlex.join(command), checkCode=True).saveAsTextFile(arguments.output)
spark.stop()
