"""Six schools write down the people and services they know; each in its own file, tongue and disorder."""
import unicodedata

from . import render
from .entities import Entity
from .listing import cards
from .sheets import Day, Number, Rich, column, text_rows

ENGLISH_SECTIONS = [
    ("Psychologists, psychiatrists, therapists", {"child-psychologist", "clinical-psychologist", "psychotherapist", "psychiatrist", "family", "art",
                                                  "addiction", "behaviour"}),
    ("Speech, learning, occupational", {"speech", "occupational", "educational-psychologist", "dyslexia", "tutor", "career"}),
    ("Doctors and health", {"paediatrician", "gp", "dietitian", "physio", "nurse", "hospital", "practice"}),
    ("Law, police, authorities", {"lawyer", "authority", "police", "legal-aid", "mediator", "social-worker"}),
    ("Community, helplines, everything else", {"hotline", "centre", "charity", "club", "interpreter", "youth", "chaplain"})]


def lantern_hill(listed, clinics):
    """XLSX: three title rows, sections in merged cells, phones as numbers, one clinic merged over its people."""
    header = ["Name", "Profession", "Clinic / organisation", "Address", "Area", "Tel.", "Mobile", "E-mail", "Web", "Languages", "Ages", "Helps with",
              "Fee", "Wait", "Hours", "How", "Licence no.", "Valid to", "Leaving?", "Notes (school only)", "Last checked"]
    rows = {1: ["Lantern Hill International School: counselling team"],
            2: [Rich("Outside help. ", "Ask Mara before you share this!", " Saved 30 Oct 2026")], 4: header}
    merges, bold, truth, at = ["A1:U1", "A2:U2"], {1, 4}, [], 5
    native = {"ko": 45, "ar": 30, "ru": 25, "zh": 45}
    everyone = cards("lantern-hill", listed, "en", native, clinics, ("fr", "ko"), 3, twice=3)
    for heading, professions in ENGLISH_SECTIONS:
        rows[at] = [heading]
        merges.append(f"A{at}:U{at}")
        bold.add(at)
        at += 1
        group = [c for c in everyone if c.entity.profession in professions]
        group.sort(key=lambda c: (c.clinic.name if c.clinic else "~", c.entity.key))
        first = at
        for i, card in enumerate(group):
            rows[at] = _lantern_row(card)
            truth.append((at, card))
            following = group[i + 1] if i + 1 < len(group) else None
            if following is None or following.clinic is not card.clinic or card.clinic is None:
                if card.clinic and at - first >= 2:
                    rows[first][2] = card.clinic.name
                    for later in range(first + 1, at + 1):
                        rows[later][2] = ""
                    merges.append(f"C{first}:C{at}")
                first = at + 1
            at += 1
        at += 1                                                   # an empty row between sections
    rows[at] = ["End of list. Please do not sort, the merged cells break."]
    widths = [26, 24, 26, 28, 14, 14, 16, 28, 22, 30, 9, 30, 16, 16, 18, 16, 15, 12, 20, 34, 12]
    return header, rows, merges, bold, truth, widths


def _lantern_row(card):
    rng = card.rng
    fixed = [p for p, n in zip(card.phone, card.phones, strict=True) if n.startswith("555")]
    mobile = [n for n in card.phones if not n.startswith("555")]
    tel = fixed[0] if fixed else ""
    if tel and card.phones[0].startswith("555") and "x" not in card.phones[0] and len(tel) > 6 and rng.chance(55):
        tel = Number(int(card.phones[0]))
    cell = card.phone[-1] if mobile else ""
    if mobile and rng.chance(50):
        cell = Number(int(mobile[0]))
    checked = Day(*card.checked) if card.checked and rng.chance(55) else card.checked_text
    fee = Number(int(card.fee)) if card.fee.isdigit() else card.fee
    ages = card.ages
    low, _, high = ages.partition("-")
    if low.isdigit() and high.isdigit() and 0 < int(low) <= 12 and int(high) <= 28 and rng.chance(25):
        ages = Day(2026, int(low), int(high))                       # the spreadsheet took "6-12" for a date
    return [card.name, card.profession, card.organisation, card.address, card.area, tel, cell, card.mail, card.site, card.languages, ages,
            card.concerns, fee, card.wait, card.hours, card.delivery, card.licence, card.licence_until(), card.leaving, card.note, checked]


