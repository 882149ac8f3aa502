"""How people say yes, no, what may be seen, and that they wait no longer: tables in both languages, on normalised text.

A pattern of a table fits a whole part of a message, never a piece of one: "they saw everything" is a story, no consent.
"""

import re

FILLERS = (
    r"ありがとう(?:ございます)?|どうも|すみません|すいません|ごめん(?:なさい|ね)?|あの|えっと|えーと|うーん|やっぱり?|じゃあ?|では|それでは",
    r"thanks|thank (?:you|u)|thx|ty|sorry|actually|hm+|well|um+|uh+|please|pls|plz|so|then",
)
"""Said beside an answer; they change nothing."""

YES = (
    r"はい|うん|ええ|(?:はい)?(?:お願い|おねがい)(?:します|いたします|したい(?:です)?)?|いい(?:です)?よ|そう(?:する|します|したい(?:です)?)|ぜひ|どうぞ|hai|onegai(?:shimasu| shimasu)?",
    r"(?:yes|yea|yeah|yep|yup|sure|ok|okay|k|alright|all right|do it|go ahead|of course|fine|please|i do|i would|i'd like that)"
    r"(?: (?:yes|sure|ok|okay|please|pls|do|do it|i do|thanks|thank you|go ahead|of course|then))*",
)

_NO_BEFORE = r"(?:いいえ|いえ|いや|ううん)?(?:やっぱり?|もう|まだ|今は|いまは|今日は|今回は|とりあえず|人は|人間は|相談員(?:さん)?は|呼ぶのは|それは|そこまで(?:は)?|ちょっと)*"
_NO_AFTER = r"(?:です|で|ます|わ|や|かな|ので|から|けど|と思います|ございます)*"
NO = (
    rf"{_NO_BEFORE}(?:いいえ|いえ|いやいや|いや|ううん|いい|大丈夫|だいじょうぶ|けっこう|結構|遠慮(?:します|しておきます|しとく)|やめ(?:る|ます|とく|とこ|ておく|ておきます|ときます|たい)|"
    r"いら(?:ない|ん|へん)|要らない|要りません|いりません|必要(?:ない|ありません)|呼ばないで(?:ください)?|呼ばなくて(?:いい|大丈夫)|"
    r"また(?:今度|こんど|後で|あとで)?(?:に)?(?:する|します)?|(?:後|あと)で(?:いい|に(?:する|します))?|今じゃな(?:い|くて(?:いい|大丈夫)?)|話さなくて(?:いい|大丈夫)|話したくない)"
    rf"{_NO_AFTER}",
    r".{0,14}(?:から|ので)(?:やめ(?:る|ます|とく|ておく|ておきます|ときます)|今はいい(?:です)?)",
    r"iie|iya|yame(?:ru|toku)|yappa(?:ri)? ii(?: desu)?|ima (?:wa|ha) ii(?: desu)?|mata kondo|iranai|daijoubu(?: desu)?|kekkou desu",
    r"(?:no |nah )?(?:no|nope|na+h|not (?:now|right now|yet|today|ready|really)|i'?m not ready|maybe (?:later|another time|next time|tomorrow|not)|later|another time|some other time|never ?mind|nvm|"
    r"forget (?:it|about it)|(?:i'?m|it'?s|its|that'?s) (?:ok|okay|fine|good|alright)|don'?t(?: call(?: anyone| anybody| them| me)?)?|no need|"
    r"i don'?t (?:want (?:to|that|one|it|a person|a human|anyone)|wan(?:na|t to) talk(?: to (?:anyone|anybody|a person|them|someone))?|need (?:it|that|one|anyone|a person|a human)|think so)|"
    r"i(?:'ve)? changed my mind|(?:i'?d )?rather not|i don'?t wanna|cancel(?: it| that)?|leave it|let'?s not|no thank(?:s| you| u)|no don'?t)"
    r"(?: (?:thanks|thank you|for now|right now|now|today|any ?more|yet|though|sorry|please|pls))*",
)

GIVES_UP = (
    r"もう(?:いい|だめ|ダメ|駄目|無理|むり)(?:です|や|よ|わ)?|mou ii(?: desu)?",
    r"i give up|what'?s the point|no point|whatever",
)
"""Not a no where somebody was in danger: it can be the danger itself."""

