"""The rasa command without its dependencies' deprecation warnings; run by components/.venv's Python."""

import runpy
import warnings

import sanic.app  # noqa: F401 - it puts a filter of its own before every other, so it comes before ours

if __name__ == "__main__":
    warnings.simplefilter("ignore", DeprecationWarning)
    import matplotlib.font_manager  # noqa: F401 - its warnings count as Rasa's own, which Rasa shows

    runpy.run_module("rasa", run_name="__main__", alter_sys=True)
