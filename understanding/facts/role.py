"""For whom somebody writes: for themselves, a child, a pupil, a partner, a friend; or as one who made an image."""

import re
from typing import NamedTuple

from understanding.context import Context
from understanding.facts.confession import FIRST_PERSON, confesses
from understanding.facts.denials import is_denied_before
from understanding.facts.maker import made_by_child, made_by_writer
from understanding.facts.others_words import without_others_words
from understanding.facts.role_cues import (
    HELPER_WORDS,
    OF_SOMEBODY_JA,
    OF_THEM,
    introduces_as_school_staff,
    names_another_doer,
    sounds_like_child_did_it,
    sounds_like_maker,
    without_their_parents,
)
from understanding.facts.sides import child_is_harmed, without_our_words
from understanding.facts.standing import for_whom, harmed_myself, takes_over, what_child_did
from understanding.facts.stated import STATED
from understanding.people import (
    CHILD_EN,
    CHILD_JA,
    CLASSMATE_EN,
    CLASSMATE_JA,
    COLLEAGUE_EN,
    COLLEAGUE_JA,
    FRIEND,
    FRIEND_EN,
    FRIEND_JA,
    MAKER,
    MAKER_PARENT,
    PARENT,
    PARTNER,
    PARTNER_EN,
    PARTNER_JA,
    PUPIL_EN,
    PUPIL_JA,
    SELF,
    TEACHER,
)

WEAK, PLAIN, EXPLICIT = 1, 2, 3
"""How sure a role is: only a mention or the turn of a sentence; what happened to whom; said outright."""


class Role(NamedTuple):
    """A role and how sure it is."""

    name: str = ""
    strength: int = 0