_WHO = (
    r"(?:(?:相談員|カウンセラー|その人|人|来た人|担当(?:の人)?)(?:さん|の人|の方)?(?:に(?:も|は|なら)?|が|は|も|なら))?"
)
_BEFORE = (
    r"(?:(?:これ|今|いま|ここ|さっき|前|まえ|それ)(?:まで)?(?:に)?(?:(?:書|か|話|はな)(?:いた|した))?(?:の)?)?"
    r"(?:会話|かいわ|やりとり|話|はなし|こと|内容|チャット|文|文章|もの|やつ|履歴|メッセージ)?(?:は|を|も|なら)?"
)
_ALL = r"(?:全部|ぜんぶ|すべて|全て|全体|まるごと|丸ごと)(?:の(?:会話|やりとり|話|内容|チャット))?(?:は|を|も|なら)?"
_LET = (
    r"(?:(?:見|み|読ん|よん|見せ|みせ|読ませ|見られ|読まれ|知られ|伝え|共有し|シェアし|渡し)[てで](?:も|もらって|いただいて|くれて)*"
    r"(?:いい|良い|よい|ok|オッケー|おっけー|おけ|大丈夫|だいじょうぶ|かまわない|構わない|かまいません|構いません|平気|ください|下さい|ほしい|欲しい)"
    r"|(?:見せ|みせ)(?:る|ます|て|たい)|共有(?:する|します|で)?|(?:見|み|読ん|よん)[てで]|どうぞ)"
)
_END = r"(?:です|だ|よ|ね|わ|から|ので|けど|と思います|お願いします|おねがいします|お願い|いい|ok|大丈夫|で|ください)*"

EVERYTHING = (
    rf"{_WHO}{_BEFORE}{_ALL}{_LET}{_END}",
    rf"{_WHO}(?:(?:これ|今|いま|ここ|前|まえ)(?:まで)?の)(?:会話|かいわ|やりとり|話|こと|チャット)(?:を|も|は)?{_LET}{_END}",
    rf"{_LET}{_END}{_ALL}",
    r"zenbu (?:mite|misete|yonde)(?: mo)?(?: ii| ok| kudasai)?(?: desu)?(?: yo)?",
)
"""All that was written before may be read; said with what is to be done, so that it is plain at any time."""

EVERYTHING_IF_ASKED = (
    rf"{_BEFORE}{_ALL}{_END}|{_LET}{_END}|zenbu(?: de)?",
    r"they can|you can|they may|go ahead and read",
)

SUMMARY = (
    rf"{_WHO}(?:まとめ|要約|概要|あらすじ|年齢(?:とか|など)?(?=だけ)|選んだ(?:答え|こたえ|もの|の|やつ|項目)|(?:答え|こたえ|回答)(?=だけ|のみ|なら))"
    rf"(?:だけ|のみ|くらい|ぐらい|なら)*(?:は|を|で|が|に)?(?:{_LET}|して(?:ください)?|する|します|いい|お願いします)?{_END}",
    r"matome (?:dake|de)(?: ii)?(?: desu)?",
)

NOTHING = (
    rf"{_WHO}{_BEFORE}(?:何も|なにも|全部|ぜんぶ|一切|いっさい|まだ|絶対(?:に)?|誰にも|だれにも)?(?:は|を|も)?"
    r"(?:(?:見せ|みせ|見せて|見|み|見て|読ま|よま|読ませ|伝え|共有し|見せたり)(?:ない(?:で)?|なくて(?:いい|大丈夫|かまわない)|たくない|ません)|(?:見|読ま|知)られたくない|(?:見|み|読ん)[てで]ほしくない|(?:見せ|みせ)とうない|"
    r"(?:秘密|ひみつ|内緒|ないしょ)(?:に(?:して|する)?|で|がいい)?|隠して)"
    r"(?:ください|下さい|ほしい|欲しい|くれ|おいて(?:ください)?|です|で|いい|ね|よ|お願いします)*",
    r"(?:nani ?mo )?mise(?:naide|takunai)(?: kudasai)?",
)

