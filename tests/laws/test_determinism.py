"""Same input, same bytes: whatever the hash seed of the process and the order of the file system."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

SCRIPT = """
import sys
from pathlib import Path
import generator.reading.content as content
if sys.argv[2] == "reversed":
    original = Path.rglob
    Path.rglob = lambda self, pattern: reversed(list(original(self, pattern)))
from generator.hosts.disk import write_pages
from generator.hosts.project import find_project, load
from generator.hosts.render import render
write_pages(render(load(find_project(Path.cwd())))[0], Path(sys.argv[1]))
"""


def digest(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_two_builds_are_the_same_bytes(tmp_path: Path, repository: Path) -> None:
    trees = []
    for seed, order in (("1", "sorted"), ("4242", "reversed")):
        out = tmp_path / seed
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run(
            [sys.executable, "-c", SCRIPT, str(out), order], cwd=repository, env=environment, check=True, timeout=120
        )
        trees.append(digest(out))

    assert trees[0]
    assert trees[0] == trees[1]