_THINGS_JA = (
    r"(?:の|が写った)(?:偽の?|フェイクの?|裸の|加工|合成|編集した|エロい?|ディープフェイクの?|加工した|卒アルの?|昔の)*"
    r"(?:裸|写真|画像|動画|顔|ヌード|フェイク|ディープフェイク|コラ|アイコラ|偽|ai|自撮り|エロ|個人情報|スクショ|やつが|こと(?:で|な|です|を|が))"
)
_HONORIFIC = r"(?:さん|ちゃん|くん|君|たち|達|の子|の女性|の女の子|の女子|の男性)?(?:[(（][^)）\n]{0,10}[)）])?"
_PASSIVE_JA = r"(?:[さらかわまたがばな]れ(?:て|た|そう|る|ま|ちゃ|、)|被害|死にた|泣い|学校に行(?:け|か)|悩ん|困って|怯え|落ち込|ふさぎ|引きこも|震え|ターゲット|標的|パニック|食べな|寝れな|眠れな|写って)"
_ACTIVE_JA = r"(?:作っ|作り|つくっ|生成し|加工し|合成し|晒し|さらし|ばらま(?:い|く|こ)|バラま(?:い|く)|脅し|脅す|脅して|拡散し|投稿し|上げ(?:て|た|ま)|載せ(?:て|た)|流し|撮っ|回し|送りつけ|転送し|売っ)"
_MADE_THINGS_EN = (
    r"(?:nudes?|fakes?|deep-?fakes?|pics?|photos?|pictures?|images?|videos?|porn|selfies?|face|body|name|account|insta(?:gram)?|"
    r"(?:fake|naked|private|intimate|school|yearbook|profile|sexual|edited|ai|deepfake|explicit|nude|real|old|leaked|manipulated)(?: \w+)? (?:nudes?|pics?|photos?|pictures?|images?|videos?|ones?|porn))"
)
_WANTS_EN = r"(?<!mum )(?<!mom )(?<!mother )(?:wants(?! me\b| to (?:help|report|call|tell|know|see|come|go))|won'?t|refuses|can'?t|doesn'?t want)"
_SUFFERS_EN = (
    r"(?: (?:who )?(?:got|gets|was|were|is|are|has been|have been|had been|'s been|being|keeps getting|is being)(?: \w+){0,2} (?:\w+ed|sent|shown|made|put|hit|caught up|exploited|bullied|crying|hurt|harmed|scared|suicidal|terrified|broken|devastated|a victim|the victim|humiliated|panicking)\b"
    rf"| (?:got|gets|received)(?: an?| this| these| some)?(?: \w+)? (?:messages?|dms?|threats?|e?mails?|texts?|links?)\b| (?:got|had|has) (?:her|his|their)\b| (?:(?:just |has |already )?(?:showed|told|texted|messaged|confided in|called|says|said|found out)(?: to)?(?: me)?(?: that| about| because)? (?:she|he|they|her|his|their|someone|somebody|there)\b(?!'ll| will|'d| would| wants?\b| can\b)|found (?:herself|himself|themselves|a fake|fake|nude|out that (?:her|his|their))|came to me|confided in me|{_WANTS_EN}|is (?:1[0-7]|so (?:scared|sad|upset|ashamed)|too (?:scared|ashamed|embarrassed)|in (?:trouble|danger|shock|tears|hospital|it|(?:the|those|these) (?:photo|pic|picture|video|fake)s?)))\b)"
)
_SUFFERS_BESIDE_EN = _SUFFERS_EN.replace(f"|{_WANTS_EN}", "")
_AGE_BESIDE = r"(?:,? ?\(?(?:age |aged |who is |who's )?\d{1,2}(?: ?(?:yo|f|m))?\)?,?)?"
"""An age set beside a person: `my cousin, 15, ...`."""
_BY_EN = r"(?:\bby|\bfrom|\bthanks to|\bit was|\bblame) "
_ACTIVE_EN = (
    r"(?:'s| is| has| had| have| keeps?| kept| just| also| was| is now| started| then)* (?:made|making|makes|created|creating|posted|posting|shared|sharing|leaked|leaking|uploaded|threaten\w*|blackmail\w*|sent|sending|edited|forwarded|spread|spreading|did it|did this|deepfaked|nudified|put|sold|selling|recorded|filmed|behind)\b"
    r"(?! (?:me |us )?(?:her|his|their) (?:own|nudes|pic|photo))"
)
_OTHERS_EN = (
    (CHILD_EN, PARENT),
    (PUPIL_EN, TEACHER),
    (PARTNER_EN, PARTNER),
    (FRIEND_EN, FRIEND),
    (CLASSMATE_EN, FRIEND),
    (COLLEAGUE_EN, FRIEND),
)
_OTHERS_JA = (
    (CHILD_JA, PARENT),
    (PUPIL_JA, TEACHER),
    (PARTNER_JA, PARTNER),
    (FRIEND_JA, FRIEND),
    (CLASSMATE_JA, FRIEND),
    (COLLEAGUE_JA, FRIEND),
)


def _harmed(noun_en: str, noun_ja: str, *, suffers: str) -> "re.Pattern[str]":
    return re.compile(
        rf"\b{noun_en}(?:'s?|s')? {_MADE_THINGS_EN}\b"
        rf"|\b{_MADE_THINGS_EN}(?: \w+)? (?:of|with|showing) (?:both )?{noun_en}"
        rf"|\b(?:happened to|happening to|(?:help|for)(?! my (?:mum|mom|mother)\b)|targeting|harassing|bullying|blackmailing|threatening|worried (?:about|for)|on behalf of|supporting) {noun_en}"
        rf"|\b(?:posted|undressed|deep-?faked|nudified|faked|photoshopped|exposed|targeted|threatened|blackmailed|doxx?ed|filmed|recorded|leaked|(?:pretending|pretends) to be) (?:both )?{noun_en}(?! (?:told|said|made|showed|found|about))"
        rf"|\b{noun_en}{_AGE_BESIDE}{suffers}"
        rf"|{noun_ja}{_HONORIFIC}{_THINGS_JA}"
        rf"|{noun_ja}{_HONORIFIC}(?:が|は|も|、)(?![^。!?\n]{{0,24}}{_ACTIVE_JA})[^。!?\n]{{0,36}}?{_PASSIVE_JA}"
        rf"|{noun_ja}{_HONORIFIC}から(?:相談|打ち明け|助けて|泣|連絡|話を|line|ライン)"
        rf"|{noun_ja}{_HONORIFIC}を(?:助け|守|支え|救)"
    )


