"""Signs of danger from somebody one lives with: a partner who did it, somebody of the family who rages, a tag that follows; and who it is.

Tables of normalised texts. Who it is decides what is said: a partner has the key, so no lock helps; with a father, there is a neighbour.
"""

import re

from understanding.context import Context
from understanding.danger_rows import NOW, Together, any_row
from understanding.reading import CLEAR, DOUBT, Danger

PARTNER, FAMILY = "partner", "home"
"""In the place of means: whom one lives with."""

_PARTNER_EN = r"(?:husband|wife|boyfriend|girlfriend|bf|gf|partner|fianc[eé]e?|spouse|hubby|live-?in|man i live with|guy i live with)"
_PARTNER_JA = r"(?:彼氏|カレシ|彼(?!女)|旦那|(?<!丈)夫(?!婦)|主人(?!公)|嫁|妻|(?:同棲|同居)(?:中の|して(?:い)?る)?(?:相手|彼氏?|人|恋人)|婚約者|恋人|パートナー|元(?:カレ|彼(?!女)|夫|旦那|カノ))"
_ANY_PARTNER = rf"{_PARTNER_JA}|\b(?:my |the |an? )?(?:{_PARTNER_EN}|ex)\b"
_HE = rf"{_ANY_PARTNER}|\b(?:he|she)\b|\bhe's\b"
_FAMILY_EN = r"(?:dad|daddy|father|step ?-?dad|step ?-?father|mum|mom|mam|mother|step ?-?m(?:um|om|other)|(?:big |older |little |step ?-?)?brother|sister|uncle|grand(?:dad|father|pa)|(?:mom|mum|mother)'?s (?:boyfriend|bf|partner))"
_FAMILY_JA = r"(?:(?<!神)父(?:親)?|お父さん|おとうさん|パパ|おやじ|親父|義父|継父|(?:お母さん|母|ママ)の(?:彼氏|恋人|再婚相手|男)|(?<!保)母(?:親)?|お母さん|おかあさん|ママ(?!友)|義母|継母|兄(?!弟)|お兄ちゃん|にいちゃん|姉|弟|叔父|伯父|おじ(?:さん)?|祖父|じいちゃん)"
_FAMILY = rf"{_FAMILY_JA}(?:が|は|に|から|も|、|と)|\b(?:my |our )?{_FAMILY_EN}\b"

