"""Renders pages from Jinja templates in the reader's language."""

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.i18n import Interface
from bot.language import Language

COMMON_TEMPLATES = Path(__file__).parent / "templates"
COMMON_STATIC = Path(__file__).parent / "static"
"""Templates and static files of all sites; a site's own file of the same name takes precedence."""


class Pages:
    """Renders the templates of one site."""

    def __init__(self, folder: Path, *, interface: Interface) -> None:
        """Use the folder of a site, which holds `templates/` and `static/`."""
        self._static = folder / "static"
        self.static = cache(self._address)
        """Returns a static file's URL."""
        self._environments = {language: self._environment(folder, interface, language) for language in Language}

    def render(self, template: str, *, language: Language, **values: Any) -> str:
        """Return a page or a fragment."""
        page = self._environments[language].get_template(template)
        return page.render(lang=language.value, other_lang=language.other.value, **values)

    def static_file(self, name: str) -> Path:
        """Return the file of a name: the site's own, or else the common one."""
        own = self._static / name
        return own if own.is_file() else COMMON_STATIC / name

    def _environment(self, folder: Path, interface: Interface, language: Language) -> Environment:
        environment = Environment(
            loader=FileSystemLoader([folder / "templates", COMMON_TEMPLATES]),
            autoescape=True,
            undefined=StrictUndefined,
            extensions=["jinja2.ext.i18n"],
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.install_gettext_translations(interface[language], newstyle=True)  # type: ignore[attr-defined]
        environment.globals["static"] = self.static
        return environment

    def _address(self, name: str) -> str:
        """Return a static file's URL, which changes with its content, so that a browser never mixes old and new files."""
        digest = hashlib.sha256(self.static_file(name).read_bytes()).digest()
        return f"/static/{name}?v={base64.urlsafe_b64encode(digest[:9]).decode()}"
