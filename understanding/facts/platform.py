"""Where an image is: the services named, those denied, and the place that nobody can name."""

import re
from typing import Any

from understanding.context import Context
from understanding.gazetteer import Hit, Tables

UNKNOWN = "unknown"
_GENERAL = frozenset({"adult_site", "bulletin_board"})
_DENIED_BEFORE = re.compile(
    r"\b(?:not|isn'?t|wasn'?t|aren'?t|never|no longer|nothing|don'?t(?: even| really| actually)? (?:have|use|think it'?s)|didn'?t|doesn'?t|hasn'?t been|rather than|instead of|nor|neither)"
    r"(?! (?:only|just|sure|know))(?: (?:on|in|from|it'?s|its|use|have|posted|a|an|an?y|even|been|via|to|at|is|up|the|post(?:ed)? it))* ?$"
)
_DENIED_AFTER = re.compile(
    r"^から(?:は|も)?(?:もう|全部)?(?:消え|削除され|なくな)|^でも[^。、!?\n]{1,14}でもな|^(?:の(?:ほう|方)?)?(?:じゃ|では|でも|とかじゃ|には(?!もう)|は|に)(?:なく|な[いか]|ありません|まだ(?:出て|上が|載って)(?:い)?な|(?:上が|出|載|のって|のっ|投稿され|流れ)(?:って|て|れて)?(?:い)?(?:な|ませ)|(?:やって|使って|持って|して)(?:い)?な|関係な)|^ (?:isn'?t it|wasn'?t it|is not)"
)
_BESIDE = re.compile(
    r"(?:on|from|via|using|through|into|both|and|mostly|mainly|probably|maybe|only|\w+(?: \w+)? to|not|was|isn'?t|wasn'?t|called|it'?s) "
)
"""The word beside a short name by which it is known for a place (see understanding/gazetteer.py)."""
_NOT_A_PLACE = re.compile(
    r"\b(?:do|does|are|is) (?:you|paps|this (?:chat|site|service))\b[^.!?\n]{0,16}$|\b(?:see|read|check|look at|go through|reads|checks) (?:what i (?:write|type|say|send)|my)(?: \w+)?(?: on| in)? ?$|\b(?:talk|chat|contact (?:me|you|us|paps)|reach you|call (?:you|me)|message (?:you|paps)|found (?:you|this (?:site|page|chat|place)|paps)|heard (?:of|about) (?:you|this|paps)|saw your (?:account|post))[^.!?\n]{0,12}$|\b(?:your|paps'?s?) ?$"
)
_CHANNEL_AFTER = re.compile(
    r"^(?:で|から|でも|にて)?(?:相談(?!し(?:た(?!い)|て)|に)|話せ|話したい|連絡(?:でき|し(?:たい|て(?:も|いい))|もらえ|取れ|先|くれ)|チャット(?:でき|したい)|やりとり(?:でき|したい))|^で(?:ここ|このサイト|このチャット|paps|ぱっぷす|そちら|こちら|相談先|窓口)|"
    r"^(?:翻訳|フォーム|ドライブ|マップ|アカウント作|ニュース|メール|カレンダー|プレイ|ペイ|フォト| ?translate| ?translator| ?form| ?maps?| ?drive| ?docs?| ?news| ?mail| ?play|さんの(?:窓口|ほう))|^(?:を|で)(?:見て|みて|見つけて)(?:ここ|こちら|相談|来|きま)|"
    r"^を?(?:見られ|見る|見て(?:い)?る|のぞ|覗|チェック)[^。!?\n]{0,8}(?:かも|たら|そう|と困|の?が?怖|ない)|"
    r"^(?:は|って)(?:あります|ありません|あるの|ある[?か]|やって(?:い)?ます|使えます)|^でも?[^。、!?\n]{0,3}相談|"
    r"^(?:で)?(?:調べ|検索し|ggっ)(?:て|たら)[^。]{0,8}(?:ここ|このサイト|paps|ぱっぷす|相談|窓口)|^ (?:how|what|for help|help|this (?:site|page|chat)|you|your|paps|it and (?:this|you)|says? (?:to|you|that)|said (?:to|you|that)|told)\b"
)
_SOURCE_BEFORE = re.compile(
    r"\b(?:took|take[ns]?|stole|stolen|got|grabbed|copied|screen ?shot\w*|downloaded|saved|used|original\w*|came|comes|ripped|pulled|lifted|cropped|photos?|pics?|pictures?|selfies?|images?|one|made|edited|it(?:'s| is| was))\b[^.!?\n]{0,30}?\b(?:from|off|out of) (?:my|her|his|our|their|the) (?:(?:old|own|private|public|locked) )?$"
    r"|(?:もと|元)(?:の|々の)?(?:写真|画像|ネタ|やつ|動画)?(?:は|が)[^。、!?\n]{0,10}$"
)
_SOURCE_AFTER = re.compile(
    r"^(?:gram)?(?: profile| account| feed)?(?: (?:photo|pic|picture|selfie|image|avatar|pfp)s?\b|'s (?:photo|pic|picture)s?\b)|"
    r"^(?:の|に(?:載せ|上げ|あげ|のせ|アップし)て?(?:い)?(?:た|る)?)(?:自分の|私の|普通の|昔の|プロフ(?:ィール)?の?|アイコンの?|ストーリーの|投稿の)*(?:写真|画像|自撮り|アイコン|プロフ\w*|顔写真|やつ)(?:を|が|から|で)[^。!?\n]{0,16}(?:使|加工|合成|裸|脱が|ai|元|作|つく|悪用|勝手|保存|スクショ|盗|コラ)|"
    r"^から[^。、!?\n]{0,14}(?:取ら|取っ|とら|とっ|盗|保存|スクショ|拾|ダウンロード|持って|抜|パク|引っ張)"
)
_OWN_BEFORE = re.compile(r"(?<!on )(?<!in )(?<!to )\b(?:my|her|his|our)(?: \w+'s)?(?: (?:old|own|private|public))? $")
_KNOWN_FROM_BEFORE = re.compile(
    r"\b(?:met|meet|matched|got to know|know|knew|befriended)(?: with)?(?: (?!it\b|they\b|he\b|she\b|who\b|if\b)\w+){0,3}?(?: on| from| through| via| in)? ?$|\b(?:guy|man|girl|boy|woman|person|people|someone|somebody|dude|friend|stranger)s?(?: i (?:met|know|found|talk to|talked to))?(?: from| off)? ?$(?<=from )"
)
_KNOWN_FROM_AFTER = re.compile(
    r"^(?:上|のグル\w*|のゲーム)?(?:で|から|を通じて|経由で)(?:だけ)?(?:知り合|知って(?:い)?る人|出会|つなが|繋が|仲良く|マッチ|声(?:を)?かけ|やりとりして(?:い)?た(?:人|男|相手|子))|^(?:の|だけの)(?:友達|相互|知り合い|フォロワー)(?:に|が|から|の人)"
)
"""Where a photo was taken from, and where somebody is only known from, is no place of the image."""
_CORRECTS = re.compile(
    r"^(?:no|nope|sorry|wait|actually|i mean|oops|correction|\*)\b[ ,.!]*|\b(?:i meant|i mean|actually(?: it'?s)?|sorry,? it'?s|correction|not \w+(?: \w+)?,? (?:but|it'?s|its))\b|(?:じゃな(?:く|い)|ではな(?:く|い)|間違え|まちがえ|間違い|まちがい|訂正|^違(?:う|い|って)|^ちが(?:う|い|って)|^いや|^いえ|のほうです|の方です)"
)
_UNKNOWN_PLACE = re.compile(
    r"(?:有料|会員(?:制|専用|限定)?|課金(?:制|しないと見れない|が必要な)?|お金(?:を)?(?:払わないと|払って)[^。、!?\n]{0,4}|[^\s、。!?]{0,5}語|英語)(?:の|っぽい|みたいな|しかない|だけの|で書かれた|ばっかりの|ばかりの|、)*(?:会員(?:制の?)?|アダルトっぽい)?(?:サイト|ページ)(?!の(?:相談|窓口))|"
    r"\b(?:pay|paid|paywall\w*|subscription|members?[- ]only|premium|english[- ]only|foreign[- ]language) (?:\w+ )?(?:web ?)?(?:site|page)s?\b|\bbehind a paywall|\b(?:site|page)s? (?:is |are |that's )?(?:all |only )?in (?:russian|chinese|english|korean|spanish|thai|arabic|german|french|portuguese|vietnamese)\b|"
    r"\b(?:on|in|to) (?:some|an?|this|a weird|a random|an unknown) (?:\w+ ){0,2}apps?\b|(?<!with )(?<!using )(?<!used )\b(?:some|a|an|this|these|random|weird|unknown|foreign|obscure|shady|sketchy|overseas|russian|chinese|american|one|several|strange|dodgy|creepy|other)(?: \w+){0,2} (?:web ?sites?|sites?|pages?|platforms?|forums?)\b(?! (?:called|named|where i (?:met|found) (?:you|help)))|"
    r"\b(?:sites?|websites?|page|app|place) (?:that )?i(?:'ve| have)? (?:never|don'?t|dont|didn'?t|cannot|can'?t) (?:heard|know|recogni[sz]e|read|seen|even know)|"
    r"\b(?:no idea|don'?t know|dont know|dunno|idk|not sure|unsure|no clue|can'?t tell|don'?t remember|who knows)(?: of| about| on)? (?:exactly )?(?:where(?= (?:it|they|the|he|she)(?:'s| is| are|'re| was| were| posted| put| shared| uploaded| has)?(?: (?:the (?:pic|photo|image|video)s?|it|them|posted|uploaded|up|online|being|been|shared|spread|now|put|come|came|from|going))|(?: exactly)?[.!?]*$)|(?:what|which|the name of the|the) (?:web ?)?(?:site|app|platform|page|place|one))|"
    r"\b(?:where|which site)[^.!?\n]{0,20}(?:no idea|i don'?t know|dunno)|\bi don'?t know the (?:site|name of (?:the|this) site)|"
    r"(?:知らない|見知らぬ|聞いたことない|聞いたことのない|変な|あやしい|怪しい|謎の|海外の|外国の|よく(?:わか|分か)らない|読めない|見たことない|(?:わか|分か)らない|名前(?:の|も|が)(?:わか|分か|知)らない|どこかの|ロシアの|中国の|英語の|無名の|(?:読めない|知らない|わからない)言葉の|とある|違法|海外|まとめ|(?:中国|韓国|ロシア|外国|タイ|アラビア|スペイン|フランス)語の|アメリカの|韓国の)(?:よくわからない|英語の|エロい?|変な|違法な?)?(?:サイト|ページ|アプリ|sns|ところに(?:上|載|の))|"
    r"(?:サイト(?:の)?名(?:前)?|どこの(?:サイト|sns|アプリ)|何(?:て|という|の)(?:いう)?サイト|どのサイト|どのアプリ|どのsns)[^。!?\n]{0,14}(?:わか[らりん]|分か[らりん]|知ら|不明|覚えてな|見当)|"
    r"どこ(?:に|で|まで)(?=[^。!?\n]{0,18}(?:上が|あが|載|投稿|出て|あるの|拡散|流|貼|晒|出回|広ま|のって))[^。!?\n]{0,26}(?:わか[らりん]|分か[らりん]|知ら|不明)"
)
_ASKED_UNKNOWN = re.compile(
    r"^(?:(?:like |kind of |basically )?(?:everywhere|all over(?: the (?:place|internet|net))?)(?: i (?:guess|think))?|(?:いろんな|色んな|あちこち|いろいろな?)(?:ところ|所|サイト)?(?:に|です|だと思う)*|(?:i )?(?:have )?(?:no idea|no clue|don'?t know|dont know|dunno|idk|not sure|unknown)(?: (?:where|which|what (?:site|app|page|it|they|platform|the))\b.{0,30})?|(?![^。]*(?:すれば|したら|いいか|誰|だれ|どうし))[^。!?\n]{0,8}(?:わかん?な|わから|分から|知ら|しら)[^。]{0,8}|不明(?:です)?|.{0,6}(?:サイト|site|website|web|掲示板みたいな.{0,3})(?:です|だと思う|かな|i think)?|somewhere else|other|another(?: one)?|その他|それ以外|どれでもない|none of (?:these|those))[.!。]*$"
)


