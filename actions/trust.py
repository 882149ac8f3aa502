"""How sure a reading must be to be gone by, as chances from 0 to 1."""

SURE = 0.5
"""Trust in the nearest question from which it is answered even where an intent has an answer of its own."""

SURE_BESIDE_REMOVAL = 0.65
"""How to get it down is asked so often that only a question put nearly in its own words comes before."""

SURE_BESIDE_NEXT = 0.9
"""The same where the message asks what comes next: what it says was done is near to a question about it."""

SURE_BESIDE_TOLD = 0.5
"""The same where nothing was done: then it asks what comes next about what it tells."""

CERTAIN_AGAIN = 0.9
"""Trust from which a question counts as asked again: below it, the message is rather about something else."""

CERTAIN_IN_CALM = 0.9
"""Trust from which a question that is asked in danger is answered to somebody who is in none."""

CERTAIN_WORDS = 0.85
"""Trust in a question from which who asks how to say it names whom or what for; below it, they mean whom was talked about."""

CERTAIN, CERTAIN_BESIDE = 0.5, 0.8
"""Confidence from which a wish is believed, alone and beside a question."""

CERTAIN_BESIDE_FELT = 0.7
"""The same for a human beside a feeling, or beside an answer to something else."""

CERTAIN_BESIDE_HARM = 0.85
"""Trust from which somebody who tells nothing of what happened is taken to ask a question of the catalogue."""

FELT = 0.6
"""Confidence below which a feeling beside thanks is not asked about: somebody may only say that they are a little better."""
