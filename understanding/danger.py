"""Reads danger in one message by rules, with what it was said into; in doubt it asks.

The rules work without any other process. Where classifiers were asked too, danger_chances.py joins both.
"""

import re
from dataclasses import replace

from understanding.asking import protests
from understanding.context import Context
from understanding.danger_answers import Answer, plain_answer
from understanding.danger_back import calls_life_over, comes_back, without_who_left
from understanding.danger_concepts import PLACES
from understanding.danger_course import RAGE, begins, goes_on, is_only_near
from understanding.danger_disowned import taken_wrong, whose_own
from understanding.danger_done_to import as_done_to
from understanding.danger_door import ATTACKED, is_attacked
from understanding.danger_feared import is_feared
from understanding.danger_home import PARTNER, lives_with, of_who_did_it, whom_it_is
from understanding.danger_missing import MISSING, OUT_OF_REACH, did_not_come_back, is_missing, is_no_concern
from understanding.danger_others import REPORTS, WATCHES, tells_of_self
from understanding.danger_parting import asks_ahead, gives_up_talk, is_parting, meets_again
from understanding.danger_partner import as_partner_tells, told_of_partner
from understanding.danger_passed import about_relief, is_relief, is_relieved
from understanding.danger_people import CARED_FOR_EN, CARED_FOR_JA
from understanding.danger_ready import is_kept_ready, is_near_still
from understanding.danger_subject import SELF_VICTIM, SUPPORTERS, about, about_together
from understanding.danger_suicide import FAREWELL
from understanding.danger_text import (
    KINDS,
    PARTNERS,
    STILL,
    VIOLENCE,
    WISH,
    Sign,
    Text,
    is_of_others,
    is_plain_violence,
    means_in,
    relief_in,
    strongest_sign,
    taken_apart,
)
from understanding.danger_told import (
    ACCOMPANIED,
    COMING,
    FOUND,
    OTHERS,
    OWN,
    PANIC,
    PUT_AWAY,
    RELIEVING,
    comes_back_who_hurt,
    is_taken_back,
    talk_of,
    told_in,
    without_told,
)
from understanding.danger_told import VIOLENCE as TALK_OF_VIOLENCE
from understanding.people import MAKER
from understanding.reading import CLEAR, DOUBT, NONE, Danger

_FAREWELL = re.compile("|".join(FAREWELL))
_STRONG_FAREWELL = re.compile(
    r"今まで|いままで|最後|これで|お別れ|さようなら|もういい|ごめん|everything|last|sorry|listening|love|farewell|goodbye|good bye|sayonara"
)
_AT_HAND = re.compile(
    r"^(?:今|いま|もう)?(?:は)?(?:屋上|ベランダ|橋|歩道橋|ホーム|踏切|線路|崖)(?:だよ|です|の上)?[。.!…]*$|(?:薬|ロープ|カッター|包丁|カミソリ)(?:が|は|も|なら)?(?:目の前に|手元に|ここに)?(?:ある|あります|持って)|\b(?:i have|i've got|got|holding) (?:\w+ ){0,2}(?:pills|rope|knife|blade|razor)\b(?! for (?:my|a|the)\b)|^(?:on )?(?:the )?(?:roof|bridge|balcony|platform|ledge|tracks)(?: now| rn)?[.!]*$"
)
"""Means and places, named in danger without another word."""
_SKIPS = re.compile(
    r"^(?:もういい(?:です|や|よ)?|もう(?:結構|けっこう)(?:です)?|無理(?:です)?|むり|いや(?:だ|です)?|やだ|疲れた|ダメ|だめ|i'?m done|done|nothing left|終わった|終わりました)[。.!…]*$"
)
_CARED_FOR, _TROUBLED = re.compile(f"{CARED_FOR_JA}|{CARED_FOR_EN}"), frozenset({"emotional_distress", *KINDS})


def read_danger(text: str, *, context: Context) -> Danger:
    """Return the danger in a message by rules, given what it was said into, and what it tells that is known from then on."""
    read = taken_apart(text)
    if wrong := taken_wrong(text, context=context):
        return wrong
    told = told_in(read.words, context=context)
    if told - {PANIC}:
        read = read._replace(left=without_told(read.left, talk=talk_of(context)))
    read = read._replace(left=without_who_left(read.left, context))
    found = _of_whom_was_talked(_found(read, context), read, context)
    found = as_done_to(found, read.words, context, is_left=not (read.denied or read.over or read.quoted))
    found = begins(found, read.words, context=context) or goes_on(found, read.words, context=context)
    if found.kind == VIOLENCE and found.about == "self" and found.means != RAGE:
        is_now = found.level == CLEAR and found.means in ("attacker", PARTNER) and is_attacked(read.words)
        found = replace(found, means=ATTACKED if is_now else whom_it_is(found.means, read.words, context))
    found, told = whose_own(found, read.words, told, context=context)
    if found.level == CLEAR:
        told |= told_in(read.words, context=context, talk=_talk(found))
    told = told_of_partner(read.words, told, found, context)
    found = replace(as_partner_tells(found, told, read.words, context), told=tuple(sorted(told)))
    parting = _parting(read, context)
    if parting:
        return replace(found, level=NONE if found.level == CLEAR else found.level, parting=parting)
    return _as_told(found, read, context)


