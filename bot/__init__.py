"""Tomoshibi: the process that faces people."""
