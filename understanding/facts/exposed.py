"""Which personal details are out, and how little time there is."""

import re

_OUT_JA = r"(?:も|が|で|ぜんぶ|全部|と|や|を|まで|とか|、|付き|つき|入り|込み|ごと|は)(?:[^。!?\n]{0,18}?)(?:載|のって|のせ|書かれ|書き込|書いて(?:あ|る|い)|晒|さらさ|さらし|出て|出され|公開|拡散|特定|バレ|ばれ|漏れ|もれ|流|貼|投稿|一緒|セット|タグ|ついて|付いて|映って|写って|知られて|知って(?:い)?る|把握|ばらま|バラま|わかっ|わかる|分かる|ある|出回|広ま|上げ|あげ|かかれ|丸見え|まるみえ)"
_OUT_SHORT = r"(?:付き|つき|入り|込み|ごと|バレ|ばれ|晒し|特定|さらし|書かれ|書き込ま|かかれ|載せられ|出てる|全公開)"
_OUT_EN = r"(?:posted|listed|shown|wrote|written|included|tagged|leaked|published|shared|put|there|online|out|visible|in (?:it|the)|on (?:it|the|there)|doxx?ed|attached|knows?|next to|under|below|exposed|appears|too|as well|found|everything)"
_NOT = re.compile(
    r"(?:検索|ググ|入れると|入れたら|言いたくな|言わな(?:い|くて)|教え(?:な|たくな|る必要|ないと|て(?:も|と|くだ|ほし|って))|必要|聞かれ(?:る|ます)|書か(?:ない|なく)|伝え(?:な|る必要)|出さな|入力|隠し|伏せ|いりますか|要りますか|言う必要|不要|載って(?:い)?(?:な|ませ)|書かれて(?:い)?(?:な|ませ)|知られて(?:い)?(?:な|ませ)|出て(?:い)?な|バレて(?:い)?な|ばれて(?:い)?な|特定されて(?:い)?な|書かれて(?:い)?な|バレたくな|ばれたくな|バレます|ばれます|バレない|バレる(?:のは|の|かも|と|こと)|たら|れそう)|\b(?:do(?:es)?(?:n'?t| not) know|does (?:the|it|this|that)|googl\w*|search\w*|type|look up|(?:kid|boy|girl|guy|friend|someone|people|teacher|student)s? (?:from|at|in)|do i (?:have|need)|need (?:to|my)|don'?t (?:want|have) to|not (?:in|on|there|posted|shown|my)|isn'?t|without|do you (?:need|want)|give you|tell you|use my real|is it ok|anonym|no name|doesn'?t (?:show|have)|will (?:my|the)|did(?:n'?t| not)|(?:nobody|no one|noone) (?:knows?|has|saw)|don'?t want|dont want|can they|could they|will they)\b"
)
_KINDS = (
    ("name", r"(?:(?<!校の)(?<!社の)(?<!学の)(?<!店の)(?<!先の)(?<!ントの)名前|本名|実名|フルネーム|氏名|苗字|下の名前|なまえ)", r"(?:(?:my|her|his|our|the) )?(?<!account )(?<!user )(?<!screen )(?:full |real |actual |first |last |whole )*names?\b(?! of (?:my|the|her|his|our)\b)"),
    ("address", r"(?:(?<!メール)(?<!メアド)住所|自宅|家の(?:場所|前(?:の写真)?|外観|写真)|住んでる(?:ところ|場所)|実家|最寄り(?:駅)?|マンション(?:名)?|アパート(?:名)?|(?:どこ(?:に)?|どの(?:辺|へん)(?:に)?)住んで(?:い)?る(?:の)?か|住んでる(?:町|街|市|区)|郵便番号)", r"(?:(?:my|her|his|our|home|house|the|and|,) )+(?:home |street )*(?:address(?! bar)|house|apartment|street|postcode|zip code|neighbou?rhood|building|front door)\b|where (?:i|she|he|we) lives?\b"),
    ("school", r"(?:学校(?:名|の名前|か)?|高校(?:名)?|中学(?:名)?|大学(?:名)?|制服|校名|学年とクラス|クラス名|(?:どこ|どの)(?:の)?(?:学校|高校?|中学?|大学)(?:に通って(?:い)?る)?か)", r"(?:(?:my|her|his|our|the|which) )(?:high |middle )?(?:school(?:'s)?(?: name| uniform)?|uniform|university|college|homeroom)\b(?! (?:friend|counsel|nurse|teacher|is|has|said|told|does|will|find|found|group|grounds))"),
    ("phone", r"(?:電話番号|携帯番号|番号|携帯|電話|lineのid|line id)", r"(?:(?:my|her|his|our|phone|cell|mobile) )+(?:phone |cell |mobile )*number\b"),
    ("workplace", r"(?:(?:勤務先|勤め先|バイト先|働いて(?:い)?る(?:店|会社|ところ))(?:の名前|名|の場所)?|職場(?:名)?|会社(?:名)?|(?:会社|店|職場|どこ)で(?:働いて(?:い)?る|勤めて(?:い)?る|バイトして(?:い)?る)(?:の)?か|店の名前|お店)", r"where (?:i|she|he) works?\b|(?:which|what) (?:company|place|shop|store|office) (?:i|she|he) works?(?: for| at)?\b|(?:(?:my|her|his|our|the) )(?:workplace|employer|company|job|work)(?:'?s)?(?: name)?\b(?! (?:friend|colleague|found|will|is))"),
)  # fmt: skip
_MORE = {
    "school": r"\b(?:said|says?|wrote|writes?|posted|put|telling|tells?|mention\w*|listed|commented|knows?|leaked) (?:everyone )?(?:which|what) (?:\w+ )?(?:school|college|uni|university|class) (?:i|she|he)\b|\bname of (?:my|her|his|our) (?:\w+ )?(?:school|college|university)\b|制服(?:で|から)[^。、!?\n]{0,8}(?:わか|分か|バレ|ばれ|特定)",
    "address": r"\b(?:turn(?:s|ed)? up|show(?:s|ed)? up|came|come|waiting|standing|stood)\b[^.!?\n]{0,12} (?:at|outside|in front of|by) (?:my|our|her|his) (?:\w+ )?(?:door|house|home|place|apartment|building|flat)\b[^.!?\n]{0,30}\b(?:because|from|after) (?:of )?(?:the|that|this|it)|\bdoxx?ed\b[^!?\n]{0,24}\baddress\b|特定(?:され|し)[^。!?\n]{0,10}(?:家|自宅|アパート|マンション)|(?:家|自宅)(?:が|を|も|まで)(?:特定|割れ|バレ|ばれ)",
    "name": r"\b(?:say(?:s|ing)?|said|repeat\w*|spam\w*|typ\w+|tag\w*|using|uses?) (?:my|her|his) (?:\w+ )?name\b(?! on it)|フルネームで(?:投稿|載|上げ|晒|書|出て)|(?:本名|実名|フルネーム|下の名前)(?:で|を)?[^。、!?\n]{0,6}(?:スレ|書かれ|かかれ|呼ばれ|立てられ|載|晒)",
    "workplace": r"\b(?:said|says?|wrote|posted|put|tells?|mention\w*|listed|commented|leaked) (?:which|what) (?:\w+ )?(?:company|office|shop|store|restaurant|salon|clinic|hospital) (?:i|she|he)\b",
}
"""Further words for what is out, by its kind."""
_BARE_EN = {
    "name": r"(?:(?:full|real) )?name",
    "address": r"(?:home )?address",
    "school": r"(?:high )?school(?: name)?",
    "phone": r"(?:phone |cell )?number",
    "workplace": r"(?:workplace|employer|company|job)",
}
_STRONG = frozenset({"name", "address"})


