"""Loads a module of components/ by its file: the package itself needs Rasa's environment."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

FOLDER = Path(__file__).parent.parent.parent / "components"


def load(name: str) -> ModuleType:
    """Return a module of components/ that imports the standard library only."""
    spec = importlib.util.spec_from_file_location(f"pure_{name}", FOLDER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