_MEANT = (
    ("line", re.compile(r"(?<![ァ-ヶぐ])グル(?:ラ|ちゃ)?(?:(?:に|の(?:みんな|トーク|中)?に|内で)(?=[^。、!?\n]{0,8}(?:貼|はら|流|送|回|まわ|上げ|あげ|載|のせ|投下|投げ|晒|きた|来た))|で(?=[^。、!?\n]{0,6}(?:貼|流|回|晒|広ま|共有|拡散)))|(?:クラス|部活|学年|クラスの|部活の|学年の)グル(?![ァ-ヶー])")),
    ("discord", re.compile(r"鯖(?:に|で|の(?:中|みんな|チャンネル|人)|内|主|にも)|\b(?:gam(?:e|ing|er)s?|minecraft|cosplay|anime|roblox|valorant|fandom|fan|art|vtuber|roleplay|rp|study|k-?pop|genshin|league|friends?|clan|guild|fortnite|voice|hobby) server\b")),
    ("google_search", re.compile(
        r"(?:名前|なまえ|本名|実名|氏名|フルネーム)(?:を|で|って)?[^。、!?\n]{0,6}(?:検索|ググ|ぐぐ|調べ|打|入れ)[^。!?\n]{0,12}(?:出て|出る|でて|でる|ヒット|表示|見つか|引っかか|上位|一番上)|"
        r"\b(?:comes?|came|coming|pops?|popped|shows?|showed|showing|first (?:result|thing|hit)|top result|appears?)\b[^.!?\n]{0,24}\b(?:when|if|once) (?:you|u|i|people|someone|anyone|they) (?:search|type|look)(?:es|ed|s)?(?: up| in| for)? (?:my|her|his|our|me)\b|\b(?:search(?:ed|ing)?|typed?|typing|look(?:ed|ing)? up)(?: in| for| up)? (?:my|her|his|our) (?:(?:full|own|real) )?name\b[^.!?\n]{0,24}\b(?:found|comes? up|came up|shows?|there it|it was|pops?|got)\b"
    )),
)  # fmt: skip
"""Places that are meant where none is named: a group of Japanese pupils, a server for games, a search for one's own name."""


