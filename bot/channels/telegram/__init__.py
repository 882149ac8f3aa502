"""The Telegram channel: the same conversations as on the page, in a chat people already have open."""
