"""The people around a child: who they are to the child, who may act, and what is withheld."""
