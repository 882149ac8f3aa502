"""Whether something said in a text is denied, only supposed, or asked: then it is no fact."""

import re

_REACH = 48
_NOT = (
    r"(?:not|never|no longer|nor|without|cannot|cant|dont|didnt|havent|hasnt|isnt|wasnt|doesnt|wont|aint|arent|werent|hadnt|couldnt|"
    r"(?:have|has|did|do|does|is|was|are|were|wo|would|ca|could|ai|had|should)n't)"
)
_BEFORE = re.compile(rf"\b{_NOT}\b(?! (?:only|just|sure|know))(?:[ -][\w']+){{0,3}}[ -]*$")
_AFTER = re.compile(
    r"(?:[てで](?:は|も)?(?:い|お|や)?)?(?:な(?:い|か|く(?!な))|ません|ませんでした|へん|ねぇ|ねえ|ず(?:に|、|。|$))|"
    r"(?:た|だ)?(?:わけ|こと|の|り|とか|ん|訳)?(?:じゃ|では?も?|は|も)(?:な[いくか]|あり ?ま|して(?:い)?な|してま)"
)
_SUPPOSED_EN = re.compile(
    r"\b(?:if|unless|in case|what if|whether|should i|shall i|can i|could i|do i|how (?:do|can|should|would) (?:i|we)|how to|want to|wanna|"
    r"going to|gonna|will|i'll|would|might|may|scared|afraid|worried|terrified|thinking (?:of|about)|about to|before|ought to|have to|"
    r"need to|must|plan(?:ning)? to|tell(?:s|ing)? me to|says? (?:to|i)|wants me to|asked me to|asks me to|"
    r"tried to|let me|please)\b(?:[ -][\w']+){0,5}[ -]*$"
)
_SUPPOSED_JA = re.compile(
    r"(?:た|だ)?(?:ら(?:い[いけ]|だめ|どう|ど|、|$)|なら|ほうが|方が|ほうがい|かも|としたら|場合|べき|たい|そう(?!で)|かどうか|って言われ|と言われ|ろって|れって|"
    r"ろと|れと|しかな|ことになり|つもり|予定)"
)


def sentence_start(text: str, position: int) -> int:
    """Return where the sentence around a position begins."""
    return max(text.rfind(mark, 0, position) for mark in "。.!?\n;,、") + 1


def is_denied(text: str, start: int, end: int) -> bool:
    """Tell whether the words from start to end are denied: by an English word before them or a Japanese ending after them."""
    begin = max(sentence_start(text, start), start - _REACH)
    return bool(_BEFORE.search(text[begin:start])) or bool(_AFTER.match(text[end : end + _REACH]))


def is_supposed(text: str, start: int, end: int) -> bool:
    """Tell whether the words from start to end are only supposed, intended, feared, demanded or asked."""
    begin = max(sentence_start(text, start), start - _REACH)
    return bool(_SUPPOSED_EN.search(text[begin:start])) or bool(_SUPPOSED_JA.match(text[end : end + _REACH]))
