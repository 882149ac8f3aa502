"""The ways to report a place: some places have steps of their own, all others share one."""

OWN_ROUTES = ("x", "instagram", "google_search")
"""Platforms with report steps of their own; other known ones use `named`, the rest `unknown`."""

ROUTES = (*OWN_ROUTES, "named", "unknown")
"""What {route} in a key can be."""


def route(platform: str) -> str:
    """Return the name of a platform's report step."""
    if platform in OWN_ROUTES:
        return platform
    return "unknown" if platform in ("", "unknown", "adult_site", "bulletin_board") else "named"