_DID_EN = r"(?:did (?:it|this|that)|made (?:it|them|this|the|those|that|fakes?)|makes? (?:fakes?|them)|posted|shared|leaked|uploaded|threaten\w*|blackmail\w*|took the (?:pic\w*|photos?|videos?)|filmed|recorded|sent (?:it|them|my) (?:to|around|out))"
_DID_JA = r"(?:やった|し(?:た|ました)(?=のは|人)|作っ|作ら|つくっ|投稿し|投稿さ|ばらま|載せ|流(?:し|さ)|晒|さらし|撮っ|撮ら|脅)"
_DID = (
    rf"{_PARTNER_JA}(?:が|に|は)[^。、\n]{{0,14}}{_DID_JA}|(?:やった|作った|撮った|投稿した|ばらまいた|載せた|流した|脅して(?:い)?る)(?:の|人|ひと|犯人)(?:は|が)[^。\n]{{0,16}}(?:{_PARTNER_JA}|一緒に住)|犯人(?:は|が)[^。\n]{{0,10}}{_PARTNER_JA}|(?:画像|写真|動画|フェイク)(?:を|は)?(?:作|撮|投稿|流)った(?:の)?(?:は|が)[^。\n]{{0,10}}{_PARTNER_JA}"
    rf"|\b(?:he|she|{_PARTNER_EN})(?:,? (?:who|that))?(?:'s| is| has| was| had)?(?: the one)?(?: who)? (?:\w+ )?{_DID_EN}\b|\bby my {_PARTNER_EN}\b|\bit(?:'s| was| is) my {_PARTNER_EN}\b(?! (?:who )?(?:found|told|saw))"
)
_TOGETHER = r"同棲|同居|一緒に(?:住|暮ら)|いっしょに(?:住|暮ら)|同じ(?:家|部屋)|家に(?:いる|います|いて)|\blives? (?:with me|here|in my|in the same)\b|\b(?:we|i) live (?:together|with)\b|\bliv(?:e|ing) (?:together|with (?:him|her))\b|\bsame (?:house|flat|apartment|bed|room)\b|\bunder the same roof\b|\bour (?:flat|apartment|home|house)\b"
_BACK = r"(?:帰って|かえって|戻って)(?:く|き)(?:る|ます|そう)|もうすぐ帰|あと[^。\n]{0,8}帰|帰宅|\b(?:back|home) (?:from|in|soon|at|by|any|tonight|later|around)\b|\b(?:gets?|comes?|coming|be|will be) (?:back|home)\b"
_KEYS = r"(?:鍵|パスポート)(?:を|も|と[^。\n]{0,8}を)?[^。、\n]{0,4}(?:取(?:られ|り上げ|った)|とられ|隠(?:され|した)|かくされ|奪(?:われ|った)|持って(?:行|い)(?:か|っ))|(?:財布|携帯|スマホ|保険証|カード)(?:を|も)[^。、\n]{0,4}(?:取り上げられ|取られ|隠され|奪われ)|\b(?:took|takes|taken|has|have|hid|hides|hidden|keeps) (?:\w+ ){0,2}my (?:\w+ (?:and|or) (?:my )?)?(?:keys?|passport|phone|wallet|residence card|bank ?card|money)\b"
_KEPT = r"出られ(?:ない|ません)|帰れ(?:ない|ません)|逃げ(?:られ|れ)|出して(?:くれ|もらえ)|外(?:に|へ)|\b(?:can'?t|cannot|won'?t let me|not allowed(?: to)?) (?:go|leave|get out|out)\b"
_SPARE = r"合鍵|鍵(?:を|も)(?:まだ)?持って(?:る|い)|\b(?:has|have|got|kept|still has) (?:a |the |my |his |her )?(?:spare )?keys?\b"
_ENTERS = r"勝手に(?:入|来)|入って(?:く|き)|急に来|来る|怒|怖|こわ|脅|\b(?:angry|furious|threat\w*|scared|afraid|lets? him ?self in|comes? in|came in|walks? in|coming|tonight)\b"
_FOUND_OUT = r"(?:相談|連絡|通報|警察に(?:言|話)|話|ここ|検索|履歴)[^。\n]{0,8}(?:ばれ|バレ|知られ|見つか|見られ)|気づかれ|\b(?:knows?|found out|saw|heard|read|caught|discovered) (?:that )?(?:i|me|my (?:chat|messages?|search\w*|history))\b"
_HERE = r"家に(?:いる|います|いて)|隣(?:の部屋)?にいる|すぐそこ|今(?:、)?いる|\b(?:is|'s|are) (?:now |already )?(?:home|here|back|in the (?:next|other|living) room|in the house|downstairs)\b|\bhome right now\b"

