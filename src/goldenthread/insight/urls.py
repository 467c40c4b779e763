from django.urls import path

from goldenthread.insight import views

urlpatterns = [
    path("figures/published/", views.figures, name="figures"),
    path("figures/published/refresh/", views.refresh, name="figures-refresh"),
    path("figures/published/<slug:table>/<str:column>/", views.beside, name="figure-beside"),
    path("figures/published/<slug:table>/<str:column>.csv", views.figure_csv, name="figure-csv"),
]
