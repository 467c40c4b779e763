from django.urls import path

from goldenthread.publication.views import public, releasing, writing

urlpatterns = [
    path("", public.public_page, name="public-home"),
    path("progress/search/", public.search, name="public-search"),
    path("progress/<path:page>", public.progress_page, name="public-page"),
    path("release/", releasing.prepare, name="prepare-release"),
    path("release/approve/", releasing.approve, name="approve-release"),
    path("release/approve/<int:prepared_id>/", releasing.approve_prepared, name="approve-prepared"),
    path("release/send-back/<int:prepared_id>/", releasing.send_back, name="send-back-release"),
    path("release/preview/", releasing.preview_draft, name="preview-draft-home"),
    path("release/preview/<path:page>", releasing.preview_draft, name="preview-draft"),
    path("release/prepared/<int:prepared_id>/", releasing.preview_prepared, name="preview-prepared-home"),
    path(
        "release/prepared/<int:prepared_id>/<path:page>", releasing.preview_prepared, name="preview-prepared"
    ),
    path("release/take-down/", releasing.take_down, name="take-down"),
    path("release/put-back/", releasing.put_back, name="put-back"),
    path("release/public/", writing.what_may_be_public, name="what-may-be-public"),
    path("release/public/<slug:kind>/<int:row_id>/", writing.mark_for_public, name="mark-for-public"),
    path("release/letters/", writing.open_letters, name="open-letters"),
    path("release/letters/new/", writing.write_letter, name="write-letter"),
    path("release/letters/<int:letter_id>/", writing.edit_letter, name="edit-letter"),
    path("release/easy/", writing.easy_words, name="easy-words"),
    path("release/easy/<slug:key>/", writing.write_easily, name="write-easily"),
]
