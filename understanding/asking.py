"""Whether a text asks or wants something, only tells, or protests that it was misread."""

import re

from understanding.language import JAPANESE_LETTER

ASKS = re.compile(
    r"[?？]|(?:です|ます|の|る|い|た)か(?:な|ね)?[。!！ 　]*$|(?:どう|なぜ|なに|何|いつ|どこ|誰|だれ|いくら)[^。]{0,12}$"
    r"|^(?:how|what|when|where|who|why|which|can|could|should|shall|do|does|did|is|are|am|will|would|may|has|have)\b"
    r"|\b(?:should i|can i|do i|am i|will (?:i|they|he)|how (?:do|can|to)|what (?:do|can|if|should))\b"
)
"""A normalised sentence that asks."""

_WANTS = re.compile(
    r"(?:ますか|ですか|よね|かな|べきか|だろうか|でしょうか|だろ|でしょ|よな|やろか|んか|のん|のは|には|ありなん|いいの|だっけ)[ぁ-んー〜…]{0,2}(?:$|[。、,!！… ])|いいん?(?:です)?か|よかった(?:の|ん)"
    r"|(?:教え|おしえ|見せ|みせ|助け|たすけ|手伝|てつだ|消し|けし|止め|やめさせ|聞い|きい|待っ)て(?:[。!！ー〜ね]*$|くだ|ほし|欲し|もら|くれ)"
    r"|(?:て|で)(?:ほしい|欲しい|もらいたい|もらえ|くれ|くださ|下さ|ちょうだい|頂け|いただけ)|(?:し|り|き|(?<![るたいのだ人])み|え|い|ち|び)たい(?:です|んです|けど|んだけど|の|な)?[。!！…ー]*$"
    r"|(?:方法|やり方|しかた|仕方|連絡先|番号|窓口|場所)(?:を|は|が)?[。!！]*$|(?:お?願い|おねがい)(?:します|です)?[。!！]*$|(?:かも|かどうか|のか)[^。]{0,4}(?:わから|分から|知り|しり)"
    r"|\b(?:tell|show|give|help|teach|explain|send|connect|call|let) (?:me|us|her|him|them)\b|\b(?:please|pls|plz)\b|\bi(?:'d| would)? (?:like|need|want|wanna|wish)\b|\b(?:wants?|needs?) to know\b"
    r"|[,.;!] ?(?:and |but |so |ok |then )*(?:how|what|when|where|who|why|which|can|could|should|do|does|did|is|are|was|will|would|has|have|any)\b|^(?:(?:ok(?:ay)?|and|but|so|then|also)[, ]+)+(?:how|what|when|where|who|why|which|can|could|should|do|does|did|is|are|will|would|any)\b|\b(?:or (?:not|what|cops|police)|why'?s|how'?s|what'?s|who'?s)\b"
    r"|\b(?:don'?t|do not|dunno|not sure|no idea|idk) (?:know )?(?:if|whether|how|what|where|who|when|which)\b|\b(?:wondering|idk)\b"
)
"""A normalised sentence that wants something done or known without the form of a question."""

_FEWEST_WORDS, _FEWEST_SIGNS = 3, 6


def only_tells(text: str) -> bool:
    """Tell whether a normalised text says something, in more than a word or two, and neither asks nor wants anything."""
    japanese = len(JAPANESE_LETTER.findall(text))
    is_said = japanese >= _FEWEST_SIGNS or len(text.split()) >= _FEWEST_WORDS
    return is_said and not ASKS.search(text) and not _WANTS.search(text)