def _acting(noun_en: str, noun_ja: str) -> "re.Pattern[str]":
    return re.compile(
        rf"{_BY_EN}(?:a |an |one of )?{noun_en}|\b{noun_en}{_ACTIVE_EN}"
        rf"|{noun_ja}{_HONORIFIC}(?:に|から)(?![^。!?\n]{{0,16}}(?:相談|言え|言わ|バレ|ばれ|知られ|見られ|送る|送られ|見せ))[^。!?\n]{{0,24}}?[さらかわまたばが]れ"
        rf"|{noun_ja}{_HONORIFIC}(?:が|は|も)[^。!?\n]{{0,24}}?{_ACTIVE_JA}|犯人は{noun_ja}|(?:作った|やった|投稿した|送った)のは{noun_ja}"
    )


_SUFFERS = {CLASSMATE_EN: _SUFFERS_BESIDE_EN, COLLEAGUE_EN: _SUFFERS_BESIDE_EN}
"""A classmate who `won't stop`, a boss who `wants proof` are not harmed."""
_HARMED = tuple(
    (role, _harmed(en, ja, suffers=_SUFFERS.get(en, _SUFFERS_EN)))
    for (en, role), (ja, _) in zip(_OTHERS_EN, _OTHERS_JA, strict=True)
)
_ACTING = tuple(_acting(en, ja) for (en, _), (ja, _) in zip(_OTHERS_EN, _OTHERS_JA, strict=True))
_SMALL_TALK_JA = r"(?:子ども|子供|こども)(?!の(?:写真|画像|裸|こと|顔|ため|気持|スマホ|携帯|名前が|偽|かわり|代わり)|を(?:守|助|支)|が(?:被害|学校に行|部屋|泣|脅|裸|画像|自分)|は(?:学校|部屋|泣|まだ\d)|(?:から|に)(?:相談|聞)|と(?:話|どう))"
"""Children in passing: `the children are asleep`, `because he is a child`."""
_MENTIONED = (
    (
        PARENT,
        re.compile(
            rf"(?<!tell )(?<!telling )(?<!pick up )\b{CHILD_EN}(?!'s (?:hug|school|teacher|fees|party|class|friends?|home|asleep|here|in the|next to)\b)(?! (?:saw|knows?|found|sees|can see|might|could|doesn't know|don't know|will|is asleep|is (?:here|home|at (?:school|work|practice|a friend's|his|her))))|(?!{_SMALL_TALK_JA}){CHILD_JA}(?!に(?:も|は)?(?:言え|知られ|見られ|バレ|ばれ)|(?:が|も|は)(?:見|知|寝|起き|帰|隣|い(?:る|ます|ま|な))|を(?:迎え|寝かし))"
        ),
    ),
    (
        TEACHER,
        re.compile(
            r"\b(?:my|one of my|our|two of my|some of my) (?:\w+ )?(?:pupil|student)s?\b|(?:a|the) (?:girl|boy|kid) i teach|kids i teach|"
            + PUPIL_JA
            + r"(?!に)"
        ),
    ),
)
_SELF_EN = re.compile(
    r"(?:\bof (?:me|myself)\b|\b(?:face|head|girl|boy|person|woman|man)(?: (?:in|on) (?:it|there|the \w+))? is (?:me|mine)\b|\b(?:nudes?|fakes?|photos?|pics?|pictures?|images?|videos?|porn|tapes?|one|ones|made|posted) of us\b)(?! (?:and my (?:daughter|son|kids)|are|is|were|was|think|know))|\b(?:showing|with) me (?:naked|nude|in)\b|\bmy(?: (?:own|real|private|fake|school|profile|old|nude|naked|intimate|insta\w*|face|edited|wedding|work|linkedin))* "
    r"(?:face|body|nudes?|photos?|pics?|pictures?|images?|imgs?|selfies?|videos?|fakes?|deepfakes?)\b(?! of (?:her|him|my|a|the))|"
    r"\b(?:blackmail|threaten|extort|sextort|expos|deepfak|undress|nudif(?=y)|nudifi|nudefi|film|record|doxx?|fak|photoshop|harass|stalk)(?:s|e|es|ed|d|y|ing|ying)? me\b|\b(?:made|turned|put|makes|stripped) me (?:into|naked|nude|in|on|look)|"
    r"\bi(?:'m| am| was| were| got| get| have been|'ve been| keep| feel|m)(?: \w+){0,2} (?:black ?mailed|threatened|extorted|sextorted|deep ?faked|exposed|doxx?ed|targeted|undressed|nudified|hacked|filmed|recorded|impersonated|photoshopped)|"
    r"\b(?:send|sent|post|show|leak|share|forward|sending|give)\w* (?:it|them|this|that|the \w+|everything|my \w+|the fake \w+) (?:to|with) (?:all )?my\b|\b(?:i|we) paid\b(?![^.!?\n]* for (?:an?|the|that|this) (?:\w+ )?(?:app|site|tool|website|service)\b)|\bi(?:'ve)? (?:already |just |also |did )*(?:paid|sent) (?:him|her|them|the)|\bme (?:naked|nude)|\bnaked me\b|\bi (?:found|saw|was sent) (?:a |an |some |my |fake |deepfake )+\w* ?of me|"
    r"\bmy head (?:on|onto|into|was)\b|\b(?:ran|put|fed) my (?:[\w-]+ ){0,3}(?:photo|pic|picture|selfie|pfp)s?\b|\bour (?:private|intimate|sex|own|nude) (?:videos?|photos?|pics?|pictures?|tapes?|nudes)\b|\bi'?m in (?:it|the (?:photo|video|picture))|\bpay (?:him|them|her) or\b|\b(?:google|search(?:es|ed)?(?: for)?|look(?:s|ed)? up) me\b"
)
_SELF_JA = re.compile(
    r"(?:私|わたし|あたし|自分|俺|おれ|オレ|僕|ぼく|うち|ウチ|アタシ|わい|ワイ)(?:たち|ら)?(?:の|が写った|が写ってる) ?(?:はだかの ?|偽の?|フェイクの?|昔の|裸の|エロい?|本物の|元の|卒アルの?|インスタの?|子どもの頃の|ディープフェイクの?|[ぁ-ん一-龥]{1,5}(?:な|しい))*(?:裸|写真|画像|動画|顔|寝顔|横顔|笑顔|ヌード|フェイク|ディープフェイク|コラ|アイコラ|自撮り|エロ|偽|水着|ai|スクショ|アカウント|下着|合成|加工|体|からだ|かお|しゃしん|がぞう)|"
    r"(?:私|わたし|あたし|自分|俺|僕|ぼく|うち)(?:が|は|も)[^。!?\n]{0,16}(?:脅され|晒され|作られ|狙われ|裸にされ|合成され|加工され|撮られ|さらされ)|(?:私|わたし|あたし|自分|俺|僕)と[^。!?\n]{1,8}の(?:偽|裸|写真|画像|動画|顔)|watashi no (?:shashin|kao|gazou|hadaka|douga)|jibun no (?:shashin|kao)|(?:私|わたし|あたし|自分|俺|僕|ぼく)を[^。!?\n]{0,8}(?:裸|ヌード|脱が|加工|合成|晒|脅|盗撮|撮)|(?:私|自分|俺|僕)の名前[^。!?\n]{0,10}(?:検索|ググ|調べ)|(?:裸|全裸)の(?:私|自分|俺|僕)"
)
_WEAK_SELF_JA = re.compile(
    r"(?:書き込ま|作ら|つくら|晒さ|さらさ|ばら ?まか|バラまか|ばら撒か|脅さ|おどさ|ゆすら|拡散さ|投稿さ|上げら|あげら|載せら|のせら|加工さ|合成さ|コラさ|脱がさ|ぬがさ|顔使わ|顔を使わ|写真(?:を|が)?使わ|撮ら|盗撮さ|流さ|アップさ|転載さ|悪用さ|回さ|まわさ|売ら|(?:みんな|全員|友達|クラス(?:全員)?)に送ら|くっつけら|貼り付けら|貼りつけら|はめ込ま|すり替えら|差し替えら|裸にさ|ヌードにさ|水着にさ|aiで(?:裸に)?さ|バラさ|ばらさ)れ|"
    r"(?:家族|親|友達|学校|会社|職場|先生|フォロワー)(?:全員|みんな)?に(?:送る|ばらす|バラす|見せる|言う)(?:って|と|ぞ)|(?:ばらま|バラま|ばら撒|晒|流|ばら|バラ|公開|拡散)(?:く|す|する)(?:って|と|ぞ)|(?:流|晒|ばら|バラ|公開|拡散|投稿|アップ)(?:す|する)(?:って|と|ぞ)|(?:tsukura|sarasa|nagasa|odosa|agera)re"
)
_WEAK_SELF_EN = re.compile(
    r"\bmy ex(?:[- ]?\w+)? (?:has |just |is |keeps )?(?:made|making|posted|posting|shared|sharing|leaked|leaking|sent|sending|uploaded|threat\w+|blackmail\w+|put|sold|selling)\b"
)
_SOMEBODY_JA = re.compile(
    rf"(?:{CHILD_JA}|{PUPIL_JA}|{PARTNER_JA}|{FRIEND_JA}|{CLASSMATE_JA})(?:の[^。、がは]{{1,6}})?(?:が|は|も)[^。!?\n]{{0,40}}$"
)
_CORRECTS = re.compile(
    r"^(?:no\b|nope|sorry|wait|actually|not me\b)|(?:じゃな(?:い|く)|ではな(?:い|く)|違(?:う|い|って)|ちが(?:う|い))|\bnot me\b|\bi mean\b|\bcorrection\b"
)


