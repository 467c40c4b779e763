"""The demonstration's partnership, as the public record of Suffolk has it."""
