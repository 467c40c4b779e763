"""How does someone show who they are? Invitations, passkeys, codes, organisations' sign-in, sessions."""
