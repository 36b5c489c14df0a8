"""Who there is in the city: people and services, each one real thing once, before any school writes it down."""
import unicodedata

from .names import CULTURES
from .places import CLINICS, SERVICES, read
from .rng import Rng
from .terms import DISTRICTS, FIELDS

PEOPLE = 250  # outside professionals; services come on top


class Name:
    """All the ways one person's name can be written."""

    def __init__(self, given, family, order, title=None, native=None, former=None, forms=()):
        self.given, self.family = given, family          # lists of spellings in Latin letters
        self.order, self.title, self.former = order, title, former
        self.native = native                             # whole name in its own script, or None
        self.forms = list(forms)                         # whole names in yet other scripts


class Entity:
    def __init__(self, key, kind):
        self.key, self.kind = key, kind
        self.name = None            # Name of a person
        self.names = []             # names of a service
        self.profession = ""
        self.clinic = self.second_clinic = None
        self.address = None         # (street, number, extra)
        self.district = None
        self.phones, self.old_phone, self.mails, self.site = [], None, [], None
        self.languages, self.ages, self.concerns = [], None, []
        self.fee = self.wait = None
        self.hours, self.delivery = None, "clinic"
        self.licence = self.licence_until = None
        self.leaving = self.successor = None
        self.culture = "en"


class Clinic:
    def __init__(self, row):
        self.key, self.name, others, self.district, phone, domain, weight, tongues = row
        self.others = others.split("/")
        self.phone = "555" + phone
        self.domain, self.weight, self.tongues = domain, int(weight), tongues.split()
        rng = Rng("clinic", self.key)
        self.address = {"tidewater": ("Chandlers Row", 12, "2nd floor")}.get(self.key) or address(rng, self.district)


def address(rng, district):
    return (rng.pick(DISTRICTS[district]["streets"]), rng.between(1, 88),
            rng.pick([None, None, None, "2nd floor", "ground floor", "Block B", "3rd floor, no lift", "entrance in the yard"]))


def mobile(*key):
    return "999" + str(Rng("mobile", *key).between(710000000, 789999999))


CULTURE_LANGUAGES = {
    "ko": ["ko", "en", "ja"], "ar": ["ar", "fr", "en"], "ru": ["ru", "uk", "de"], "zh": ["zh", "yue", "en"], "fr": ["fr", "en", "es"],
    "de": ["de", "en", "fr"], "pt": ["pt", "es", "en"], "en": ["en", "fr", "es"], "in": ["hi", "en", "ur"], "no": ["sv", "en", "de"],
    "tr": ["tr", "de", "ar"], "vi": ["vi", "en", "zh"], "hu": ["hu", "de", "en"], "af": ["en", "sw", "fr"]}
CULTURE_WEIGHTS = [("en", 22), ("ko", 16), ("ar", 16), ("fr", 14), ("de", 10), ("zh", 17), ("ru", 19), ("pt", 9), ("in", 7), ("no", 5),
                   ("af", 6), ("tr", 4), ("vi", 3), ("hu", 4)]
PROFESSION_WEIGHTS = [
    ("child-psychologist", 14), ("clinical-psychologist", 12), ("psychotherapist", 13), ("psychiatrist", 7), ("speech", 13),
    ("occupational", 9), ("educational-psychologist", 9), ("family", 9), ("art", 6), ("paediatrician", 8), ("gp", 6), ("dietitian", 4),
    ("physio", 4), ("dyslexia", 9), ("behaviour", 5), ("social-worker", 6), ("lawyer", 5), ("interpreter", 5), ("career", 3),
    ("mediator", 3), ("nurse", 2), ("addiction", 3), ("youth", 4), ("chaplain", 3), ("tutor", 8)]
OLDER = [(6, 18), (10, 19), (12, 25), (5, 16), (8, 18), (14, 99), (6, 99), None]
YOUNGER = [(2, 8), (3, 12), (0, 18), (5, 16), (4, 18), (0, 6), None]
AGES = {"speech": YOUNGER, "occupational": YOUNGER, "art": YOUNGER, "dyslexia": [(6, 16), (5, 12), (6, 18)], "paediatrician": [(0, 18), (0, 16)],
        "gp": [(0, 99), (4, 99)], "interpreter": [None], "lawyer": [None], "social-worker": [(0, 18), None], "chaplain": [None, (0, 99)]}
