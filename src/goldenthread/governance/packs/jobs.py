"""Making packs in the background, when somebody asks."""

from procrastinate.contrib.django import app

from goldenthread.audit.scope import Scope
from goldenthread.governance.packs.making import make


@app.task(name="packs.make", queue="packs", pass_context=False)
def make_pack(pack_id: int) -> None:
    make(pack_id, by=Scope.system("packs that were asked for are made"))
