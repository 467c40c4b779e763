from django.urls import include, path

from goldenthread.improvement.views import evidence, judging, origins, plans, said, work

SAID_OF_US = [
    path("", origins.origins, name="origins"),
    path("add/", origins.add_origin, name="add-origin"),
    path("<int:origin_id>/", origins.origin, name="origin"),
    path("<int:origin_id>/read/", origins.read_origin, name="read-origin"),
    path("<int:origin_id>/add/", origins.add_point, name="add-point"),
    path("points/<int:point_id>/", origins.point, name="point"),
    path("points/<int:point_id>/who/", origins.complete_point, name="complete-point"),
    path("points/<int:point_id>/tie/", origins.tie_point, name="tie-point"),
    path("ties/<int:tie_id>/undo/", origins.untie_points, name="untie-points"),
    path("brief/", origins.brief, name="review-brief"),
]
PLANS = [
    path("", plans.plans, name="plans"),
    path("add/", plans.add_plan, name="add-plan"),
    path("<int:plan_id>/", plans.plan, name="plan"),
    path("<int:plan_id>/theme/", plans.add_theme, name="add-theme"),
    path("<int:plan_id>/bring/", plans.bring_plan_file, name="bring-plan-file"),
    path("<int:plan_id>/plan.<str:form>", plans.plan_as_file, name="plan-file"),
    path("themes/<int:theme_id>/promise/", plans.make_promise, name="make-promise"),
    path("promises/<int:promise_id>/", plans.promise, name="promise"),
    path("promises/<int:promise_id>/change/", plans.reword_promise, name="reword-promise"),
    path("promises/<int:promise_id>/close/", plans.close_promise, name="close-promise"),
    path("promises/<int:promise_id>/reopen/", plans.reopen_promise, name="reopen-promise"),
    path("promises/<int:promise_id>/action/", work.add_action, name="add-action"),
    path("promises/<int:promise_id>/risk/", work.add_risk, name="add-risk"),
    path("promises/", judging.promises, name="promises"),
    path("promises/judge/", judging.judge_promises, name="judge-promises"),
    path("promises/<int:promise_id>/judgements/", judging.judgements, name="judgements"),
    path("promises/<int:promise_id>/measure/", judging.attach_measure, name="attach-measure"),
    path("promises/<int:promise_id>/voice/", judging.attach_voice, name="attach-voice"),
    path("measures/<int:row_id>/off/", judging.take_off_measure, name="take-off-measure"),
    path("voices/<int:row_id>/off/", judging.take_off_voice, name="take-off-voice"),
    path("risks/<int:risk_id>/close/", work.close_risk, name="close-risk"),
    path("actions/<int:action_id>/", work.action, name="action"),
    path("actions/<int:action_id>/first/", work.action_needs, name="action-needs"),
    path("actions/<int:action_id>/move/", work.move_action, name="move-action"),
    path("actions/<int:action_id>/stop/", work.stop_action, name="stop-action"),
    path("actions/<int:action_id>/milestone/", work.add_milestone, name="add-milestone"),
    path("milestones/<int:milestone_id>/", work.milestone, name="milestone"),
    path("milestones/<int:milestone_id>/undo/", work.unmeet_milestone, name="unmeet-milestone"),
    path("milestones/<int:milestone_id>/met/", work.meet_milestone, name="meet-milestone"),
    path("milestones/<int:milestone_id>/day/", work.replan_milestone, name="replan-milestone"),
]
EVIDENCE = [
    path("", evidence.matrix, name="evidence-matrix"),
    path("matrix.csv", evidence.matrix_as_file, name="evidence-matrix-file"),
    path("to-check/", evidence.to_check, name="evidence-to-check"),
    path("beside/<int:promise_id>/", evidence.add_evidence, name="add-evidence"),
    path("<int:evidence_id>/", evidence.item, name="evidence-item"),
    path("<int:evidence_id>/file/", evidence.file, name="evidence-file"),
    path("<int:evidence_id>/check/", evidence.check_evidence, name="check-evidence"),
    path("<int:evidence_id>/correct/", evidence.correct_evidence, name="correct-evidence"),
    path("<int:evidence_id>/withdraw/", evidence.withdraw_evidence, name="withdraw-evidence"),
]
SAID = [
    path("<int:promise_id>/forum/", said.write_for_forum, name="write-for-forum"),
    path("<int:promise_id>/forum/take-back/", said.take_back_for_forum, name="take-back-for-forum"),
    path("<int:promise_id>/comment/", said.comment_on_promise, name="comment-on-promise"),
]

urlpatterns = [
    path("improvement/said-of-us/", include(SAID_OF_US)),
    path("improvement/plans/promises/", include(SAID)),
    path("improvement/plans/", include(PLANS)),
    path("improvement/evidence/", include(EVIDENCE)),
]
