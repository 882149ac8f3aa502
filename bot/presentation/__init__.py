"""From kept messages and facts to what pages and messages draw; the same for people and for staff."""
