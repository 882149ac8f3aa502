"""Install uv into .tools/ if the machine has none."""

from __future__ import annotations

import functools
import hashlib
import io
import os
import platform
import re
import shutil
import sys
import urllib.parse
import urllib.request
import zipfile
from pathlib import Path

from _project import ROOT, Stopped, call
from _steps import ALREADY

_PIN = ROOT / "scripts" / "uv.txt"
_TOOLS = ROOT / ".tools"
_OLDEST = (0, 8)
_INDEX = "https://pypi.org/simple"
_PIP = ("-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check", "--no-deps")
_CHECKED = ("--only-binary", ":all:", "--require-hashes", "--requirement", _PIN)


@functools.lru_cache(maxsize=None)
def uv() -> str:
    """Return the path of a working uv: the machine's own, else the one in .tools/."""
    for found in (shutil.which("uv"), str(_ours())):
        if found and _works(found):
            return found
    raise Stopped("uv is not there yet.")


def bring_uv() -> str | None:
    """Install uv if it is missing, by the first of three methods that works."""
    try:
        uv()
    except Stopped:
        return _bring()
    return ALREADY


def _bring() -> str:
    part = _TOOLS / "uv.part"
    refusals = []
    for way in (_with_pip, _with_venv, _with_download):
        shutil.rmtree(str(part), ignore_errors=True)
        try:
            way(part)
            shutil.rmtree(str(_ours().parent.parent), ignore_errors=True)
            part.rename(_ours().parent.parent)
            uv()
        except (Stopped, OSError, ValueError) as refusal:
            refusals.append(str(refusal).strip().splitlines()[-1])
        else:
            return f"into {_ours().parent.parent.relative_to(ROOT)}"
    raise Stopped(
        "uv is needed and could not be brought in:\n  "
        + "\n  ".join(refusals)
        + "\nIs this machine online? Otherwise install uv by hand (https://docs.astral.sh/uv/) and run this again."
    )


def _with_pip(target: Path, python: str = sys.executable) -> None:
    call([python, *_PIP, "--target", target, *_CHECKED])


def _with_venv(target: Path) -> None:
    venv = _TOOLS / "venv"
    try:
        call([sys.executable, "-m", "venv", "--clear", venv])
        _with_pip(target, str(venv / "bin" / "python"))
    finally:
        shutil.rmtree(str(venv), ignore_errors=True)


def _with_download(target: Path) -> None:
    version, hashes = _pinned()
    page = f"{os.environ.get('PIP_INDEX_URL', _INDEX).rstrip('/')}/uv/"
    links = re.findall(rf'href="([^"#]*/uv-{re.escape(version)}-[^"#]*\.whl)', _read(page).decode())
    link = next(filter(_fits, sorted(links)), None)
    if link is None:
        raise Stopped(f"{page} has no uv {version} made for {platform.platform()}.")
    wheel = _read(urllib.parse.urljoin(page, link))
    if hashlib.sha256(wheel).hexdigest() not in hashes:
        raise Stopped(f"{link} is not a file that scripts/uv.txt names.")
    binary = target / "bin" / "uv"
    binary.parent.mkdir(parents=True)
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        binary.write_bytes(archive.read(f"uv-{version}.data/scripts/uv"))
    binary.chmod(0o755)


def _read(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=300) as answer:
        return bytes(answer.read())


def _fits(link: str) -> bool:
    """Tell whether a wheel fits this machine."""
    if platform.system() == "Darwin":
        kind = "macosx"
    else:
        kind = "manylinux" if platform.libc_ver()[0] == "glibc" else "musllinux"
    return kind in link and link.endswith(f"_{platform.machine()}.whl")


def _ours() -> Path:
    return _TOOLS / f"uv-{_pinned()[0]}" / "bin" / "uv"


def _pinned() -> tuple[str, list[str]]:
    text = _PIN.read_text(encoding="utf-8")
    return re.findall(r"^uv==(\S+)", text, re.MULTILINE)[0], re.findall(r"sha256:([0-9a-f]{64})", text)


def _works(path: str) -> bool:
    """Tell whether it runs here (pyenv's shims may not) and is new enough for our lock files."""
    try:
        version = re.findall(r"\d+", call([path, "--version"]))
    except Stopped:
        return False
    return tuple(map(int, version[:2])) >= _OLDEST
