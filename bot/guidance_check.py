"""`python -m bot guidance check`: every problem of the guidance, by file and key."""

import sys
from datetime import date

from bot.guidance.check import problems
from bot.parts import load_catalogue


def check() -> int:
    """Print every problem; return 1 when there is one."""
    found = list(problems(load_catalogue(), today=date.today()))
    for problem in found:
        print(problem, file=sys.stderr)
    print(f"guidance: {len(found)} problem(s)" if found else "guidance: no problem")
    return 1 if found else 0
