from django.urls import path

from goldenthread.accounts.signing_in.invitations import views

urlpatterns = [
    path("people-with-access/", views.people, name="people-with-access"),
    path("people-with-access/invite/", views.invite, name="invite"),
    path("people-with-access/<int:user_id>/", views.person, name="person-with-access"),
    path("people-with-access/<int:user_id>/set-up-anew/", views.set_up_anew, name="set-up-anew"),
    path("people-with-access/ending/<int:appointment_id>/", views.end_appointment, name="end-access"),
    path("invitations/<int:invitation_id>/send-again/", views.send_again, name="send-invitation-again"),
    path("invitations/<int:invitation_id>/withdraw/", views.withdraw, name="withdraw-invitation"),
    path("invitation/", views.invitation, name="invitation"),
    path("invitation/<str:token>/", views.open_invitation, name="open-invitation"),
]
