"""The decisions that need code: Rasa calls them over HTTP, and they return keys. They store nothing and call nothing."""
