"""The editor: changing the guidance, reviewing it, publishing it, and seeing where it is thin."""
