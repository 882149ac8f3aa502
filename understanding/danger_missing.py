"""Somebody who cannot be reached: gone quiet, gone from home or school, silent after a goodbye; and whose silence is none."""

import re

from understanding.danger_people import WHO_EN, WHO_JA
from understanding.danger_rows import WISH, Together, any_row
from understanding.reading import CLEAR, DOUBT

OUT_OF_REACH = "missing"
"""In the place of means: who is in danger cannot be seen or reached."""

MISSING = re.compile(
    r"音信不通|既読(?:が|も)?つかな|電源(?:が)?(?:切れ|入って(?:い)?な)|(?:部屋|トイレ|風呂)(?:に)?閉じこも|呼んでも(?:返事|出て)|\blocked (?:herself |himself |themsel\w+ )?in (?:the|her|his) (?:bathroom|room|toilet)\b|\bno (?:answer|reply) when\b|(?:外|家)(?:に|を|から)飛び出し|切ってから出ない|\bran (?:out|away|off)\b(?! of (?:time|money|data|battery|space))|(?:鍵|ドア)(?:を)?(?:あけ|開け)て(?:くれ)?ない|(?:音|声)(?:が)?(?:し|聞こえ)なくな|(?:まだ|どこにも)見つから|(?:携帯|スマホ|電話)(?:も|が)?(?:切られ|電源|つながら)|(?:連れて(?:か|行か|いか)れ|連れ出され)[^。\n]{0,16}(?:返事|連絡|帰)|返事(?:が|も)?な(?:い|く)|\b(?:went quiet|still (?:not found|missing)|not found|phone'?s? (?:is )?off|won'?t open|stopp?ed (?:replying|answering|responding)|whispered help)\b|(?:部屋|トイレ|お風呂)から出てこ(?:ない|なく)|(?:連絡|電話)(?:が|も|に)?(?:取れない|とれない|つかない|つながらない|出ない|出てくれない|取れなくな)|(?:既読(?:が|も)?つかない|返事(?:が)?(?:ない|来ない|こない))|(?:家|部屋)(?:を|から)(?:飛び)?出て(?:行った|いった|いって)|帰って(?:こない|きません|来ない|来ません)|行方(?:が)?(?:わから|不明)|\b(?:won'?t|not|isn'?t|doesn'?t|stopped|hasn'?t) (?:answer\w*|open\w* (?:the|her|his) door|com\w+ out|reply\w*|respond\w*|pick\w* up|come home|text\w* back)|\b(?:locked (?:her|him)self in|gone missing|is missing|ran away|disappeared|won'?t leave (?:her|his) room|can'?t (?:reach|find|get (?:a )?hold of) (?:her|him|them|my))\b"
)  # fmt: skip

