from django.urls import path

from goldenthread.casework.family import views

urlpatterns = [
    path("cases/<str:reference>/family/", views.family, name="family"),
    path("cases/<str:reference>/family/add/<slug:kind>/", views.add, name="family-add"),
    path("cases/<str:reference>/family/<slug:kind>/<int:row_id>/change/", views.change, name="family-change"),
]
