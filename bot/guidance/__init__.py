"""What is true and how it is said: facts, entries, plans. Pure: nothing here reads a file, a clock or a network."""
