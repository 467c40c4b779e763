from django.urls import path

from goldenthread.insight.measured import views

urlpatterns = [
    path("figures/", views.overview, name="overview"),
    path("figures/as-at/", views.as_at, name="as-at"),
    path("figures/work-out/", views.refresh, name="measures-refresh"),
    path("figures/everywhere/", views.everywhere, name="everywhere"),
    path("figures/explore/", views.exploring, name="explore"),
    path("figures/explore.csv", views.explore_csv, name="explore-csv"),
    path("figures/explore.svg", views.explore_svg, name="explore-svg"),
    path("figures/explore.png", views.explore_png, name="explore-png"),
    path("figures/catalogue/", views.catalogue, name="catalogue"),
    path("figures/clearing/", views.clearing, name="clearing"),
    path("figures/watches/", views.watches, name="watches"),
    path("figures/watches/<int:watch_id>/end/", views.end_watch, name="end-watch"),
    path("figures/notices/<int:notice_id>/read/", views.notice_read, name="notice-read"),
    path("figures/steps/<int:step_id>/withdraw/", views.withdraw_step, name="withdraw-step"),
    path("figures/measures/<slug:name>/", views.measure, name="measure"),
    path("figures/measures/<slug:name>/cases/", views.walk, name="measure-cases"),
    path("figures/measures/<slug:name>/step/", views.declare_step, name="declare-step"),
    path("figures/measures/<slug:name>/watch/", views.begin_watch, name="begin-watch"),
]
