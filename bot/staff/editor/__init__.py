"""The editor: staff change, review and publish the guidance, and see what it lacks."""
