"""Who is on whose list, and one listing before it becomes cells."""
from . import facts, render
from .entities import Entity
from .rng import Rng
from .terms import DISTRICTS, OWN_LANGUAGES, OWN_PROFESSIONS, PROFESSIONS

SCHOOLS = ("lantern-hill", "vieux-port", "ropewalk", "north-quay", "harbour-korean-school", "al-manara-academy")
SIZES = dict(zip(SCHOOLS, (124, 84, 106, 90, 64, 74), strict=True))
LIKES = {"lantern-hill": ({"en": 5, "no": 5, "in": 4, "af": 4}, 3), "vieux-port": ({"fr": 14, "ar": 5, "pt": 5, "en": 2}, 2),
         "ropewalk": ({"pt": 6, "en": 5, "in": 5, "af": 6}, 4),
         "north-quay": ({"de": 11, "ru": 15, "zh": 8, "hu": 8, "tr": 8, "vi": 8}, 2),
         "harbour-korean-school": ({"ko": 18, "zh": 2, "en": 2}, 1), "al-manara-academy": ({"ar": 18, "tr": 4, "in": 3, "en": 2}, 1)}
KNOWN_TO_ALL = {"P001": (0, 1, 2, 3, 4, 5), "P002": (0, 4), "P003": (0, 1, 2, 3), "P004": (0, 1, 5), "P005": (0, 2, 3), "P006": (1, 2),
                "P007": (2, 3), "P008": (0, 3), "P009": (0, 4), "P010": (2, 4), "P011": (1, 5), "P012": (0, 5), "P013": (2, 3), "P014": (0, 3),
                "P015": (0, 2), "P016": (1, 2), "P017": (0, 2, 5), "P018": (2, 3), "P019": (0, 5), "P020": (0, 2), "P021": (2, 3), "P022": (1, 2),
                "P023": (0, 3, 2), "P024": (0, 2, 4), "P025": (1, 2), "P026": (1, 5), "P027": (3, 5), "P028": (2, 3),
                "S001": (0, 1, 2, 3, 4, 5), "S002": (0, 1, 2, 3, 4, 5), "S003": (0, 1, 2, 3), "S004": (0, 2, 3, 5), "S007": (0, 3, 5)}


def who_lists_whom(entities):
    """{school: [entity]}: how many lists each is on, and on which."""
    chosen = {school: [] for school in SCHOOLS}
    for entity in Rng("order").shuffled(entities):
        rng = Rng("lists", entity.key)
        if entity.key in KNOWN_TO_ALL:
            for index in KNOWN_TO_ALL[entity.key]:
                chosen[SCHOOLS[index]].append(entity)
            continue
        count = rng.weighted([(1, 54), (2, 30), (3, 12), (4, 4)] if entity.kind == "person" else [(1, 30), (2, 38), (3, 22), (4, 10)])
        for _ in range(count):
            open_lists = []
            for school in SCHOOLS:
                room = SIZES[school] - len(chosen[school])
                likes, usual = LIKES[school]
                if room > 0 and entity not in chosen[school]:
                    open_lists.append((school, room * likes.get(entity.culture, usual)))
            if open_lists:
                chosen[rng.weighted(open_lists)].append(entity)
    return chosen


class Card:
    """One listing before it becomes cells."""

    def __init__(self, entity: Entity, school, tongue, native, clinics, again=0):
        rng = self.rng = Rng("card", school, entity.key, again)
        self.entity, self.tongue = entity, tongue
        self.checked = rng.pick([(2026, 9, 3), (2026, 6, 12), (2026, 3, 19), (2025, 9, 3), (2025, 9, 22), (2025, 5, 6), (2024, 5, 14), (2024, 10, 1),
                                 (2026, 10, 27), (2026, 9, 14), (2023, 9, 8), None, None])
        self.clinic = entity.clinic
        address_of = entity
        if entity.second_clinic and rng.chance(50):
            self.clinic = address_of = entity.second_clinic
        elif entity.clinic and entity.key > "P028" and rng.chance(4):
            self.clinic = address_of = Rng("former", entity.key).pick(clinics)          # where the person worked before
        self.district = address_of.district
        self.phones = render.numbers(entity, rng)
        if address_of is not entity:
            self.phones = [address_of.phone]
        self.native = {culture for culture, percent in native.items() if rng.chance(percent)}
        self.given, self.family = render.latin_parts(entity.name, rng, tongue) if entity.kind == "person" else ("", "")
        if entity.kind == "person":
            self.name = render.person_name(entity.name, rng, tongue, self.native, entity.culture)
        else:
            self.name = render.service_name(entity.names, rng, tongue)
        self.profession = render.words(PROFESSIONS, entity.profession, tongue, rng, 55) if rng.chance(93) else ""
        self.organisation = render.clinic_name(self.clinic, rng, tongue) if self.clinic and rng.chance(85) else ""
        self.address = render.address(address_of, rng, tongue) if rng.chance(72) else ""
        self.area = DISTRICTS[self.district][tongue] if self.district and rng.chance(85) else ""
        self.phone = [render.phone(n, rng, tongue) for n in self.phones]
        self.mail = render.mail(entity, rng)
        self.site = entity.site if entity.site and rng.chance(60) else ""
        for fact in ("languages", "ages", "concerns", "fee", "wait", "hours", "delivery", "leaving"):
            setattr(self, fact, getattr(facts, fact)(entity, rng, tongue))
        own_words = Rng("own words", school, entity.key, again)
        if tongue == "de" and entity.kind == "person" and entity.culture in OWN_PROFESSIONS:
            if own_words.chance(40):
                self.profession = OWN_PROFESSIONS[entity.culture].get(entity.profession, self.profession)
            if own_words.chance(35):
                self.languages = ", ".join(OWN_LANGUAGES[entity.culture].get(code, code) for code, _ in entity.languages)
        self.licence = facts.licence(entity, rng)
        self.note = facts.note(rng, tongue, culture=entity.culture)
        self.checked_text = facts.date(self.checked, rng, tongue) if self.checked else rng.pick(["", "", "?"])

    def licence_until(self):
        return facts.date(self.entity.licence_until, self.rng, self.tongue) if self.licence and self.entity.licence_until else ""


def cards(school, listed, tongue, native, clinics, other=(), other_percent=0, twice=0):
    """All cards of a school; some rows in another tongue, some people entered twice by two colleagues."""
    made = []
    for entity in listed:
        rng = Rng("tongue", school, entity.key)
        own = rng.pick(other) if other and rng.chance(other_percent) else tongue
        if entity.name and any(render.script(form) == tongue for form in entity.name.forms):
            own = tongue                                            # a foreign name that this school writes in its own letters
        made.append(Card(entity, school, own, native, clinics))
    for entity in Rng("twice", school).some([e for e in listed if e.kind == "person"], twice):
        made.append(Card(entity, school, tongue, native, clinics, again=1))
    return made
