"""Releases from before there were parts hold figures alone: the same figures as parts."""

from django.utils.text import slugify

from goldenthread.publication.parts import FORM, Content, part


def upgraded(content: Content) -> Content:
    """The content in today's form; what is in it already comes back as it is."""
    if content.get("form") == FORM:
        return content
    figures = [
        part(
            f"figure-{slugify(one['label'])}",
            one["label"],
            says=one["sentence"],
            body={"value": one["value"], "counted": one["counted"], "as_at": content["as_at"], "held": ""},
        )
        for one in content["figures"]
    ]
    chart = part(
        "chart-plans-in-20-weeks",
        "Plans issued within 20 weeks, each year",
        body={"series": content["series"], "source": content["source"]},
    )
    home = part("home-page", "What we promised, and how it is going")
    parts = [{**one, "easy": [], "easy_is_example": False} for one in (home, *figures, chart)]
    return {
        "form": FORM,
        "area_name": content["area_name"],
        "parts": parts,
        "corrections": [],
        "news": [],
    }