WITHOUT_ROOMS = ("interpreter", "tutor", "youth", "chaplain", "career", "mediator")
LEAVING = [None] * 30 + [("2027", "6"), ("2027", "7"), ("2027", "6"), ("2026", "12"), ("2027", "2"), ("2027", "3"), ("2028", "6")]
HOURS = ["Mon-Fri", "Mon,Tue,Thu", "Wed,Fri", "Tue-Sat", "Mon-Thu", "Sun-Thu", "Sat", "Mon-Fri/noWed", "evenings"]


def person_name(rng, culture):
    pool = CULTURES[culture]
    native_given, given, sex = rng.pick(pool["given"])
    families = pool["family_f"] if sex == "f" and pool["family_f"] else pool["family"]
    native_family, family, _ = rng.pick(families)
    native = None
    if native_given and native_family:
        native = {"ko": f"{native_family}{native_given}", "zh": f"{native_family}{native_given}"}.get(culture)
        native = native or (f"{native_given} {native_family}")
    former = None
    if sex == "f" and culture in ("fr", "de", "en", "hu", "no", "pt") and rng.chance(22):
        former = [f for f in families if f[1] != family]
        former = rng.pick(former)[1][0]
    return Name(given, family, pool["order"], None, native, former), sex


def professional_details(person, rng):
    letters, concerns = FIELDS[person.profession]
    concerns = concerns.split()
    person.concerns = rng.some(concerns, rng.between(1, max(1, min(5, len(concerns))))) if concerns else []
    person.ages = rng.pick(AGES.get(person.profession, OLDER))
    person.fee = rng.pick([("fixed", 95, None), ("fixed", 110, None), ("range", 80, 110), ("range", 60, 90), ("free", 0, None),
                           ("scale", 40, 95), ("ask", 0, None), ("insurer", 85, None), ("fixed", 70, None), ("fixed", 130, None), None])
    person.wait = rng.pick([9, 14, 19, 21, 30, 42, 60, 90, 0, "full", "january", "ask", None, None])
    person.hours = rng.pick(HOURS)
    person.delivery = rng.weighted([("clinic", 9), ("visits", 4), ("online", 2), ("both", 3)])
    if letters:
        person.licence = f"HC-{letters}-{rng.between(10000, 39999)}"
        person.licence_until = rng.pick([(2028, 3, 31), (2027, 6, 30), (2027, 1, 14), (2026, 12, 31), (2029, 9, 30), (2026, 8, 31), None])
    year_month = rng.pick(LEAVING)
    person.leaving = year_month
    mother, second, third = CULTURE_LANGUAGES[person.culture]
    person.languages = [(mother, "native"), (second, rng.pick(["fluent", "fluent", "working"]))]
    if rng.chance(35):
        person.languages.append((third, rng.pick(["working", "some", "some", "interpreter"])))
    if all(code != "en" for code, _ in person.languages):
        person.languages.append(("en", rng.pick(["working", "fluent", "some"])))
    if person.profession in ("psychiatrist", "paediatrician", "gp"):
        person.name.title = "doctor"
    elif person.profession in ("child-psychologist", "clinical-psychologist", "educational-psychologist") and rng.chance(45):
        person.name.title = "phd"


def place(person, rng, clinics):
    if rng.chance(20 if person.profession in WITHOUT_ROOMS else 84):
        fitting = [(c, c.weight * (6 if person.culture in c.tongues else 1)) for c in clinics
                   if (person.profession == "lawyer") == (c.key == "bridge")]
        person.clinic = rng.weighted(fitting)
        person.district, person.address = person.clinic.district, person.clinic.address
        if rng.chance(9):
            person.second_clinic = rng.pick([c for c in clinics if c is not person.clinic and c.key != "bridge"])
    else:
        person.district = rng.pick(list(DISTRICTS))
        person.address = address(rng, person.district)


def handle(text):
    """A mailbox name: plain small letters only."""
    text = text.replace("ø", "o").replace("Ø", "o").replace("ß", "ss").replace("ı", "i").replace("æ", "ae").replace("œ", "oe")
    flat = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)).lower()
    return "".join(c for c in flat if c.isascii() and c.isalnum())


