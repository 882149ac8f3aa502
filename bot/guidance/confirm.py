"""Who is to confirm what is said before launch, and how editors read of it."""

from collections.abc import Mapping, Sequence

CONFIRM: Mapping[str, str] = {"paps": "PAPS", "lawyer": "a lawyer", "police": "the police"}
"""Who can be asked to confirm words, and how a note names them."""


def note_with_confirm(note: str, confirm: Sequence[str]) -> str:
    """Return a note for editors that says who has not confirmed the words yet."""
    named = ", ".join(name for key, name in CONFIRM.items() if key in confirm)
    return f"{note.strip()} To be confirmed by {named}." if named else note.strip()