_STALKED = r"つきまと|付きまと|付け回|つけ回|ストーキング|\bstalk(?:s|ed|ing) (?:me|us)\b|\bfollow(?:s|ed|ing) me (?:home|from|to|all|around|everywhere|off)\b(?! (?:an?other|a new|a different|his other|her other|the|a|his|her|my|their|\w+)? ?(?:\w+ )?(?:acc(?:ount)?s?|acct|profile|handle|insta\w*|twitter|tiktok)\b)"
_TONIGHT = r"今夜|今日|今(?!週|月|年)|いま|さっき|駅から|ずっと|毎日|また|\b(?:tonight|today|now|all (?:evening|day|night|week)|again|from the|this (?:evening|morning)|just)\b"
_TAG = r"エアタグ|air ?tag|スマートタグ|紛失防止タグ|gps(?:の)?(?:発信|端末|機|タグ|トラッカー)|発信機|\b(?:airtags?|smart ?tags?|gps tracker|tracking (?:device|tag)|tracker)\b"
_ON_ME = r"(?:かばん|カバン|鞄|バッグ|車|服|コート|上着|財布|リュック|靴|自転車)[^。\n]{0,10}(?:から|に|の中)|入れられ|つけられ|付けられ|出てき|仕込|\b(?:in|on|under|inside|sewn into) my (?:\w+ )?(?:bag|backpack|coat|jacket|car|purse|shoe|bike|wallet|stuff|things|clothes)\b|\bfollowing me\b|\btrack(?:s|ing) me\b"
_OWN_TAG = r"なくした|失くした|見つけたい|自分の|財布(?:を)?見つ|\b(?:lost|my own|i lost|find my|looking for my|how do i find)\b"

_RAGES = r"怒鳴|どな|暴れ|殴|なぐ|蹴|叩|ドアを|包丁|ナイフ|刃物|物を投げ|首を|酔って|探して|追いかけ|\b(?:shout\w*|scream\w*|yell\w*|raging|bang\w*|pound\w*|kick\w*|broke (?:my|the|down)|break\w* (?:my|the|down)|smash\w*|throw\w*|threw|hit\w*|beat\w*|knife|belt|drunk|furious|grabb?\w*|chas\w*|drag\w*|looking for me)\b"
_COMES = r"(?:階段|部屋|[二2]階|こっち|トイレ)[^。\n]{0,8}(?:上が|来|く(?:る|ます)|入って|向か|近づ)|名前(?:を)?(?:呼|怒鳴|叫)|隠れて|隠れる|閉じこも|逃げて|鍵(?:を)?(?:かけ|閉め)|怖|こわ|\b(?:coming (?:up|in|for|at|to my|upstairs|towards?)|up the stairs|my (?:bedroom|room|door|name)|at my|(?:i'?m|i|im|i've) (?:\w+ )?(?:hid\w*|locked|hiding|scared|afraid|terrified)|scared|afraid|terrified|help me)\b"
_HAS_DONE = rf"{_FAMILY_JA}(?:が|に|は)?[^。、\n]{{0,14}}{_DID_JA}|(?:やった|作った|撮った|投稿した)(?:の|人)(?:は|が)[^。\n]{{0,8}}{_FAMILY_JA}|\b{_FAMILY_EN}(?:'s| is| has| was)?(?: the one)?(?: who)? (?:\w+ )?{_DID_EN}\b"
_IN_HOUSE = rf"{_HERE}|{_TOGETHER}|下に(?:いる|います)|今(?:は)?家|\b(?:in the (?:house|next room|kitchen)|downstairs|upstairs|at home|home now)\b"
_FEAR = r"怖|こわ|逃げ|助けて|\b(?:scared|afraid|terrified|frightened|don'?t feel safe|not safe|help me)\b"
_SUPPORT = r"手伝|支え|味方|優し|やさし|一緒に(?:見|通報|相談|考え|調べ)|怒ってくれ|迎えに来て|\b(?:supportive|help(?:s|ed|ing)? me (?:with|to|report|find|fill)|helping me|to help|kind|on my side|with me on this|he helps|she helps|believes me)\b"
_PAST = r"別れ(?:た|ました|て)|去年|昔|以前|\b(?:broke up|divorced|years? ago|last year|used to|moved out)\b"
_UNLESS = f"{_SUPPORT}|{_PAST}"
_PLAYED = rf"{_SUPPORT}|\b(?:nobody|no ?one|never|won'?t|doesn'?t)\b|殴らな|たことな|テレビ|ゲーム|\b(?:at the tv|tv|game|football|lol|lmao|haha|if (?:he|she|they|i)|when (?:he|she) (?:finds|sees))\b|笑|草"

