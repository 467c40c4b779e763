"""Mediation after a refusal to assess."""