def reach(person, rng):
    """Phones and mailboxes: the clinic's shared ones, own ones, or none."""
    first, last = handle(person.name.given[0]), handle(person.name.family[0])
    if person.clinic:
        person.phones = rng.pick([[person.clinic.phone]] * 4 + [[person.clinic.phone, mobile(person.key)], [mobile(person.key)],
                                                               [person.clinic.phone + "x" + str(rng.between(11, 29))]])
        own, shared = f"{first[0]}.{last}@{person.clinic.domain}.example", f"info@{person.clinic.domain}.example"
        person.mails = rng.pick([[own], [own], [shared], [own, shared], [f"{first}{last}@postbox.example"]])
        person.site = f"www.{person.clinic.domain}.example" if rng.chance(55) else None
    else:
        person.phones = [mobile(person.key)]
        person.mails = [rng.pick([f"{first}.{last}@postbox.example", f"{first[0]}{last}@harbourmail.example",
                                  f"contact@{last}-{first[0]}.example"])]
        person.site = f"{last}-{first[0]}.example" if rng.chance(30) else None
    if rng.chance(18):
        person.old_phone = mobile(person.key, "old")


def make_person(number, culture, profession, clinics, name=None):
    person = Entity(f"P{number:03}", "person")
    rng = Rng("person", number)
    person.culture, person.profession = culture, profession
    person.name = name or person_name(rng, culture)[0]
    professional_details(person, rng)
    place(person, rng, clinics)
    reach(person, rng)
    return person


