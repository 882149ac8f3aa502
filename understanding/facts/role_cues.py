"""Weaker signs of a role, used only where none is known: a maker who names no subject, the parents of a maker, a helper by one word."""

import re

from understanding.people import CHILD_EN, CHILD_JA, PARTNER_EN

_I_JA = r"(?:俺|おれ|オレ|僕|ぼく|ボク|自分|私|わたし|あたし|うち|わし|ワイ|わい)"
_SAID_JA = r"(?!よ?だ?(?:って|と)(?:疑|言|い[いっわ]|思|噂|打ち明|告白|認め|聞|主張|話し|決めつけ))"
"""Not words that somebody else says."""
_WHOSE_EN = r"(?:her|his|their|a|an|the|some|one|two|three|someone'?s|somebody'?s|people'?s|classmates?'?|girls?'?|my (?:\w+ )?(?:friend|classmate|teacher|ex|sister|cousin|crush|coworker|colleague|boss|girlfriend|neighbou?r|bestie|step ?sister|student|senpai)s?(?:'s)?)"
_IMAGE_EN = (
    r"(?:fakes?|deep-?fakes?|nudes?|naked|porn|ai|undress\w*|nudif\w*|photos?|pics?|pictures?|images?|videos?|face)"
)
_OPENING_EN = (
    r"^(?:(?:so|ok|okay|um|uh|yeah|yes|basically|lol|just|only|hi+|hello|and|then|stupidly|once|drunk)[ ,.]+)*"
)
_FAKES_EN = r"(?:fakes?|deep-?fakes?|ones?|pics?|pictures?|images?|videos?|nudes?|thing|it|them|those)"
_MAKER = (
    re.compile(rf"{_OPENING_EN}(?:nudified|undressed|deepfaked) (?!me\b|my\b|by\b)|{_I_JA}です[。、 ]*(?:作っ|回し|流し|やっ|広め)たの"),
    re.compile(
        rf"{_OPENING_EN}(?:made|generated|created|nudified|undressed|faked|deepfaked|edited|photoshopped|forwarded|fwd|reposted|used|ran) (?!of me|my (?:own|photo|pic|face|selfie)|me\b)(?:an? |some |the |ai |fake |{_WHOSE_EN} )*(?:\w+ ){{0,2}}{_IMAGE_EN}\b(?! of me| on my own|[^.!?\n]{{0,12}} of my(?:self| own| face)\b)"
    ),
    re.compile(
        rf"\bi (?:have |just |only |also |once |might have |think i |already |secretly |used to )*(?:made|make|generated?|created?) (?:(?:an?|some|these|those|the|ai|fake|sexual|morphed|two|three|\d+|many|naked|nude) )*{_IMAGE_EN} of (?!me\b|us\b|my(?:self| own| face| body)|me\b)"
    ),
    re.compile(
        rf"\bi (?:forward(?:ed)?|fwd(?:'?e?d)?|passed on|reposted) (?:it|them|one|her\w*|his|the {_IMAGE_EN})\b(?! to (?:the |my |a |our )?(?:police|teacher|school|head|mum|mom|mother|dad|parent|lawyer|you|paps|principal|myself)|[^.!?\n]{{0,20}}(?:proof|evidence))"
    ),
    re.compile(
        r"\bi (?:just |only |also |accidentally |once )*(?:shared|sent|posted|showed|sold|saved and sent|traded) (?:an? |the |some |those |her |his |their )*(?:\w+ )?(?:fakes?|deep-?fakes?|ai (?:nudes?|pics?|photos?|images?)) of (?!me\b|us\b|my(?:self| own| face))|\bi did something (?:really |very |so )?(?:bad|awful|stupid|horrible) (?:with ai|to (?:her|his|a|my friend))|\b(?:i|^) ?posted her\b(?! (?:to|as))"
    ),
    re.compile(
        rf"\b{_FAKES_EN} (?:that )?(?:i|we) (?:made|generated|created|faked|nudified)\b|\b(?:what|the fakes?|the deepfakes?) (?:that )?i (?:made|generated|posted|forwarded)\b"
    ),
    re.compile(
        r"\b(?:will|can|could|do|did|am|what if) (?:i|we)\b[^.!?\n]{0,30} for (?:making|generating|creating|forwarding|sharing) (?:an? |the |ai |fake |it|them|one)(?![^.!?\n]*\bof me\b)|\bmy (?:making|generating|forwarding)\b|\bi (?:got |was |been |am |regret |can'?t stop |cannot stop )+(?:caught )?(?:making|generating|nudifying|forwarding)\b|\bcan'?t stop using the (?:undress|nudif|strip)"
    ),
    re.compile(
        r"\b(?:i'?m|i am|im) (?:the |a |really )?(?:culprit|offender|perpetrator|guilty one|maker)\b|\bi'?m the one (?:who|that) (?:made|did|posted|shared|sent)|\b(?:turn|hand|report)(?:ing)? myself in\b|\bshould i (?:just )?(?:confess|own up)\b|\bi am (?:a \w+ and )?the maker"
    ),
    re.compile(
        r"\b(?:both|two|three|four|five|six|all) of us made (?:it|them)\b|\bwe (?:both |all )?made (?:it|them|one)\b|\bi (?:only |just )?(?:typed|wrote) the prompt|\bi (?:paid|asked|got) (?:a |an |some )?(?:\w+ )?(?:man|guy|someone|somebody|dude|person)\b[^.!?\n]{0,30} to (?:make|undress|edit|nudify|create|do) (?!me\b|my (?:own|photo|face))"
    ),
    re.compile(
        r"\bi did it (?:to (?:a|her|him|my|them|someone|one)\b|for (?:fun|a joke|laughs|revenge)|as a joke|too\b|with (?:an? )?(?:ai|app|friends?))|(?:yes|yeah|ok),? i did it\b|\bi made (?:it|one|them)(?=$|[.,!?]| (?:and|but|with|as|for|because|bc|cuz|myself|of (?:her|him|a|my friend|someone)))"
    ),
    re.compile(
        rf"(?:作っ|つくっ|やっ|回し|広め|転送し|見せ|加工し|投稿し|拡散し|生成し|売っ|流し|晒し)たの(?:は|が|って)?、?{_I_JA}(?!の|を|に|も|へ|だ?けじゃ){_SAID_JA}"
    ),
    re.compile(
        rf"{_I_JA}(?:が|も|は)、?(?:全部|ひとりで|一人で|勝手に|最初に|ふざけて)?(?:作っ|つくっ|やっ|広め|生成し|拡散し|加工し|流し|回し)(?:た(?!ら|い|人|やつ|奴|アカ|サイト|ファイル|リスト|曲|動画チャ|作品|くな)|ちゃ|てしま|ました){_SAID_JA}"
    ),
    re.compile(
        r"(?:見せ|作っ|つくっ|回し|転送し)た(?:の)?だけ(?!なら|で(?:広め|罪|犯罪|アウト)|の|って|と(?:言|い)|らしい|だと|みたい|そう|じゃ)"
    ),
    re.compile(
        r"(?:作った|つくった|やった|回した|流した|広めた)(?:の|こと)(?:が|を|も)?、?(?:みんな|学校|親|先生|全部|本人)?(?:に|が)?(?:ばれ|バレ|認め(?:た(?!い?人)|ました))(?!て(?:い)?ない(?:ん|の)?か)"
    ),
    re.compile(
        r"(?:裸|ヌード|水着|下着|全裸)に(?:加工)?し(?:ました|ちゃ(?!われ)|てしま(?!われ)|てみ|た(?=$|[ 、。!?\n]|の(?:が(?:ばれ|バレ)|を、)|ことが))"
    ),
    re.compile(
        r"(?:加工し|合成し|生成し|コラ|編集し|作っ|つくっ)て、?(?:友達|みんな|グル\w*|クラス|男子|部活|ライン|line|仲間)?[^。、!?\n]{0,8}?(?:に|へ|で)?(?:送っ|送り(?=まし)|回し|まわし|見せ|上げ|あげ|流し|渡し|転送し|シェアし|広め)(?:た(?!ら|い|人|やつ|奴|の(?:は|が)(?!俺|僕|私|自分))|ちゃ|てしま|ました)"
    ),
    re.compile(
        r"(?:ノリ|悪ノリ|悪ふざけ|ふざけて|遊び半分|冗談|出来心|面白半分)(?:で)?[^。、!?\n]{0,10}(?:作っ|つくっ|加工し|脱がせ|生成し)(?:た(?!ら|い|人|やつ|奴|の(?:は|が)|と)|ちゃ|てしま)|"
        r"(?:写真|画像|顔)(?:を|、)?[^。!?\n]{0,6}(?:アプリ|ai|サイト|生成ai)に(?:かけ|通し|入れ|食わせ|突っ込|放り込)(?:(?:ん)?だ|た(?!ら)|ちゃ|てしま|てみ)"
    ),
    re.compile(
        r"(?:作って|加工して|脱がせて|裸にして)もら(?:っ(?:た(?!ら)|て(?:まし|い(?:た|まし)|た))|いました)|(?:依頼|注文)して作"
    ),
    re.compile(
        r"(?:画像|写真)(?:を|で)[^。!?\n]{0,14}?(?:使って(?:しま|しもう)|誤爆し|つくってから|作ってから|(?:作って|生成して|加工して)(?:しまい|しまっ|、[^。\n]{0,16}(?:見せ|送っ|回し|渡し|流し)(?:てしま|ちゃ|ました)))"
    ),
    re.compile(
        rf"{_I_JA}が[^。、!?\n]{{0,10}}(?:(?<![ァ-ヶ])グル\w{{0,3}}|みんな|クラス\w{{0,3}})に[^。、!?\n]{{0,6}}(?:貼っ|流し|回し)(?:た|ちゃ|てしま)|(?:拡散|作るの|加害)に(?:加担|協力)し(?:た(?!人|やつ|奴|子)|てしま|ちゃ|ました)|(?:はめ|くっつけ|貼り付け|重ね)て、?(?:送っ|回し|見せ|流し|貼っ)(?:た(?!ら|人|やつ|奴|の(?:は|が))|ちゃ|てしま|ました)"
    ),
    re.compile(
        r"自首(?:す(?:べき|る)|した(?:ほう|方)|し(?:たい|ます|よう|に|たら))(?!って|と言)|(?:加害者|やった側|作った側|作っちゃった側|した側)(?:の人間|です|だけど|なんですが|でも(?:相談|話)|の自分|の相談)"
    ),
    re.compile(
        r"(?:あの子|相手の子|被害者|その子|本人)に(?:は)?(?:直接)?(?:謝り(?:たい|に行)|謝っ(?:た|ても|て許)|謝る(?:べき|の(?:は|って)))"
    ),
)  # fmt: skip
_OF_WRITER = re.compile(
    r"\bof me\b|\b(?:fake|nude|picture|pic|photo|image|video)s? (?:with|using) my face\b|(?:私|わたし|あたし|自分|俺|おれ|オレ|僕|ぼく|うち)の(?:偽の?|フェイクの?|裸の|加工|はだかの ?)*(?:裸|写真|画像|動画|顔|ヌード|フェイク|コラ|しゃしん|がぞう|はだか|かお)|(?:わたし|私)を"
)
_I_EN = re.compile(r"\bi (?:\w+ )?(?:made|did|used|created|generated|forward|posted|shared|sent|edited|ran|put|showed)")
_HELD_AGAINST_WRITER = re.compile(
    r"\b(?:make|makes|made|turned?|put|show\w*|undress\w*|strip\w*) me\b|\bkeep me (?:from|in|here|with|quiet)\b|\bby (?:my|him|her|the) ?\w*\b|\b(?:threaten|blackmail|extort)\w* me\b|"
    r"\b(?:he|she|they)'?s?(?:'?re)? (?:gonna|going to|threaten\w*|showing)\b|\b(?:he|she|they|my (?:\w+ )?(?:husband|wife|ex|boyfriend|girlfriend|partner|bf|gf))(?:'ll| will|'s going to| is going to| gonna| wants? to| says?| said| keeps?| has| holds?| did)\b"
)
_ANOTHER_IN_IT = re.compile(
    r"\bof (?:a|an|my|the|some|two|three|her|his|him|them|someone|somebody|girls?|boys?|classmates?)\b|\b(?:on|with|of) (?:a|her|his|some|this|another) (?:\w+ )?(?:girl|boy|classmate|friend|pic|photo|picture|face)"
)
"""The words for the one in the image where that is not the writer: then what others say of it changes nothing."""
_SOMEBODY_ELSE = re.compile(
    r"\b(?:he|she|they|you|who|brother|sister|son|daughter|husband|wife|boyfriend|pupil|student)\b[^.!?,\n]{0,12}$|(?:犯人|弟|兄|妹|姉|お兄|息子|娘|孫|子|子ども|生徒|教え子|部員|夫|旦那|彼氏|男子|女子|男|女|人|やつ|奴|カレ|彼|友達|先輩|後輩|同級生|同僚|上司|誰か|アニキ)(?:たち|ら)?(?:が|は|も|、)[^。!?\n]{0,40}$"
)


