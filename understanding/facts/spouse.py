"""Whether a message tells of a husband or wife whom somebody at work has done it to: nobody under 18 in the image."""

import re
from collections.abc import Mapping
from typing import Any

from understanding.context import Context

_SPOUSE = re.compile(
    r"(?<!元)(?:妻|嫁|奥さん|家内|旦那|主人)(?!公)|(?<![大丈元])夫|\bmy (?:\w+ )?(?:wife|husband|hubby|spouse|missus)\b"
)
_LONG_AGO = re.compile(
    r"昔|当時|若い(?:頃|ころ)|学生|[小中高]校|中学|高校|子ども(?:の)?(?:頃|ころ|とき)|子供(?:の)?(?:頃|ころ)|アルバム|"
    r"\b(?:old|ago|back then|teen\w*|school\w*|as a (?:kid|child|girl|boy)|when (?:she|he) was|childhood|yearbook)\b"
)
"""The photo it was made from may be an old one: then the age is asked for."""


def is_grown_up(text: str, *, facts: Mapping[str, Any], context: Context) -> bool:
    """Tell whether a normalised text tells of a spouse who is harmed by a colleague, with no word of an older photo."""
    role, who = facts.get("role") or context.role, facts.get("who")
    is_open = not facts.get("age_in_image") and not context.known.get("age_in_image")
    return (
        is_open
        and role == "partner"
        and who == "colleague"
        and bool(_SPOUSE.search(text))
        and not _LONG_AGO.search(text)
    )