def special_people(clinics):
    """The ones every tour of the city meets, and the hard cases on purpose."""
    by_key = {c.key: c for c in clinics}
    made = []

    def add(culture, profession, given, family, order="gf", native=None, clinic=None, former=None, forms=(), title=None, **more):
        name = Name(given.split("/"), family.split("/"), order, title, native, former, forms)
        person = make_person(len(made) + 1, culture, profession, clinics, name)
        if title:
            person.name.title = title
        if clinic:
            person.clinic = by_key[clinic]
            person.district, person.address = person.clinic.district, person.clinic.address
            reach(person, Rng("reach", person.key))
        for field, value in more.items():
            setattr(person, field, value)
        made.append(person)
        return person

    add("ko", "child-psychologist", "Ha-eun/Haeun/Ha Eun", "Kim/Gim", "fg", "김하은", "tidewater", phones=["5550172"],
        mails=["intake@tidewater.example"], licence="HC-PSY-20417", licence_until=(2028, 3, 31), leaving=("2027", "6"),
        successor="Park Seo-yeon 박서연", fee=("scale", 40, 95), wait=9, ages=(6, 18), hours="Mon,Tue,Thu", delivery="both",
        languages=[("ko", "native"), ("en", "fluent"), ("ja", "working"), ("ar", "interpreter")],
        concerns=["self-harm", "anxiety", "grief", "moving"], site="www.tidewater.example", forms=["كيم ها-أون"])
    add("ko", "child-psychologist", "Seo-yeon/Suh-yeon/Seoyeon", "Park/Bak/Pak", "fg", "박서연", "tidewater", phones=["5550172"],
        languages=[("ko", "native"), ("en", "working")], leaving=None)
    add("ru", "psychotherapist", "Ekaterina/Yekaterina/Jekaterina", "Soboleva/Sobolewa/Sobolëva", "gf", "Екатерина Соболева", None,
        delivery="visits", hours="Wed", languages=[("ru", "native"), ("ko", "fluent"), ("en", "fluent")], ages=(10, 19), wait=14, fee=("free", 0, None),
        licence="HC-THE-31806", licence_until=(2027, 1, 14), concerns=["self-harm", "anxiety", "trauma"], phones=["999741028668"],
        old_phone="999731884429", leaving=None)
    add("ar", "psychiatrist", "Layla/Leila/Laila", "Al-Haddad/El Haddad/Alhaddad", "gf", "ليلى الحداد", "mina", title="doctor",
        languages=[("ar", "native"), ("en", "fluent"), ("fr", "working")], ages=(5, 18), wait=12, fee=("fixed", 110, None),
        licence="HC-MED-11872", licence_until=(2028, 3, 31), concerns=["self-harm", "depression", "eating"], leaving=None,
        phones=["5550161"], mails=["l.haddad@almina.example", "info@almina.example"])
    add("zh", "speech", "Meiling/Mei Ling/Mei-ling", "Lin/Lam/Lim", "fg", "林美玲", "speechcorner", phones=["5550126"], wait="january",
        mails=["meiling@speechcorner.example"], languages=[("zh", "native"), ("yue", "fluent"), ("en", "fluent")], leaving=None)
    add("pt", "family", "Tomás/Tomas", "Abreu", clinic="sailmakers", delivery="both", hours="Sat", phones=["999722091488"],
        languages=[("pt", "native"), ("en", "fluent"), ("es", "fluent")], mails=["t.abreu@therapyrooms.example"], leaving=None)
    # married couple in one practice, same initial
    add("de", "speech", "Jonas", "Weidemann", clinic="hafenlogo", title="phd", phones=["5550188"], mails=["info@hafenlogo.example"])
    add("de", "speech", "Julia", "Weidemann/Weidemann-Sommer", clinic="hafenlogo", former="Sommer", phones=["5550131"],
        mails=["info@hafenlogo.example"])
    # namesakes who are different people
    add("ko", "clinical-psychologist", "Ji-woo/Jiwoo/Ji-u", "Kim/Gim", "fg", "김지우", "hanriver")
    add("ko", "tutor", "Ji-woo/Jiwoo", "Kim", "fg", "김지우", "longwalk")
    add("ar", "lawyer", "Mohammed/Muhammad/Mohamed", "Al-Sharif/El-Cherif/Alsharif", "gf", "محمد الشريف", "bridge")
    add("ar", "paediatrician", "Mohammed/Muhammad/Mohamed", "Al-Sharif/El-Cherif/Alsharif", "gf", "محمد الشريف", "almanac", title="doctor")
    add("zh", "occupational", "Wei/Wai", "Chen/Chan", "fg", "陈伟", "crane")
    add("zh", "gp", "Wei", "Chen", "fg", "陈薇", "lotus", title="doctor")
    add("pt", "psychotherapist", "Ana", "García López/Garcia Lopez/García", "gf", None, "sailmakers")
    add("pt", "dyslexia", "Ana", "García López/Garcia/G. López", "gf", None, "longwalk")
    add("en", "psychotherapist", "Elizabeth/Liz/Beth", "Dunmore", clinic="beacon", former="Kettering", forms=["إليزابيث دنمور"])
    add("en", "art", "Elizabeth/Lizzie", "Dunmore", clinic="heron")
    # father and daughter, one clinic, one surname
    add("in", "gp", "Suresh", "Venkataraman/Venkatraman", clinic="almanac", title="doctor", phones=["5550135"])
    add("in", "paediatrician", "Shreya", "Venkataraman/Venkatraman", clinic="almanac", title="doctor", phones=["5550135"])
    # married names
    add("hu", "psychotherapist", "Éva", "Nagyváradi/Nagyváradi-Kővágó", "fg", None, "lindenhof", former="Kővágóné Nagyváradi")
    add("fr", "speech", "Clémence", "Arnoult-Dubosc/Arnoult", clinic="salines", former="Dubosc")
    add("no", "educational-psychologist", "Solveig", "Ødegård/Odegaard/Ødegaard", clinic="botanic", former="Nygård", title="phd")
    # one person, two clinics, nothing shared but the name
    add("en", "psychiatrist", "Imogen", "Thackwell", clinic="beacon", title="doctor", second_clinic=by_key["botanic"],
        forms=["이모젠 택웰"])
    add("fr", "educational-psychologist", "Jean-Baptiste/J.-B./Jean Baptiste", "Éluère/Eluere", clinic="corderie",
        second_clinic=by_key["salines"])
    add("ar", "family", "Huda/Houda", "Benyounes/Ben Younes/Bin Yunis", "gf", "هدى بن يونس", "jasmine", second_clinic=by_key["mina"])
    add("tr", "addiction", "Barış/Baris", "Yıldırım/Yildirim", clinic="sailmakers", old_phone="999760551228")
    add("vi", "nurse", "Thi Mai/Mai", "Nguyễn/Nguyen", "fg", "Nguyễn Thị Mai", "crane")
    return made


