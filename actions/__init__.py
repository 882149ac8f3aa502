"""Decisions that need code: Rasa asks over HTTP, the answer is keys. Nothing is stored or called from here."""
