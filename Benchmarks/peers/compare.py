#!/usr/bin/env python3
"""Runs Lineup and its peers on the same shows and prints who took how long.

    swift build -c release --product lineup
    swift build -c release --product benchmark
    Benchmarks/peers/compare.py --style smooth --style ties --spus 5000
    Benchmarks/peers/compare.py --scenario show.yaml --peer highs --peer cbc --gap 0

Lineup solves the scenario at gap 0; each peer gets what `lineup export` writes for it, and as many
threads as it can use. HiGHS, CP-SAT and SCIP come from PyPI into an environment of their own in the
folder for temporary files; CBC and GLPK must be there (Debian: coinor-cbc, glpk-utils).
"""

import argparse
import hashlib
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PEERS = ["highs", "cbc", "cp-sat", "scip", "glpk"]


def environment():
    """The Python of an environment that has what requirements.txt asks for."""
    requirements = HERE / "requirements.txt"
    digest = hashlib.sha256(requirements.read_bytes()).hexdigest()[:12]
    folder = pathlib.Path(tempfile.gettempdir()) / f"lineup-peers-{digest}"
    python = folder / "bin" / "python"
    marker = folder / "complete"
    if not marker.exists():
        print(f"installing the peers into {folder}", file=sys.stderr)
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "-r", requirements], check=True)
        marker.touch()
    return str(python)


def shows(options, folder):
    """Name, scenario path and variant of every show asked for."""
    if options.style or not options.scenario:
        command = [options.benchmark, "write", "--folder", str(folder), "--seeds", options.seeds]
        for style in options.style:
            command += ["--style", style]
        for spus in options.spus or [5000]:
            command += ["--spus", str(spus)]
        paths = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\n")
        for path in filter(None, paths):
            yield pathlib.Path(path).stem, path, None
    for scenario in options.scenario:
        path, _, variant = scenario.partition("#")
        name = pathlib.Path(path).stem
        yield f"{name}: {variant}" if variant else name, path, variant or None


def ours(options, name, path):
    """Lineup's answer and the median of its seconds from the bound show to the audited tray."""
    command = [options.benchmark, "--scenario", path, "--json", "--time-limit", str(options.time_limit)]
    runs = []
    for _ in range(options.times):
        run = subprocess.run(command, capture_output=True, text=True)
        found = [one for one in json.loads(run.stdout or "[]") if one["name"] == name]
        if not found:
            raise SystemExit(run.stderr or f"{path} has no {name}")
        runs += found
    return {"status": runs[0]["status"], "value": runs[0].get("objective"), "gap": runs[0].get("gap"),
            "seconds": statistics.median(run["solveSeconds"] for run in runs)}


def peer(python, name, model, gap, options):
    """What a peer answers on the file, its sign turned back."""
    command = [python, str(HERE / "peers.py"), name, str(model), str(gap), str(options.time_limit),
               str(options.threads)]
    start = time.perf_counter()
    try:
        # Some look at the clock rarely; reading a large file is not in the limit.
        run = subprocess.run(command, capture_output=True, text=True,
                             timeout=1.5 * options.time_limit + 30)
        lines = [line for line in run.stdout.splitlines() if line.startswith("ANSWER ")]
        answer = json.loads(lines[0][7:]) if lines else None
        reason = (run.stderr.strip().splitlines() or ["no answer"])[-1]
    except subprocess.TimeoutExpired:
        answer, reason = None, "does not stop at its time limit"
    if answer is None:
        return {"peer": name, "gap asked": gap, "status": "failed", "value": None, "bound": None,
                "seconds": time.perf_counter() - start, "version": name, "note": reason}
    turned = {key: -answer[key] + 0.0 if answer[key] is not None else None for key in ("objective", "bound")}
    return {"peer": name, "gap asked": gap, "status": answer["status"], "value": turned["objective"],
            "bound": turned["bound"], "seconds": answer["seconds"], "version": answer["version"], "note": ""}


