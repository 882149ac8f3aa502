"""Tomoshibi's Rasa components; only Rasa imports them, in its own environment."""

from components import log_filter

log_filter.install()
