from django.urls import path

from goldenthread.insight.citing import views

urlpatterns = [
    path("figures/cited/", views.cited_figures, name="cited-figures"),
    path("figures/cited/new/", views.cite_figure, name="cite-figure"),
    path("figures/cited/<int:number>/", views.cited_figure, name="cited-figure"),
]