def agreement(own, other):
    """Whether two answers can both be right: yes, NO, or - where one says nothing."""
    known = ("optimal", "infeasible")
    if own["status"] not in known:
        return "-"
    if "infeasible" in (own["status"], other["status"]):
        if other["status"] not in known:
            return "-"
        return "yes" if own["status"] == other["status"] else "NO"
    if other["value"] is None:
        return "-"
    scale = max(1.0, abs(own["value"]))
    # A peer's tolerance lets rows be missed by a little, which can be worth a little.
    if other["value"] > own["value"] + 1e-6 * scale:
        return "NO"
    if other["status"] == "optimal" and other["value"] < own["value"] - (other["gap asked"] + 1e-6) * scale:
        return "NO"
    return "yes"


def reached(other):
    """What a peer came to, in a word or two."""
    if other["status"] != "feasible":
        return "no answer" if other["status"] == "unknown" else other["status"]
    if other["value"] is None or other["bound"] is None or abs(other["bound"]) > 1e15:
        return "a tray, no bound"
    return f"gap {100 * (other['bound'] - other['value']) / max(1e-9, abs(other['value'])):.3g}%"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--style", action="append", default=[], help="a style of generated show")
    parser.add_argument("--spus", action="append", type=int, default=[], help="styles in its catalog")
    parser.add_argument("--seeds", default="1", help="a seed or a range: 1..10")
    parser.add_argument("--scenario", action="append", default=[], metavar="FILE[#VARIANT]",
                        help="a scenario file, or one of its variants")
    parser.add_argument("--peer", action="append", default=[], choices=PEERS, help="all, if none is given")
    parser.add_argument("--gap", action="append", type=float, default=[],
                        help="the gap the peers are asked for; 1e-4 and 0, if none is given")
    parser.add_argument("--time-limit", type=float, default=60, help="seconds for each solve")
    parser.add_argument("--threads", type=int, default=2, help="threads of a peer that can use them")
    parser.add_argument("--times", type=int, default=3, help="how often Lineup solves each show")
    parser.add_argument("--lineup", default=str(ROOT / ".build/release/lineup"), help="the release build")
    parser.add_argument("--benchmark", default=str(ROOT / ".build/release/benchmark"))
    parser.add_argument("--json", metavar="FILE", help="write everything measured there too")
    options = parser.parse_args()
    for program in (options.lineup, options.benchmark):
        if not os.access(program, os.X_OK):
            parser.error(f"there is no program at {program}; build it first")

    peers = options.peer or PEERS
    for name, program in (("cbc", "cbc"), ("glpk", "glpsol")):
        if name in peers and shutil.which(program) is None:
            print(f"{program} is not installed and left out", file=sys.stderr)
            peers = [other for other in peers if other != name]
    python = environment()
    measured, versions, disagreements = [], set(), 0
    print("| show | solver | gap asked | seconds | times ours | came to | objective agrees |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="lineup-compare-") as folder:
        for name, path, variant in shows(options, pathlib.Path(folder)):
            own = ours(options, name, path)
            print(f"| {name} | Lineup | 0 | {own['seconds']:.3f} | 1 | {own['status']}"
                  + (f" {own['value']:.10g}" if own["value"] is not None else "") + " | |", flush=True)
            model = pathlib.Path(folder) / "model.mps"
            export = [options.lineup, "export", path, "-o", str(model)]
            subprocess.run(export + (["--variant", variant] if variant else []), check=True)
            others = []
            for gap in options.gap or [1e-4, 0.0]:
                for which in peers:
                    other = peer(python, which, model, gap, options)
                    other["agrees"] = agreement(own, other)
                    disagreements += other["agrees"] == "NO"
                    others.append(other)
                    versions.add(other["version"])
                    is_done = other["status"] in ("optimal", "infeasible")
                    ratio = f"{'' if is_done else '> '}{other['seconds'] / own['seconds']:.3g}"
                    print(f"| | {other['version']} | {gap:g} | {other['seconds']:.2f} | {ratio} | "
                          f"{reached(other)} {other['note']} | {other['agrees']} |", flush=True)
            measured.append({"show": name, "lineup": own, "peers": others})
    print("\n" + ", ".join(sorted(versions)))
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(measured, indent=2) + "\n")
    sys.exit(1 if disagreements else 0)


if __name__ == "__main__":
    main()