NOTHING_IF_ASKED = (
    r"(?:全部|ぜんぶ|すべて)は(?:ちょっと|いや|嫌|やだ|無理|困(?:る|ります))(?:です)?|not (?:everything|all(?: of it)?)|何も|なにも|なし(?:で)?|無し(?:で)?|嫌(?:です|だ)?|いや(?:です|だ)?|やだ|だめ(?:です)?|ダメ(?:です)?|nani ?mo",
)

YES_TO_SHARING = (
    r"はい|うん|ええ|いい(?:です)?よ|ぜひ|どうぞ|hai",
    r"(?:yes|yea|yeah|yep|yup|sure|of course|go ahead)(?: (?:yes|sure|please|pls|thanks|thank you|go ahead|of course|do|i do|that'?s (?:ok|okay|fine)))*",
)
"""A yes to showing all; a bare "ok" is none: it may only mean that they have read it."""

UNSURE = (
    r"(?:よく)?(?:わから|分から|わかん|分かん)(?:ない|ん|ないです|ないや)|(?:どっち|どちら|どれ|何|なん)でも(?:いい|大丈夫)?(?:です)?(?:よ)?|まだ(?:決め|きめ)られない(?:です)?|(?:後|あと)で(?:決め|きめ)(?:る|ます)|wakaran(?:ai)?|docchi demo ii",
    r"(?:i )?(?:don'?t|do not) (?:really )?(?:know|mind|care)|idk|(?:i'?m )?not sure|either(?: is fine| one)?|any(?: is fine)?|whatever(?: you think)?|you (?:choose|decide)|skip(?: it)?",
)
"""Asked what may be seen they leave it open: then it is nothing."""

EN_ALL = re.compile(
    r"\b(?:everything|it all|all of (?:it|this|that|the (?:chat|conversation|messages)|my (?:messages|words))|the (?:whole|entire|full) (?:thing|chat|conversation|story)|"
    r"(?:whole|entire|full) (?:chat|conversation|thing)|all (?:my|the|these) messages|the lot|this chat|the chat|my messages|what i (?:wrote|said)(?: before| earlier)?|all)\b"
)
EN_SOME = re.compile(
    r"\b(?:summary|short version|basics|outline|gist|(?:just|only) (?:show (?:them )?)?(?:the |my )?(?:answers?|choices|facts)|(?:answers?|choices|facts) only)\b"
)
EN_NONE = re.compile(r"\b(?:nothing|none|private|secret)\b")
EN_NOT = re.compile(r"\b(?:don'?t|do not|can'?t|cannot|must not|mustn'?t|shouldn'?t|not|never|no|without)\b")
EN_LOOK = re.compile(r"\b(?:see|seeing|read|reading|look|looking|view|show|showing|share|sharing)\b")
EN_LET = re.compile(
    r"\b(?:can|may|could|allowed|free|welcome|let|show|share|give|ok|okay|fine|yes|yeah|sure|please|pls|happy|mind)\b"
)
EN_THEY_SHARE = re.compile(
    r"\b(?:they|someone|somebody|anyone|people)\b.*\b(?:show|share|give|send|want|will)\b|\blet (?:them|him|her) (?:share|show|send)\b|\bi (?:can'?t|cannot|don'?t|do not) (?:even )?(?:see|read|look)\b"
)
"""Somebody else who shows it around, or what they themselves cannot read: no consent."""

