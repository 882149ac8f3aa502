"""Whether a text says that the writer, or the writer's child, made an image or passed one on."""

import re

from understanding.negation import is_denied
from understanding.people import CHILD_EN, CHILD_JA, WRITER_JA

_ADVERB = r"(?:(?: just| also| only| kinda| kind of| sort of| stupidly| actually| really| already| even| once| did| have| had| accidentally| secretly|'ve| then| and| used ai and| admit(?: that)? i|, i))*"
_WE = r"\b(?:i|we|me and (?:my |some )?(?:friends?|mates?|\w+)|(?:my|some) friends? and (?:i|me)|(?:two|three|four|five|some|a few|a bunch|all) of us)"
_SELF_MADE = r" (?:made|created|generated|did|edited|faked|nudified|undressed|photoshopped|swapped|face-?swapped|morphed|deepfaked|stripped|put|used|helped (?:to )?make|helped (?:to )?create|asked (?:an )?ai|was making|been making|ran)"
_FAKES = r"(?:fakes?|deep-?fakes?|nudes?|naked|porn|undress\w*|nudif\w*|face ?swap|explicit|sexual|ai (?:pic|image|photo|video|nude|porn)\w*|her clothes|on her|on his|her face|his face|her photo|her pic\w*|his photo|of (?:her|him|them|a girl|a boy|a classmate|my (?:classmate|friend|teacher|crush|ex|sister)|someone|somebody|some girl\w*|girls?|two girls|classmates|a friend|another))"
_OF_ME = re.compile(
    r"of (?:me|us|myself|my (?:daughter|son|child|kid))\b|\bmy own (?:photo|pic|image|nude|selfie)|my (?:photo|picture|pic|selfie|nude|body|face)s?\b"
)
_NO_IMAGE = re.compile(
    r"^(?:think|not|tell|say|ask|try|want|know|see|find|was|be)\b|^(?:an? |the |my |some |this |that )*(?:report|account|acct|mistake|complaint|list|folder|post about|appointment|call|note|copy|copies|screenshot|excuse|plan|friend|decision|statement|profile|promise|choice|new|big|document|request|police)|"
    r"^(?:it|them|this|that) (?:home|back|out|to|through|clear|worse|up to|stop|public|private|safe|here|easy|away|down)\b|"
    r"^(?:it|them|this|that|one) (?:in|into|on|under|behind|at|inside|outside|by) (?:the|my|a|our|her|his) (?:\w+ )?(?:kitchen|drawer|bin|trash|rubbish|garbage|toilet|sink|room|bedroom|bathroom|hall|bag|car|house|cupboard|cabinet|shelf|garage|box|closet|wardrobe|safe|table|desk|floor|garden|fridge|door|window|balcony|pocket)\b"
)
_MADE_EN = (
    re.compile(_WE + _ADVERB + _SELF_MADE + r" (?P<object>[^.!?\n]{2,80})"),
    re.compile(
        _WE + _ADVERB + r" (?:nudified|undressed|deep-?faked|photoshopped|face-?swapped|stripped)"
        r" (?P<object>(?!me\b|myself|my (?:own|photo|pic|face|self))[^.!?\n]{2,60})"
    ),
    re.compile(
        _WE
        + _ADVERB
        + r" (?:used|tried|asked|told|got) (?:an? |the |this |some |one of )?(?:[\w'-]+ ){1,4}?to (?:put|make|undress|strip|remove|turn|create|generate|edit|swap|take)"
        r" (?P<object>(?!me\b|my (?:own|photo|pic|face|self)|it down|them down|the report|a report)[^.!?\n]{0,40}?\b(?:bikini|naked|nudes?|clothes|sexy|fakes?|porn|face|underwear|topless|off)\b)"
    ),
    re.compile(
        _WE
        + _ADVERB
        + r" (?:ran|put|fed|uploaded|dropped|plugged|pasted|stuck|entered|gave|threw) (?P<object>(?!my (?:own|photo|pic|face|selfie)|mine|me\b)[^.!?\n]{2,50}"
        r"\b(?:through|thru|into|in|to|onto|on|with)\b[^.!?\n]{0,40}(?:apps?|ai|generator|remover|bot|grok|chatgpt|websites?|sites?|tool|program|software|faceswap|naked|nude|porn|body)\b)"
    ),
    re.compile(
        _WE + _ADVERB + r" (?:forwarded|reposted|re-posted|retweeted|passed|resent|reshared|re-shared)"
        r" (?P<object>(?:it|them|one|this|that|the|her|his|some|a|around|on|along)\b[^.!?\n]{0,60})"
    ),
    re.compile(
        _WE + _ADVERB + r" (?:sent|shared|posted|uploaded|put|showed|sold)"
        r" (?P<object>(?:it|them|one|this|the (?:fake|deepfake|pic|photo|image|video|picture)s?|her|his|a girl'?s|a (?:classmate|friend)'?s|someone(?: else)?'?s|fake|fakes|deepfakes?|a fake)\b[^.!?\n]{0,50}?"
        r"\b(?:group|groups|my friends|others|chat|everyone|around|the class|class|boys|the guys|the lads|server|my mates|people|online|discord|telegram|twitter|insta\w*))"
    ),
)
_CONFESSED_EN = re.compile(
    r"\b(?:i'?m|i am|im) the (?:one|person|guy|boy|girl) (?:who|that) (?:made|created|did|posted|shared|sent|leaked|forwarded|started)|\bit was me (?:who|that) (?:made|did|posted|shared|created|edited|undressed|nudified|uploaded|sent|started|leaked|faked|photoshopped)|"
    r"\b(?:i'?m|im|i am) the (?:perpetrator|offender|maker|abuser)|\bi did (?:this|something (?:bad|awful|terrible)) to (?:a|my|her|him|someone)|what i (?:made|did to (?:her|him))\b|"
    r"\bi (?:posted|shared|leaked|uploaded|forwarded) (?:it|them|that|the (?:fake|pic|photo|video|image)\w*)\b(?=[^\n]{0,100}\b(?:angry|mad at|revenge|regret|sorry|wrong|guilty|joke|stupid|deleted|apologi[sz]e|feel (?:bad|awful|terrible)|arrested|in trouble)\b)|"
    r"\bi (?:am|'m|was) (?:the )?(?:bad|guilty) (?:one|guy)"
)
_ACCUSED_EN = re.compile(
    r"\b(?:they|he|she|everyone|everybody|people|someone|school|teachers?|police|classmates?|who|are|is|was|being|been|got|getting|keeps?|keep)\b[^.!?\n]{0,20}"
    r"\b(?:say|says|saying|said|think|thinks|thought|claim|claims|claimed|accus\w+|blam\w+|believe|believes|told|telling|insist)\b[^.!?\n]{0,20}\b(?:i|me|we)\b[^.!?\n]*$|\b(?:accused|blamed|framed|suspected)\b[^.!?\n]*$|\b(?:say|says|saying|said|think|thinks|thought|claims?|claimed|believes?|believed|insists?) (?:that )?$|"
    r"\b(?:how|where|what) (?:do|can|should|would|could|did|to)\b ?$|\b(?:should|can|could|may|shall) $|"
    r"\b(?:if|wish|unless|what if|as if|like|never|didn'?t|did not|haven'?t|not)\b[^.!?\n,]{0,14}$"
)
_I_JA = WRITER_JA + r"(?:たち|ら|達)?(?:が|は|も|で)"
_VERB_JA = (
    r"(?:(?:作|つく|造)(?:っ(?:た|て(?:しま|しもう|みた|み|る|遊|、)|ちゃ|とった)|りました|り、)|(?:生成|加工|合成|作成|コラ(?:ージュ)?|裸に|ヌードに|編集|クソコラに)し(?:た|て(?:しま|しもう|みた|、|る)|ちゃ|ました)|"
    r"脱がせ(?:た|て|ちゃ)|脱がせる(?:やつ|の|アプリ)?(?:を|で)?(?:や|使)っ(?:た|ちゃ|て(?:しま|みた))|脱がし(?:た|て(?:しま|みた)|ちゃ)|(?:転送|拡散|シェア|リポスト|リツイート|rt|再投稿|共有|アップ|投稿|保存して送信)し(?:た(?!ら|い)|て(?:しま|しもう|、)|ちゃ|ました)|"
    r"(?:回|まわ|流|晒|さら|ばら撒|ばらま|バラま)(?:し(?:た(?!ら|い)|て(?:しま|しもう|、)|ちゃ|ました)|い(?:た|て(?:しま|、)|ちゃ))|(?:上げ|あげ|載せ|見せ)(?:た(?!ら|い)|て(?:しま|しもう)|ちゃ|ました)|"
    r"送っ(?:た(?!ら)|て(?:しま|しもう)|ちゃ)|送りました|売っ(?:た|て(?:しま|い|る|ま)|ちゃ))"
)
_IMAGE_JA = r"(?:画像|写真|裸|ヌード|フェイク|コラ|ディープフェイク|動画|顔|それ|これ|やつ|エロ|ai|生成|偽)"
_MADE_JA = re.compile(_IMAGE_JA + r"[^。!?\n]{0,22}?(?P<verb>" + _VERB_JA + ")")
_SAID_I_JA = re.compile(_I_JA + r"[^。!?\n]{0,24}?(?P<verb>" + _VERB_JA + ")")
_CONFESSED_JA = re.compile(
    r"(?:作った|晒した|拡散した|やった|ばらまいた|回した|加工した)のは(?:自分|私|俺|僕|うち)(?!だ?(?:と|って)|じゃ|では)|(?<!私)(?<!自分)(?<!僕)(?<!俺)を[^。、!?\n]{0,8}(?:水着|裸|下着|全裸|ヌード)に(?:して(?:しま|みた|遊)|しちゃ|加工して(?:しま|みた)|変えて(?:しま|みた))|(?:自分|私|俺|僕)が(?:加害者|犯人|作成者)|(?<!息子が)(?<!娘が)(?<!うちの子が)加害者(?:側)?(?:なんです|です|になって|になりました|の側です|側です)|加害(?:して|をして)しま|(?:作った側|作っちゃった側|やってしまった側)(?:です|なん|だけど|だった|の人間|でも|ですが|$)|した側の人間"
)
_TO_HELPERS = re.compile(
    r"\bto (?:the |my |her |his )?(?:police|teacher|school|mum|mom|mother|dad|father|parents?|lawyer|paps|you|counsell?or|support|principal)\b|^(?:to|a report|the report)\b"
)
_NOT_I_JA = re.compile(
    r"^[^。、!?\n]{0,4}?(?:人|奴|やつ|ヤツ|ガキ|クソガキ|野郎|連中|バカ|馬鹿|あいつ|加害者|相手|犯人|子(?!の)|生徒|部員|男|女|友達|本人|アカ|アプリ|サイト|偽物|弁当|料理|曲|服|リスト|メモ|の(?:は|が)(?!私|自分|俺|僕)|誰|と(?:疑|言われ|いわれ|思われ|決めつけ)|って(?:疑|言われ|いわれ|思われ|噂)|ことにされ|んじゃない|くれ|ほしい|欲しい|わけじゃ|わけでは)"
)
_ANOTHERS_JA = re.compile(
    r"(?:(?<!自分)(?<!私)(?<!俺)(?<!僕)(?:が|たちは|は(?=[^。]{0,12}(?:私|自分|俺|僕)の))(?=[^がは。!?\n]*$)|誰|だれ|勝手に(?=[^。]*(?:私|自分)の)|運営|警察|先生に|ここに)"
)
_MINE_JA = re.compile(
    r"(?:私|わたし|あたし|自分|俺|おれ|僕|ぼく|うち)(?:たち)?の(?:偽の?|変な|裸の)?(?:写真|画像|裸|顔|動画|自撮り|ヌード|しゃしん|がぞう|はだか|かお)"
)
_THING_JA = re.compile(
    r"^(?:た|ている|てる|てある|とった)? ?(?:もの|はだか|しゃしん|がぞう|物|やつ|画像|写真|動画|ヌード|裸|偽物|にせもの|フェイク|合成|顔|コラ|データ|ファイル|エロ|ディープフェイク)"
    r"|^てあ(?:る|って|り)|^(?:た)?(?:らし[いく]|みたい|そうで|ようで|ようだ|と思[うい]|と聞)"
)
"""A thing that somebody made, who is not said (`a picture made with AI`), and what is only heard or supposed (`作ったらしい`)."""
_THREATENED_JA = re.compile(
    r"^う(?:ぞ|と|って|から|かも|つもり)|^り(?=[^。]{0,16}(?:す(?:る(?:と|って|ぞ|から|気|つもり))|してや))"
)
_BY_HIM_OF_ME = 10
"""Characters after the verb in which the one in the image may be named: `a picture of me that was made with AI`."""
_TO_OTHERS_JA = re.compile(
    r"(?:(?<![ァ-ヶ])グル|みんな|皆|友達|クラス|ネット|インスタ|ツイッター|x|discord|ディスコ|掲示板|サイト|サーバ|鯖|仲間|他の人|ほかの人|あちこち)[^。]{0,8}(?:に|へ)"
)
_CHILD_MADE_EN = re.compile(
    CHILD_EN
    + r"(?!'s)(?:[^.!?\n,]{0,40}?)(?:\b(?:made|created|generated|is the one who|was the one who|was caught|got caught|is accused|was accused|has been accused|did this to|did it to|nudified|photoshopped|undressed|deepfaked|faked|(?:for|of|admitted(?: to)?|confessed(?: to)?|been|is|was|started) (?:making|sending|passing|showing|creating|generating|sharing|posting|spreading|forwarding|undressing|nudifying)|admitted it|confessed)\b|"
    r"\b(?:shared|posted|sent|forwarded|spread|passed|uploaded|used (?:an )?(?:ai|app))\b[^.!?\n]{0,40}\b(?:fakes?|deepfakes?|a girl|girls|classmates?|another|someone else|other (?:kids|girls|students)|around|to undress|of her friend|of a)\b)"
)
_CHILD_MADE_NOT_EN = re.compile(
    r"\b(?:got|had|was|were|been|being|gets?) (?:\w+ )?(?:his|her|their|undressed|nudified|deepfaked|faked|photoshopped|made|shared|posted)\b|\b(?:nudes|fakes?|it|pics?|photos?|them|one|deepfakes?|images?|videos?) of (?:my|her|his|our)(?:self)?\b(?! (?:classmate|friend|teacher|school))|\b(?:told|says?|said|thinks?|because|since|after|that) (?:someone|somebody|a boy|a guy|a classmate|they|he|she)\b|by (?:a|an|the|his|her|some|someone)"
)
_CHILD_VERB_JA = r"(?:作っ(?:て(?!もら|ほし)|た(?!人|やつ|奴))|(?:加工|合成|生成|コラ|裸に|編集)し(?:て|た(?!人|やつ|奴))|脱がせ(?:て|た))"
_CHILD_MADE_JA = re.compile(
    CHILD_JA
    + r"(?:[(（][^)）\n]{1,12}[)）])?(?:と[^。、!?\n]{1,6}?)?(?:が|は|も)[^。!?\n]{0,40}?(?:加害者|加害側|加害した|犯人(?:で|だ|と)|やらかし|"
    + _VERB_JA.replace("送っ(?:た(?!ら)|て(?:しま|しもう)|ちゃ)|送りました|", "")
    + "|"
    + _CHILD_VERB_JA
    + r"|撮って(?:しま|い)|(?:グル|みんな|友達|クラス)[^。]{0,6}に送っ)"
)
_CHILD_WITH_JA = re.compile(
    r"(?:に|によって|から|へ)[^。、!?\n]{0,14}(?:され|られ|われ|かれ)|(?:娘|息子|自分|うちの子)の(?:写真|画像|裸|顔|自撮り)"
)
_AGENT_WITHIN_EN = re.compile(
    r"\b(?:and|but|by|because|since|that|when|so)?,? ?(?:an?|some|another|one|the|his|her|their|two|three|other|someone'?s?)(?: other| older| same)?(?<!and his)(?<!and her)(?<!and their)(?<!and some)"
    r" (?:\w+ ){0,1}?(?:boys?|girls?|kids?|guys?|students?|classmates?|friends?|man|men|people|pupils?|bully|bullies|ex|boyfriend|teacher)\b"
    r"(?: (?:in|from|at|of) (?:(?:his|her|their|the|same|my) )?\w+)? (?:has |have |had |just |also )?(?:made|created|generated|nudified|photoshopped|undressed|deepfaked|faked|did|shared|posted|sent|forwarded|spread)\b"
    r"|\b(?:someone|somebody|they) (?:made|created|did|nudified|undressed|faked|shared|posted)\b"
)
"""Somebody else, between the child and the verb, who did it."""