def _patterns(kind: str, ja: str, en: str) -> "tuple[str, re.Pattern[str]]":
    out_ja = _OUT_JA if kind in _STRONG else _OUT_JA.replace("|ある", "").replace("|流", "").replace("|は)", ")")
    if kind in ("school", "workplace", "phone"):
        out_ja = out_ja.replace("|知って(?:い)?る", "|知られて(?:い)?る").replace(
            "(?:も|が|で|ぜんぶ|全部|と|や|を|まで|とか|、|付き", "(?:も|が|ぜんぶ|全部|や|まで|とか|、|付き"
        )
    more = f"{_MORE[kind]}|" if kind in _MORE else ""
    return kind, re.compile(
        rf"{more}{ja}{out_ja}|{ja}{_OUT_SHORT}|{ja}(?:と|や|・|、|も|,)(?=[^。!?\n]{{0,20}}(?:住所|学校|名前|番号|勤務先|職場|顔|会社)[^。!?\n]{{0,16}}(?:載|書|晒|さらさ|出て|特定|バレ|ばれ|漏れ|拡散|公開))"
        rf"|\b(?:posted|added|with|included|put|wrote|shared|leaked|listed|published|plus|tagged|has|have|knows?|found|doxx?ed)\b[^.!?\n]{{0,30}}?(?:,|and|&) (?:the |my |her |his )?{_BARE_EN[kind]}\b"
        rf"|(?:{en})(?:,? [\w'&]+){{0,6}}?,? {_OUT_EN}\b|\b(?:posted|wrote|put|tagged|shared|leaked|listed|published|included|exposed|doxx?ed|knows?|has|have|shows?|showing|see|with|found|got|giving|add(?:ed|ing)?|saying|says|mention\w*|and|using|plus) (?:\w+ ){{0,3}}?(?:{en})"
    )