_SHE = rf"{WHO_JA}|\b(?:my|our|a|the|one of my|this) (?:[\w-]+ ){{0,2}}{WHO_EN}\b|\b(?:she|he|they)\b"
_GONE = (
    r"(?:部屋|家|うち|寮|ベッド|布団)[^。\n]{0,12}(?<!てく)(?:いな(?:い|く|かった)|いません|もぬけの殻)|(?:スマホ|携帯|ケータイ)(?:も|は|を|だけ)?置い(?:て(?:い|って|出|る|あ)|たまま)|(?:急に|ずっと|最近)?(?:静か|無口|おとなし)(?:に|く)(?:なった|なっ(?:て|ちゃ)|なりました)|姿が(?:見え|見当たら)(?:ない|なく|ません)|姿を消|いなくな(?:った|っちゃ|りました)|音信不通|行方不明|(?:返信|返事|連絡|既読|反応|投稿)(?:が|も|に)?(?:ない|なくて|ありません|来ない|こない|つかない|つかなく|なくな|途絶え)|(?:って|と)(?:言った|書いた|送ってきた)きり|(?:垢|アカウント)(?:を|も)?消して|家にも(?:いな|い?ません)|学校(?:に|も)(?:来て|きて)(?:い)?(?:な|ま)"
    r"|\b(?:not|isn'?t|wasn'?t|nobody|no ?one) in (?:her|his|their|the) (?:room|bed|house)\b|\b(?:her|his|their|the) (?:room|bed)(?:'s| is| was)? empty\b|\bleft (?:her|his|their) phone\b|\b(?:her|his|their) phone is (?:still )?(?:here|on the|in (?:her|his|their))\b|\b(?:gone|went|going) (?:very |really |completely |all )?(?:quiet|silent|dark|offline|missing)\b|\b(?:disappeared|vanished)\b|\b(?:is|'s|was)n'?t (?:in the (?:house|building|school|dorm)|anywhere)\b|\bmarked absent\b|\b(?:hasn'?t|haven'?t|not|nobody(?:'s| has)|no ?one(?:'s| has))(?: \w+)? (?:been (?:on(?:line)?|seen|active)|seen (?:her|him|them)|heard (?:from|anything)|come home|been home)\b|\bhaven'?t heard from (?:her|him|them|my)\b|\b(?:deleted|deactivated) (?:her|his|their|all (?:her|his|their)) (?:\w+ )?accounts?\b|\boffline (?:since|now)\b|\bnow (?:she|he|they)(?:'s|'re| is| are) offline\b|\bnot (?:answering|replying|reading)\b|\bphone(?:'s| is)? (?:off|dead|switched off)\b"
)
_GOODBYE = (
    r"(?:さよなら|さようなら|ばいばい|バイバイ|ごめん(?:ね|なさい)?|今までありがと(?:う)?|もう(?:無理|むり|いい|だめ|疲れた)|疲れた|死にたい|消えたい|お別れ|最後)[」』]?(?:って|と)[^。\n]{0,14}|お別れの|遺書|探さないで"
    r"|\b(?:gave|give|handed|returned)\b[^.!?\n]{0,24}\b(?:back|away)\b[^!?\n]{0,70}\b(?:hugg\w+|thank\w*|best part|always|love)|(?:返し|くれ|渡し)(?:て(?:きた|くれた)?|に来)[^。\n]{0,24}(?:ありがと|抱き|ハグ|好きだった|元気で)"
    r"|\b(?:note|letter|paper)\b[^.!?\n]{0,30}\b(?:sorry|good ?bye|forgive|farewell)\b|\b(?:said|says|saying|wrote|posted|sent|texted|left|messaged)\b[^.!?\n]{0,24}\b(?:good ?bye|bye|farewell|sorry for everything|couldn'?t (?:take|do)|can'?t (?:take|do)|last (?:message|post)|don'?t (?:look|come)|the end)\b"
)
_OF_NO_CONCERN = (
    r"(?:通報|報告|申請|申し立て|問い合わせ|依頼|メール|フォーム)[^。\n]{0,12}(?:返|連絡|反応)|(?:話し|伝え|言っ)たら[^。\n]{0,12}(?:静か|無口|黙)"
    r"|\b(?:report(?:ed|s|ing)?|request(?:ed)?|form|ticket|e-?mail(?:ed)?)\b[^.!?\n]{0,30}\b(?:no (?:reply|answer|response)|nothing|silen\w+|quiet|not heard)\b|\btold (?:her|him|them)\b[^!?\n]{0,60}\b(?:went|got) (?:very |really |all |just )?quiet\b"
    r"|\bquiet (?:and|then|for a (?:bit|moment|second|minute)) ?(?:then )?(?:just )?(?:bought|smil\w+|nodd\w+|hugg\w+|ate|drank|laugh\w+|cried|said|asked|looked|thank\w+)\b|"
    r"(?:運営|サイト|サポート|管理(?:人|者)|警察|学校|先生|窓口|相談(?:所|員|窓口)|paps|弁護士|会社|相手|犯人|加害者|やつ|プロバイダ|グーグル|google|インスタ|ツイッター|脅して(?:きた|いる|る)人|詐欺)(?:側)?(?:から|が|は|に|も|の)[^。\n]{0,14}(?:返|連絡|来な|既読|静か|途絶|反応|いなくな|消)|ブロック|授業中?に|仕事中|寝て|怒って|ケンカ|喧嘩"
    r"|\b(?:the |my |their )?(?:site|support|platform|police|cops|teacher|school|moderators?|mods?|admins?|instagram|tiktok|twitter|google|telegram|discord|line|company|lawyers?|helpline|paps|blackmailer|extort\w+|scammer|guy who|account|person who|man who)\b[^.!?\n]{0,24}(?:n't|\bnot\b|\bnever\b|stopp?ed|quiet|silent|disappeared|vanished|deleted|no (?:reply|answer))|\b(?:blocked|paid|at work|in (?:a )?(?:meeting|class|lesson)|busy|asleep|on (?:a|the) (?:plane|flight|train)|laughing|we (?:fought|argued))\b"
)

ROWS = (
    Together(WISH, CLEAR, (_GOODBYE, _GONE), unless=_OF_NO_CONCERN, means=OUT_OF_REACH, about="other"),
    Together(WISH, DOUBT, (_SHE, _GONE), unless=_OF_NO_CONCERN, means=OUT_OF_REACH, about="other"),
    Together(WISH, DOUBT, (r"放課後|帰りの会|下校|学校|部活|塾|\b(?:after|from|left|at) (?:school|class|practice|club)\b", r"姿が(?:見え|見当たら)|いなくな|行方|帰って(?:こな|来な|きませ|来ませ)|\b(?:disappeared|vanished|missing|not (?:come |been )?home|hasn'?t come home)\b"), unless=_OF_NO_CONCERN, means=OUT_OF_REACH, about="other"),
)  # fmt: skip
"""A goodbye and then silence; somebody cared for who is silent; somebody who did not come back from school."""

_BEHIND_A_DOOR = re.compile(
    r"布団|ふとん|毛布|ベッドから|\b(?:blanket|covers|duvet|bed|futon)\b|部屋(?:に|から)|トイレ|風呂|鍵|ドア|閉じこも|引きこも|\b(?:(?:bath)?room|toilet|bedroom|locked|door|rom)\b"
)
_IS_ELSE = re.compile(_OF_NO_CONCERN)
_FROM_SCHOOL = re.compile(
    r"放課後|下校|学校から|部活から|塾から|帰って(?:こ|来|き)|\b(?:after|from|left) (?:school|class|practice|club)\b|\bcome home\b"
)


_LEFT_BEHIND = re.compile(
    r"(?:携帯|スマホ|財布|ケータイ)(?:も|を|は)?(?:家に)?置い|車も?(?:な|無)い(?!の?で)|\b(?:left (?:his|her|their) (?:phone|wallet|keys)|car(?:'s| is) gone)\b"
)
"""Who cannot be reached has left what nobody leaves."""


def is_missing(words: str) -> bool:
    """Tell whether a normalised text says that somebody cannot be reached; who is behind a door can."""
    if _BEHIND_A_DOOR.search(words):
        return False
    return bool(MISSING.search(words)) or any(any_row(ROWS, words, level=level) for level in (CLEAR, DOUBT))


def is_no_concern(words: str) -> bool:
    """Tell whether the silence is of an office, of who threatens, or has its reason in the text."""
    return bool(_IS_ELSE.search(words)) and not _LEFT_BEHIND.search(words)


def did_not_come_back(words: str) -> bool:
    """Tell whether somebody did not come back from school: whoever writes it is worried."""
    return bool(_FROM_SCHOOL.search(words))