def make_services():
    services = []
    for number, row in enumerate(read(SERVICES), 1):
        key, kind, name, others, district, phone, domain, concerns, tongues, _branch_of = row
        rng = Rng("service", key)
        service = Entity(f"S{number:03}", "service")
        service.slug, service.profession, service.names = key, kind, [name, *others.split("/")]
        if district != "-":
            service.district, service.address = district, address(rng, district)
        service.phones = ["555" + phone] if phone != "-" else [mobile("service", key)]
        service.mails = [rng.pick(["info", "office", "contact"]) + f"@{domain}.example"]
        service.site = f"www.{domain}.example" if rng.chance(70) else None
        service.concerns = [] if concerns == "-" else concerns.split()
        service.languages = [(code, rng.pick(["fluent", "native", "fluent"])) for code in tongues.split()]
        if rng.chance(25):
            service.languages.append((rng.pick(["ar", "ru", "zh", "pt"]), "interpreter"))
            service.languages = list(dict(reversed(service.languages)).items())[::-1]
        service.ages = rng.pick([(0, 18), (12, 25), (0, 99), (6, 18), None])
        service.fee = rng.pick([("free", 0, None), ("free", 0, None), ("scale", 10, 60), ("ask", 0, None), None])
        service.wait = rng.pick([0, 7, 21, 90, "ask", None]) if kind not in ("hotline", "police", "authority") else None
        service.hours = "24h" if key in ("dutydesk", "helpline", "childhosp-er", "refuge", "crisis") else rng.pick(HOURS)
        service.delivery = rng.pick(["clinic", "clinic", "both", "visits"]) if key != "telepsy" else "online"
        if kind in ("hotline", "authority", "police", "hospital"):
            service.fee, service.delivery = rng.pick([("free", 0, None), None]), "clinic" if kind != "hotline" else "online"
        service.culture = {"ko": "ko", "ar": "ar", "ru": "ru", "zh": "zh", "fr": "fr", "de": "de"}.get(tongues.split()[0], "en")
        services.append(service)
    return services


def make_practices(clinics, first_number):
    """A clinic that schools also list by its own name; the people who work there stay entities of their own."""
    practices = []
    for clinic in clinics:
        if clinic.key not in ("tidewater", "hanriver", "mina", "beacon", "lindenhof", "longwalk"):
            continue
        rng = Rng("practice", clinic.key)
        practice = Entity(f"S{first_number + len(practices):03}", "service")
        practice.profession, practice.names = "practice", [clinic.name, *clinic.others]
        practice.district, practice.address = clinic.district, clinic.address
        practice.phones, practice.mails = [clinic.phone], [f"info@{clinic.domain}.example"]
        practice.site = f"www.{clinic.domain}.example"
        practice.concerns = rng.some(["anxiety", "self-harm", "moving", "learning", "parenting", "health"], 3)
        practice.languages = [(code if code in ("ko", "en", "zh", "ar", "fr", "de", "hu") else "hi", "native") for code in clinic.tongues]
        practice.hours, practice.fee, practice.wait = "Mon-Fri", ("range", 80, 110), 21
        practice.culture = clinic.tongues[0] if clinic.tongues[0] in ("ko", "ar", "de") else "en"
        practices.append(practice)
    return practices


def make_city_people():
    clinics = [Clinic(row) for row in read(CLINICS)]
    people = special_people(clinics)
    taken = {(p.name.given[0], p.name.family[0]) for p in people}
    number = len(people)
    tries = 0
    while len(people) < PEOPLE:
        tries += 1
        rng = Rng("draw", tries)
        culture, profession = rng.weighted(CULTURE_WEIGHTS), rng.weighted(PROFESSION_WEIGHTS)
        name, _ = person_name(rng, culture)
        if (name.given[0], name.family[0]) in taken and not rng.chance(25):  # a few namesakes stay
            continue
        taken.add((name.given[0], name.family[0]))
        number += 1
        people.append(make_person(number, culture, profession, clinics, name))
    services = make_services()
    return people, services + make_practices(clinics, len(services) + 1), clinics