_EXPOSED = tuple(_patterns(*kind) for kind in _KINDS)
_MINUTES, _HOURS, _TODAY, _TOMORROW, _DAYS = "minutes", "hours", "today", "tomorrow", "days"
_COUNT = r"(?:\d{1,3}|a|an|one|two|three|four|five|six|ten|twelve|fifteen|twenty|thirty|half an|half|few|a few|a couple(?: of)?|couple)"
_WITHIN = (
    r"(?:in|within|only|have|has|got|gave me|gives me|given me|giving me|for|next|left|just|about|like|till|until|me)"
)
_DEADLINES = (
    (_MINUTES, re.compile(rf"\bcounting down\b|\bcountdown\b|\b{_WITHIN} (?:the next |like |about |only |just )*{_COUNT} ?(?:more )?(?:min(?:ute)?s?|half hour)\b(?! (?:ago|late|away|later he))|\bhalf an hour\b(?! ago)|\b{_COUNT} ?min(?:ute)?s? (?:left|to (?:pay|send|answer|reply)|or)|(?:あと|残り|のこり)? ?[\d一二三四五十数]+ ?分(?:以内|後に?|まで|しか|で(?:送|払|返)|だけ)|(?:あと|残り|のこり) ?[\d一二三四五十数]+ ?分(?!前)|(?:カウントダウン|今すぐ払|今すぐ送)")),
    (_HOURS, re.compile(rf"\b{_WITHIN} (?:the next |like |about |only |just )*{_COUNT} ?(?:more )?(?:hours?|hrs?)\b(?! (?:ago|later he|of sleep))|\b{_COUNT} ?(?:hours?|hrs?) (?:left|to (?:pay|send|answer|reply)|or)|(?:あと|残り|のこり)? ?[\d一二三四五六七八九十数]+ ?時間(?:以内|後に?|まで|しか|の間に)|(?:あと|残り|のこり) ?[\d一二三四五六七八九十数]+ ?時間|\bby (?:\d{1,2})(?::\d\d)? ?(?:am|pm|o'?clock)|[\d]{1,2}時まで")),
    (_TODAY, re.compile(r"\b(?:by|before|until|till|til) (?:the end of (?:the day|today)|midnight|tonight|today|this evening|noon)|\btonight\b|\btoday or\b|\bend of (?:the )?(?:day|today)\b|(?:今日|きょう|本日|今夜|今晩|こんや|夜中の?\d{1,2}時|今日の夜|深夜0時|0時)(?:中|じゅう|まで|いっぱい|のうち)|今夜(?:0時|12時|中|まで)|kyou ?(?:juu|made)")),
    (_TOMORROW, re.compile(r"\b(?:by|before|until|till|til) tomorrow\b|\btomorrow(?: \w+)? (?:he|she|they|or)|\btomorrow\b|(?:明日|あした|あす|翌日)(?:まで|中|の(?:朝|昼|夜|\d+時)まで|には|に(?:は)?(?:払|送|拡散|ばら|バラ|公開)|の)|ashita ?made")),
    (_DAYS, re.compile(rf"\b(?:in|within|have|has|got|gave me|gives me|given me|only|left|for) (?:the next |only |about |just )*{_COUNT} ?(?:more )?days?\b(?! (?:ago|off))|\b{_COUNT} ?days? (?:left|to (?:pay|send))|\b(?:by|before|until|till) (?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:by|before|until) (?:next week|the weekend|the end of (?:the|this) (?:week|month))|(?:あと|残り) ?[\d一二三四五六七両数]+ ?日|[\d一二三四五六七両数]+ ?日(?:以内|後に?|まで|しか)|(?:今週|来週|週末|月曜|火曜|水曜|木曜|金曜|土曜|日曜|月末|明後日|あさって)(?:日)?(?:中|いっぱい|まで|には)")),
)  # fmt: skip
_PRESSED = re.compile(
    r"\b(?:pay|money|send|post|leak|share|deadline|or else|unless|he|she|they|blackmail\w*|threat\w*|expose|demand\w*|gives? me|gave me|hours left|minutes left|goes (?:out|up|online|public|to)|or it|counting down)\b|払|送|ばら|バラ|拡散|晒|脅|要求|公開|言われ|投稿|期限|までに|待つ|以内|来る|あと|残り|金|流す"
)


def read_exposed(text: str) -> "list[str]":
    """Return the kinds of details that a normalised text says are out."""
    return [kind for kind, pattern in _EXPOSED if any(not _is_open(text, match) for match in pattern.finditer(text))]


def _is_open(text: str, match: "re.Match[str]") -> bool:
    start = max(text.rfind(mark, 0, match.start()) for mark in "。.!?\n,、") + 1
    return bool(_NOT.search(text[start : match.end() + 8]))


def read_deadline(text: str) -> str:
    """Return the class of a deadline that somebody set: minutes, hours, today, tomorrow, days; `` for none."""
    if not _PRESSED.search(text):
        return ""
    return next((name for name, pattern in _DEADLINES if pattern.search(text)), "")
