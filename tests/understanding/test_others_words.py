"""Who tells what somebody else made, says or threatens is never taken for one who made it."""

import pytest

from understanding.facts.role import read_role
from understanding.facts.who import read_who
from understanding.normalise import normalise


@pytest.mark.parametrize(
    "text",
    [
        "夫に、別れるなら私の裸の画像を親に送ると言われています。AIで作ったものです",
        "AIで作ったものです",
        "夫がアプリで作った裸の合成を義母に見せました",
        "裸の画像をAIで作って、それを父に見せるって夫が言う",
        "俺を捨てたらこれを親に送るぞ、と夫。これはAIで作ったものです",
        "旦那「出ていくなら、AIで作った裸を親に見せるから」",
        "主人に言われました。別れたら画像を転送したり、ネットに上げたりすると",
        "これ作ったの俺、って言われた",
        "自分が作ったって元彼が認めました",
        "画像を作ったのは自分だと夫は認めています",
        "夫は、俺が作ったけど悪気はないと言います",
        "弟に「俺が拡散した」と言われた",
        "AIで裸にした写真を実家にばらすって",
        "ずっと脅されてて、AIで加工した写真を親のLINEに送ってやると",
        "りこんするなら AIでつくった はだかを おやに おくる と いわれた",
        "生成AIで作ったらしくて、夫のスマホに十枚くらい",
        "動画はAIで作ってあって、親に送ると言うんです",
        'husband says "I made them and I will send them"',
        "he texted: I made nudes of you, come back or your dad gets them",
        "my husband told me he made fakes of me and shared it to the group",
        'boyfriend told me "i made nudes of you and i\'ll post if you go". im 26',
        "made with AI, he says he'll send them to my mum",
        "used AI to make me naked, my husband did",
        "edited nude photos, by my husband, he threatens me",
        "created fake photos to keep me from leaving",
        "my ex wrote i posted it, and i don't regret it",
        "made by ai, hes gonna send my parents",
    ],
)
def test_what_somebody_else_did_or_says_makes_no_maker(text: str) -> None:
    """Neither a threat, a boast, a quotation, nor a thing that is only called made."""
    assert read_role(normalise(text)).name not in ("maker", "maker_parent")


@pytest.mark.parametrize(
    "text",
    [
        "クラスの女子の画像つくってしまいました、友達に「すげえ」って言われて",
        "友達に頼まれて女子の裸をアプリで作った。今その子の親に訴えるって言われてる",
        "AIで同級生の裸を作って送りました。警察に行くと言われています",
        "母に「クラスの子の裸をAIで作ってしまった」と言いました",
        "親友に「俺が作った」って自慢しちゃった",
        "俺がAIで作ったものです",
        "妻の写真を勝手にAIで裸にしてしまいました。妻に離婚すると言われました",
        "I told my mum that I made nudes of a girl in class",
        "she found out i made it and says she'll go to the police",
        "made nudes of a classmate, now her dad says he'll call the police",
    ],
)
def test_who_tells_of_their_own_deed_is_a_maker(text: str) -> None:
    """Also where others answer it, or threaten because of it."""
    assert read_role(normalise(text)).name == "maker"


@pytest.mark.parametrize(
    "text", ["I don't want to report him, he's the father of my kids", "夫は子どもの父親なので、訴えたくないです"]
)
def test_somebody_elses_children_make_no_parent(text: str) -> None:
    """The one who threatens may be a parent; it tells nothing of whom the image shows."""
    assert read_role(normalise(text)).name != "parent"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("夫に、別れるなら裸の画像を親に送ると言われています", "ex_partner"),
        ("my husband says if I leave he'll send nude pics of me to my parents", "ex_partner"),
        ("夫に相談したら、警察に送るといいと言われた", ""),
    ],
)
def test_a_partner_who_threatens_is_known(text: str, who: str) -> None:
    """It decides whether blocking is advised."""
    assert read_who(normalise(text), asked=False) == who


def test_a_child_of_whom_it_is_told_in_a_second_clause_did_it() -> None:
    """`My kid's 13 and he made fakes of two girls`; with another `he` it is somebody else."""
    assert read_role(normalise("my kid's 13 and he made fake nudes of two girls in his grade")).name == "maker_parent"
    assert read_role(normalise("my daughter is 13 and he made fake nudes of her")).name == "parent"
