"""How a school words what somebody offers: languages, ages, fees, waits, hours, dates and notes."""
from .render import ARABIC_DIGITS, words
from .terms import CONCERNS, LANGUAGES, LEVELS


def languages(entity, rng, tongue):
    if rng.chance(7):
        return ""
    known = [pair for i, pair in enumerate(entity.languages) if i == 0 or rng.chance(80)]
    shown = []
    for code, level in known:
        word = words(LANGUAGES, code, tongue, rng)
        if rng.chance(45) and not (level == "fluent" and rng.chance(60)):
            how = words(LEVELS, level, tongue, rng)
            word = f"{word} ({how})" if rng.chance(65) and not how.startswith("(") else f"{word} {how}"
        shown.append(word)
    if tongue == "de" and rng.chance(10):
        shown[-1] += "!!"
    return rng.weighted([(", ", 6), (" / ", 2), ("; ", 1), (" + ", 1)]).join(shown)


def ages(entity, rng, tongue):
    if not entity.ages or rng.chance(18):
        return rng.pick(["", "", "", "?"])
    low, high = entity.ages
    if high >= 99:
        return {"en": f"{low}+" if low else "all ages", "fr": f"dès {low} ans" if low else "tous âges", "de": f"ab {low}" if low else "alle",
                "ko": f"{low}세 이상" if low else "전 연령", "ar": f"من {low} فما فوق" if low else "كل الأعمار"}[tongue]
    ways = {"en": [f"{low}-{high}", f"{low} to {high}", f"{low}–{high} yrs", f"up to {high}" if low < 4 else f"{low}-{high}"],
            "fr": [f"{low}-{high}", f"de {low} à {high} ans", f"{low}/{high} ans"], "de": [f"{low}-{high}", f"{low} bis {high} J.", f"ab {low}"],
            "ko": [f"{low}~{high}세", f"만 {low}-{high}세"], "ar": [f"{low}-{high}", f"من {low} إلى {high} سنة"]}
    return rng.pick(ways[tongue])


def concerns(entity, rng, tongue):
    known = [c for c in entity.concerns if rng.chance(78)]
    if not known:
        return ""
    comma = "، " if tongue == "ar" else rng.weighted([(", ", 6), ("; ", 2), (" / ", 1)])
    return comma.join(words(CONCERNS, c, tongue, rng) for c in known)


def fee(entity, rng, tongue):
    if not entity.fee or rng.chance(20):
        return rng.pick(["", "", "", "?"])
    kind, low, high = entity.fee
    if low and rng.chance(15):
        low -= 10 if low > 50 else 5                                # last year's price
    ways = {
        "fixed": {"en": [f"{low}", f"{low} a session", f"{low}/50 min"], "fr": [f"{low} € la séance", f"{low}€"], "de": [f"{low}", f"{low},- pro Std."],
                  "ko": [f"{low} (50분)", f"회당 {low}"], "ar": [f"{low} للجلسة", f"{low}"]},
        "range": {"en": [f"{low}-{high}", f"{low} to {high}"], "fr": [f"{low} à {high} €", f"{low}-{high}"], "de": [f"{low}-{high}", f"ca. {low}-{high}"],
                  "ko": [f"{low}~{high}"], "ar": [f"من {low} إلى {high}"]},
        "free": {"en": ["free", "no charge", "0"], "fr": ["gratuit"], "de": ["kostenlos", "frei"], "ko": ["무료"], "ar": ["مجاني"]},
        "scale": {"en": [f"sliding scale from {low}", f"{high}, sliding scale", f"{high} ({low} for low income)"],
                  "fr": [f"selon revenus, dès {low} €"], "de": [f"{high}, gestaffelt ab {low}"], "ko": [f"{high} (소득별 {low}부터)"],
                  "ar": [f"{high} (يبدأ من {low} حسب الدخل)"]},
        "ask": {"en": ["ask", "varies"], "fr": ["nous consulter", "sur devis"], "de": ["nach Absprache"], "ko": ["문의"], "ar": ["بالاتفاق"]},
        "insurer": {"en": [f"{low}, insurer pays some", "HarbourCare insurance ok"], "fr": [f"{low} € (mutuelle)"], "de": [f"{low}, Kasse zahlt teils"],
                    "ko": ["보험 가능"], "ar": [f"{low} (تأمين)"]},
    }
    return rng.pick(ways[kind][tongue])