_AT_NIGHT = (
    r"夜(?:中|に|ごと|も)?[^。\n]{0,8}(?:部屋|布団|ふとん|ベッド)[^。\n]{0,6}(?:入って|はいって|来|くる)|(?:体|からだ|胸|むね|おしり|下半身|太もも|下着の中)(?:を|に)[^。\n]{0,6}(?:触|さわ)|(?:触|さわ)られ"
    r"|\b(?:comes?|came|coming) (?:in|into|to) (?:in )?my (?:bed ?room|room|bed)\b[^.!?\n]{0,16}\bnight\b|\bat night\b[^.!?\n]{0,24}\bmy (?:bed ?room|room|bed)\b|\btouch(?:es|ed|ing)? (?:me|my (?:body|chest|breasts?|legs?|bottom|butt|private\w*))\b"
)
_HIT_ME = (
    r"手が(?:出る|早い)|手を(?:上げ|あげ)(?:る|た|て|られ)|暴力(?:を|も)?(?:振る|ふる|受け|的)|殴(?:られ|る人|ったこと)|たたかれ|叩かれ|(?<![a-z])dv(?![a-z])"
    r"|\b(?:hits?|slapped|slaps|beats?|beat|choked|punched|kicked) me\b|\b(?:he|she|who)(?:'s| is| was)? (?:always |often )?(?:violent|abusive)\b|\bgets? (?:violent|physical)\b"
)
_THEIR_CAR = rf"(?:{_ANY_PARTNER}|あいつ)[^。\n]{{0,4}}の?(?:車|バイク)|\b(?:his|her) (?:car|bike|van|motor ?bike|truck|scooter)\b"
_STANDS = r"下|前|外|駐|止ま|停ま|とま|\b(?:outside|parked|downstairs|in front|here|across|waiting)\b"

ROWS = (
    Together(NOW, CLEAR, (_DID, _BACK), unless=_UNLESS, means=PARTNER),
    Together(NOW, CLEAR, (_DID, _TOGETHER, rf"{_KEYS}|{_FEAR}|{_FOUND_OUT}|\b(?:checks?|reads?|goes through) (?:all )?my\b|(?:スマホ|携帯)[^。\n]{{0,6}}(?:見|チェック)"), unless=_UNLESS, means=PARTNER),
    Together(NOW, CLEAR, (_ANY_PARTNER, _KEYS), unless=f"{_UNLESS}|has my back", means=PARTNER),
    Together(NOW, CLEAR, (_HE, _KEYS, _KEPT), unless=_UNLESS, means=PARTNER),
    Together(NOW, CLEAR, (_HE, _SPARE, _ENTERS), unless=f"{_SUPPORT}|大家|管理", means=PARTNER),
    Together(NOW, CLEAR, (_ANY_PARTNER, _HERE, _FOUND_OUT), unless=_UNLESS, means=PARTNER),
    Together(NOW, CLEAR, (_STALKED, _TONIGHT), unless=rf"{_PAST}|insta|tiktok|twitter|account|アカウント|sns|フォロー|online", means=""),
    Together(NOW, CLEAR, (_ANY_PARTNER, _TAG, _ON_ME), unless=f"{_OWN_TAG}|{_PAST}", means=PARTNER),
    Together(NOW, CLEAR, (_FAMILY, _RAGES, _COMES), unless=_PLAYED, means=FAMILY),
    Together(NOW, CLEAR, (rf"\b{_FAMILY_EN}(?:'s| is| keeps?)? (?:just |now |still )?(?:hitting|beating|kicking|punching|choking|hurting) (?:me|us)\b",), unless=_PLAYED, means=FAMILY),
    Together(NOW, CLEAR, (_HAS_DONE, _IN_HOUSE), unless=_UNLESS, means=FAMILY),
    Together(NOW, CLEAR, (_FAMILY, _AT_NIGHT), unless=rf"{_PLAYED}|{_PAST}", means=FAMILY),
    Together(NOW, DOUBT, (_ANY_PARTNER, _HIT_ME), unless=rf"{_SUPPORT}|\b(?:never|didn'?t)\b|(?:こと|たりは?)(?:は)?(?:ない|ありません)", means=PARTNER),
    Together(NOW, DOUBT, (_DID, _TOGETHER), unless=_UNLESS, means=PARTNER),
    Together(NOW, DOUBT, (_TAG, _ON_ME), unless=f"{_OWN_TAG}|{_PAST}"),
    Together(NOW, DOUBT, (_ANY_PARTNER, r"位置情報|居場所|追跡|\b(?:tracks? (?:me|my)|tracking (?:me|my)|location)\b", r"急に来|来る|現れ|待ってる|怖|こわ|\b(?:shows? up|showed up|turns up|turned up|waiting|scared)\b"), unless=_UNLESS, means=PARTNER),
    Together(NOW, DOUBT, (_STALKED,), unless=rf"{_PAST}|insta|tiktok|twitter|account|アカウント|sns|online"),
    Together(NOW, DOUBT, (_FAMILY, _IN_HOUSE, _FEAR), unless=_PLAYED, means=FAMILY),
    Together(NOW, DOUBT, (rf"\b(?:my )?{_FAMILY_EN}(?:'s| has| just)? (?:broke|smashed|kicked) (?:in |down )?(?:my|the)\b|{_FAMILY_JA}(?:が|に)[^。、\n]{{0,8}}(?:ドア|物|スマホ|部屋)[^。\n]{{0,4}}壊",), unless=_PLAYED, means=FAMILY),
)  # fmt: skip
"""A partner who did it and is at home or on the way, keys that were taken, a tag in a bag, a father who rages."""

