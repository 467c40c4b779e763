"""Which bodies and teams make the partnership: the pages where whoever looks after people keeps the list."""