EN_IDIOM = re.compile(r"\bi (?:don'?t|do not) (?:mind|care)\b|\bif (?:it|that) helps\b")
_CONSENT = (
    "they you u can may could see read look at have view know show share give let them her him the counsellor counselor person a with to "
    "please pls just ok okay yes yeah yea sure fine well um and so i guess maybe want i'll i'd like i'm happy it's its it if is that then too as "
    "far up now are allowed free welcome mind whatever whoever comes someone somebody anyone here of my go ahead will would be good thanks thank for "
    "me this in reading seeing showing sharing looking by only but us we need before"
)
_REFUSAL = (
    "nothing none private secret keep don't dont do not can't cant cannot never no without what wrote said earlier anything any it "
    "words messages chat everything all yet until stuff hide must mustn't shouldn't rather one nobody else rest want"
)
EN_CONSENT_WORDS = frozenset(_CONSENT.split())
EN_REFUSAL_WORDS = frozenset(f"{_CONSENT} {_REFUSAL}".split())
TELL = (
    r"伝えて|つたえて|伝言|言っといて|言っておいて|メッセージ(?:を|だけ|は)?(?:残|のこ|書|預|あず|お願い|おねがい)|書き?置き|(?:残|のこ)して(?:おき|お)?(?:きたい|ます|たい)|tsutaete|messe?e?ji (?:wo )?nokos\w+",
    r"^(?:ok |please |pls |can you |could you |then |just |so )*(?:tell|let) (?:them|the counsell?or|a counsell?or|whoever \w+|the person)(?: know| that)?\b|"
    r"\b(?:leave|write|send|drop) (?:a |them a |you a |the counsell?or a |my )(?:message|note)(?: for (?:them|the counsell?or|a counsell?or|someone|later))?|\bpass (?:it|this|that|a message) on\b|\b(?:message|note) for (?:them|the counsell?or|a counsell?or)\b",
)
TELL_POLITELY = re.compile(
    r"(?:お願い|おねがい)(?:でき|し)?(?:ます|ません|る|たい)?(?:です)?か?|(?:こと)?(?:は|って)?でき(?:ます|る|ません)か?|(?:もら|いただ|頂)(?:え|け)(?:ます|る|ません)か?|くれ(?:ます|る|ません)か?|"
    r"いいですか|です(?:が|けど|か)?|ます(?:か|が|けど)?|たいんですけど|たいのですが|相談員(?:さん)?(?:に|へ)?|ください|ほしい|欲しい|"
    r"\b(?:can|could|may|i|i'd|i'll|we|want|to|please|pls|would|like|ok|okay|then|is|it|there|a|way|possible|that|if|just|let|me|maybe|for|so|yes|yeah|them|the|counsell?or|instead|now|tonight|here)\b"
)
"""Said around the wish to leave a message; it is not the message."""

TELL_OTHERS = re.compile(
    r"(?:親|母|父|お母さん|お父さん|彼氏?|彼女|先生|相手|友達|友だち|家族|警察|学校|会社|旦那|妻)(?:さん)?に(?:は|も)?[^。、]{0,6}(?:伝|言|つた)"
)

WAITS_NO_LONGER = (
    rf"{_NO_BEFORE}(?:待つ(?:の)?(?:は|を)?(?:もう)?(?:やめ|いい|疲れ|つかれ|止め)|待ちたく(?:ない|ありません)|待たない|待たなくて(?:いい|大丈夫)|キャンセル|取り?消(?:し|す)|呼ぶの(?:は|を)?(?:やめ|取り消)|"
    r"並ぶの(?:は|を)?やめ|やめ(?:る|ます|とく|ておきます|ときます)|相談員(?:さん)?(?:は|いら|もう)?(?:いい|いらない|大丈夫))[^。、]{0,8}",
    r"やっぱり?(?:もう)?(?:いい|大丈夫|やめ(?:る|ます|とく|ておきます|ときます)?|なし)[^。、]{0,4}|もういい(?:です|や|よ)?|matsu no (?:wo )?yame\w*|yappa(?:ri)? ii(?: desu)?",
    r"(?:i )?(?:don'?t|do not) (?:want to|wanna) wait(?: any ?more| any longer| longer| for (?:this|them|a counsell?or))?|(?:i want to |please |i'd like to |can i )?(?:stop|quit) waiting|i'?m (?:done|finished|tired of) waiting|"
    r"(?:please |i want to |can i |can you )?cancel(?: it| that| the call| this| my place| please| the counsell?or)*|never ?mind|nvm|forget (?:it|about it)|i(?:'ve)? changed my mind|"
    r"take me (?:off|out of) the (?:line|queue|list)|i don'?t (?:need|want) (?:a|the|to talk to a) (?:counsell?or|person|human)(?: any ?more)?|(?:never ?mind|nvm|cancel)(?: (?:thanks|thank you|sorry|please))*",
)

