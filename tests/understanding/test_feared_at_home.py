"""Being struck at home if they hear of it is feared: it is asked about, and no call to the police. What happens is danger."""

import pytest

from understanding.context import Context
from understanding.danger import is_harmless, read_danger
from understanding.danger_text import HOME
from understanding.reading import CLEAR, DOUBT

EXTORTED = Context(topic="threatened_extortion", known={"role": "self", "state": ["threatened"]})


@pytest.mark.parametrize(
    "text",
    [
        "父さんにバレたら殴られる",
        "親に話したら絶対たたかれると思う",
        "言いたくない、殴られるかも",
        "my dad will hit me if he finds out",
        "if my mum finds out she'll slap me",
    ],
)
def test_a_feared_blow_is_asked_about(text: str) -> None:
    danger = read_danger(text, context=EXTORTED)
    assert (danger.level, danger.means, danger.about) == (DOUBT, HOME, "self")


@pytest.mark.parametrize(
    "text",
    [
        "今、父に殴られてる",
        "父にいつも殴られる。バレたらまた殴られる",
        "夫に言ったら殴られる",
        "my dad is hitting me right now",
    ],
)
def test_a_blow_that_falls_is_danger(text: str) -> None:
    assert read_danger(text, context=EXTORTED).level == CLEAR


@pytest.mark.parametrize("text", ["i cant tell my mom shes gonna lose it", "dad would freak out", "親にキレられる"])
def test_anger_at_home_is_no_danger(text: str) -> None:
    assert is_harmless(text)
