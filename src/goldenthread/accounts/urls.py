from django.urls import include, path

from goldenthread.accounts import views

urlpatterns = [
    path("", include("goldenthread.accounts.signing_in.urls")),
    path("", include("goldenthread.accounts.signing_in.invitations.urls")),
    path("sign-out/", views.sign_out, name="sign-out"),
    path("start/", views.start, name="start"),
    path("accessibility/", views.accessibility, name="accessibility"),
]