_DOES = rf"{_RAGES}|{_COMES}|上が|入って|キレ|刺|うろつ|家に|今(?:は)?家|撮っ|作っ|触|追|見つか|コロ|殺|\b(?:comes?|coming|came|found|took|taken|in the (?:house|next room)|home|locked|hurt\w*|kill\w*|rag\w+|won'?t let|touch\w*|here|has a|downstairs|upstairs)\b"
_ATTACKS = re.compile(
    rf"(?:(?<!の)|(?<=私の)|(?<=うちの)|(?<=俺の)|(?<=僕の)){_FAMILY_JA}(?:が|は|に|から|も)[^。\n]{{0,24}}?(?:{_DOES})|(?:撮|作|投稿し|やっ)った(?:の|人)は[^。\n]{{0,6}}{_FAMILY_JA}"
    rf"|(?<!his )(?<!her )(?<!their )\b{_FAMILY_EN}(?!'s (?:house|place|phone|flat|asleep))(?:'s|s)?\b(?! (?:asleep|sleeping|with me|snor\w+|helping))[^.!?\n]{{0,40}}?(?:{_DOES})"
)
_SOMEBODY_ELSE = re.compile(
    r"(?:知|し)らない|見知らぬ|変な(?:人|男|おじ)|男(?!子)が|ストーカー|犯人|脅して(?:きた|いる|る)人|\b(?:stranger|stalker|a (?:man|guy|car)|some (?:man|guy)|someone|somebody)\b"
)
_NAMED_PARTNER = re.compile(rf"{_PARTNER_JA}|\b{_PARTNER_EN}\b|\b(?:my|her|his) ex\b")
_MOTHERS_PARTNER = re.compile(
    r"(?:お母さん|母|ママ)の(?:彼氏|恋人|再婚相手|男)|\b(?:mom|mum|mother)'?s (?:boyfriend|bf|partner)\b"
)
_LIVES_HERE = re.compile(
    rf"{_TOGETHER}|{_SPARE}|{_BACK}|\b(?:my (?:husband|wife))\b|(?<!元)(?:(?<!丈)夫(?!婦)|旦那|主人|妻|嫁)"
)

_KEY = re.compile(
    rf"\b(?:he|she|my ex|they)\b[^.!?\n]{{0,30}}(?:{_SPARE})|合鍵|鍵(?:を|も)?(?:まだ)?持って(?:る|い)(?:て|る|から)[^。\n]{{0,6}}(?:入|鍵|怖|意味)"
)


