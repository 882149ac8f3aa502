"""Chromium for the browser tests."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from _project import BIN, Stopped, call, setting
from _steps import ALREADY

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_APT = ("apt-get", "install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk")
_PLAYWRIGHT = (
    "from playwright.sync_api import sync_playwright as play\nwith play() as p: print(p.chromium.executable_path)"
)


def browser() -> dict[str, str]:
    """Return BROWSER_PATH for the tests, or nothing if they use Playwright's own Chromium."""
    path = setting("BROWSER_PATH") or next(filter(None, map(shutil.which, _NAMES)), None)
    return {"BROWSER_PATH": path} if path else {}


def bring_browser() -> str | None:
    """Install Chromium if it is missing: Debian's package where possible, else Playwright's."""
    if browser() or _playwright_has_one():
        return ALREADY
    refusals = []
    for way in (_with_apt, _with_playwright):
        try:
            way()
        except Stopped as refusal:
            lines = str(refusal).splitlines()
            refusals.append(next((line for line in lines if "Error" in line), lines[-1]).strip())
        else:
            return "installed"
    raise Stopped(
        "Chromium is needed and could not be installed:\n  "
        + "\n  ".join(refusals)
        + "\nInstall it by hand and run this again:\n"
        f"  Debian   sudo {' '.join(_APT)}\n"
        f"  others   {BIN / 'playwright'} install --with-deps chromium\n"
        "or name one in BROWSER_PATH, or leave the browser out with scripts/test --fast."
    )


def _with_apt() -> None:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise Stopped("apt-get: only for root on Debian.")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    call(["apt-get", "update"], extra=quiet)
    call(_APT, extra=quiet)
    call([shutil.which("chromium") or "chromium", "--version"])  # Ubuntu's package is an empty one


def _with_playwright() -> None:
    call([BIN / "playwright", "install", "chromium"])


def _playwright_has_one() -> bool:
    try:
        return Path(call([BIN / "python", "-c", _PLAYWRIGHT]).strip()).is_file()
    except Stopped:
        return False
