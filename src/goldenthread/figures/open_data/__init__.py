"""The DfE's published figures, shipped with the project, and the only way to read them. No Django here."""
