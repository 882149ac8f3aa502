"""A text without what it repeats of somebody else's words: their threats, boasts and accusations say nothing of the writer."""

import re

_PEOPLE_JA = (
    r"(?:夫|旦那|だんな|主人|妻|嫁|彼|彼氏|彼女|元彼|元カレ|元カノ|恋人|婚約者|相手|あいつ|あの人|向こう|犯人|先輩|後輩|友達|友だち|同級生|クラスの子|上司|同僚|"
    r"男|女|やつ|奴|弟|兄|姉|妹|父|母|親|先生|警察|otto|kare|おっと|かれ|みんな|周り)(?:さん|たち|ら)?"
)
_TOLD_JA = (
    r"(?:言わ|いわ|云わ|聞かさ|脅さ|おどさ|脅迫さ|告げら|責めら|疑わ|思わ|送ら|書か|書き込ま|見せら|笑わ|知らさ|打ち明けら|自慢さ|迫ら|返さ|怒鳴ら|噂さ)れ|"
    r"聞い(?:た|て)|聞きました|(?:言っ|いっ|送っ|書い|脅し|おどし|連絡し|自慢し|メールし|返し|話し|打ち明け|笑っ|認め)てき(?:た|て|ま)|"
    r"(?:言っ|脅し|おどし)てく(?:る|れ)|(?:脅|おど)(?:し|す|迫)|(?:メッセージ|line|ライン|メール|dm|通知|電話)(?:が|も|を?もら)"
)
_SAYS_JA = r"(?:言う|いう|言い|いい(?:ます|だし)|言っ|いっ|認め|話し|笑っ|自慢|白状|書い|主張|打ち明け|吐い)"
_THAT_JA = r"(?:(?<=[たるうすくぐむぶぬだないよぞぜねからけ」』!?俺僕私分])(?<!つく)(?<!おく)(?:と|って|とか|なんて)|(?<=作れ)と)"
_REPORTED_JA = re.compile(
    rf"{_THAT_JA}[、,]?(?:"
    rf"[^。、!?\n]{{0,14}}?(?:{_TOLD_JA})|{_PEOPLE_JA}(?:が|は|も|から|に|$|[。、])|[^。、!?\n]{{0,6}}{_PEOPLE_JA}(?:が|は|も)[^。、!?\n]{{0,6}}{_SAYS_JA}|$)"
)
"""`と言われ`, `って夫が言う`, `と脅し`, and a sentence that ends in `って` or `と`: the words before it are somebody else's."""
_SPACED_JA = re.compile(r"(?<=[ぁ-ん]) (?=(?:と|って)(?: |$))|(?<= と) (?=いわ|おど)|(?<=と) (?=いわ|おど|言わ|脅)")
_PAUSE_JA = re.compile(r"[、,](?=って|と[言いう夫彼旦主脅])")
_NAMED_JA = re.compile(rf"{_PEOPLE_JA}(?:[はがも]|に|から|の話だと)[、,]?")
_SAID_BY_THEM_JA = re.compile(rf"{_THAT_JA}[、,]?[^。、!?\n]{{0,8}}?{_SAYS_JA}")
_WRITER_JA = re.compile(r"(?:私|わたし|あたし|自分|俺|おれ|オレ|僕|ぼく|うち)(?:は|から|も)")
_THEY_JA = re.compile(_PEOPLE_JA + r"[はがも]")
_FINITE_JA = re.compile(
    r"(?:けど|が|ので|から|のに|たら|し|です|ます|ました|た|る)[、,]|[、,](?=(?:でも|それで|それから|で、))"
)
_THREAT_JA = re.compile(
    r"(?:送|見せ|ばら|バラ|流|晒|さら|上げ|あげ|載せ|公開|拡散|投稿|転送|やる|まく|回)[^。、]{0,10}(?:る|す|く|う|ぞ|から|よ|わ)$"
)
_QUOTED_JA = re.compile(r"[「『](?P<words>[^」』\n]{1,80})[」』](?P<after>[^。\n]{0,14})")
_QUOTED_BY_WRITER = re.compile(
    r"^(?:と|って)?[、,]?[^。]{0,8}(?:言いました|言った|いった|書きました|書いた|送りました|送った|返し|答え|謝|打ち明け|伝え|自慢しました|自慢した)"
)

