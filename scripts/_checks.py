"""Static checks of the code, the catalogues and the guidance."""

from __future__ import annotations

from _project import BIN, ROOT, VAR, Stopped, call
from _steps import ScriptStep

_TYPED = ("bot", "actions", "understanding", "tests", "bench", "scripts")


def checks() -> list[ScriptStep]:
    """Return the checks, one step each."""
    return [
        _check("ruff format", "ruff", "format", "--check", "."),
        _check("ruff check", "ruff", "check", "."),
        _check("biome (JavaScript and CSS)", "biome", "ci", "--error-on-warnings", "."),
        _check("mypy", "mypy", *_TYPED),
        _check("import-linter", "lint-imports"),
        ScriptStep("catalogues up to date with the code", find_stale_catalogues),
        _check("guidance check", "python", "-m", "bot", "guidance", "check"),
        _check("encoder tuned to its sentences", "python", "-m", "understanding.adapter"),
    ]


def find_stale_catalogues() -> None:
    """Raise Stopped if the catalogues and the words in the code differ."""
    if not (ROOT / "babel.cfg").is_file():
        raise Stopped("babel.cfg is missing.")
    template = VAR / "check" / "messages.pot"
    template.parent.mkdir(parents=True, exist_ok=True)
    layout = ("--add-location=never", "--no-wrap", "--omit-header")
    call([BIN / "pybabel", "extract", "-F", "babel.cfg", *layout, "-o", template, "bot"])
    catalogues = sorted(path.relative_to(ROOT) for path in ROOT.glob("locales/*/LC_MESSAGES/messages.po"))
    call([BIN / "python", "scripts/_catalogues.py", template, *catalogues], tail=200)


def _check(title: str, program: str, *arguments: str) -> ScriptStep:
    def run() -> None:
        call([BIN / program, *arguments], tail=200)

    return ScriptStep(title, run)
