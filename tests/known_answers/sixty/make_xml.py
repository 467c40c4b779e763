"""Write sixty.xml from the CSV files beside it. It copies records; it knows nothing of the tables."""

import csv
import pathlib
import xml.etree.ElementTree as ET

HERE = pathlib.Path(__file__).resolve().parent
HEADER = {
    "CollectionDetails": {"Collection": "SEN2", "Year": "2025", "ReferenceDate": "2025-01-16"},
    "Source": {
        "SourceLevel": "L",
        "LEA": "935",
        "SoftwareCode": "Sixty children fixture",
        "Release": "1",
        "SerialNo": "1",
        "DateTime": "2025-01-20T09:00:00",
    },
}
LINKS = {"child", "request", "why"}
FILES = (
    "requests",
    "assessments",
    "plans",
    "plan_details",
    "active_plans",
    "placements",
    "needs",
    "children",
    "stand_ins",
)


def read(name):
    with open(HERE / f"{name}.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


class Writer:
    def __init__(self):
        self.rows = {name: read(name) for name in FILES}
        self.letters = {
            (element, row["meaning"]): row["literal_in_sixty_xml"]
            for row in self.rows["stand_ins"]
            for element in row["element"].split(" and ")
        }

    def of(self, name, request):
        key = (request["child"], request["request"])
        return [row for row in self.rows[name] if (row["child"], row["request"]) == key]

    def block(self, parent, tag, row):
        node = ET.SubElement(parent, tag)
        for name, value in row.items():
            if name not in LINKS and value != "":
                ET.SubElement(node, name).text = self.letters.get((name, value), value)
        return node

    def request(self, parent, request):
        node = self.block(parent, "Requests", request)
        for assessment in self.of("assessments", request):
            assessed = self.block(node, "Assessment", assessment)
            for plan in self.of("plans", request):
                named = self.block(assessed, "NamedPlan", plan)
                for detail in self.of("plan_details", request):
                    self.block(named, "PlanDetail", detail)
        for active in self.of("active_plans", request):
            held = self.block(node, "ActivePlans", active)
            for placement in self.of("placements", request):
                self.block(held, "PlacementDetail", placement)
            for need in self.of("needs", request):
                self.block(held, "SENneed", need)

    def message(self):
        root = ET.Element("Message")
        header = ET.SubElement(root, "Header")
        for part, items in HEADER.items():
            node = ET.SubElement(header, part)
            for name, value in items.items():
                ET.SubElement(node, name).text = value
        persons = ET.SubElement(root, "Persons")
        for child in self.rows["children"]:
            person = self.block(persons, "Person", child)
            for request in self.rows["requests"]:
                if request["child"] == child["child"]:
                    self.request(person, request)
        return root


def main():
    root = Writer().message()
    ET.indent(root, "  ")
    ET.ElementTree(root).write(HERE / "sixty.xml", encoding="utf-8", xml_declaration=True)


if __name__ == "__main__":
    main()