def sounds_like_maker(text: str) -> bool:
    """Tell whether a text without a clear subject is more likely that of somebody who made an image or passed one on."""
    return any(
        not _SOMEBODY_ELSE.search(text[: match.start()]) for pattern in _MAKER for match in pattern.finditer(text)
    ) and not (_OF_WRITER.search(text) or _is_held_against_writer(text))


def _is_held_against_writer(text: str) -> bool:
    """Tell whether an English text without a subject tells what somebody else does with the image, and names nobody else in it."""
    return bool(_HELD_AGAINST_WRITER.search(text)) and not _I_EN.search(text) and not _ANOTHER_IN_IT.search(text)


_CHILD_MORE_EN = (
    rf"(?:{CHILD_EN}|\b(?:my|our)(?: \w+)? (?:lad|lass|grandsons?|granddaughters?|stepson)\b|\b(?:mine|ours)\b)"
)
_DEED_EN = (
    r"(?: (?:has|have|had|just|only|also|really|already|who|that|then|admits? (?:he|she)|says (?:he|she)))* "
    r"(?:(?:did|done) (?:it|this|that|something)|hurt (?:a|an|another|someone|that)|made (?:it|them|an?|one|nine|the|that|those|these|some|two|three|ai|fakes?|bad|images?|pictures?|nudes?)|makes? (?:bad )?(?:ai|fake)|"
    r"forward(?:ed)?|sold (?:fake|nudes?|pics|them)|spread (?:it|them|the|a)|showed (?:it|them|fake)|edited (?:her|his|a) |shared (?:it|the|a|her friend)|posted (?:it|a|the|her friend)|admitted|is the (?:culprit|one who did|offender)|keeps? denying|denies|confessed|was caught|produced|generated)\b(?! of (?:him|her)self)"
)
_CHILD_ACCUSED = re.compile(
    rf"{CHILD_JA}(?:が|は)[^。、\n]{{0,8}}(?:とんでもない|大変な|ひどい|取り返しのつかない)こと(?:を)?(?:し|や|仕出|しで)(?!ら)|{CHILD_JA}の(?:件|こと)[^\n]{{0,12}}(?:警察|刑事)[^\n]{{0,12}}(?:任意|取り調べ|呼ば|出頭|話を聞きたい)"
    rf"|{CHILD_JA}(?:が|は|に)[^。\n]{{0,10}}(?:任意(?:同行|で)|取り調べ|補導|出頭|警察に呼ばれ)|{CHILD_EN}(?:'s| is| was| has been| got| being)? (?:being )?(?:accused|suspected|questioned by|called in by|arrested)\b"
)
"""A child of the writer who is accused, asked by the police, or did `something terrible`."""