_FIRST_PARTICLE = re.compile(r"^[^がはも]*[がはも]")
_AGENT_WITHIN_JA = re.compile(r"(?:男子|同級生|クラス|誰か|友達|先輩|犯人|相手|元カレ|やつ|人)(?:が|に)")


def _is_doubted(text: str, end: int) -> bool:
    """Tell whether somebody else says so: a child who `is said to have made it` is still the school's view, and taken."""
    return bool(re.match(r"(?:た)?(?:わけじゃ|わけでは|んじゃな)", text[end : end + 20])) or is_denied(text, end, end)


def _denied_ja(text: str, end: int) -> bool:
    return bool(_NOT_I_JA.match(text[end : end + 20])) or is_denied(text, end, end)


def made_by_child(text: str) -> bool:
    """Tell whether the text says that the writer's child made an image of somebody or passed it on."""
    for match in _CHILD_MADE_EN.finditer(text):
        is_another = _AGENT_WITHIN_EN.search(match[0]) or _CHILD_MADE_NOT_EN.search(
            text[match.start() : match.end() + 40]
        )
        if not is_another and not is_denied(text, match.end(), match.end()):
            return True
    for match in _CHILD_MADE_JA.finditer(text):
        said = match[0]
        if not (
            _CHILD_WITH_JA.search(said)
            or _AGENT_WITHIN_JA.search(_FIRST_PARTICLE.sub("", said, count=1))
            or _is_doubted(text, match.end())
        ):
            return True
    return bool(
        re.search(
            r"\bparents? of (?:the |a )?(?:boy|kid|child|one|perpetrator|offender) (?:who|that)?|加害(?:者側?|した子|側)の(?:親|母|父|保護者)(?:です|なん|として|の立場|でも|だと|が相談)",
            text,
        )
    )