_HELD = re.compile(_KEYS)


def lives_with(words: str) -> str:
    """Return who of those one lives with a danger comes from, PARTNER or FAMILY, `` where it is somebody else."""
    if _SOMEBODY_ELSE.search(words):
        return ""
    if _ATTACKS.search(words) and (_MOTHERS_PARTNER.search(words) or not _NAMED_PARTNER.search(words)):
        return FAMILY
    return ""


def has_the_key(words: str) -> bool:
    """Tell whether who is feared lives here or can come in: then no lock helps."""
    return bool(_LIVES_HERE.search(words))


def lets_himself_in(words: str) -> bool:
    """Tell whether who is feared has a key, whoever it is: then it is as with one who lives here."""
    return bool(_KEY.search(words))


def is_at_home(words: str) -> bool:
    """Tell whether somebody one lives with is clearly a danger, or somebody follows."""
    return any_row(ROWS, words, level=CLEAR)


_PRONOUN = rf"\b(?:he|she)\b|\bhe's\b|\bhes\b|{_PARTNER_JA}|あいつ|向こう|相手"
_KNOWN = {
    "ex_partner": (
        Together(NOW, CLEAR, (f"{_PRONOUN}|\\b{_PARTNER_EN}\\b", _BACK), unless=_UNLESS, means=PARTNER),
        Together(NOW, CLEAR, (f"{_KEYS}|{_SPARE}",), unless=_UNLESS, means=PARTNER),
        Together(NOW, CLEAR, (_THEIR_CAR, _STANDS), unless=_SUPPORT),
        Together(NOW, DOUBT, (_HIT_ME,), unless=rf"{_SUPPORT}|\b(?:never|didn'?t)\b|(?:こと|たりは?)(?:は)?(?:ない|ありません)", means=PARTNER),
        Together(NOW, CLEAR, (_HERE, f"{_FEAR}|{_FOUND_OUT}"), unless=_UNLESS, means=PARTNER),
        Together(NOW, DOUBT, (f"{_TOGETHER}|{_HERE}",), unless=_UNLESS, means=PARTNER),
    ),
    "family": (
        Together(NOW, CLEAR, (_AT_NIGHT,), unless=rf"{_PLAYED}|{_PAST}", means=FAMILY),
        Together(NOW, CLEAR, (_IN_HOUSE, f"{_FEAR}|{_FOUND_OUT}"), unless=_PLAYED, means=FAMILY),
        Together(NOW, CLEAR, (f"{_PRONOUN}|{_FAMILY}", rf"{_BACK}|{_RAGES}"), unless=_PLAYED, means=FAMILY),
        Together(NOW, DOUBT, (rf"{_HERE}|同じ家|一緒に住|\b(?:lives? (?:with us|here)|same house)\b",), unless=_PLAYED, means=FAMILY),
    ),
}  # fmt: skip
"""What is danger by itself where it is known already that a partner, or somebody of the family, did it."""


def of_who_did_it(words: str, context: Context) -> Danger:
    """Return the danger from a partner or relative of whom it is known already that they did it to the writer."""
    if context.role not in ("", "self"):
        return Danger()
    rows = _KNOWN.get(str(context.known.get("who") or ""), ())
    for row in rows:
        if any_row((row,), words, level=row.level):
            return Danger(level=row.level, kind=row.kind, means=row.means)
    return Danger()


def whom_it_is(means: str, words: str, context: Context) -> str:
    """Return from whom violence comes: a relative or partner who did it, where the words name nobody else."""
    who = context.known.get("who")
    if means != "attacker" or context.role not in ("", "self") or _SOMEBODY_ELSE.search(words):
        return means
    if who == "family":
        return FAMILY
    return PARTNER if who == "ex_partner" and (has_the_key(words) or _HELD.search(words)) else means