def vieux_port(listed, clinics):
    """CSV, semicolon, Windows-1252: surname and first name apart, everything in Latin letters."""
    header = ["Nom", "Prénom", "Profession", "Cabinet / Organisme", "Adresse", "Tél.", "Courriel", "Site", "Langues parlées", "Âges",
              "Motifs de consultation", "Tarif", "Délai", "Horaires", "Lieu", "N° d'enregistrement", "Départ prévu", "Remarques", "Vérifié le"]
    rows, truth = [header], [None]
    everyone = cards("vieux-port", listed, "fr", {}, clinics, ("en",), 6, twice=2)
    everyone.sort(key=lambda c: western(c.family or c.name).lower())
    for card in everyone:
        rng, entity = card.rng, card.entity
        if entity.kind == "person":
            family = card.family.upper() if rng.chance(50) else card.family
            if entity.name.former and family.lower() != entity.name.former.lower() and rng.chance(40):
                family = f"{family} (née {entity.name.former})"
            given = render.title(entity.name, rng, "fr") + (card.given[0] + "." if rng.chance(6) else card.given)
        else:
            family, given = card.name, ""
        rows.append([family, given, card.profession, card.organisation, card.address, rng.pick([" / ", " ou "]).join(card.phone), card.mail, card.site,
                     card.languages, card.ages, card.concerns, card.fee, card.wait, card.hours, card.delivery, card.licence, card.leaving, card.note,
                     card.checked_text])
        truth.append(card)
    rows = [[western(cell) for cell in row] for row in rows]
    text, starts = text_rows(rows, ";", "\r\n")
    return header, text.encode("cp1252"), [(s, i + 1, c) for i, (s, c) in enumerate(zip(starts, truth, strict=True)) if c]


def western(text):
    """What Windows-1252 can hold; the rest loses its accent, as it does in a French office program."""
    out = []
    for c in text:
        try:
            c.encode("cp1252")
            out.append(c)
        except UnicodeEncodeError:
            base = {"ı": "i", "Đ": "D", "đ": "d", "ł": "l", "Ł": "L"}.get(c) or unicodedata.normalize("NFD", c)[0]
            out.append(base if base.isascii() else "?")
    return "".join(out)


def ropewalk(listed, clinics):
    """CSV, comma, UTF-8 without a mark: line breaks inside quotes, ragged rows, phone and mail in one cell."""
    header = ["Full name", "Role", "Organisation", "Address", "Phone(s)", "E-mail / web", "Languages", "Age range", "Concerns", "Cost", "Waiting list",
              "Availability", "Delivery", "Credentials", "Moving on?", "Notes", "Date verified"]
    rows, truth = [header], [None]
    native = {"ko": 20, "ar": 20, "ru": 30, "zh": 40}
    for card in cards("ropewalk", listed, "en", native, clinics, ("fr", "de"), 8, twice=5):
        rng = card.rng
        address = card.address.replace(", ", "\n", 1) if card.tongue != "fr" and rng.chance(30) else card.address
        phone = rng.pick(["\n", "; ", " / "]).join(card.phone)
        if len(card.phone) == 1 and rng.chance(8):
            phone += "\n(ring twice)"
        reach = "\n".join(x for x in (card.mail, card.site) if x)
        credentials = card.licence + (f" (exp. {card.licence_until()})" if card.licence and card.entity.licence_until and rng.chance(60) else "")
        note = card.note
        if note and rng.chance(30):
            note += '\nsaid: "' + rng.pick(["call me any time", "no new families before May", "send a short letter first"]) + '"'
        row = [card.name, card.profession, card.organisation, address, phone, reach, card.languages, card.ages, card.concerns, card.fee, card.wait,
               card.hours, card.delivery, credentials, card.leaving, note, card.checked_text]
        if rng.chance(20):
            row[-1] = row[-1] if rng.chance(30) else ""
            while row[-1] == "":
                row.pop()                                           # short rows: the empty end is missing
        elif rng.chance(5):
            row.append(rng.pick(["see Theo", "old list", ""]))       # long rows: one cell beyond the header
        rows.append(row)
        truth.append(card)
    text, starts = text_rows(rows, ",", "\n")
    return header, (text + "\n\n").encode("utf-8"), [(s, i + 1, c) for i, (s, c) in enumerate(zip(starts, truth, strict=True)) if c]


def north_quay(listed, clinics):
    """Tab-separated UTF-16LE with a mark, as a spreadsheet's "Unicode text": German headings, one column without any."""
    header = ["Name/Praxis", "Beruf", "Praxis / Träger", "Adresse", "Tel.", "Mail", "Sprachen", "Alter", "Hilft bei", "€", "Wartezeit", "Zeiten",
              "Lizenz", "geht weg?", "Stand", "Anm.", ""]
    rows, truth = [header], [None]
    native = {"ru": 85, "zh": 80, "ko": 25, "ar": 15}
    for card in cards("north-quay", listed, "de", native, clinics, ("en",), 12, twice=3):
        rng = card.rng
        phone = rng.pick([" o. ", " / ", ", "]).join(card.phone)
        rows.append([card.name, card.profession, card.organisation, card.address, phone, card.mail, card.languages, card.ages, card.concerns, card.fee,
                     card.wait, card.hours, card.licence, card.leaving, card.checked_text, card.note, rng.pick(["", "", "x", "(x)", ""])])
        truth.append(card)
    both = TwoInOne("P007+P008")
    rows.insert(27, ["Dr. Weidemann, J. / Fr. Sommer", "Logopädie", "Hafen-Logopädie", "", "555 0188", "info@hafenlogo.example", "D, E, bisschen F", "",
                     "Sprache/Stottern", "80-110", "", "Mo-Fr 8-12, 14-18", "", "", "Mai 24", "sehr nett!", "x"])
    truth.insert(27, both)
    text, starts = text_rows(rows, "\t", "\r\n")
    return header, b"\xff\xfe" + text.encode("utf-16-le"), [(s, i + 1, c) for i, (s, c) in enumerate(zip(starts, truth, strict=True)) if c]


