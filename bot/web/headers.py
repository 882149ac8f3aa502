"""Headers that every answer of a site carries."""

from urllib.parse import urlsplit

from litestar.datastructures import ResponseHeader


def security_headers(*, leaves_to: str | None) -> list[ResponseHeader]:
    """Return the headers: nothing from elsewhere, nothing inline, nothing kept; forms may lead to one place outside."""
    outside = f" {urlsplit(leaves_to).scheme}://{urlsplit(leaves_to).netloc}" if leaves_to else ""
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        f"form-action 'self'{outside}; base-uri 'none'; frame-ancestors 'none'"
    )
    headers = {
        "Content-Security-Policy": policy,
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "X-Robots-Tag": "noindex, nofollow",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()",
    }
    return [ResponseHeader(name=name, value=value) for name, value in headers.items()]
