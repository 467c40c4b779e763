"""Ombudsman's investigations upheld."""