WHO_DID_IT = re.compile(
    r"\bi (?:did|made|used|sent|shared|showed|posted)\b|\b(?:it'?s|its|it was) me\b(?! in)[^.!?\n]{0,12}\bnot (?:a|my) friend\b"
)
"""They are the one it is about, and say that they did it."""
_HARMED_ME = re.compile(
    r"被害|(?:写|映|うつ)って|れ(?:た|て|る)(?:ほう|方|側|の)|\b(?:victim|in (?:it|that|there|the (?:photo|pic|picture|image|video)s?)|of me\b|(?:happened|happening|did|done) (?:it |this )?to me|harmed)\b"
)


def role_of(text: str, *, context: Context) -> str:
    """Return the role that a normalised text says, `` for none; one that is known is only changed by an explicit word."""
    if context.role and (writer := takes_over(text)):
        return writer
    found = read_role(text)
    if context.role == MAKER and found.name == SELF and not _HARMED_ME.search(text):
        return ""  # `they don't know it's me`: who made it
    if context.role and is_denied_before(found.name, context.known):
        return found.name if found.strength == EXPLICIT and _CORRECTS.search(text) else ""
    if (
        context.role == PARENT
        and not is_denied_before(MAKER_PARENT, context.known)
        and what_child_did(text, sounds_like_maker=found.name == MAKER)
    ):
        return MAKER_PARENT
    strength = found.strength + (1 if _CORRECTS.search(text) else 0)
    return found.name if strength >= _needed(found.name, context=context) else ""


