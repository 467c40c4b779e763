"""The background jobs of this area, where the worker looks for them."""

from goldenthread.casework.loading.jobs import load_return

__all__ = ["load_return"]