_CHILD_DID = (
    re.compile(
        r"\bmy (?:\w+ )?(?:(?:son|boy|lad)\b[^.!?\n]{0,24}\b(?:and|,) he|(?:daughter|girl)\b[^.!?\n]{0,24}\b(?:and|,) she|(?:kid|child|teen|\d{1,2}[- ]year[- ]old)\b[^.!?\n]{0,24}\b(?:and|,) (?:he|she|they)) "
        r"(?:has |just |secretly )*(?:made|created|generated|shared|forwarded) (?:\w+ )?(?:fakes?|ai|nudes?|deepfakes?|naked|pics?|pictures?|photos?|images?)\b(?! of (?:him|her)self)"
    ),
    re.compile(rf"{_CHILD_MORE_EN}{_DEED_EN}"),
    re.compile(
        rf"\b(?:what|it was|that was|it's|was|because|say|by) {_CHILD_MORE_EN}(?: (?:did|has done|made|who (?:made|did))|'s fault|(?=[.!?]|$))(?! told)"
    ),
    re.compile(
        rf"{_CHILD_MORE_EN}'s? (?:fault|fakes\b(?! nude)|victim)|{_CHILD_MORE_EN},? (?:who|that) (?:made|did|shared|posted)|{_CHILD_MORE_EN} (?:for (?:doing|making) it|about sharing it|admitted making)|says my (?:son|boy|kid|daughter) did"
    ),
    re.compile(
        rf"{_CHILD_MORE_EN}[^\n]{{0,60}}\b(?:he|she|hes|shes|he's|she's) (?:only |just |the one who |did |has |really )*(?:made|did|shared|posted|generated|forwarded) (?:it|this|that|them|an?|the|nine|one|nudes?|her (?:friend|classmate))\b(?! (?:his|her)self)"
    ),
    re.compile(
        rf"\b(?:he|she) (?:only |just )?(?:made|did|shared|posted|generated|forwarded) (?:it|this|that|them|an?|the|nine|one)\b[^\n]{{0,40}}\b(?:{_CHILD_MORE_EN}|i'?m his|i'?m her|his (?:mum|mom|dad|father|parents?)|her (?:mum|mom|dad|father))"
    ),
    re.compile(
        rf"{_CHILD_MORE_EN}[^\n]{{0,70}}\b(?:get(?:ting)? expelled|go(?:ing)? to (?:jail|juvie|prison)|be (?:arrested|charged)|confess|admit it)\b|\b(?:arrest|charge|expel) {_CHILD_MORE_EN}"
    ),
    re.compile(
        rf"{CHILD_JA}(?:だけ)?(?:が|は|も|の(?=した|やった)|、|(?=やっ))、?[^。!?\n「」]{{0,24}}?(?:やった|やりました|やってしま|やってもう|やらかし|やって(?:は)?(?:へん|ない|まし)|した(?:こと|側|の(?:だ|で|に))|しでかし|(?:悪い|わるい|ひどい)[^。、]{0,8}しました|こんなことを(?:する|した)|変な画像にし|作った(?!人|やつ|奴|男|同級)|作ってしま|作り(?:まし)|つくった(?!人|やつ)|回した|流しました|広めた|加害|認めて|認めました|白状|否定して|人を傷つけ|つかまり|捕まり|逮捕され(?:る|ます))"
    ),
    re.compile(
        rf"(?:やった|作った|作っとった|つくった|加害した|した|回した|流した)(?:の|ん)?(?:は|が|も)?、?(?:たぶん|実は)?{CHILD_JA}(?!を|の(?:同級|クラス|友|学校))"
    ),
    re.compile(
        rf"{CHILD_JA}[^\n]{{0,60}}(?:認めて(?:い|ま)|加害者|加害側|やった側|作った側|した側|あんな(?:画像|もの)を?作|女の子の画像を?作|(?:自分の)?(?:した|やった)ことに?(?:は認|つい|の重)|画像を[^。]{0,8}作って回|また作る|まさか$)|謝罪の手紙を[^。]{0,14}書き?[いま][^\n]{0,20}(?:娘|息子|子)|(?:加害|やった|作った|した)(?:した)?側(?:の)?(?:の)?(?:親|家族|母|父|保護者)|うちが加害|加害した子の親(?!に|が|から|の(?:連絡|名前))|加害者になった"
    ),
    re.compile(
        rf"{CHILD_JA}の(?:スマホ|携帯|パソコン|pc|タブレット|ipad|部屋)[^。!?\n]{{0,14}}(?:女の子|女子|同級生|クラスの子|友達|近所の子|先生)[^。!?\n]{{0,10}}(?:画像|写真|合成|加工)|{CHILD_EN}'?s (?:phone|laptop|tablet|computer|folder)\b[^.!?\n]{{0,60}}\b(?:fakes?|pics?|pictures?|photos?|images?|nudes?) of (?:girls|his classmates?|her classmates?|other)|\b(?:fakes?|pics?|pictures?|photos?|images?|nudes?) of (?:girls|(?:his|her) (?:classmates?|friends?)|other \w+)[^.!?\n]{{0,40}}\bon {CHILD_EN}'?s (?:phone|laptop|tablet|computer)"
    ),
    re.compile(
        rf"(?:(?:お詫び|謝り|菓子折り)[^\n]{{0,40}}(?!相手){CHILD_JA}|{CHILD_JA}[^\n]{{0,60}}(?:少年院|鑑別所|付添人|お詫びに|謝りに行|相手の娘さん|先方の(?:お宅|親|ご両親)))"
    ),
)  # fmt: skip
_CHILD_HARMED = re.compile(
    rf"{CHILD_JA}(?:の(?:偽の?|裸の?)*(?:写真|画像|裸|顔|動画)(?!を?(?:作った|加工した)(?:の|こと)(?:は|が)|を見つ)|[^。、\n]{{0,20}}(?:作られ|され(?!た側)|脅さ|泣かさ))|\b(?:of|to) (?:him|her)(?:self)?\b(?! (?:parents|mum|mom|family|mother))|{CHILD_EN}'?s? (?:photo|pic|picture|nude|face)|\bby (?:a|an|the|his|her) \w+|被害者"
)
_BY_OTHERS = re.compile(
    r"\b(?:a|the|that|another|some|this|those|two|three|other) (?:\w+ )?(?:boys?|guys?|kids?|girls?|classmates?|friends?|lads?) (?:who |that |has |have )?(?:did|made|shared|posted|admitted|forwarded)|(?:同級生|クラスの|友達|男子|先輩|相手|犯人|加害(?:者|生徒|児童))[^。\n]{0,12}(?:が|に)[^。、\n]{0,10}(?:作|加工|やっ|流|回)"
)


