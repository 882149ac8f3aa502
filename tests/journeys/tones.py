"""The tones that a page of the staff plays, counted."""

from playwright.sync_api import Page

AGAIN = 20_000
"""Milliseconds within which the alarm sounds again."""
COUNTS_TONES = """
    window.tones = 0;
    const made = AudioContext.prototype.createOscillator;
    AudioContext.prototype.createOscillator = function () { window.tones += 1; return made.call(this); };
"""


def hears(page: Page, *, more_than: int) -> int:
    """Wait for a tone, and return how many there were."""
    page.wait_for_function("before => window.tones > before", arg=more_than, timeout=AGAIN)
    return int(page.evaluate("window.tones"))
