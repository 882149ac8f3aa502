"""Telegram without Telegram: a Bot API server for this machine's loopback, and people who write to the bot through it."""
