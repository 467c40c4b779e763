from django.urls import path

from goldenthread.governance.packs import views

urlpatterns = [
    path("boards/packs/", views.packs, name="packs"),
    path("boards/packs/make/", views.make_pack, name="make-pack"),
    path("boards/packs/<int:pack_id>/", views.pack, name="pack"),
    path("boards/packs/<int:pack_id>/paper/", views.pack_paper, name="pack-paper"),
    path("boards/packs/<int:pack_id>/pack.<str:form>", views.pack_file, name="pack-file"),
    path("boards/packs/<int:pack_id>/issue/", views.issue_pack, name="issue-pack"),
    path(
        "boards/meetings/<int:meeting_id>/make-pack/<str:kind>/",
        views.make_pack_of_meeting,
        name="make-pack-of-meeting",
    ),
]
