"""Who may come in, and who looks after that? Invitations, appointments that end, and people who leave."""
