"""Rows rolled up into styles, tables joined, workbooks read: Lineup beside DuckDB, pandas and openpyxl on the
same files in the same run.

    swift build -c release --product benchmark
    pip install duckdb pandas openpyxl
    python Benchmarks/peers/catalogs.py --benchmark .build/release/benchmark

Every reading is a process of its own; seconds are wall time inside it, from the path to the table (imports do not
count), the least and the median of the runs; memory is the greatest of the process.
"""

import argparse
import csv
import os
import random
import statistics
import subprocess
import sys
import tempfile

ROLLUP = """
import duckdb, time
t = time.perf_counter()
n = duckdb.sql('''select 款号, first(品名), first(品牌), first(直播价), sum(库存) from read_csv('{csv}') group by 款号''').fetchall()
print(time.perf_counter() - t, len(n))
"""
ROLLUP_PANDAS = """
import pandas as pd, time
t = time.perf_counter()
f = pd.read_csv('{csv}')
n = f.groupby('款号', sort=False).agg({{'品名': 'first', '品牌': 'first', '直播价': 'first', '库存': 'sum'}})
print(time.perf_counter() - t, len(n))
"""
JOIN = """
import duckdb, time
t = time.perf_counter()
n = duckdb.sql('''with s as (select 款号, first(品名) n, first(直播价) p, sum(库存) k from read_csv('{csv}') group by 款号),
 v as (select 货号, sum(数量) q from read_csv('{sales}') where 日期 between '2026-08-01' and '2026-08-31' group by 货号)
 select * from s left join v on s.款号 = v.货号''').fetchall()
print(time.perf_counter() - t, len(n))
"""
JOIN_PANDAS = """
import pandas as pd, time
t = time.perf_counter()
f = pd.read_csv('{csv}').groupby('款号', sort=False).agg({{'品名': 'first', '直播价': 'first', '库存': 'sum'}})
v = pd.read_csv('{sales}')
v = v[(v['日期'] >= '2026-08-01') & (v['日期'] <= '2026-08-31')].groupby('货号')['数量'].sum()
n = f.join(v)
print(time.perf_counter() - t, len(n))
"""
XLSX = """
import openpyxl, time
t = time.perf_counter()
b = openpyxl.load_workbook('{xlsx}', read_only=True)
n = [row for row in b.active.iter_rows(values_only=True)]
print(time.perf_counter() - t, len(n) - 1)
"""


def write(folder, rows, styles, sales):
    source = random.Random(1)
    brands = ["NIKE", "甲牌", "Mirelle", "Kaisu", "乙牌"]
    names = ["风衣", "毛衣", "Shirt", "Coat", "裤"]
    with open(f"{folder}/stock.csv", "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["仓库", "款号", "品名", "品牌", "颜色", "尺码", "直播价", "库存"])
        for row in range(rows):
            style = source.randrange(styles)
            table.writerow([
                f"店{row % 97}", f"K{style:06}", names[style % 5], brands[style % 5], "黑红蓝"[row % 3], 36 + row % 9,
                99 + style % 400, source.randrange(12)])
    with open(f"{folder}/sales.csv", "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["日期", "货号", "数量"])
        for _ in range(sales):
            table.writerow([
                f"2026-{source.randrange(7, 10):02}-{source.randrange(1, 29):02}", f"K{source.randrange(styles):06}",
                source.randrange(1, 9)])
    scenario = "catalog: stock.csv\non_duplicate: roll_up\n"
    with open(f"{folder}/rollup.yaml", "w") as file:
        file.write(scenario)
    with open(f"{folder}/join.yaml", "w") as file:
        file.write(scenario + "tables:\n  sales: { file: sales.csv, key: 货号, where: { 日期: \"2026-08-01..2026-08-31\" },\n"
                   "           columns: { sales_30d: { sum: 数量 } } }\n")


def write_workbook(folder, rows):
    import openpyxl
    source = random.Random(2)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("货盘")
    sheet.append(["款号", "品名", "品牌", "颜色", "直播价", "成本价", "库存", "销量"])
    for row in range(rows):
        sheet.append([f"K{row:06}", "风衣", "甲牌", "黑红蓝"[row % 3], 99 + row % 400, 40 + row % 200,
                      source.randrange(90), source.randrange(900)])
    book.save(f"{folder}/book.xlsx")
    with open(f"{folder}/book.yaml", "w") as file:
        file.write("catalog: book.xlsx\n")


def measure(name, command, times, size):
    seconds, memory, what = [], 0, ""
    for _ in range(times):
        read, out = os.pipe()
        child = os.fork()
        if child == 0:
            os.dup2(out, 1)
            os.execvp(command[0], command)
        os.close(out)
        with os.fdopen(read) as pipe:
            printed = pipe.read().split()
        _, status, usage = os.wait4(child, 0)
        if status != 0 or not printed:
            print(f"{name:28} failed")
            return
        seconds.append(float(printed[0]))
        what = printed[-1] if command[0] == sys.executable else printed[2]
        memory = max(memory, usage.ru_maxrss * 1024)
    print(f"{name:28} {min(seconds):8.3f} {statistics.median(seconds):8.3f} {memory / 1e6:9.0f} "
          f"{memory / size:7.2f}  {what} styles", flush=True)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--benchmark", required=True)
    arguments.add_argument("--rows", type=int, default=1_000_000)
    arguments.add_argument("--styles", type=int, default=50_000)
    arguments.add_argument("--sales", type=int, default=1_000_000)
    arguments.add_argument("--book-rows", type=int, default=100_000)
    arguments.add_argument("--times", type=int, default=3)
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        write(folder, asked.rows, asked.styles, asked.sales)
        write_workbook(folder, asked.book_rows)
        paths = {"csv": f"{folder}/stock.csv", "sales": f"{folder}/sales.csv", "xlsx": f"{folder}/book.xlsx"}
        sizes = {key: os.path.getsize(path) for key, path in paths.items()}
        print(f"{'':28} {'min s':>8} {'median s':>8} {'memory MB':>9} {'x file':>7}")
        for title, scenario, size, peers in [
            ("roll-up", "rollup", sizes["csv"], [("DuckDB", ROLLUP), ("pandas", ROLLUP_PANDAS)]),
            ("join", "join", sizes["csv"] + sizes["sales"], [("DuckDB", JOIN), ("pandas", JOIN_PANDAS)]),
            ("xlsx", "book", sizes["xlsx"], [("openpyxl read-only", XLSX)]),
        ]:
            print(f"{title}, {size / 1e6:.1f} MB")
            measure("  Lineup", [asked.benchmark, "read", "--file", f"{folder}/{scenario}.yaml"], asked.times, size)
            for name, program in peers:
                measure(f"  {name}", [sys.executable, "-c", program.format(**paths)], asked.times, size)


if __name__ == "__main__":
    main()