_PEOPLE_EN = (
    r"(?:he|she|they|(?:my|the|our|her|his|this|that) (?:\w+ ){0,2}?(?:husband|hubby|wife|ex|man|boyfriend|girlfriend|bf|gf|partner|fianc\w+|guy|boy|girl|friend|classmate|boss|"
    r"colleague|coworker|brother|sister|dad|father|mum|mom|mother|teacher|blackmailer|person)|(?:husband|hubby|wife|ex|boyfriend|girlfriend|bf|gf|partner|blackmailer)|someone|somebody|everyone)"
)
_SPEAKS_EN = (
    r"(?:say|says|said|saying|text|texts|texted|texting|writes|wrote|message|messages|messaged|claims?|claimed|brags?|bragged|admits?|admitted|confess\w*|tells?|told|replied|"
    r"replies|threatens?|threatened|shouts?|shouted|warns?|warned|laughs?|laughed|goes|is like|was like|posted)"
)
_REPORTED_EN = re.compile(
    rf"\b{_PEOPLE_EN}(?: \w+){{0,2}}? {_SPEAKS_EN}(?: (?:me|us|to me|my \w+))?"
    r"(?:(?: that)?[:,]? ?[\"“](?P<quoted>[^\"”\n]{1,160})[\"”]?|: ?(?P<line>[^.!?\n]{1,160})|(?: that)?,? (?P<plain>(?:i|we)(?: \w+)? (?:made|created|did|posted|shared|sent|forwarded|edited)\b[^.!?\n,]{0,60}))"
)


def without_others_words(text: str) -> str:
    """Return a normalised text without the words that it repeats of somebody else."""
    text = _REPORTED_EN.sub(" somebody said something ", text)
    text = _SPACED_JA.sub("", text)
    text = _QUOTED_JA.sub(_without_quotation, text)
    return "".join(_without_reported(sentence) for sentence in re.split(r"(?<=[。!?\n])", text))


def _without_quotation(quoted: "re.Match[str]") -> str:
    before = quoted.string[max(0, quoted.start() - 16) : quoted.start()]
    by_writer = _QUOTED_BY_WRITER.match(quoted["after"]) or _WRITER_JA.search(before)
    by_others = re.search(_TOLD_JA, quoted["after"]) or _NAMED_JA.search(before) or re.search(rf"{_PEOPLE_JA}$", before)
    return "「」" + quoted["after"] if by_others and not by_writer else quoted[0]


def _without_reported(sentence: str) -> str:
    """Return a Japanese sentence from its reporting words on, with the clauses before that are not part of the report."""
    sentence = _PAUSE_JA.sub("", sentence)
    ended = sentence.rstrip("。!?\n ")
    report = _REPORTED_JA.search(ended) or _said_by_them(ended)
    return _before(ended, report.start()) + sentence[report.start() :] if report else sentence


def _said_by_them(sentence: str) -> "re.Match[str] | None":
    """Return where a sentence with somebody else as its subject tells what they say (`夫は、俺が作ったと言います`)."""
    report = _SAID_BY_THEM_JA.search(sentence)
    named = report and _THEY_JA.search(sentence[: report.start()]) and not _WRITER_JA.match(sentence)
    return report if named else None


def _before(sentence: str, end: int) -> str:
    """Return the clauses before a report: a threat takes what it is made with along (`作って、見せるぞと`)."""
    said = sentence[:end]
    ends = [match.end() for match in _FINITE_JA.finditer(said)]
    if not _THREAT_JA.search(said):
        ends = [match.end() for match in re.finditer("[、,]", said)]
    return said[: ends[-1]] if ends else ""
