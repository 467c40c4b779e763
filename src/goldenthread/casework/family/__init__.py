"""The people around a child on the pages of staff: who they are, who decides, what is withheld."""