def sounds_like_child_did_it(text: str) -> bool:
    """Tell whether a child is named together with what was done to somebody else, and nothing says that the child is harmed."""
    found = _CHILD_ACCUSED.search(text)
    if found and ("accused" in found[0] or not _CHILD_HARMED.search(text)):
        return True
    return (
        any(pattern.search(text) for pattern in _CHILD_DID)
        and not _CHILD_HARMED.search(text)
        and not _BY_OTHERS.search(text)
    )


HELPER_WORDS = (
    (
        "parent",
        re.compile(
            r"\b(?:my|our)(?: \w+)? (?:grandson|granddaughter|grandchild|stepdaughter|stepson|toddler|little one|twins|\d(?:st|nd|rd|th)[- ]grader)s?\b|\bas (?:a|her|his) (?:mum|mom|dad|parent|father|mother)\b|\bus parents\b|\b(?:mum|mom|dad|father|mother) of (?:a|two|three|the)\b|\b(?:asking|writing) as (?:a )?(?:dad|mum|mom|parent)\b|^(?:son|daughter|stepson|stepdaughter)(?:'s)?\b|"
            r"^(?:わたしの ?|うちの ?)?(?:むすめ|むすこ|こども)(?:は|が)? (?!に)(?:こま|困|ない|泣|なや|\d|しゃしん|写真|つら)|(?<!の)孫(?:が|の|は|を|に)(?!教わ)|うちの(?:中|小|高)[1-6]|(?:親|保護者)が(?:代わりに|しても|出しても)|保護者(?:でも|として|です|なの)|見てしまった親|(?:母|父)子家庭|(?<!「)この子の(?:顔|ため|将来)"
        ),
    ),
    (
        "teacher",
        re.compile(
            r"\bpupils?(?:'s?)?\b|\b(?:girls?|boys?|kids?|players?|students?) (?:that |who )?i (?:coach|tutor)\b|\b(?:one|two|three|some|all|many) of my students\b|\bmy students?\b|\b(?:in|from|of|tell) my (?:homeroom|form)\b(?! teacher)|\bas a (?:school|teacher|homeroom teacher)\b|\bour (?:head|headteacher|head teacher|staff room|school board)\b|\bi(?:'m| am)? (?:their|her|his) (?:form |homeroom |class )?teacher\b|"
            r"(?<!全校)(?<!女子)(?<!男子)生徒(?:が|の(?!誰か)|から|に|を|と|さん|本人|同士|間|たち|へ|で|も|一人|二人)(?!会)|本校|管理職|職員室|職員会議|養護教諭|教え子|部員(?:が|の|から|に|同士)|受け持ち"
        ),
    ),
    (
        "partner",
        re.compile(
            r"\bmy (?:wife|girlfriend|gf|fiancee?)(?:'s (?!in the|asleep)| is (?!in the|asleep|next)| has (?!no idea)| was| begged| asks| speaks| fears| said no| cries| hasn'?t| wants it| found (?:a|fake|her))|\bcomfort (?:my )?wife\b|"
            r"(?<!元)(?:妻|嫁|奥さん)(?:が(?!わたし|私|見つけ|言|怒|知)|の(?!友|妹|姉|口座|母)|は(?!知ら|今)|を|、)|(?<!元)(?<![前も]の)彼女(?:が(?!い)|の(?!ほう|元カノ|友|フェイク見)|を|、|は(?!今|関係))"
        ),
    ),
    (
        "friend",
        re.compile(
            r"^(?:[^。]{0,12}。 ?)?(?:わたしの ?|ぼくの ?)?(?:ともだち|ともたち|いもうと|おとうと|どうりょう)(?:は|が)? (?!に)(?:こま|困|ない|泣|なや|[^ 。]{1,8}(?:じん|人)|\d|おんな|おとこ|女|男|しゃしん|写真|つら)|"
            r"^(?:co-?worker|colleague|friend|classmate|cousin|sister|niece|nephew|roommate|bestie)(?:'?s)? (?:\w+ )?(?:face|photos?|pics?|pictures?|nudes?|got|was|is (?:being|crying|in))\b|(?:後輩|同期|同僚|同級生|クラスの子|仲間の子|隣の(?:席の)?子|連れ|ツレ|留学生)(?:の(?:女性|男性|女の子|子))?(?:が|、)[^。、!?\n私俺僕自]{0,16}(?:作られ|晒され|さらされ|脅され|使われ|ばらまかれ|加工され|撮られ|流され|裸にされ)(?!た(?:画像|写真|動画|やつ))"
        ),
    ),
)  # fmt: skip
"""Words that alone tell who writes, where nothing else does."""