_NEEDED = {
    **dict.fromkeys([(PARENT, MAKER_PARENT), (TEACHER, SELF), (PARTNER, PARENT)], PLAIN),
    **dict.fromkeys([(MAKER_PARENT, PARENT), (MAKER, PARENT), (MAKER, TEACHER)], EXPLICIT + 1),
}
"""What it takes to change one known role into another: a maker who is a teacher too stays a maker."""


def _needed(said: str, *, context: Context) -> int:
    if not context.role or context.role == said or context.asked == "role":
        return WEAK
    if context.safety != "calm":  # what is put away then is no image
        return EXPLICIT + 1
    return _NEEDED.get((context.role, said), EXPLICIT)


def read_role(text: str) -> Role:
    """Return the role that a normalised text says and how sure it is."""
    text = without_our_words(without_their_parents(text))
    if plain := _said_plainly(text):
        return plain
    known = _about_writer(text) or _maker_by_cue(text)
    if not known and (role := for_whom(text)):
        return Role(role, PLAIN)
    return known or _about_others(text) or _weak(text)


def _said_plainly(text: str) -> "Role | None":
    if harmed_myself(text):
        return Role(SELF, EXPLICIT)
    if introduces_as_school_staff(text):
        return Role(TEACHER, PLAIN)
    if child_is_harmed(text):
        return Role(PARENT, PLAIN)
    if made_by_child(text):
        return Role(MAKER_PARENT, EXPLICIT)
    return Role(MAKER_PARENT, PLAIN) if sounds_like_child_did_it(text) else None


