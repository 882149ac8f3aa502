"""What is read in a message by rules, the same in every process: standard library only, Python 3.10 and later."""
