"""Finds signs of danger in a text: rules first, then a small local model.

Never asks another process, never decides what is said about it.
"""