_OPENS = re.compile(
    r"\bhere goes\b|\bbear with me\b|\b(?:is )?any ?(?:one|body) (?:there|here|awake|around)\b|\b(?:can|may|could) i (?:ask|talk|tell|say|write|vent)\b|\b(?:not sure|don'?t know|no idea) (?:where|how) to (?:start|begin|say|put)\b|\bwhere (?:do|should) i (?:start|begin)\b"
    r"|\b(?:this|it)(?:'s| is) (?:so |mad |really |very |a bit |kinda |super )*(?:embarrassing|awkward|hard to (?:say|write|talk about))\b|\blong story\b|\bi need to (?:talk|tell (?:you|some))|\bsomething to (?:tell|confess|say)\b|\bis (?:this|it) (?:ok|okay|alright) to (?:ask|talk|write)\b"
    r"|相談(?:して|し?てもいい|に?乗って|いいです|いいで|いい[?？]|っていうか|というか|したい(?:こと|ん)|があ)|聞いて(?:ほしい|欲しい|もらえ|くれます|もらって)|誰か(?:い|居)(?:ます|る)|(?:どこ|何|なに)から(?:話|書|言)|恥ずかしい(?:話|こと)(?:な|で)|(?:長く|ながく)な(?:る|り)|懺悔|うまく(?:書け|言え|話せ)|(?:言|話し|書き)(?:い)?にくい(?:こと|話|ん)|こんな時間に"
)
"""What announces a story before it is told: somebody asks whether they may talk, or how hard it is to say."""


def opens(text: str) -> bool:
    """Tell whether a normalised text only opens a conversation: it announces what is to be told."""
    return bool(_OPENS.search(text))


_HAPPENED = re.compile(
    r"画像|写真|動画|映像|がぞう|しゃしん|どうが|裸|はだか|ヌード|全裸|下着|水着|フェイク|ディープ|コラ|合成|加工|生成|(?<![a-z])ai(?![a-z])|エーアイ|偽|にせ|卒アル|盗撮|自撮り|エロ|性的|わいせつ|卑猥|みだら|アプリ"
    r"|脅|おど[しさ]|ゆす[りら]|恐喝|晒|さらさ|ばらま|拡散|広ま|広め|流出|流さ|回され|回って|投稿|載[せっ]|なりすま|被害|加害|いじめ|ストーカー|暴力|殴|痴漢|レイプ|襲|触ら|泣|切[っりる]|死|消え(?:たい|てしま)|自殺|飛び降|お金|払[っえわ]|送っ(?:た|て)|送られ|見られ|見せら|作られ|作った|作って"
    r"|\b(?:images?|photos?|pictures?|pics?|videos?|clips?|screenshots?|nudes?|naked|undress\w*|nudif\w*|fakes?|deep-?fakes?|fabricated|porn\w*|ai|apps?|made (?:it|one|some|them|this|a|an|the)|forwarded|sent (?:it|them|one)|passed it|edited|photoshop\w*|face|yearbook|sexual\w*|explicit|intimate"
    r"|threat\w*|blackmail\w*|extort\w*|sextort\w*|posted|posting|leak\w*|shared|sharing|spread\w*|uploaded|going around|passed around|impersonat\w*|harass\w*|bull(?:y|ied|ying)|stalk\w*|rap(?:e|ed)|assault\w*|abus\w*|hit|beat\w*|hurt\w*|cut(?:ting|s)?|die|dead|kill\w*|suicid\w*|jump|pills?|crying|cries|money|paid|pay)\b"
)
"""Words of what happened: an image, a threat, a deed, a danger. Who was called in or suspended has not told on which side."""


def names_harm(text: str) -> bool:
    """Tell whether a normalised text says anything of what happened."""
    return bool(_HAPPENED.search(text))


_INSISTS = re.compile(
    r"聞きたい(?:の|こと)は|質問に(?:答|こた)え|(?:それ|そこ|どうするか)を?聞い(?:た|て(?:る|いる))|聞いたのに|質問(?:を|は)?(?:無視|スルー|飛ば)|(?:で|け)?も?聞いたのは|聞いたの[^。、!?]{0,12}(?:こと|話)(?:な|だ|で)|^[^。、!?]{0,8}の話(?:じゃ|では)(?:ない|なくて|ありません)|もういいです。?自分で"
    r"|\bwhat i(?:'m| am)? (?:asked|asking|want to know|wanted to know) (?:is|was)\b|\bmy question (?:is|was)\b|\banswer (?:me|my question|the question)\b|\bi asked (?:about|if|whether|you)\b"
)
"""What somebody writes whose question was passed over: what they want to know is this."""


