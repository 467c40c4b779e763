from django.urls import path

from goldenthread.accounts.partnership import views

urlpatterns = [
    path("partnership/", views.partnership, name="partnership"),
    path("partnership/body/", views.add_body, name="add-body"),
    path("partnership/body/<int:body_id>/", views.body, name="partnership-body"),
    path("partnership/body/<int:body_id>/name/", views.rename_body, name="rename-body"),
    path("partnership/body/<int:body_id>/setting/", views.place_setting, name="place-setting"),
    path("partnership/team/", views.add_team, name="add-team"),
    path("partnership/team/<int:team_id>/name/", views.rename_team, name="rename-team"),
]
