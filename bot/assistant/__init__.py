"""The assistant port implemented twice: Rasa over HTTP, and a scripted assistant for when Rasa is unavailable."""
