from django.urls import path

from goldenthread.insight import views

urlpatterns = [
    path("figures/", views.figures, name="figures"),
    path("figures/refresh/", views.refresh, name="figures-refresh"),
    path("figures/<slug:table>/<str:column>/", views.beside, name="figure-beside"),
    path("figures/<slug:table>/<str:column>.csv", views.figure_csv, name="figure-csv"),
]