def asks(text: str) -> bool:
    """Tell whether a normalised text has the form of a question, or says what was asked."""
    return bool(ASKS.search(text) or _INSISTS.search(text))


_PROTESTS = re.compile(
    r"答え(?:に)?なって(?:い)?(?:ない|ません)|(?:そう|そういう(?:こと|意味|話))じゃな(?:くて|い)|聞いて(?:る|いる)のは|話(?:を)?(?:聞いて|読んで)(?:い)?(?:ない|ません|ます?か)|ちゃんと(?:読んで|聞いて)"
    r"|そんなこと(?:は)?(?:聞いて|言って|書いて)(?:い)?(?:ない|ません)|(?:ほっと|安心)(?:すんな|するな|しないで)|^(?:は|はぁ?)[?？!！]|(?:誰|だれ)が(?:そんな|そう)|読み(?:違|ちが)(?:え|って)"
    r"|\bnot what i (?:asked|said|meant|wrote)\b|\byou(?:'re| are|re)? not (?:listening|reading|answering)\b|\b(?:didn'?t|doesn'?t|does not|did not) (?:even )?(?:answer (?:me|my|the|that)|help me (?:write|with))\b|\bnot (?:my|the) question\b"
    r"|\bi (?:just|already) (?:said|told you|wrote)\b|\bwhy (?:are|do) you (?:glad|telling me|asking me|think|relieved)\b|^(?:what|huh|wtf)\?+ |\byou(?:'ve| have)? (?:misread|misunderst(?:oo|an)d|got (?:me|it|that) wrong)\b"
    r"|(?<!if )(?<!think )\byou (?:all |just |really |still |totally |completely )*(?:understand|understood|read|get|got|heard) (?:me |it |this |that |everything |us )?(?:all )?wrong\b|(?<!if )(?<!think )\byou(?:'re| are|re)(?: so| all| completely| totally| just)? (?:wrong|mistaken)\b"
    r"|\bare you (?:even |really |actually )*(?:reading|listening|hearing)(?: to)?(?: me| us| this| what i \w+)?(?:\?|!|$)|\b(?:did|do) you even (?:read|listen|hear|understand)\b|\bthat(?:'?s| is| was) not (?:what|how) (?:it )?happen\w*"
    r"|\byou (?:don'?t|do not|didn'?t|did not|never) (?:even |really )?(?:hear me|listen|read (?:me|what|my|it)|understand (?:me|what i|my (?:question|message)))|\byou keep (?:on )?(?:saying|telling|repeating|getting|writing)\b|^(?:stop|no+|wait|hey)\b[.!, ]+(?:\w+ ){0,2}?you (?:just |still |always )?(?:say|said|write|wrote|think|are saying)\b|\bi (?:never|didn'?t|did not) (?:say|said|write|wrote) (?:that|this|so)\b"
    r"|^(?:いや|いえ|え|だから)?[、 ]*(?:違|ちが)(?:います|うって|うんです|うよ)(?:よ)?[、。! ]+[^ ]{4}|そう(?:いう(?:こと|意味|話))?では(?:な(?:く|い)|ありません)|(?:^|[。、!?  ]|だから|から)(?:違|ちが)う(?:って|と)(?:何度も|さっき)*(?:言って|いって)|(?:また|まだ)その話"
    r"|(?:^|[。!?、 ]|ちゃんと|本当に|ほんとに)読んで(?:い)?(?:ます|る)(?:の)?か?[?!]|(?:^|[。!?、 ])読んで(?:い)?ますか|(?:勘|かん)(?:違|ちが)いして(?:い)?(?:ませんか|ない[?]|(?:ます|る)(?:よ|んじゃ|でしょ|[?]))|(?:さっき(?:も|から)|何度も)(?:そう)?(?:言|書)(?:った(?!ら)|いた(?!ら)|って(?:い)?(?:る|ます))"
)
"""What people write who see that their last message was taken for something else."""


def protests(text: str) -> bool:
    """Tell whether a normalised text says that the last answer was about something else than what was written."""
    return bool(_PROTESTS.search(text) or _INSISTS.search(text))
