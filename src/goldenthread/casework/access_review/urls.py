from django.urls import path

from goldenthread.casework.access_review import views

urlpatterns = [
    path("access-reviews/", views.reviews, name="access-reviews"),
    path("access-reviews/<int:review_id>/", views.review, name="access-review"),
    path("access-reviews/<int:review_id>/<int:appointment_id>/", views.decide, name="decide-access"),
]
