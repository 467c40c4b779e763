from django.urls import path

from goldenthread.accounts import views

urlpatterns = [
    path("sign-in/", views.sign_in, name="sign-in"),
    path("sign-out/", views.sign_out, name="sign-out"),
    path("start/", views.start, name="start"),
    path("accessibility/", views.accessibility, name="accessibility"),
]
