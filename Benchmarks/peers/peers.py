"""The solvers that Lineup is compared with, each on an MPS file to be minimised.

Every function solves one file and returns an Answer. They run in a process of their own
(compare.py calls this file as a program), so that a solver that hangs or crashes takes nothing along.
"""

import dataclasses
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time


@dataclasses.dataclass
class Answer:
    # optimal (within the gap), feasible, infeasible, or unknown
    status: str
    # as the file has it: to be minimised
    objective: float | None = None
    bound: float | None = None
    # wall-clock seconds of the solve, the reading of the file left out where the solver lets us
    seconds: float = 0.0
    version: str = ""


def highs(path, gap, limit, threads):
    import highspy

    solver = highspy.Highs()
    solver.silent()
    solver.readModel(path)
    for option, value in {"mip_rel_gap": gap, "mip_abs_gap": 1e-9 if gap == 0 else 1e-6,
                          "time_limit": limit, "threads": threads}.items():
        solver.setOptionValue(option, value)
    start = time.perf_counter()
    solver.run()
    seconds = time.perf_counter() - start
    info = solver.getInfo()
    status = solver.getModelStatus()
    has_solution = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    if status == highspy.HighsModelStatus.kOptimal:
        word = "optimal"
    elif status == highspy.HighsModelStatus.kInfeasible:
        word = "infeasible"
    else:
        word = "feasible" if has_solution else "unknown"
    return Answer(word, info.objective_function_value if has_solution else None,
                  info.mip_dual_bound, seconds, "HiGHS " + solver.version())


def cp_sat(path, gap, limit, threads):
    import ortools
    from ortools.linear_solver.python import model_builder

    model = model_builder.Model()
    if not model.import_from_mps_file(path):
        raise RuntimeError("the file cannot be read")
    solver = model_builder.Solver("sat")
    solver.set_time_limit_in_seconds(limit)
    solver.set_solver_specific_parameters(f"num_workers:{threads}, relative_gap_limit:{gap}")
    start = time.perf_counter()
    status = solver.solve(model)
    seconds = time.perf_counter() - start
    words = {model_builder.SolveStatus.OPTIMAL: "optimal", model_builder.SolveStatus.FEASIBLE: "feasible",
             model_builder.SolveStatus.INFEASIBLE: "infeasible"}
    word = words.get(status, "unknown")
    if word not in ("optimal", "feasible"):
        return Answer(word, seconds=seconds, version="CP-SAT " + ortools.__version__)
    return Answer(word, solver.objective_value, solver.best_objective_bound, seconds,
                  "CP-SAT " + ortools.__version__)


def scip(path, gap, limit, threads):
    import pyscipopt

    model = pyscipopt.Model()
    model.hideOutput()
    model.readProblem(path)
    model.setParam("limits/gap", gap)
    model.setParam("limits/time", limit)
    start = time.perf_counter()
    model.optimize()
    seconds = time.perf_counter() - start
    word = {"optimal": "optimal", "gaplimit": "optimal", "infeasible": "infeasible"}.get(model.getStatus())
    if word is None:
        word = "feasible" if model.getNSols() else "unknown"
    return Answer(word, model.getObjVal() if model.getNSols() else None, model.getDualbound(), seconds,
                  f"SCIP {model.version()}")


def cbc(path, gap, limit, threads):
    command = ["cbc", path, "-threads", str(threads), "-ratioGap", str(gap), "-allowableGap", "1e-9",
               "-timeMode", "elapsed", "-sec", str(limit), "-solve", "-quit"]
    start = time.perf_counter()
    text = subprocess.run(command, capture_output=True, text=True).stdout
    seconds = time.perf_counter() - start

    def number(pattern):
        found = re.search(pattern + r"\s*(-?[\d.e+]+)", text)
        return float(found[1]) if found else None

    version = re.search(r"Version:\s*(\S+)", text)
    objective = number(r"Objective value:")
    bound = number(r"Lower bound:")
    if "proven infeasible" in text or "is infeasible" in text:
        word = "infeasible"
    elif "Result - Optimal solution found" in text and "Stopped on time" not in text:
        word = "optimal"
    else:
        word = "feasible" if objective is not None else "unknown"
    if "No feasible solution found" in text:
        objective = None
        word = "infeasible" if word == "infeasible" else "unknown"
    return Answer(word, objective, bound if bound is not None else objective, seconds,
                  "CBC " + (version[1] if version else ""))


def glpk(path, gap, limit, threads):
    with tempfile.TemporaryDirectory() as folder:
        solution = pathlib.Path(folder) / "solution.txt"
        command = ["glpsol", "--freemps", path, "--mipgap", str(gap), "--tmlim", str(int(limit)),
                   "-w", str(solution)]
        start = time.perf_counter()
        text = subprocess.run(command, capture_output=True, text=True).stdout
        seconds = time.perf_counter() - start
        # "s mip ROWS COLUMNS STATUS OBJECTIVE", the status o, f, n (none) or u (unknown)
        lines = solution.read_text().splitlines() if solution.exists() else []
        line = next((line.split() for line in lines if line.startswith("s ")), [])
    version = re.search(r"GLPSOL[^\d]*([\d.]+)", text)
    name = "GLPK " + (version[1] if version else "")
    if "NO PRIMAL FEASIBLE" in text or "NO INTEGER FEASIBLE" in text or "HAS NO FEASIBLE" in text:
        return Answer("infeasible", seconds=seconds, version=name)
    word = {"o": "optimal", "f": "feasible"}.get(line[4] if len(line) > 5 else "", "unknown")
    if word == "feasible" and "GAP TOLERANCE REACHED" in text:
        word = "optimal"
    objective = float(line[5]) if word != "unknown" else None
    return Answer(word, objective, None, seconds, name)


SOLVERS = {"highs": highs, "cp-sat": cp_sat, "scip": scip, "cbc": cbc, "glpk": glpk}


if __name__ == "__main__":
    solver, path, gap, limit, threads = sys.argv[1:]
    answer = SOLVERS[solver](path, float(gap), float(limit), int(threads))
    print("ANSWER " + json.dumps(dataclasses.asdict(answer)))