def _maker_by_cue(text: str) -> "Role | None":
    own = without_others_words(text)
    return Role(MAKER, WEAK) if sounds_like_maker(own) and not names_another_doer(text) else None


_BY_STANDING = re.compile(r"(?:i'?m|im|i am|as) an? |i (?:teach|work)\b")  # not `I'm her teacher`: for whom they write


def _about_writer(text: str) -> "Role | None":
    if confesses(text):
        return Role(MAKER, EXPLICIT)
    if made_by_writer(without_others_words(text)) and not names_another_doer(text):
        return Role(MAKER, EXPLICIT if FIRST_PERSON.search(text) else PLAIN)
    stated, match = next(((role, match) for role, pattern in STATED if (match := pattern.search(text))), ("", None))
    if not match or (stated in (PARENT, TEACHER) and _is_about_me(text) and stated not in _in_order(text)):
        return None
    return Role(stated, PLAIN if _BY_STANDING.match(match[0]) else EXPLICIT)


def _is_about_me(text: str) -> bool:
    mine = _SELF_JA.search(text)
    if mine and mine[0].startswith("自分") and _SOMEBODY_JA.search(text[: mine.start()]):
        mine = None  # `my wife found her own face`: the word for oneself is then hers
    return bool(mine or _SELF_EN.search(text))


def _about_others(text: str) -> "Role | None":
    if _is_about_me(text):
        return Role(SELF, PLAIN)
    return next((Role(role, PLAIN) for role in _in_order(text)), None)


def _in_order(text: str) -> "list[str]":
    """Return the roles of those who are harmed, by their order in the table; a friend or partner who acts is not harmed."""
    return [
        role
        for (role, harmed), acting in zip(_HARMED, _ACTING, strict=True)
        if harmed.search(text) and (role in (PARENT, TEACHER) or not acting.search(text))
    ]


def _weak(text: str) -> Role:
    mentioned = next((Role(role, WEAK) for role, pattern in _MENTIONED if pattern.search(text)), None)
    if mentioned:
        return mentioned
    by_word = next((Role(role, WEAK) for role, pattern in HELPER_WORDS if pattern.search(text)), None)
    if by_word:
        return by_word
    if OF_SOMEBODY_JA.search(text):
        return Role(FRIEND, WEAK)
    if _WEAK_SELF_JA.search(text) or _ACTING[2].search(text) or _WEAK_SELF_EN.search(text):
        return Role(SELF, WEAK)
    return next((Role(role, WEAK) for role, pattern in OF_THEM if pattern.search(text)), Role())
