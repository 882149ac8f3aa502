"""The counsellors' console: the queue, live chats, guidance to send, practice, and what supervisors see."""