def made_by_writer(text: str) -> bool:
    """Tell whether the text says that the writer made an image of somebody or passed one on."""
    return (
        bool(_CONFESSED_EN.search(text) and not _ACCUSED_EN.search(text[: _start(_CONFESSED_EN, text)]))
        or bool(_CONFESSED_JA.search(text))
        or _made_en(text)
        or _made_ja(text)
    )


def _start(pattern: "re.Pattern[str]", text: str) -> int:
    found = pattern.search(text)
    return found.start() if found else 0


def _made_en(text: str) -> bool:
    for place, pattern in enumerate(_MADE_EN):
        for match in pattern.finditer(text):
            said = match["object"]
            before = text[max(0, match.start() - 60) : match.start()]
            accused = _ACCUSED_EN.search(before)
            if (
                not accused
                and not _OF_ME.search(said)
                and not (_TO_HELPERS if place else _NO_IMAGE).search(said)
                and _about_image(place, said)
            ):
                return True
    return False


def _about_image(place: int, said: str) -> bool:
    if place:
        return True
    return bool(re.search(_FAKES, said)) or bool(
        re.match(
            r"(?:it|one|them|two|three|a few|some)(?: myself| with (?:an )?(?:ai|app)\w*)?\b ?(?=$|[,.!?]|and|but|for|as|with|of|using|because|when|on|in|at|last|yesterday|to (?:get|be|impress|see))",
            said,
        )
    )


