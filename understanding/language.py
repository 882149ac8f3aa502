"""Which language a text is written in, known by its script and its common words."""

import re

JA, EN, OTHER = "ja", "en", "other"
"""Japanese, also in Latin letters; English; a third language. `` where a text does not tell (a name, a number, `ok`)."""


def _words(listed: str) -> "frozenset[str]":
    return frozenset(listed.split())


JAPANESE_LETTER = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
"""One letter of Japanese: kana, or a character that Chinese has too."""

_KANA = re.compile(r"[\u3040-\u30ff\uff66-\uff9f]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_CHINESE = re.compile(
    r"[你她您们們吗嗎么麼这這没沒请帮幫让讓说說谁发经时间问题图网视频传办该还给从个岁脸妳呢吧啦怎很删除]|我(?:的|被|是|不|要|想|在|有)|不是|可以|怎样|報警|报警|救命"
)
_KANJI_WORDS = re.compile(r"削除|除外|解除|排除|掃除|時間|問題")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u1cff\ua980-\ua9ff\uac00-\ud7af\u1100-\u11ff\u3130-\u318f]")
_VIETNAMESE = re.compile(r"[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_ENGLISH = _words("""the a an i im i'm my me you your it is was are am do did does don't dont can can't cant how what who where when why someone
    somebody please help need want and or to of on in at for with not this that they he she we if but have has had be been there
    them his her our from about get got hi hello hey thanks thank yes no okay posted photo picture fake""")
_ROMAJI = re.compile(
    r"\b(?:watashi\w*|atashi|boku|shini?tai|sinitai|kie?tai|keshi?tai|kesitai|kesite|keshite|tasukete\w*|"
    r"kowai|tsurai|turai|desu|masu|shita|sita|sareta|doushi\w*|dousureba|kudasai|onegai\w*|arigatou?|konnichiwa|konbanwa|"
    r"ohayou?|sumimasen|gomen\w*|nihongo|eigo|wakara\w*|shashin|syasin|gazou|hadaka|gakkou|tomodachi|kareshi|kanojo|keisatsu|"
    r"musume|musuko|sensei|iya|yada|muri|hazukashi\w*|bara(?:ma|sa)\w*|odosa\w*|nande|doko|dare|mou|kao|jibun|"
    r"tsukura\w*|tukura\w*|agerare\w*|nagasa(?:re|se)\w*|koukousei|chuugakusei|daijoubu|"
    r"\w{2,}(?:mashita|masen|mashou|sareteru|sareta|chatta|rareta|rareteru|nakatta|teimasu|temasu|desuka|shimasu))\b"
)
_ROMAJI_BESIDE = re.compile(
    r"\b(?:ore|haha|nani|ima|moo|oya|dou|kedo|kara|datte|demo|ga|wo|wa|ni|tte|koto|hito|kono|sono)\b"
)
_THIRD = _words("""que não nao eu meu minha meus minhas uma um foto fotos com para por está esta estou fizeram publicaram alguém alguem ajuda
    preciso quero você voce isso ele ela tenho sem mas muito obrigado obrigada
    filha filho tem anos hija hijo años
    mi mis yo el la los las una unas alguien necesito quiero ayuda ayúdame ayudame estoy tengo pero está han hecho mí como cómo
    por favor hola gracias hicieron publicaron puedo borrar desnuda desnudo soy son se lo su
    je j'ai j'ai suis mon ma mes une des les le est sur pas avec quelqu'un aide aidez aider photo photos bonjour merci c'est et au
    il elle nue nues faire peux ne du qu'on m'a
    ako ko ang ng mga sa na hindi po yung kasi nila niya siya tulong tulungan litrato paano naman lang ba ay ito nga akong aking nag
    toi tôi cua của bi bị anh ảnh khong không giup giúp hinh hình cho toi' là
    mero malai haru kasari garne bhayo gareko garyo hunchha chha cha pani sahayog kasaile maile
    saya yang tidak bisa tolong dengan ini itu dan mereka orang
    ich mein meine und nicht ist jemand hilfe bitte""")  # fmt: skip
_ALSO_ELSEWHERE = _words("no me a an in on to he she de ma la photo photos le son ba na ko sa ni so dan ini est")
_GREETING = _words("""ajuda ayuda ayúdame ayudame socorro hola bonjour tulong tulungan obrigado obrigada gracias merci salut olá ola oi
    kumusta namaste xin malai sahayog aidez hilfe""")  # fmt: skip
_ENOUGH = 2


def language_of(text: str) -> str:
    """Return `ja`, `en`, `other`, or `` where a text does not tell."""
    if _KANA.search(text):
        return JA
    if _OTHER_SCRIPT.search(text):
        return OTHER
    if _HAN.search(text):
        return OTHER if _CHINESE.search(_KANJI_WORDS.sub("", text)) else JA
    return _latin(text.lower().replace("\u2019", "'"))


def _latin(text: str) -> str:
    words = _WORD.findall(text)
    romaji = len(_ROMAJI.findall(text))
    english = sum(word in _ENGLISH for word in words)
    if _is_third(text, words=words, english=english, romaji=romaji):
        return OTHER
    romaji += len(_ROMAJI_BESIDE.findall(text)) if romaji else 0
    if romaji and romaji >= english:
        return JA
    if english >= _ENOUGH or (english and len(words) == 1) or len(words) > _ENOUGH:
        return EN
    return ""


def _is_third(text: str, *, words: list[str], english: int, romaji: int) -> bool:
    if len(_VIETNAMESE.findall(text)) >= _ENOUGH:
        return True
    third = [word for word in words if word in _THIRD]
    certain = {word for word in third if word not in _ALSO_ELSEWHERE}
    alone = len(words) <= _ENOUGH + 1 and any(word in _GREETING for word in words) and not english
    only_english = sum(word in _ENGLISH and word not in _ALSO_ELSEWHERE for word in words)
    return alone or (len(certain) >= _ENOUGH and len(third) > max(only_english, romaji))
