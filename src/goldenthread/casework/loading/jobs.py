"""Reading and loading a return, in the background."""

from procrastinate.contrib.django import app

from goldenthread.audit.scope import Scope
from goldenthread.casework.loading.reading import read_and_load


@app.task(name="casework.load_return", queue="returns", pass_context=False)
def load_return(return_id: int) -> None:
    read_and_load(return_id, by=Scope.system("a return that was brought here is read and loaded"))
