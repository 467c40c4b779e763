"""Delivers finished bytes by e-mail, text or post, once each, and proves it."""
