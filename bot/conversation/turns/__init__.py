"""Turns a message into an answer: clean it, store it, decide, put the decision into entries.

Never changes who is answering; that is the handover's business.
"""
