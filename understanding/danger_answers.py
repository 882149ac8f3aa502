"""Reads plain answers to the questions about safety: yes, no, perhaps, fine."""

import re
from typing import Dict, NamedTuple, Optional, Tuple

from understanding.context import Context
from understanding.danger_people import FINE, NO, NOT_FINE, UNSURE, YES
from understanding.reading import CLEAR, DOUBT, Danger

_END = r"(?:$|[\s、,.。!?…~〜ー]+(?P<rest>.*))"
_TRIM = re.compile(r"^[\s、。,.!?…]+|[\s、。,.!?…~〜ー(^)_;♡❤🙏😢😭笑]+$|(?<=[ぁ-ヿ一-鿿])w+$")
_FORMS = tuple(
    (name, re.compile(f"^(?:{words}){_END}", re.DOTALL))
    for name, words in (("not_fine", NOT_FINE), ("fine", FINE), ("unsure", UNSURE), ("no", NO), ("yes", YES))
)
_NOT_AN_ANSWER = re.compile(
    r"^(?:one|body|idea|matter|more|longer|wonder|way to|need to|how|problem|future|hope|point|life|reason|way out|energy|strength|friends?|sleep|place)\b"
)
_BEGINS = re.compile(r"(?:^|\s)(?:i (?:don'?t|do|am|have)|i'm not|i'?m)$")
_GOES_ON = re.compile(
    r"^(?:really|not|think|feel|want|wanna|safe|ok|okay|fine|alright|alone|sure|too|sometimes|so|actually|honestly|been|thought|thinking|a plan|plans|know|have (?:it|any|one|them)|anymore|any more|now|right now|yet|sorry|thanks|lol|tbh)\b"
)
"""How an answer goes on that begins with "I don't" or "I am"; with anything else it is another sentence: "I don't speak ..."."""

_FINE = re.compile(rf"\b(?:{FINE})\b|大丈夫(?!じゃ|では)|だいじょうぶ(?!じゃ)|平気")
_THINKS = re.compile(
    r"^(?:(?:はい|うん|ええ|実は|じつは|正直|さっきの(?:質問|話|こと)?(?:です(?:が|けど)|は|、)?|yes|yeah|yep|honestly|actually)[、,. …。]*)*"
    r"(?:i (?:have been|'ve been|am|do|did|was) |i'?ve been |i'm |ive been )?(?:been )?"
    r"(?:(?:ずっと|いつも|毎日|最近|たまに|時々|ときどき|ちょっと|少し)?(?:考えて(?:い)?(?:ます|る)(?!ところ|の(?:は|が))|考えたこと(?:が|は)?(?:あり|ある)|思って(?:い)?(?:ます|る)|そう思(?:って|う|い)|死にたい|消えたい)"
    r"|(?:thinking|thought|think) (?:about|of) (?:it|that|dying|death|ending)|having (?:those|such|these) thoughts|i have (?:those|such|these) thoughts)"
)
"""An answer to a question about dying that is recognised though something else was talked about since."""

LONGEST_REST = 60

_WISH, _HARM, _NOW = "crisis_suicide", "crisis_self_harm", "immediate_danger"
_PASSED, _PASSED_OTHER = Danger(passed=True), Danger(about="other", passed=True)

ANSWERS: Dict[str, Dict[str, Danger]] = {
    "wish": {
        "yes": Danger(level=CLEAR, kind=_WISH),
        "no": _PASSED,
        "fine": _PASSED,
        "unsure": Danger(level=DOUBT, kind=_WISH),
        "not_fine": Danger(level=DOUBT, kind=_WISH),
    },
    "harm": {
        "yes": Danger(level=CLEAR, kind=_HARM),
        "no": _PASSED,
        "fine": _PASSED,
        "unsure": Danger(level=DOUBT, kind=_HARM),
        "not_fine": Danger(level=DOUBT, kind=_HARM),
    },
    "at_hand": {
        "yes": Danger(level=CLEAR, kind=_WISH),
        "no": Danger(),
        "fine": _PASSED,
        "unsure": Danger(level=DOUBT, kind=_WISH),
        "not_fine": Danger(level=CLEAR, kind=_WISH),
    },
    "safe": {
        "yes": _PASSED,
        "no": Danger(level=DOUBT, kind=_NOW),
        "fine": _PASSED,
        "unsure": Danger(level=DOUBT, kind=_NOW),
        "not_fine": Danger(level=DOUBT, kind=_NOW),
    },
    "still_there": {
        "yes": Danger(level=CLEAR, kind=_NOW),
        "no": _PASSED,
        "fine": _PASSED,
        "unsure": Danger(level=DOUBT, kind=_NOW),
        "not_fine": Danger(level=CLEAR, kind=_NOW),
    },
    "other_safe": {
        "yes": _PASSED_OTHER,
        "no": Danger(level=DOUBT, kind=_WISH, about="other"),
        "fine": _PASSED_OTHER,
        "unsure": Danger(level=DOUBT, kind=_WISH, about="other"),
        "not_fine": Danger(level=CLEAR, kind=_WISH, about="other"),
    },
}
"""What a plain answer means, by what was asked: thoughts of dying, of hurting oneself, means within reach, being safe,
whether the attacker is still there, whether somebody else is safe."""

ANSWERS["home"] = {
    "yes": Danger(level=CLEAR, kind=_NOW, means="home"),
    "no": _PASSED,
    "fine": _PASSED,
    "unsure": Danger(level=DOUBT, kind=_NOW, means="home"),
    "not_fine": Danger(level=CLEAR, kind=_NOW, means="home"),
}
"""Whether they could be hurt at home."""

ANSWERS["still_safe"] = {
    **ANSWERS["safe"],
    "no": Danger(level=DOUBT, kind=_WISH),
    "not_fine": Danger(level=DOUBT, kind=_WISH),
}


class Answer(NamedTuple):
    """What a plain answer means, and what was written after it."""

    danger: Danger
    rest: str


def plain_answer(words: str, *, context: Context) -> Optional[Answer]:
    """Return what a normalised text answers to an open question about safety, None where it answers none."""
    meanings = ANSWERS.get(context.asked)
    if meanings is None:
        return _late_answer(words, context=context)
    form, rest = _form(_TRIM.sub("", words))
    if form is None or len(rest) > LONGEST_REST or _NOT_AN_ANSWER.match(rest) or _is_sentence(words, rest):
        return None
    if form == "yes" and rest and _FINE.search(rest) and "not" not in rest:
        form = "fine"
    return Answer(meanings[form], rest)


def _late_answer(words: str, *, context: Context) -> Optional[Answer]:
    """Return what a text answers to the question about dying that was left open, None where it is about something else."""
    is_open = context.safety == "doubt" and context.unanswered in ("wish", "harm")
    found = _THINKS.match(words) if is_open else None
    return Answer(ANSWERS[context.unanswered]["yes"], words[found.end() :]) if found else None


def _is_sentence(words: str, rest: str) -> bool:
    """Tell whether what looks like an answer is the beginning of a sentence about something else."""
    begins = words[: words.rfind(rest)] if rest else ""
    return bool(_BEGINS.search(begins.rstrip(" ")) and not _GOES_ON.match(rest))


def _form(words: str) -> Tuple[Optional[str], str]:
    found = [(name, match) for name, pattern in _FORMS if (match := pattern.match(words))]
    if not found:
        return None, ""
    name, match = found[0]
    return name, match["rest"] or ""