_ANYONE = r"(?:any|some)(?:body|one)"
_COUNSELLOR = r"(?:counsell?ors?|human|real person)"
WHERE_ARE_THEY = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:誰|だれ)か(?:(?:そこに)?(?:い|居)(?:ます|る|ません|ない)|(?:来|き)て(?!る|た|い)|(?:聞|き)いて(?!る|た|い)|見て(?:い?ます|い?る)(?:か|の))",
        r"^(?:ねえ|え|あの|今|いま|まだ|ここ(?:に|には)?)*(?:誰|だれ)も(?:い|居|来|こ)(?:ない|ません|ん)(?:の|ん|か|ですか|じゃん|\W)*$",
        r"^.{0,8}まだ(?:です|でしょう)?(?:か|かな|なの|ー|~)*\W*$|まだ(?:来|こ|き)(?:ない|ません|ませんか)|まだ待(?:つ|た|ち|って)",
        r"^.{0,10}いつ(?:来|くる|きま)(?:ます|る)?(?:か|の|のか|んですか|かな|んだろう?)?\W*$",
        r"(?:あと|後)(?:どれ|どの)(?:くらい|ぐらい)|(?:あと|後)何(?:分|人|時間)|どれ(?:くらい|ぐらい)待|(?:今|いま)?何番目|なんばんめ|順番(?:は|って|まだ|来|、|$)|もう待て(?:ない|ません)",
        r"(?:ほか|他|別|べつ|違う)の(?:人|方|相談員|ひと)(?:(?:を|に)?(?:呼んで|よんで|呼べ|かわって|代わって|変わって|変えて|かえて|お願い|してほしい)|(?:で|が|は)(?:いい|いない|いません|いますか))",
        r"^.{0,4}相談員(?:さん)?(?:は|って|を)?(?:まだ|どこ|いつ|来(?:て|ます|ない)|呼んで|いない|いますか)",
        r"\b(?:dareka ima(?:su|sen) ?ka|dareka inai|mada desu ?ka|itsu ku(?:ru|ru no))\b",
        rf"^(?:hello|hi|hey|please|um|ok|so|\W)*{_ANYONE} (?:even )?(?:there|here|coming|home|around|available|out there)(?: (?:now|yet|please|pls|right now|at all|or not))*\W*$|\bis (?:there )?{_ANYONE} (?:there|here|coming|available)\b",
        r"^(?:hello|hi|hey|\W)*are you (?:still )?there\b|^(?:i'?m )?still waiting\b|\bam i (?:still )?(?:waiting|in (?:line|the queue))\b",
        r"\bhow much longer\b|^how long\W*$|\bhow long (?:do|will|must|should) i (?:have to |need to |be )?wait|\bhow long (?:is|will) (?:it|this|the (?:wait|queue|line))(?: take| be)?\W*$|\bhow long (?:until|till|before) (?:some|any|they|a |the )",
        rf"\bwhen (?:is|are|will|does|do)\b.{{0,20}}\b(?:{_COUNSELLOR}|{_ANYONE}|they)\b.{{0,12}}\b(?:come|coming|here|there|answer|free)\b|\bwhere (?:is|are|'s) (?:the |my |your )?{_COUNSELLOR}\b",
        rf"\b(?:call|get|find|send) (?:me )?{_ANYONE} else\b|\b(?:talk to|get|have|call|want|need|find) (?:another|a different) (?:person|counsell?or|one)\b|\banother counsell?or\b",
        r"\bwhat (?:number|place) am i\b|\bwhen is (?:it )?my turn\b|\bmy place in\b|\bcan'?t wait any ?(?:more|longer)\b",
        r"^(?:hello|hi|hey|もしもし|おーい)+\W*\?+$",
    )
)
"""Whether somebody comes; looked for in short texts only."""

ERASE_OR_LEAVE = (
    r"(?:この|ここの|今の|これまでの)?(?:会話|チャット|やりとり|履歴|記録|データ|書いたこと)(?:を|は|も)?(?:全部|ぜんぶ|すべて)?(?:消|削除|けし)[^。、]{0,10}",
    r"(?:please |can you |i want to |i want you to )*(?:delete|erase|wipe|clear|remove) (?:this|the|our|my|all (?:my|of my|the)) (?:chat|conversation|messages?|history|data|everything)(?: (?:please|now))*|delete everything|erase everything",
    r"さようなら|バイバイ|ばいばい|またね|おやすみ(?:なさい)?|落ちます|寝ます|もう寝る|(?:good ?)?bye(?: bye)?|good ?night|see (?:you|ya)|gtg|gotta go|i have to go",
)
