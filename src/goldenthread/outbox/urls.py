from django.urls import path

from goldenthread.outbox import views

urlpatterns = [
    path("outbox/", views.outbox, name="outbox"),
    path("outbox/<int:message_id>/", views.message, name="message"),
    path("outbox/<int:message_id>/bytes/", views.message_body, name="message-body"),
    path("outbox/<int:message_id>/stop/", views.stop_message, name="stop-message"),
    path("outbox/<int:message_id>/what-happened/", views.what_happened, name="what-happened-to-message"),
    path("outbox/<int:message_id>/try-again/", views.try_again, name="try-message-again"),
]