def _found(read: Text, context: Context) -> Danger:
    if comes_back_who_hurt(read.words) and not read.quoted:
        return Danger(level=CLEAR, kind=VIOLENCE, means=lives_with(read.words) or PARTNER)
    return _read(read, context)


def _of_whom_was_talked(found: Danger, read: Text, context: Context) -> Danger:
    """Return a danger like a locked door as somebody else's, where theirs was talked about and nothing tells of the writer's own."""
    if is_only_near(found, read.words, context=context) and not is_plain_violence(read.left):
        return Danger()
    is_locked = found.kind == VIOLENCE and found.about == "self" and talk_of(context) == OTHERS
    if not is_locked or context.safety == "calm" or tells_of_self(read.words) or SELF_VICTIM.search(read.words):
        return found
    if WATCHES.search(read.words):
        return Danger()
    return replace(found, kind=WISH, about="other", means="")


def _talk(found: Danger) -> str:
    if found.about == "other":
        return OTHERS
    return TALK_OF_VIOLENCE if found.kind == VIOLENCE else OWN


def _as_told(found: Danger, read: Text, context: Context) -> Danger:
    """Return the danger with relief in it where help was told of, and no sign and no `but` stands beside it."""
    relieving = RELIEVING & {*found.told}
    talk = talk_of(context)
    if talk == OTHERS:
        relieving -= {COMING}  # somebody is on the way to them: it is not over
    is_found = talk == OTHERS and FOUND in relieving and (found.level == DOUBT or ACCOMPANIED in relieving)
    is_found |= talk == OWN and {ACCOMPANIED, PUT_AWAY} <= relieving
    is_open = found.level != NONE and not is_found
    is_still = is_taken_back(read.words) or STILL.search(without_told(read.words))
    if is_open or found.passed or not relieving or is_still:
        return found
    return replace(found, level=NONE, about="other" if talk == OTHERS else "self", passed=True)


def _parting(read: Text, context: Context) -> str:
    if context.safety == "danger" or not is_parting(read.words):
        return ""
    return "drops" if gives_up_talk(read.words) else "plain"


def _read(read: Text, context: Context) -> Danger:
    sign = strongest_sign(read.left)
    found = _danger(read, sign, context) if sign else _without_name(read, context)
    unsure = _unsure(read, context)
    if found.level == NONE and unsure.level != NONE:
        return unsure
    if sign and sign.level == CLEAR and found.level == CLEAR and not is_relieved(read, sign, found, context):
        return found
    answer = plain_answer(read.words, context=context)
    if answer is not None:
        return _answered(answer, found)
    if found.level == CLEAR and not is_relieved(read, sign, found, context):
        return found
    if is_relief(read, context) or (found.level != NONE and is_relieved(read, sign, found, context)):
        return Danger(about=about_relief(read, found, context), passed=True)
    return _without_sign(read, found, context)


def _without_name(read: Text, context: Context) -> Danger:
    """Return the danger that a message names with no sign of its own: it comes back, is from who did it, or stands beside a denial."""
    back = comes_back(read.words, context)
    known = back if back.level != NONE else of_who_did_it(read.left, context)
    return known if known.level != NONE else _mixed(read, context)


def _unsure(read: Text, context: Context) -> Danger:
    """Return what is asked about though nothing tells of it: a fear for somebody, a life that is called over."""
    if is_feared(read.words):
        return Danger(level=DOUBT, kind=WISH, about=_for_whom(read, context))
    is_over = calls_life_over(read.words, context) and not relief_in(read.words)
    return Danger(level=DOUBT, kind=WISH) if is_over else Danger()


def _for_whom(read: Text, context: Context) -> str:
    """Return for whom it is feared: the one who is cared for, unless the writer speaks of themselves."""
    is_helper = context.role in SUPPORTERS or bool(_CARED_FOR.search(read.words))
    if is_helper and not re.search(r"自分が|私が|\bi(?:'ll| might| will| could)\b", read.words):
        return "other"
    return about_together(read.words, is_violence=False, context=context)


def _answered(answer: Answer, found: Danger) -> Danger:
    """Return what a plain answer means; a no beside what may be meant otherwise is asked about again."""
    rest = taken_apart(answer.rest)
    if answer.danger.kind == VIOLENCE and found.level == NONE and relief_in(answer.rest):
        return Danger(passed=True)  # "no. door locked, my brother is here"
    if answer.danger.passed and STILL.search(rest.words):
        return Danger(level=DOUBT, kind=WISH, about=answer.danger.about)
    if answer.danger.passed and found.level != NONE and (strongest_sign(rest.left) or rest.mixed):
        return replace(found, level=DOUBT)
    return replace(answer.danger, means=answer.danger.means or found.means)


