"""Axe-core and a tape measure over any page, on a screen in the light and on a phone in the dark."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

from tests.journeys.person import PHONE

SCREEN: ViewportSize = {"width": 1280, "height": 900}
WAYS: tuple[tuple[ViewportSize, str], ...] = ((SCREEN, "light"), (PHONE, "dark"))


class Look:
    """Looks over somebody's shoulder and notes what is wrong."""

    def __init__(self, page: Page, *, found: dict[str, str] | None = None) -> None:
        """Begin with nothing found; what was found elsewhere goes on the same list."""
        self.page = page
        self.found = {} if found is None else found

    def at(self, where: str) -> None:
        """Note what is wrong here; the screen is as it was afterwards."""
        before = self.page.viewport_size
        for size, colours in WAYS:
            self.page.set_viewport_size(size)
            self.page.emulate_media(color_scheme="dark" if colours == "dark" else "light")
            answer = Axe().run(self.page)
            if answer.violations_count:
                self.found[f"{where}, {colours}"] = answer.generate_report()
            width = self.page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
            if width > 0:
                self.found[f"{where}, {colours}: width"] = f"{width} too wide"
        if before is not None:
            self.page.set_viewport_size(before)
