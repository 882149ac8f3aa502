"""The second factor: codes from an authenticator (TOTP), each good once, and recovery codes for when it is lost."""

import hmac
import re
import secrets
from datetime import datetime
from io import StringIO

import pyotp
import segno

STEP = 30
"""Seconds that one code is shown."""
WINDOW = 1
"""How many steps a clock may be off."""
CODES = 10
"""How many recovery codes somebody is given."""
_ISSUER = "Tomoshibi"
_CODE = re.compile(r"[0-9]{6}")
_PLAIN = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _GROUP = 3, 4


def new_secret() -> str:
    """Return a fresh TOTP secret (160 bits, base32)."""
    return pyotp.random_base32()


def address_of(secret: str, *, name: str) -> str:
    """Return the otpauth address that an authenticator takes in."""
    return pyotp.TOTP(secret, interval=STEP).provisioning_uri(name=name, issuer_name=_ISSUER)


def qr_svg(address: str) -> str:
    """Return the address as a QR code: SVG to stand in the page itself, black on white in the dark too."""
    return segno.make(address, error="m", micro=False).svg_inline(border=4, dark="#000", light="#fff", omitsize=True)


def qr_text(address: str) -> str:
    """Return the address as a QR code of characters, for a terminal."""
    out = StringIO()
    segno.make(address, error="l", micro=False).terminal(out=out, border=2, compact=True)
    return out.getvalue()


def step_of(code: str, *, secret: str, now: datetime) -> int | None:
    """Return the time step that a code belongs to, one off allowed on either side; None where it is no code of now."""
    code = code.replace(" ", "")
    if not _CODE.fullmatch(code):
        return None
    current = int(now.timestamp()) // STEP
    totp = pyotp.TOTP(secret, interval=STEP)
    fitting = [
        step
        for step in range(current - WINDOW, current + WINDOW + 1)
        if hmac.compare_digest(totp.generate_otp(step), code)
    ]
    return fitting[0] if fitting else None


def recovery_codes() -> list[str]:
    """Return fresh recovery codes (59 bits each)."""
    return [
        "-".join("".join(secrets.choice(_PLAIN) for _ in range(_GROUP)) for _ in range(_GROUPS)) for _ in range(CODES)
    ]


def as_recovery_code(text: str) -> str:
    """Return what was typed as a recovery code is written: small letters in groups of four."""
    plain = "".join(sign for sign in text.lower() if sign.isalnum())
    return "-".join(plain[start : start + _GROUP] for start in range(0, len(plain), _GROUP))