_SCHOOL_STAFF_JA = re.compile(
    r"(?:担任|教諭|教員|教師|講師|顧問|学年主任|生徒指導|教頭|校長|スクールカウンセラー|スクールソーシャルワーカー)"
    r"(?:です|でして|をして(?:い|お)?(?:る|り|ます)|を務め|をつとめ|の者|でございます|として)"
)
_OWN_HARM_OR_DEED_JA = re.compile(
    r"(?:私|わたし|わたくし|僕|俺|自身)の(?:顔|裸|写真|画像|動画|名前)|(?:私|わたし|僕|俺)[がも][^。\n]{0,16}(?:され|晒|使われ|作られ|撮られ|作って|加工して)|(?:作って|加工して|保存して|見て)しま(?:った|いました)"
)


_SCHOOL_STAFF_EN = re.compile(
    r"\b(?:i'?m|im|i am|as) (?:an? |the |her |his |their )?(?:\w+ ){0,2}?(?:alt|teacher|school nurse|school counsell?or|homeroom teacher|form tutor|principal|vice[- ]principal|coach)\b(?! and (?:a |the |my )?(?:mother|father|mum|mom|dad|parent))"
)
_OF_OWN_CHILD = re.compile(
    r"\bmy (?:own )?(?:daughter|son|kid|child)\b|\b(?:of|to) me\b|\bmy (?:own )?(?:face|photo|picture|pic|nude|image|body)\b"
)


