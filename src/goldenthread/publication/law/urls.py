from django.urls import path

from goldenthread.publication.law import views

urlpatterns = [
    path("law/", views.register, name="law"),
    path("law/<slug:name>/", views.duty, name="law-duty"),
]
