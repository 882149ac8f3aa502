"""Conversations: who is answering, what is said, what is kept and for how long. Pure: the standard library and guidance."""
