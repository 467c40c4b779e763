from django.urls import path

from goldenthread.casework.filing import views

urlpatterns = [
    path("cases/<str:reference>/documents/", views.documents, name="documents"),
    path("cases/<str:reference>/documents/add/", views.add_document, name="add-document"),
    path("cases/<str:reference>/documents/<int:document_id>/", views.document, name="document"),
    path(
        "cases/<str:reference>/documents/<int:document_id>/add-version/",
        views.add_version,
        name="add-version",
    ),
    path(
        "cases/<str:reference>/documents/<int:document_id>/<int:number>/",
        views.download,
        name="download-document",
    ),
]
