"""Reads YAML in C where PyYAML was built with it: the guidance is read at every start, and again after every change."""

from typing import Any

import yaml

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(text: str) -> Any:
    """Return what a YAML document holds, as plain data; raise yaml.YAMLError with line and column where it is none."""
    return yaml.load(text, Loader=LOADER)  # noqa: S506 - both loaders are safe
