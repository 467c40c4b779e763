"""Tables that keep nothing about a child, with the reason: those of areas without any such table, and of
packages.

A new table belongs here, or into the `retention.py` of its area; a test finds one that nobody decided about.
"""

from goldenthread.audit.kept import Declaration

STAFF = (
    "people who work here, and those invited; a family's own way in goes with its record (people.retention)"
)
JOBS = "numbers of rows; no names"
PUBLIC = "written for the public or a board"

DECLARATION = Declaration(
    not_of_a_child={
        "organisations.Team": "teams of staff",
        "organisations.Organisation": "bodies",
        "organisations.Setting": "schools and colleges",
        "accounts.Appointment": STAFF,
        "access_review.*": "who among staff keeps which access, and why",
        "signing_in.Tally": "counts of attempts by a digest, for minutes",
        "account.EmailConfirmation": "keys of minutes",
        "socialaccount.SocialApp": "settings",
        "socialaccount.SocialToken": "not kept: tokens are turned off",
        "backups.Backup": "names of archives",
        "voice.*": "counts, and sentences about no one person; comments of families are not imported",
        "governance.*": PUBLIC,
        "packs.*": PUBLIC,
        "publication.*": PUBLIC,
        "evidence_room.*": "whom the room was opened to, and which of its pages they opened",
        "operations.JobFailure": "kinds of error and places in code",
        "retention.Policy": "years, and who decided them",
        "retention.Hold": "a reason, written over when the child is erased (retention.erasing)",
        "retention.Run": "who prepared and who agreed",
        "retention.RunPerson": "numbers of rows; its reason is written over when the child is erased",
        "sessions.Session": "not used: signing_in keeps sessions",
        "auth.Permission": "names of permissions",
        "auth.Group": "not used",
        "contenttypes.ContentType": "names of tables",
        "procrastinate.*": JOBS,
    },
)