class TwoInOne:
    """A row that names two people in one cell."""

    def __init__(self, key):
        self.entity = Entity(key, "person")


def harbour_korean(listed, clinics):
    """XLSX: Korean and English headings, Korean name and English name apart, clinics merged over their people."""
    header = ["이름 (Name)", "영문 이름 (English name)", "직업 (Profession)", "기관 (Clinic)", "주소 (Address)", "전화 (Phone)", "이메일 (Email)",
              "언어 (Languages)", "연령 (Ages)", "상담 분야 (Concerns)", "비용 (Fee)", "대기 (Wait)", "시간 (Hours)", "방식 (How)", "면허 (Licence)",
              "이동 계획 (Leaving)", "비고 (Notes)", "확인일 (Checked)"]
    rows, merges, truth, at = {1: ["하버 한국학교 외부 전문가 목록 (2026.11)"], 2: header}, ["A1:R1"], [], 3
    everyone = cards("harbour-korean-school", listed, "ko", {"ko": 100}, clinics, ("en",), 8, twice=1)
    everyone.sort(key=lambda c: (c.clinic.name if c.clinic else "~", c.entity.key))
    first = at
    for i, card in enumerate(everyone):
        rng, entity = card.rng, card.entity
        native = entity.name.native if entity.kind == "person" and entity.culture == "ko" else ""
        if entity.kind == "service":
            name, english = card.name, entity.names[0] if card.name != entity.names[0] and rng.chance(50) else ""
        elif native:
            name, english = native + (" 선생님" if rng.chance(12) else ""), render.latin_name(entity.name, rng, "en") if rng.chance(65) else ""
        else:
            name, english = (card.name, "") if render.script(card.name) or rng.chance(60) else ("", card.name)
        phone = Number(int(card.phones[0])) if len(card.phones) == 1 and "x" not in card.phones[0] and rng.chance(25) else ", ".join(card.phone)
        checked = Day(*card.checked) if card.checked and rng.chance(60) else card.checked_text
        rows[at] = [name, english, card.profession, card.organisation, card.address, phone, card.mail, card.languages, card.ages, card.concerns,
                    card.fee, card.wait, card.hours, card.delivery, card.licence, card.leaving, card.note, checked]
        truth.append((at, card))
        following = everyone[i + 1] if i + 1 < len(everyone) else None
        if following is None or following.clinic is not card.clinic or card.clinic is None:
            if card.clinic and at - first >= 2:
                rows[first][3] = card.clinic.name
                for later in range(first + 1, at + 1):
                    rows[later][3] = ""
                merges.append(f"{column(3)}{first}:{column(3)}{at}")
            first = at + 1
        at += 1
    widths = [14, 20, 22, 26, 30, 18, 28, 28, 10, 24, 16, 12, 20, 14, 14, 18, 26, 12]
    return header, rows, merges, truth, widths


def al_manara(listed, clinics):
    """CSV, UTF-8 with a mark: Arabic and English headings, Arabic digits, the heading once more in the middle."""
    header = ["الاسم / Name", "المهنة / Profession", "المؤسسة / Organisation", "العنوان / Address", "الهاتف / Phone", "البريد / Email",
              "اللغات / Languages", "العمر / Ages", "المجالات / Helps with", "الرسوم / Fee", "الانتظار / Wait", "الأوقات / Hours", "الطريقة / How",
              "الترخيص / Licence", "المغادرة / Leaving", "ملاحظات / Notes", "تاريخ التحقق / Checked on"]
    rows, truth = [header], [None]
    for i, card in enumerate(cards("al-manara-academy", listed, "ar", {"ar": 85}, clinics, ("en",), 18, twice=2)):
        if i == 40:
            rows.append(header)
            truth.append(None)
        phone = card.rng.pick([" / ", " - ", "، "]).join(card.phone)
        rows.append([card.name, card.profession, card.organisation, card.address, phone, card.mail, card.languages, card.ages, card.concerns, card.fee,
                     card.wait, card.hours, card.delivery, card.licence, card.leaving, card.note, card.checked_text])
        truth.append(card)
    text, starts = text_rows(rows, ",", "\r\n")
    return header, b"\xef\xbb\xbf" + text.encode("utf-8"), [(s, i + 1, c) for i, (s, c) in enumerate(zip(starts, truth, strict=True)) if c]
