"""Appeals after a refusal to assess."""