def introduces_as_school_staff(text: str) -> bool:
    """Tell whether a normalised text says that the writer works at a school, and nothing of harm to themselves or of a deed."""
    if _SCHOOL_STAFF_EN.search(text):
        return not _OF_OWN_CHILD.search(text)
    return bool(_SCHOOL_STAFF_JA.search(text)) and not _OWN_HARM_OR_DEED_JA.search(text)


_PARENTS_OF_MAKER = re.compile(
    r"(?<!i'm )(?<!im )(?<!i am )(?<!we are )(?<!we're )(?<!as )\b(?:the |his |her |their )?(?:parents?|mother|father|mum|mom|dad|family) of (?:the|that|this) "
    r"(?:boy|girl|kid|child|one|student|pupil|guy)s?(?: (?:who|that) (?:did|made|posted|shared|sent|started) (?:it|this|that|them))?"
)
_ANOTHER_PARENT = re.compile(
    r"\b(?:he|she)(?:'?s| is| was|'ll be)(?: also| still| just| always)? (?:the |a )?(?:mother|mum|mom|father|dad|parent) (?:of|to) (?:my|our|the) (?:\w+ )?(?:kids?|children|son|daughter|baby|boys?|girls?)\b|"
    r"\b(?:my|our) (?:kids|children)'?s? (?:mother|mum|mom|father|dad)\b(?= (?:made|says?|said|will|is|has|threat\w*|keeps?|and|but|so))|"
    r"(?:夫|旦那|主人|彼|相手|あの人|あいつ|妻|嫁|元[夫妻])(?:は|が|も|だって|でも)[、,]?[^。、!?\n]{0,12}(?:母|父|母親|父親|親|保護者|パパ|ママ)(?=です|だ|で|なの|なん)|"
    r"(?:子ども|子供|こども|娘|息子)の(?:父|母|父親|母親|パパ|ママ)(?=だ(?:し|から|けど|もん)|な(?:の|ん)|です(?:し|から|けど)|で(?:も|、))"
)
"""Somebody else's parents, who are to be told or are angry: no word about who writes."""