def read_platform(text: str, *, tables: Tables, context: Context, threatened: bool = False) -> "dict[str, Any]":
    """Return `platform` and `not_platform` as a normalised text says them, and `corrected` where it takes back an earlier one.

    Where somebody is `threatened`, the place that they know the other from is taken too: it is where that account is reported.
    """
    hits = [hit for hit in tables.all_services(text) if not _is_no_place(text, hit, threatened=threatened)]
    denied = _unique([hit.value for hit in hits if _is_denied(text, hit)])
    named = _unique([hit.value for hit in hits if not _is_denied(text, hit)])
    named = [key for key in named if key not in _GENERAL] or named
    named = named or [key for key, pattern in _MEANT if pattern.search(text)]
    if not named and context.asked == "platform" and (key := tables.service_named(text.strip(" 。.!"))):
        named = [key]
    if _says_unknown(text, hits=hits, named=named, asked=context.asked == "platform"):
        named.append(UNKNOWN)
    facts: dict[str, Any] = {}
    if named:
        facts["platform"] = named
    denied = [key for key in denied if key not in named]
    if denied:
        facts["not_platform"] = denied
    if named and named != [UNKNOWN] and (_CORRECTS.search(text) and (denied or context.known.get("platform"))):
        facts["corrected"] = ["platform"]
    return facts


