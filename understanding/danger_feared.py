"""Tells where somebody only fears for a person: `she won't do anything, will she`, said by who cannot know and wants to be told."""

import re

_ACT_JA = r"(?:死(?:ん|な|のう)|しん(?:で|だり)|自殺|自死|飛び降り|早まっ|思い(?:つめ|詰め)|命を(?:絶|た|断)|変な(?:こと|気|考え)|馬鹿なこと|バカなこと|ばかなこと|自分を(?:傷つけ)|リスカ|自傷|取り返しのつかない)"
_ACT_EN = r"(?:hurt|harm|kill|cut|hurting|harming|killing|cutting) (?:her|him|them)(?:self|selves)?\b|(?:do|does|doing|try|tries|trying) (?:something|anything) (?:stupid|silly|bad|drastic|terrible|dumb|awful|to (?:her|him|them)self)|(?:might|could|would|will|'ll) (?:die|not wake up)|(?:end|ending|take|taking) (?:it all|her life|his life|their life|her own life|his own life)"
_FEARED = re.compile(
    rf"{_ACT_JA}[^。!?\n]{{0,10}}?(?:ない|ません|しまわ|しまう|ちゃう|んじゃ|起こさ)[^。!?\n]{{0,6}}?(?:か(?:$|[?。、!\n ]|な|と|が|心配|不安|怖|こわ|気)|よね|でしょうか|だろうか|んじゃ|のでは)"
    rf"|(?:心配|不安|怖|こわ)[^。!?\n]{{0,8}}{_ACT_JA}[^。!?\n]{{0,10}}(?:ない|しまわ|ません)か"
    rf"|\b(?:scared|afraid|worried|terrified|frightened|fear|petrified|hope|hoping|pray|praying|worry)\b[^.!?\n]{{0,24}}\b(?:she|he|they|my \w+)\b[^.!?\n]{{0,16}}(?:{_ACT_EN})"
)


def is_feared(words: str) -> bool:
    """Tell whether a normalised text only fears that somebody will come to harm by their own hand."""
    return bool(_FEARED.search(words))