def without_their_parents(text: str) -> str:
    """Return a normalised text without somebody else who is a parent: of the one who did it, or of the writer's children."""
    return _ANOTHER_PARENT.sub(" somebody ", _PARENTS_OF_MAKER.sub(" somebody ", text))


_ANOTHER_DOER = re.compile(
    r"(?:作った|つくった|加工した|合成した|やった|流した|上げた)(?:やつ|ヤツ|奴|人|相手|犯人|男|本人)(?!は(?:私|僕|俺|自分))"
    r"|(?:作った|つくった|加工した|合成した)[^。\n]{0,12}(?:で|を使って)[^。\n]{0,10}(?:脅|おど|ゆす)(?:され|られ)"
    r"|(?:ひと|人|おとこ(?:のこ)?|おんな(?:のこ)?|男(?:の子)?|女(?:の子)?|男子|女子|はんちょう|班長|ボス|しゃちょう|社長|てんちょう|店長|せんぱい|先輩|だれか|誰か|かれし|彼氏)(?:が|は|も)? (?:[^ 。!?\n]+ ){0,4}?(?:つく|作)(?:った|りました)"
)


def names_another_doer(text: str) -> bool:
    """Tell whether a normalised Japanese text names who made it as somebody else, or tells of being threatened with what was made."""
    return bool(_ANOTHER_DOER.search(text)) and not re.search(
        r"(?:私|わたし|僕|俺|自分)(?:が|は| )[^。]{0,3}(?:作|つく|加工|合成)", text
    )