def _says_unknown(text: str, *, hits: "list[Hit]", named: "list[str]", asked: bool) -> bool:
    found = [
        match
        for match in _UNKNOWN_PLACE.finditer(text)
        if not any(match.start() <= hit.start and hit.end <= match.end() for hit in hits)
    ]
    if found and not (named and set(named) & _GENERAL):
        return True
    return asked and not named and bool(_ASKED_UNKNOWN.match(text))


def _is_denied(text: str, hit: Hit) -> bool:
    start = max(text.rfind(mark, 0, hit.start) for mark in ".!?\n;,。、") + 1
    beside = _BESIDE.match(text[hit.start : hit.end])
    before, after = text[start : hit.start] + (beside[0] if beside else ""), text[hit.end : hit.end + 30]
    return bool(_DENIED_BEFORE.search(before) or _DENIED_AFTER.match(after))


def _is_no_place(text: str, hit: Hit, *, threatened: bool) -> bool:
    start = max(text.rfind(mark, 0, hit.start) for mark in ".!?\n。") + 1
    beside = _BESIDE.match(text[hit.start : hit.end])
    before, after = text[start : hit.start] + (beside[0] if beside else ""), text[hit.end : hit.end + 30]
    if _NOT_A_PLACE.search(before) or _CHANNEL_AFTER.match(after):
        return True
    if _SOURCE_BEFORE.search(before) or (
        _SOURCE_AFTER.match(after) and (_OWN_BEFORE.search(before) or after[:1] != " ")
    ):
        return True
    return not threatened and bool(_KNOWN_FROM_BEFORE.search(before) or _KNOWN_FROM_AFTER.match(after))


def _unique(values: "list[str]") -> "list[str]":
    return list(dict.fromkeys(values))