def wait(entity, rng, tongue):
    known = entity.wait
    if known is None or rng.chance(30):
        return rng.pick(["", "", "", "??"])
    if isinstance(known, int):
        days = max(0, known + rng.pick([0, 0, 0, -3, 7, 14]))
        if days == 0:
            return {"en": "no wait", "fr": "aucun", "de": "sofort", "ko": "즉시", "ar": "بدون انتظار"}[tongue]
        if days < 13:
            return {"en": rng.pick([f"{days} days", f"about {days} days (told in Sept)"]), "fr": f"{days} jours", "de": f"{days} Tage",
                    "ko": f"{days}일", "ar": f"{days} أيام"}[tongue]
        weeks = round(days / 7)
        if weeks > 8:
            return {"en": rng.pick(["2-3 months", "long!! 3 months"]), "fr": "2 à 3 mois", "de": "ca. 3 Monate", "ko": "2~3개월", "ar": "شهران إلى ثلاثة"}[tongue]
        return {"en": rng.pick([f"{weeks} weeks", f"about {weeks} weeks", f"{weeks}wks"]), "fr": f"environ {weeks} semaines",
                "de": rng.pick([f"{weeks} Wochen", f"ca. {weeks} Wo."]), "ko": f"약 {weeks}주",
                "ar": rng.pick([f"حوالي {weeks} أسابيع", f"حوالي {str(weeks).translate(ARABIC_DIGITS)} أسابيع"])}[tongue]
    return {"full": {"en": "full until Easter", "fr": "complet jusqu'à Pâques", "de": "voll bis Ostern", "ko": "3월까지 마감", "ar": "مكتمل حتى الربيع"},
            "january": {"en": "ring again in January", "fr": "rappeler en janvier", "de": "im Januar wieder", "ko": "1월에 다시 문의", "ar": "اتصل في يناير"},
            "ask": {"en": "ask first", "fr": "à demander", "de": "fragen", "ko": "문의 요망", "ar": "اسأل أولا"}}[known][tongue]


DAYS = {"en": "Mon Tue Wed Thu Fri Sat Sun", "fr": "lun mar mer jeu ven sam dim", "de": "Mo Di Mi Do Fr Sa So", "ko": "월 화 수 목 금 토 일",
        "ar": "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد"}


def days(text, tongue):
    for english, own in zip(DAYS["en"].split(), DAYS[tongue].split(), strict=True):
        text = text.replace(english, own)
    return text


def hours(entity, rng, tongue):
    if not entity.hours or rng.chance(25):
        return ""
    if entity.hours == "24h":
        return {"en": rng.pick(["24 h", "day and night", "24/7"]), "fr": "24h/24", "de": "rund um die Uhr", "ko": "24시간", "ar": "على مدار الساعة"}[tongue]
    if entity.hours == "evenings":
        return {"en": "evenings only", "fr": "en soirée", "de": "nur abends", "ko": "저녁만", "ar": "مساء فقط"}[tongue]
    if entity.hours == "Mon-Fri/noWed":
        return {"en": "daily except Wed afternoon", "fr": "lun-ven 9h-18h (sauf mer.)", "de": "tägl. auß. Mi. nachm.", "ko": "월-금 (수 오후 휴무)",
                "ar": "يوميا ما عدا بعد ظهر الأربعاء"}[tongue]
    span = {"en": ["9-17", "9am-5pm", "9:00 to 12:30, 14:00 to 18:00"], "fr": ["9h-18h", "8h30-12h, 14h-19h"], "de": ["8-12, 14-18", "9-17 Uhr"],
            "ko": ["10:00-19:00", "9시~18시"], "ar": ["٩-٣", "9-15"]}[tongue]
    shown = days(entity.hours.replace(",", ", " if tongue != "ko" else "·"), tongue)
    return shown if rng.chance(30) else f"{shown} {rng.pick(span)}"


def delivery(entity, rng, tongue):
    if rng.chance(25):
        return ""
    return {"clinic": {"en": ["at clinic", "own rooms"], "fr": ["au cabinet"], "de": ["Praxis"], "ko": ["내방"], "ar": ["في العيادة"]},
            "visits": {"en": ["comes to school", "visits school (Wed)"], "fr": ["se déplace à l'école"], "de": ["kommt in die Schule"],
                       "ko": ["학교 방문 가능"], "ar": ["يزور المدرسة"]},
            "online": {"en": ["online", "online only"], "fr": ["en ligne"], "de": ["nur online"], "ko": ["온라인"], "ar": ["عن بعد"]},
            "both": {"en": ["clinic + online", "clinic, school visits possible"], "fr": ["cabinet et visio"], "de": ["Praxis + online"],
                     "ko": ["내방/온라인"], "ar": ["في العيادة وعن بعد"]}}[entity.delivery][tongue][0 if rng.chance(60) else -1]


MONTHS = {"en": "Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec".split(),
          "fr": "janv. févr. mars avril mai juin juil. août sept. oct. nov. déc.".split(),
          "de": "Jan Feb Mrz Apr Mai Jun Jul Aug Sep Okt Nov Dez".split()}


