"""The Telegram channel's tests: a Bot API server on the loopback, and people who write to the bot through it."""
