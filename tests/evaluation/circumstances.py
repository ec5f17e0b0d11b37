"""With what, where and when figures were measured."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version


def circumstances(date: str, packages: Iterable[str]) -> str:
    """Return one sentence: date, Python, the packages that are installed, machine."""
    versions = [f"{name} {found}" for name in packages if (found := _version(name))]
    cores = os.cpu_count() or 1
    return (
        f"Measured on {date} with Python {platform.python_version()}, {', '.join(versions)}; "
        f"{platform.system()} {platform.machine()}, {cores} CPU{'s' if cores > 1 else ''}."
    )


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
