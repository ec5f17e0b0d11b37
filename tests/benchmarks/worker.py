"""One measurement in a process of its own, so that none disturbs another's memory or caches: prints JSON."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.benchmarks.hotspots import profile_stages
from tests.benchmarks.stages import measure_rebuild, measure_stages
from tests.benchmarks.whole_build import measure_build
from tests.evaluation.sets import REPOSITORY


def ask(what: str, folder: Path, repeats: int = 1) -> Any:
    """Run one measurement in a new process and return its data.

    Raises:
        subprocess.CalledProcessError: the measurement failed; its messages went to standard error.
    """
    command = [sys.executable, "-m", "tests.benchmarks.worker", what, str(folder), str(repeats)]
    run = subprocess.run(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(run.stdout)


def measure(what: str, folder: Path, repeats: int) -> Any:
    """Return one measurement of a site as JSON data."""
    match what:
        case "stages":
            return asdict(measure_stages(folder, repeats))
        case "rebuild":
            return asdict(measure_rebuild(folder))
        case "build":
            return asdict(measure_build(folder))
        case "profile":
            return profile_stages(folder)
        case _:
            raise ValueError(f"unknown measurement: {what}")


if __name__ == "__main__":
    logging.disable(logging.WARNING)
    print(json.dumps(measure(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))))
