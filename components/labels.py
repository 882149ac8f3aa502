"""Danger and roles as chances: whether a message holds danger, of which level, whose it is, and who writes."""

from typing import Any, Dict, Sequence

import numpy as np

from components.messages import LabelledMessage
from components.regression import Regression, Rows

DANGER_CHANCES, ROLE_CHANCES, DOES_CHANCES = "danger_chances", "role_chances", "does_chances"
"""Where a message holds the chance of each level of danger (and OTHER: that it is somebody else's), of each role, and of what it does
to what was said before (components/messages.py, DOES), 0 to 1."""

BALANCE = 0.5
"""How far rare levels of danger count more (see Regression): all alike, a question about danger came in vain twice as often."""

OTHER = "other"
NONE, DOUBT, PASSED = "none", "doubt", "passed"
BY_INTENT = {"crisis_suicide": "suicide", "crisis_self_harm": "harm", "immediate_danger": "violence"}
"""The level of danger in the sentences of an intent; the sentences of all others hold none."""

IN_DANGER = "danger"
"""The safety of a context in which danger was told before."""

_SAME = {"near": NONE}
_TRUE, _FALSE = "other", "own"


_DISTRESS = "emotional_distress"


def is_told(message: LabelledMessage) -> bool:
    """Tell whether a message's level of danger stands in its own words: of a fragment, and in a danger that goes on, only the conversation may tell it."""
    if message.context is None or level_of(message) in (NONE, PASSED):
        return True
    telling = {*BY_INTENT, *([_DISTRESS] if message.danger == DOUBT else [])}
    return message.context.safety != IN_DANGER and bool(telling.intersection(message.needs))


def level_of(message: LabelledMessage) -> str:
    """Return the level of danger that is learnt from a message: what only sounds like danger is none."""
    return _SAME.get(message.danger, message.danger)


class LabelModels:
    """Four regressions: danger goes by the words alone, and roles and what a message does by their context too."""

    def __init__(self, **settings: Any) -> None:
        """Prepare the regressions; `fit` comes first."""
        self._danger = Regression(balance=BALANCE, **settings)
        self._other, self._role, self._does = (Regression(**settings) for _ in range(3))

    def fit(
        self, rows: Rows, words: Rows, intents: Sequence[str], messages: Sequence[LabelledMessage]
    ) -> "LabelModels":
        """Learn danger from the sentences of the intents, which come first, and from the labelled messages; the others from the latter.

        `words` are the rows without what the context tells.
        """
        told = [place for place, one in enumerate(messages) if is_told(one)]
        levels = [*(BY_INTENT.get(intent, NONE) for intent in intents), *(level_of(messages[place]) for place in told)]
        places = [*range(len(intents)), *(len(intents) + place for place in told)]
        self._danger.fit(words[places], [(level,) for level in levels])
        labelled, labelled_words = rows[len(intents) :], words[len(intents) :]
        in_danger = [place for place in told if level_of(messages[place]) != NONE]
        whose = [(_TRUE,) if messages[place].is_about_other else (_FALSE,) for place in in_danger]
        self._other.fit(labelled_words[in_danger], whose)
        self._role.fit(labelled, [(one.role,) for one in messages])
        in_conversation = [place for place, one in enumerate(messages) if one.context is not None]
        self._does.fit(labelled[in_conversation], [(messages[place].does,) for place in in_conversation])
        return self

    def danger(self, words: Rows) -> Dict[str, float]:
        """Return the chances in the message as a whole (first row) or in the clause where danger is likeliest."""
        chances = self._danger.chances(words)
        names = self._danger.classes
        safe = [names.index(NONE), names.index(PASSED)]
        likeliest = int(np.argmin(chances[:, safe].sum(axis=1)))
        whose = self._other.chances(words[likeliest])[0]
        found = {name: float(chances[likeliest, column]) for column, name in enumerate(names)}
        return {**found, OTHER: float(whose[self._other.classes.index(_TRUE)])}

    def does(self, rows: Rows) -> Dict[str, float]:
        """Return the chances of what the message as a whole does to what was said before; `` is nothing of all this."""
        return dict(zip(self._does.classes, map(float, self._does.chances(rows[:1])[0])))

    def roles(self, rows: Rows) -> Dict[str, float]:
        """Return the chances of the roles in the message as a whole."""
        return dict(zip(self._role.classes, map(float, self._role.chances(rows[:1])[0])))