_THEIR_IMAGE = r"(?:\b(?:nudes?|fakes?|deep-?fakes?|photos?|pics?|pictures?|images?|videos?|porn|something|things|stuff|made|posted|showing|posts|account|group) (?:\w+ )?(?:of )?(?:him|them|(?:him|her)self|her(?! \w)|her(?= (?:and|but|on|in|to|at|from|by|going|is|was|that|which|when|because|online|naked|nude|around|with|for|getting|being|like|circulating|all|he|they|someone|last)\b))\b|\b(?:her|his) (?:\w+ )?(?:nudes?|photos?|pics?|pictures?|images?|videos?)\b)"
OF_THEM = (
    ("parent", re.compile(rf"{CHILD_EN}[^\n]{{0,100}}{_THEIR_IMAGE}")),
    ("partner", re.compile(rf"{PARTNER_EN}[^.!?\n]*[^\n]{{0,60}}{_THEIR_IMAGE}")),
    ("friend", re.compile(_THEIR_IMAGE)),
)
OF_SOMEBODY_JA = re.compile(
    r"(?:女の子|女子|男の子|あの子|その子|後輩|先輩|女性|知ってる子)の(?:偽の?|裸の?|フェイク|加工)*(?:裸|ai|写真|画像|動画|ヌード|フェイク|コラ|ディープフェイク)"
)
"""An image of somebody of whom the writer tells, by whom they name with it."""
