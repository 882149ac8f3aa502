"""How people reach the conversation."""
