"""Decides who is answering: stages and moves, the queue, what a person and a counsellor can do.

Never writes an answer of the assistant's.
"""
