"""Tomoshibi's additions to Rasa; imported by Rasa alone, in its own environment."""

from components.log_filter import keep_quiet

keep_quiet()
