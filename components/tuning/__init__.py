"""Tunes the sentence encoder to the project's sentences: `python -m components.tuning`, or scripts/tune."""
