"""Golden Thread: the system that a SEND local area partnership in England runs on."""
