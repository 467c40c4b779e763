from django.urls import path

from goldenthread.casework.sealing import views

urlpatterns = [
    path("guardian/", views.guardian, name="guardian"),
    path("guardian/seal/", views.seal, name="seal-record"),
    path("guardian/family/", views.own_family, name="own-family"),
    path("guardian/sealed/<int:person_id>/unseal/", views.unseal, name="unseal-record"),
    path("guardian/opened/<int:seal_id>/", views.judge, name="judge-opening"),
    path("find/sealed/", views.open_sealed, name="open-sealed"),
]
