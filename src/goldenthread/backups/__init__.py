"""Which backups were made, and how old is the newest? The making itself is a command of `config`."""
