"""What is wrong with the content as a whole. One function per rule; `RULES` lists them all."""

from __future__ import annotations

from generator.checks.registry import RULES, run_checks

__all__ = ["RULES", "run_checks"]