def _danger(read: Text, sign: Sign, context: Context) -> Danger:
    is_violence_talk = talk_of(context) == TALK_OF_VIOLENCE and context.safety != "calm"
    is_worried = not is_violence_talk and not is_no_concern(read.words) and _is_worried(read, context)
    if _is_silence(read, sign) and not is_worried:
        return Danger()
    whom = _whom(read, sign, context)
    level = sign.level
    if level == DOUBT and _raises(read, sign, whom, context):
        level = CLEAR
    if is_of_others(read):
        level = DOUBT
    if level == DOUBT and context.asked and context.safety == "calm" and _SKIPS.match(read.words):
        return Danger()
    return Danger(level=level, kind=sign.kind, about=whom, means=sign.means or _means(read, sign.kind, whom))


def _means(read: Text, kind: str, whom: str) -> str:
    named = means_in(read.left, kind)
    is_silent = whom == "other" and kind == WISH and is_missing(read.left) and not is_no_concern(read.words)
    return OUT_OF_REACH if is_silent and not named else named


def _is_silence(read: Text, sign: Sign) -> bool:
    """Tell whether all there is to a sign is that somebody cannot be reached."""
    is_named = bool(MISSING.search(read.left)) if not sign.window else sign.means == OUT_OF_REACH
    return sign.level == DOUBT and is_named


def _mixed(read: Text, context: Context) -> Danger:
    """Return what stands beside a denial and takes it back."""
    if not read.mixed:
        return Danger()
    whom = about(read.words, start=0, end=len(read.words), is_violence=False, context=context)
    return Danger(level=DOUBT, kind=read.mixed, about=whom)


def _is_worried(read: Text, context: Context) -> bool:
    """Tell whether somebody who cannot be reached is somebody cared for, not somebody who threatens."""
    is_helper = context.role in (*SUPPORTERS, MAKER) or context.topic == "helping_someone"
    return is_helper or bool(_CARED_FOR.search(read.left)) or did_not_come_back(read.words)


def _whom(read: Text, sign: Sign, context: Context) -> str:
    is_violence = sign.kind == VIOLENCE
    if sign.about:
        return sign.about
    if sign.window:
        return about_together(sign.window, is_violence=is_violence, context=context)
    if sign.kind == WISH and sign.level == DOUBT and MISSING.search(read.left):
        return "other"
    return about(read.left, start=sign.start, end=sign.end, is_violence=is_violence, context=context)


def _raises(read: Text, sign: Sign, whom: str, context: Context) -> bool:
    """Tell whether what may be meant so or so is clear in this conversation; a helper's own tiredness is not."""
    is_helper = context.role in SUPPORTERS and whom == "self"
    if whom == "self" and sign.kind == WISH and calls_life_over(read.words, context):
        return False
    return context.safety in ("doubt", "danger") and not sign.window and not is_helper


def _without_sign(read: Text, found: Danger, context: Context) -> Danger:
    if found.level != NONE:
        parting = _farewell(read, context)
        return parting if parting.level == CLEAR and found.level == DOUBT else found
    if read.quoted is not None:
        return replace(
            read.quoted, means="partner" if read.quoted.means and PARTNERS.search(read.words) else read.quoted.means
        )
    return _farewell(read, context)


def _farewell(read: Text, context: Context) -> Danger:
    """Return what a parting means where it follows distress: clear after danger, else asked about."""
    is_own = talk_of(context) != TALK_OF_VIOLENCE
    in_talk = context.safety in ("doubt", "danger", "eased") and is_own
    named = (in_talk or context.unanswered in ("wish", "harm")) and _AT_HAND.search(read.left)
    is_at_hand = bool(named) or is_kept_ready(read.left, context) or is_near_still(read.words, context)
    if is_at_hand or (context.safety == "danger" and is_own and PLACES.search(read.left)):
        return Danger(level=CLEAR, kind=WISH, about=_whose_parting(read, context), means=means_in(read.left, WISH))
    if read.harmless or not _FAREWELL.search(read.left):
        return Danger()
    # who protests is done with the program, not with life
    is_else = meets_again(read.words) or asks_ahead(read.left) or protests(read.words)
    whom = _whose_parting(read, context)
    if (whom == "other" and not REPORTS.search(read.words)) or (context.safety == "calm" and is_else):
        return Danger()
    troubled = context.topic in _TROUBLED or context.last.startswith(("distress.", "heard.distress"))
    if context.safety == "danger" or (context.safety == "doubt" and _STRONG_FAREWELL.search(read.left)):
        return Danger(level=CLEAR, kind=WISH, about=whom)
    if context.safety == "doubt" or (context.safety == "calm" and troubled):
        return Danger(level=DOUBT, kind=WISH, about=whom)
    return Danger()


def _whose_parting(read: Text, context: Context) -> str:
    known = {OTHERS: "other", OWN: "self"}.get(talk_of(context))
    return known or about_together(read.left, is_violence=False, context=context)
