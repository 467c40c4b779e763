"""Backups: one encrypted archive of database, files and head; restoring one; verifying one, or what runs.

`making`, `restoring` and `verifying` do it; `archive` is the format, `destinations` where archives lie.
"""
