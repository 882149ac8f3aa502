"""Who understands: Rasa over HTTP, and the same port scripted, for when Rasa cannot be reached."""
