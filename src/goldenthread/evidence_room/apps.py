from django.apps import AppConfig


class EvidenceRoomConfig(AppConfig):
    name = "goldenthread.evidence_room"
