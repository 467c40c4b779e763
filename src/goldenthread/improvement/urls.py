from django.urls import path

from goldenthread.improvement import views

urlpatterns = [
    path("improvement/said-of-us/", views.origins, name="origins"),
    path("improvement/said-of-us/add/", views.add_origin, name="add-origin"),
    path("improvement/said-of-us/<int:origin_id>/", views.origin, name="origin"),
    path("improvement/said-of-us/<int:origin_id>/read/", views.read_origin, name="read-origin"),
    path("improvement/said-of-us/<int:origin_id>/add/", views.add_point, name="add-point"),
    path("improvement/said-of-us/points/<int:point_id>/", views.point, name="point"),
    path("improvement/said-of-us/points/<int:point_id>/who/", views.complete_point, name="complete-point"),
    path("improvement/said-of-us/points/<int:point_id>/tie/", views.tie_point, name="tie-point"),
    path("improvement/said-of-us/ties/<int:tie_id>/undo/", views.untie_points, name="untie-points"),
    path("improvement/said-of-us/brief/", views.brief, name="review-brief"),
]
