"""How bubbles, facts and times look."""
