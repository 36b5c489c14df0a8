"""How a school writes names, places and numbers: in its own tongue, in its own way, with its own slips."""
from .terms import DISTRICTS

ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def words(table, key, tongue, rng, usual=70):
    """The usual word of the tongue, sometimes another way to say it."""
    ways = table[key][tongue]
    return ways[0] if len(ways) == 1 or rng.chance(usual) else rng.pick(ways[1:])


def typo(text, rng):
    """One slip of the fingers inside a word: two letters swapped, one lost, one doubled."""
    places = [i for i in range(1, len(text) - 2) if text[i].isalpha() and text[i + 1].isalpha()]
    if not places:
        return text
    i = rng.pick(places)
    return rng.pick([text[:i] + text[i + 1] + text[i] + text[i + 2:], text[:i] + text[i + 1:], text[:i] + text[i] + text[i:]])


# --- names -----------------------------------------------------------------------------------------------------------

def latin_parts(name, rng, tongue):
    """Given and family name in Latin letters; each school has its own way to transliterate."""
    def way(ways, spread):
        return ways[0] if len(ways) == 1 or rng.chance(100 - spread) else rng.pick(ways[1:])
    spread = 45 if name.native else 18
    given, family = way(name.given, spread), way(name.family, spread)
    if tongue == "fr" and name.native:
        family = name.family[-1]
    if tongue == "de" and name.native and len(name.family) > 1:
        family = name.family[1]
    if name.former and rng.chance(25):
        family = name.former if rng.chance(70) else f"{family}-{name.former}"
    return given, family


def title(name, rng, tongue):
    if not name.title or rng.chance(25):
        return ""
    if tongue == "ar":
        return "د. "
    if tongue == "fr":
        return rng.pick(["Dr ", "Dr ", "Docteur "]) if name.title == "doctor" else ""
    if tongue == "de":
        return rng.pick(["Dr. ", "Dr. med. "]) if name.title == "doctor" else "Dr. "
    return rng.pick(["Dr ", "Dr. "])


def latin_name(name, rng, tongue):
    given, family = latin_parts(name, rng, tongue)
    if rng.chance(7):
        given = given[0] + "."
    if rng.chance(4):
        family = typo(family, rng)
    shape = rng.weighted([("natural", 12), ("western", 4), ("comma", 3), ("caps", 2)])
    natural = f"{family} {given}" if name.order == "fg" else f"{given} {family}"
    full = {"natural": natural, "western": f"{given} {family}", "comma": f"{family}, {given}",
            "caps": f"{family.upper()} {given}"}[shape]
    head = title(name, rng, tongue)
    if name.title == "doctor" and rng.chance(6):
        return full + ", MD"
    return head + full


def person_name(name, rng, tongue, native_for=(), culture=""):
    """native_for: cultures whose own script this school likes to use."""
    if name.native and culture in native_for:
        head = title(name, rng, "ar") if culture == "ar" else ""
        native = head + name.native
        if rng.chance(55):
            return native
        latin = latin_name(name, rng, tongue)
        return rng.pick([f"{native} {latin}", f"{native} ({latin})", f"{latin} / {native}"])
    for form in name.forms:
        if script(form) == tongue:
            return form
    return latin_name(name, rng, tongue)


def script(text):
    """The tongue whose letters these are; None for letters that every list may hold."""
    if any("\uac00" <= c <= "\ud7a3" for c in text):
        return "ko"
    return "ar" if any("\u0600" <= c <= "\u06ff" for c in text) else None


def service_name(names, rng, tongue):
    own = [n for n in names if script(n) == tongue]
    if own and rng.chance(75):
        return own[0] if rng.chance(70) else f"{own[0]} ({names[0]})"
    rest = [n for n in names if script(n) in (None, tongue)]
    return names[0] if rng.chance(45) else rng.pick(rest)


# --- places and reach ------------------------------------------------------------------------------------------------

def address(entity, rng, tongue, with_district=True):
    if not entity.address:
        return ""
    street, number, extra = entity.address
    if tongue == "en" and rng.chance(30):
        street = street.replace("Street", "St").replace("Road", "Rd").replace("Lane", "Ln").replace("Avenue", "Ave.")
    if rng.chance(5):
        street = typo(street, rng)
    line = {"en": f"{number} {street}", "fr": f"{number}, {street}", "de": f"{street} {number}", "ko": f"{number} {street}",
            "ar": f"{number} {street}"}[tongue]
    if extra and rng.chance(55):
        extra = {"2nd floor": {"fr": "2e étage", "de": "2. Stock", "ko": "2층", "ar": "الطابق الثاني"}}.get(extra, {}).get(tongue, extra)
        line += ", " + extra
    if with_district and rng.chance(70):
        place = DISTRICTS[entity.district][tongue]
        line = {"ko": f"{place}, {line}", "ar": f"{line}، {place}"}.get(tongue, f"{line}, {place}")
    return line


def phone(number, rng, tongue, slips=True):
    number, _, extension = number.partition("x")
    if slips and rng.chance(3) and number.startswith("555"):
        return number[:3] + " " + number[3:5]                      # too short
    if slips and rng.chance(3):
        number = number[:-2] + number[-1] + number[-2]             # two digits swapped
    if number.startswith("555"):
        a, b, c = number[:3], number[3:5], number[5:]
        shown = rng.weighted([(f"{a} {b}{c}", 9), (f"{a}-{b}{c}", 3), (f"{a}{b}{c}", 2), (f"+999 {a} {b}{c}", 3),
                              (f"00999 {a} {b} {c}", 1), (f"{a} {b} {c}" if tongue == "fr" else f"{a} {b}{c}", 4)])
    else:
        a, b, c = number[3:6], number[6:9], number[9:]
        shown = rng.weighted([(f"+999 {a} {b} {c}", 8), (f"+999{a}{b}{c}", 2), (f"00999 {a} {b} {c}", 2), (f"(+999) {a}-{b}-{c}", 2),
                              (f"+999 {a} {b}{c}", 2)])
    if extension:
        shown += {"fr": " poste ", "de": " DW ", "ko": " (내선 "}.get(tongue, " ext. ") + extension + (")" if tongue == "ko" else "")
    if tongue == "ar" and rng.chance(22):
        shown = shown.translate(ARABIC_DIGITS)
    return shown


def numbers(entity, rng, outdated=20):
    """Which of the numbers this school knows; an old one where the professional has changed it."""
    if entity.old_phone and rng.chance(outdated * 2):
        return [entity.old_phone]
    if rng.chance(6):
        return []
    return entity.phones if len(entity.phones) == 1 or rng.chance(40) else [rng.pick(entity.phones)]


def mail(entity, rng):
    if not entity.mails or rng.chance(22):
        return ""
    box = rng.pick(entity.mails)
    if entity.clinic and rng.chance(15):
        box = f"info@{entity.clinic.domain}.example"
    if rng.chance(3):
        return box.replace("@", rng.pick(["(at)", " @ ", "[at]"]))
    if rng.chance(3):
        name, _, host = box.partition("@")
        return typo(name, rng) + "@" + host
    return box.upper() if rng.chance(2) else box


def clinic_name(clinic, rng, tongue):
    ways = [clinic.name] + [n for n in clinic.others if script(n) in (None, tongue) and (tongue == "de" or max(n) < "\u0250")]
    shown = clinic.name if rng.chance(55) else rng.pick(ways)
    return typo(shown, rng) if rng.chance(4) else shown
