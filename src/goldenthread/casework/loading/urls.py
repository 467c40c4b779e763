from django.urls import path

from goldenthread.casework.loading import views

urlpatterns = [
    path("returns/", views.returns, name="returns"),
    path("returns/bring/", views.bring_return, name="bring-return"),
    path("returns/bring-settings/", views.bring_list_of_settings, name="bring-settings"),
    path("returns/<int:return_id>/", views.show_return, name="return"),
    path("returns/<int:return_id>/set-aside/", views.set_aside_and_load, name="return-set-aside"),
    path("returns/<int:return_id>/stop/", views.stop_return, name="return-stop"),
    path("returns/<int:return_id>/findings.csv", views.return_findings, name="return-findings"),
]