def _made_ja(text: str) -> bool:
    for pattern in (_MADE_JA, _SAID_I_JA):
        for match in pattern.finditer(text):
            start = max(text.rfind(mark, 0, match.start()) for mark in "。!?\n") + 1
            clause = text[start : match.start("verb")]
            own = pattern is _SAID_I_JA
            said = clause + text[match.start("verb") : match.end() + _BY_HIM_OF_ME]
            if not own and _is_thing(text, match.end("verb")):
                continue
            if _MINE_JA.search(said) or _denied_ja(text, match.end()) or (not own and _ANOTHERS_JA.search(clause)):
                continue
            if _needs_receiver(match["verb"]) and not _TO_OTHERS_JA.search(clause):
                continue
            if _is_passed_or_made(match["verb"], clause, own=own):
                return True
    return False


def _is_thing(text: str, end: int) -> bool:
    """Tell whether a verb without a subject only says what a thing is, or is threatened."""
    after = text[end : end + 24]
    return bool(_THING_JA.match(after) or _THREATENED_JA.match(after))


def _needs_receiver(verb: str) -> bool:
    return verb.startswith(("送", "見せ", "上げ", "あげ", "載せ"))


def _is_passed_or_made(verb: str, clause: str, *, own: bool) -> bool:
    """Tell whether a verb of making or passing on is about an image: `作った` alone needs one beside it."""
    return bool(re.search(_IMAGE_JA, clause)) or (own and not verb.startswith(("送", "見せ", "売")))