def date(when, rng, tongue):
    """A date as people type it."""
    year, month, day = when
    ways = {"en": [f"{day:02}/{month:02}/{year}", f"{MONTHS['en'][month - 1]} {year}", f"{year}-{month:02}-{day:02}", f"{day} {MONTHS['en'][month - 1]} {year}"],
            "fr": [f"{day:02}/{month:02}/{year}", f"{MONTHS['fr'][month - 1]} {year}"],
            "de": [f"{day:02}.{month:02}.{year}", f"{MONTHS['de'][month - 1]} {year % 100:02}", f"{month}/{year % 100:02}"],
            "ko": [f"{year}.{month:02}.{day:02}", f"{year}년 {month}월", f"{year}-{month:02}-{day:02}"],
            "ar": [f"{day:02}/{month:02}/{year}", f"{year}-{month:02}-{day:02}", f"{day:02}/{month:02}/{year}".translate(ARABIC_DIGITS)]}
    return rng.pick(ways[tongue])


def licence(entity, rng):
    if not entity.licence or rng.chance(45):
        return ""
    letters, number = entity.licence.split("-")[1:]
    return rng.weighted([(entity.licence, 8), (f"HC {letters} {number}", 2), (f"{letters}-{number}", 1), (f"Lic. {number}", 1)])


def leaving(entity, rng, tongue):
    if not entity.leaving or rng.chance(45):
        return ""
    year, month = entity.leaving
    if month in ("6", "7"):
        shown = {"en": [f"leaving summer {year}", f"leaves June {year}", f"expat, until {month}/{year}"], "fr": [f"part à l'été {year}"],
                 "de": [f"geht im Sommer {year} weg", f"bis {month}/{year}"], "ko": [f"{year}년 {month}월 출국 예정"], "ar": [f"يغادر صيف {year}"]}
    else:
        shown = {"en": [f"contract ends {int(month):02}/{year}", f"leaves {MONTHS['en'][int(month) - 1]} {year}"], "fr": [f"part en {int(month):02}/{year}"],
                 "de": [f"bis {month}/{year}"], "ko": [f"{year}년 {month}월 귀국"], "ar": [f"يغادر {int(month):02}/{year}"]}
    text = rng.pick(shown[tongue])
    if entity.successor:
        text += {"en": ", then ", "fr": ", puis ", "de": ", danach ", "ko": ", 후임 ", "ar": "، ثم "}[tongue] + entity.successor
    return text


NOTES = {
    "en": ["answers mails the same day", "prefers a short call with the counsellor first", "very warm with teenagers", "reports are brief",
           "no lift!", "parking is hard", "do not ring before 10", "good with grandparents too", "asked twice, no answer since Easter",
           "met at the network meeting", "ask for the blue door", "secretary speaks English only", "was great in 2024, not used since",
           "invoice goes to the school", "check the phone, rings out"],
    "fr": ["reçoit aussi les parents séparément", "au deuxième étage, sans ascenseur", "rappelle le soir", "à recontacter à la rentrée",
           "très bon contact", "ne prend plus de nouveaux patients ?", "facture envoyée à l'école", "préfère le courriel", "vu à la réunion du réseau"],
    "de": ["sehr nett!", "ruft abends zurück", "nicht vor 10 anrufen", "Nummer stimmt noch?", "macht auch Elterngespräche",
           "Empfehlung von Saltmarsh", "Rechnung an Schule", "lange nicht gehört", "gut mit Jugendlichen", "Parkplatz im Hof"],
    "ko": ["친절하고 연락이 빠름", "학부모 상담도 가능", "통화보다 메일 선호", "주차 어려움", "작년에 의뢰함, 만족", "전화 확인 필요", "영어 상담 가능"],
    "ar": ["متعاونة جدا", "يفضل الرسائل", "تحقق من الرقم", "يستقبل الأهل أيضا", "لا يوجد مصعد", "اتصل بعد العاشرة", "تعاملنا معه العام الماضي"],
}


OTHER_NOTES = {"ru": ["перезвонить вечером", "говорит и по-украински", "хорошо ладит с подростками", "адрес проверить"],
               "zh": ["电话请再确认", "也接待家长", "周三可到学校"],
               "pt": ["atende também por telefone", "só à tarde, menos sexta", "confirmar morada", "habla también con los abuelos"]}


def note(rng, tongue, percent=42, culture=""):
    if not rng.chance(percent):
        return ""
    if culture in OTHER_NOTES and (tongue == "de" or culture == "pt" and tongue == "en") and rng.chance(70):
        return rng.pick(OTHER_NOTES[culture])
    first = rng.pick(NOTES[tongue])
    return first if rng.chance(80) else first + rng.pick(["; ", ". ", " - "]) + rng.pick(NOTES[tongue])
