"""Whether those who were harmed go to school with the child who did it: then they count as under 18 without being asked about."""

import re
from collections.abc import Mapping
from typing import Any

from understanding.ages import ADULT_FROM
from understanding.context import Context

_OF_A_CLASS = re.compile(
    r"(?:同じ)?(?:クラス|学年|組)の(?:女子|男子|女の子|男の子|子|人|友達|友だち)|クラスメ[イー]ト"
    r"|\b(?:girls?|boys?|kids?|someone|somebody|friends?|people|lads?|guys?)(?: \w+)? (?:in|from|at|of) (?:my|his|her|their|our|the|same) (?:class|school|grade|year|form|homeroom)\b"
)
_PEER = re.compile(r"同級生|同学年|後輩|先輩|同じ学校の|\bclassmates?\b|\bschoolmates?\b|\bgirls\b|女子")
_AT_SCHOOL = re.compile(
    r"学校|中学|高校|小学|[中高][1-3一二三]|小[3-6]|担任|校長|停学|退学|\bschool\b|\b(?:my|his|her) teacher\b|\bgrade (?:[6-9]|1[0-2])\b|\byear (?:[7-9]|1[0-3])\b|\b(?:[6-9]|1[0-2])th grade"
)
_GROWN_UP = re.compile(
    r"大学|専門学校|会社|職場|社会人|同窓|(?:高校|中学|小学校?)(?:の(?:とき|時|頃)|時代)|昔の|元同級生|教え子|生徒|\b(?:college|university|uni|campus|work|office|colleague|used to|back in|years ago|old (?:school|class)|i teach|my (?:pupil|student)s?)\b"
)


def are_schoolmates(text: str, *, facts: Mapping[str, Any], context: Context) -> bool:
    """Tell whether a normalised text of a maker, or of a maker's parent, says that schoolmates of a child were harmed."""
    age = facts.get("age_now") or context.known.get("age_now")
    if (age and int(age) >= ADULT_FROM) or _GROWN_UP.search(text):
        return False
    return bool(_OF_A_CLASS.search(text) or (_PEER.search(text) and (age or _AT_SCHOOL.search(text))))
