"""city.json: the network, its members, the people who sign in, and what has happened so far. Days count from today."""

from .terms import DISTRICTS, POSITIONS

LANGUAGES = ("en", "fr", "ko", "ar")


def _in(en, fr, ko, ar):
    return dict(zip(LANGUAGES, (en, fr, ko, ar), strict=True))


NETWORK = {
    "key": "harbour-city",
    "name": "Harbour City Schools' Network",
    "names": _in("Harbour City Schools' Network", "Réseau des écoles de Harbour City", "하버시티 학교 네트워크", "شبكة مدارس هاربر سيتي"),
    "acronym": "HCSN",
    "kind": "City network",
    "area": "Harbour City",
    "countryCode": "XH",
    "callingCode": "999",
    "zone": "Europe/Lisbon",
    "languages": ["en", "fr", "ko", "ar"],
    "foundedDay": -1170,
    "about": "Six international schools and their partners who keep one list of help, meet every month and learn from each other.",
    "logo": {"initials": "HC", "colour": "#1f5f6b"},
    "emergency": [
        {"number": "112", "label": _in("Police and ambulance", "Police et ambulance", "경찰, 구급차", "الشرطة والإسعاف"),
         "hours": "day and night", "first": True},
        {"number": "555 0140", "label": _in("Child protection duty desk", "Permanence de la protection de l'enfance", "아동보호 긴급전화", "مكتب مناوبة حماية الطفل"),
         "hours": "day and night", "first": True},
        {"number": "555 0199", "label": _in("Children's own helpline", "Ligne d'écoute des enfants", "어린이 상담전화", "خط نجدة الطفل"),
         "hours": "day and night", "first": False},
    ],
    "emergencyCheckedDay": -15,
    "duty": {
        "sentence": _in(
            "Whoever works in a school here must report a reasonable suspicion that a child is being harmed on the same day.",
            "Toute personne travaillant dans une école ici doit signaler le jour même tout soupçon raisonnable de mauvais traitement d'un enfant.",
            "이곳의 학교에서 일하는 사람은 아동이 해를 입고 있다는 합리적인 의심이 들면 당일에 신고해야 합니다.",
            "كل من يعمل في مدرسة هنا ملزم بالإبلاغ في اليوم نفسه عن كل شبهة معقولة بأن طفلا يتعرض للأذى."),
        "law": "Children's Care Act, section 14",
    },
}

# key | kind | name | acronym | legal form | district | address | phone | domain | languages | initials | colour | membership | since
ORGANISATIONS = """
lantern-hill | School | Lantern Hill International School | LHIS | Foundation | Lantern Hill | 4 Beacon Avenue | 555 0110 | lanternhill | en | LH | #8a4b12 | core | -1170
vieux-port | School | École du Vieux Port | EVP | Association | Old Port | 21 Anchor Street | 555 0112 | vieuxport | fr en | VP | #1d4e89 | core | -1170
ropewalk | School | Ropewalk International College | RIC | Limited company | Ropewalk | 60 Long Walk | 555 0114 | ropewalk | en | RW | #6a1b4d | core | -1170
north-quay | School | North Quay Community School | NQCS | Public school | North Quay | 3 Bollard Way | 555 0123 | northquay | en de | NQ | #2f5d34 | core | -1100
harbour-korean-school | School | Harbour Korean School | HKS | Parents' association | University Quarter | 17 Botanic Road | 555 0116 | harbourkorean | ko en | HK | #5b3a8c | core | -640
al-manara-academy | School | Al-Manara Academy | AMA | Foundation | Saltmarsh | 9 Heron Road | 555 0118 | almanara | ar en | AM | #7a2e2e | core | -310
child-protection-office | Authority | Child Protection Office | CPO | City authority | Old Port | 3 Lighterman Street | 555 0147 | cpo | en fr | CP | #37474f | observer | -900
youth-club | Ngo | Harbour Youth Club | HYC | Charity | Saltmarsh | 30 Sluice Road | 555 0149 | hyc | en | YC | #8a3b00 | affiliate | -700
interfaith | FaithBody | Interfaith Family Table | IFT | Round table of five congregations | Ropewalk | 8 Tarry Lane | 555 0165 | interfaith | en ar | IF | #4e5d1a | affiliate | -420
tea-table | InformalGroup | Saltmarsh Parents' Tea Table | | None | Saltmarsh | | | teatable | en | TT | #9c2a5b | affiliate | -200
tidewater | Practice | Tidewater Family Practice | TFP | Partnership of practitioners | Old Port | 12 Chandlers Row, 2nd floor | 555 0170 | tidewater | en ko | TW | #00585c | affiliate | -530
network-office | CommunityGroup | Harbour City Schools' Network, office | HCSN | Association of the member schools | Old Port | 1 Customs Steps | 555 0120 | hcsn | en | HC | #1f5f6b | affiliate | -1170
"""
NAMES = {
    "vieux-port": {"fr": "École du Vieux Port", "en": "École du Vieux Port"},
    "harbour-korean-school": {"ko": "하버 한국학교", "en": "Harbour Korean School"},
    "al-manara-academy": {"ar": "أكاديمية المنارة", "en": "Al-Manara Academy"},
    "child-protection-office": _in("Child Protection Office", "Office de protection de l'enfance", "아동보호국", "مكتب حماية الطفل"),
    "interfaith": {"en": "Interfaith Family Table", "ar": "مائدة الأديان للأسرة"},
    "tidewater": {"en": "Tidewater Family Practice", "ko": "타이드워터 가족의원"},
}

# key | name | own script | mail | language | what to look at first | posts: organisation, role, title, from day, until day, deputy of
PEOPLE = """
samira | Samira Benyoucef | سميرة بن يوسف | samira@hcsn.example | en | The joint list: what was imported, which pairs wait, who leaves this year. | network-office, NetworkCoordinator, Network coordinator, -900, ,
ivo | Ivo Marchetti | | ivo@hcsn.example | en | The machine room: jobs, backups, mail. No content. | network-office, Operator, System operator, -640, ,
mara | Mara Lindqvist | | m.lindqvist@lanternhill.example | en | A lead's morning: what waits, find help, the school's own list. | lantern-hill, SafeguardingLead, Designated safeguarding lead, -1300, ,
tomas | Tomás Abreu | | t.abreu@lanternhill.example | en | Find help for a family; stands in for the lead. | lantern-hill, Counsellor, Counsellor, -1000, , ; lantern-hill, SafeguardingLead, Deputy safeguarding lead, -440, , mara
jo | Jo Castellan | | j.castellan@lanternhill.example | en | A teacher's view: little, and quick. | lantern-hill, Teacher, Class teacher Year 8, -450, ,
ines | Ines Falkenrath | | head@lanternhill.example | en | What a head sees on one page. | lantern-hill, SeniorLeader, Head of School, -820, ,
seun | Seun Adebayo-Hart | | dpo@lanternhill.example | en | Who read what, and why. | lantern-hill, DataProtectionOfficer, Data protection officer, -500, ,
rosalind | Rosalind Petty | | r.petty@lanternhill.example | en | A post that ended last summer: she can sign in and sees only her own account. | lantern-hill, Counsellor, Counsellor, -1500, -140,
helene | Hélène Castaing | | h.castaing@vieuxport.example | fr | The pages in French. | vieux-port, SafeguardingLead, Référente protection de l'enfance, -980, ,
bastien | Bastien Morvan | | b.morvan@vieuxport.example | en | Speaks for Hélène in the network when she is away. | vieux-port, Counsellor, Conseiller d'éducation, -760, , ; vieux-port, SafeguardingLead, Suppléant de la référente, -420, , helene
odile | Odile Perrachon | | direction@vieuxport.example | en | Head of a second school. | vieux-port, SeniorLeader, Directrice, -1100, ,
lucas | Lucas Thévenard | | l.thevenard@vieuxport.example | en | A teacher in a French school. | vieux-port, Teacher, Professeur principal 4e, -430, ,
theo | Theo Vance | | t.vance@ropewalk.example | en | Hosts this month's network meeting. | ropewalk, SafeguardingLead, Designated safeguarding lead, -890, ,
nari | Nari Bhatt | | n.bhatt@ropewalk.example | en | Two posts at two schools: switch between them and see that rights do not add up. | ropewalk, Counsellor, Counsellor, -700, , ; al-manara-academy, Counsellor, Visiting counsellor, -80, ,
kaan | Kaan Yıldız | | k.yildiz@ropewalk.example | en | A teacher with an eye for pupils' voice. | ropewalk, Teacher, Teacher Year 6, -300, ,
margaret | Margaret Oyelaran | | principal@ropewalk.example | en | Head of the college. | ropewalk, SeniorLeader, Principal, -640, ,
piotr | Piotr Zalewicz | | dpo@ropewalk.example | en | Data protection at Ropewalk. | ropewalk, DataProtectionOfficer, Data protection officer, -360, ,
anke | Anke Brodersen | | a.brodersen@northquay.example | en | Keeps the German list with the column that nobody named. | north-quay, SafeguardingLead, Kinderschutzbeauftragte, -1050, ,
dmitri | Dmitri Levchenko | Дмитрий Левченко | d.levchenko@northquay.example | en | Counsellor for families who have just arrived. | north-quay, Counsellor, School counsellor, -210, ,
weiling | Wei-Ling Tan | 陈慧玲 | wl.tan@northquay.example | en | A teacher at North Quay. | north-quay, Teacher, Class teacher 7b, -500, ,
desmond | Desmond Achterberg | | leitung@northquay.example | en | His school has named nobody for the next meeting. | north-quay, SeniorLeader, Head, -1200, ,
karin | Karin Holm-Esser | | k.holm@northquay.example | en | Left last summer; her listings stay with the school. | north-quay, Counsellor, School counsellor, -1100, -145,
jihoon | Park Ji-hoon | 박지훈 | jh.park@harbourkorean.example | ko | The pages in Korean. | harbour-korean-school, SafeguardingLead, 아동보호 책임자, -620, ,
sua | Lee Su-a | 이수아 | sa.lee@harbourkorean.example | en | Counsellor who knows every Korean-speaking professional. | harbour-korean-school, Counsellor, Counsellor, -410, ,
minseok | Jung Min-seok | 정민석 | principal@harbourkorean.example | en | Head of the Korean school. | harbour-korean-school, SeniorLeader, Head, -640, ,
grace | Grace Oh | 오은혜 | eh.oh@harbourkorean.example | en | A teacher at the Korean school. | harbour-korean-school, Teacher, Form teacher, -380, ,
amina | Amina Al-Rashid | أمينة الراشد | a.alrashid@almanara.example | ar | The pages in Arabic, from right to left. | al-manara-academy, SafeguardingLead, مسؤولة حماية الطفل, -310, ,
sami | Sami Khoury | سامي خوري | s.khoury@almanara.example | en | Counsellor and the lead's deputy. | al-manara-academy, Counsellor, Counsellor, -305, , ; al-manara-academy, SafeguardingLead, Deputy safeguarding lead, -100, , amina
hind | Hind Al-Bakri | هند البكري | head@almanara.example | en | Head of the newest member school. | al-manara-academy, SeniorLeader, Head, -310, ,
ruth | Ruth Adeyemi-Ross | | r.adeyemiross@almanara.example | en | A teacher at Al-Manara. | al-manara-academy, Teacher, Teacher Year 9, -290, ,
dana | Dana Whitlock | | d.whitlock@cpo.example | en | An officer of the authority, a guest. | child-protection-office, Outsider, Child protection officer, -900, ,
piet | Piet Oduya | | p.oduya@hyc.example | en | Runs the youth club. | youth-club, Outsider, Head of youth work, -700, ,
miriam | Miriam Okafor-Lund | | miriam@interfaith.example | en | Brings five congregations to one table. | interfaith, PartnerContact, Convenor, -420, ,
lerato | Lerato Strand | | lerato@teatable.example | en | Speaks for a group without a letterhead. | tea-table, PartnerContact, Host of the tea table, -200, ,
haeun | Kim Ha-eun | 김하은 | h.kim@tidewater.example | en | A professional who answers by herself. | tidewater, Outsider, Child and adolescent psychologist, -530, ,
"""

# file | sheet | school | audience | format | encoding | separator | heading on line | language | sharing
LISTS = """
lists/lantern-hill.xlsx | Outside help | lantern-hill | outside | xlsx | | | 4 | en | network
lists/lantern-hill.xlsx | Inside staff | lantern-hill | inside | xlsx | | | 3 | en | own-school
lists/vieux-port.csv | | vieux-port | outside | csv | windows-1252 | semicolon | 1 | fr | network
lists/vieux-port-inside.csv | | vieux-port | inside | csv | windows-1252 | semicolon | 1 | fr | own-school
lists/ropewalk.csv | | ropewalk | outside | csv | utf-8 | comma | 1 | en | network
lists/ropewalk-inside.csv | | ropewalk | inside | csv | utf-8 | comma | 1 | en | own-school
lists/north-quay.tsv | | north-quay | outside | csv | utf-16le | tab | 1 | de | own-school
lists/north-quay-inside.tsv | | north-quay | inside | csv | utf-16le | tab | 1 | de | own-school
lists/harbour-korean-school.xlsx | 외부 전문가 | harbour-korean-school | outside | xlsx | | | 2 | ko | network
lists/harbour-korean-school.xlsx | 교내 담당자 | harbour-korean-school | inside | xlsx | | | 1 | ko | own-school
lists/al-manara-academy.csv | | al-manara-academy | outside | csv | utf-8 | comma | 1 | ar | named-schools
lists/al-manara-academy-inside.csv | | al-manara-academy | inside | csv | utf-8 | comma | 1 | ar | own-school
"""
NAMED_SCHOOLS = {"al-manara-academy": ["lantern-hill", "vieux-port"]}

# day | kind | organisation | person | about (names only what stands in the lists or above) | due day
HISTORY = """
-1170 | network-founded | network-office | | Three schools found the network: Lantern Hill, École du Vieux Port and Ropewalk. |
-1100 | organisation-joined | north-quay | desmond | North Quay Community School joins. |
-900 | organisation-joined | child-protection-office | dana | The Child Protection Office becomes an observer; Lantern Hill is its liaison school. |
-640 | organisation-joined | harbour-korean-school | minseok | Harbour Korean School joins. |
-380 | list-imported | lantern-hill | mara | Lantern Hill brings its list in. |
-371 | list-imported | ropewalk | theo | Ropewalk brings its list in. |
-366 | list-imported | vieux-port | bastien | École du Vieux Port brings its list in. |
-310 | organisation-joined | al-manara-academy | hind | Al-Manara Academy joins. |
-294 | list-imported | harbour-korean-school | sua | Harbour Korean School brings its list in. |
-260 | list-imported | al-manara-academy | sami | Al-Manara Academy brings its list in, for two named schools. |
-145 | post-ended | north-quay | karin | Karin Holm-Esser leaves North Quay; nobody has taken over her twelve contacts. |
-140 | post-ended | lantern-hill | rosalind | Rosalind Petty leaves Lantern Hill; Tomás Abreu keeps her contacts. |
-80 | post-began | al-manara-academy | nari | Nari Bhatt begins at Al-Manara on two days a week. |
-21 | entry-confirmed | tidewater | haeun | Kim Ha-eun confirms her own entry and says when she leaves. |
-15 | emergency-checked | network-office | samira | The emergency numbers of the city were rung and are right. |
-9 | list-imported | north-quay | anke | North Quay brings its list in; some rows are held. |
-7 | question-asked | lantern-hill | mara | Question to the network: sleep and phones in boarding. |
-2 | overdue | al-manara-academy | sami | Four entries should have been confirmed two days ago. | -2
0 | waiting | north-quay | desmond | Nobody is named for the next network meeting. | 0
55 | credential-ends | north-quay | | The licence of Ekaterina Soboleva runs out. | 55
90 | leaving-soon | tidewater | | Successor is shown beside Kim Ha-eun from now on: Park Seo-yeon. | 90
222 | leaving | tidewater | haeun | Kim Ha-eun leaves the city. | 222
"""


def _table(text):
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]


def _number(text):
    return int(text) if text else None


def organisations():
    made = []
    for key, kind, name, acronym, form, district, address, phone, domain, tongues, initials, colour, membership, since in _table(ORGANISATIONS):
        made.append({
            "key": key, "kind": kind, "name": name, "names": NAMES.get(key, {"en": name}), "acronym": acronym or None, "legalForm": form,
            "area": "Harbour City", "district": next(k for k, words in DISTRICTS.items() if words["en"] == district), "address": f"{address}, {district}, Harbour City" if address else None,
            "countryCode": "XH", "callingCode": "999", "phone": phone or None,
            "mail": f"office@{domain}.example", "website": f"https://www.{domain}.example", "languages": tongues.split(),
            "zone": "Europe/Lisbon", "logo": {"initials": initials, "colour": colour},
            "membership": {"kind": membership, "fromDay": int(since), "existenceListed": key != "tea-table", "founding": int(since) == -1170
                           and kind == "School"},
        })
    return made


def people():
    made = []
    for key, name, native, mail, language, look, posts in _table(PEOPLE):
        held = []
        for number, post in enumerate(posts.split(";"), 1):
            organisation, role, title, begins, ends, stands_in_for = [part.strip() for part in post.split(",")]
            held.append({"key": f"{key}-{number}", "organisation": organisation, "role": role, "title": title, "fromDay": int(begins),
                         "untilDay": _number(ends), "deputyOf": stands_in_for or None, "primary": number == 1})
        made.append({"key": key, "name": name, "nativeName": native or None, "mail": mail, "language": language, "zone": "Europe/Lisbon",
                     "lookAt": look, "posts": held})
    return made


def lists(rows):
    imported = {organisation: (int(day), person) for day, kind, organisation, person, *_ in _table(HISTORY) if kind == "list-imported"}
    made = []
    for file, sheet, school, audience, kind, encoding, separator, heading, language, sharing in _table(LISTS):
        entry = {"file": file, "sheet": sheet or None, "organisation": school, "audience": audience, "format": kind, "encoding": encoding or None,
                 "separator": separator or None, "headerLine": int(heading), "language": language, "sharing": sharing,
                 "sharedWith": NAMED_SCHOOLS.get(school, []) if sharing == "named-schools" else [], "rows": rows[file, sheet],
                 "importedDay": imported[school][0], "importedBy": imported[school][1]}
        made.append(entry)
    return made


def history():
    return [{"day": int(day), "kind": kind, "organisation": organisation or None, "person": person or None, "text": text, "dueDay": _number(due)}
            for day, kind, organisation, person, text, due in _table(HISTORY)]


def make(rows):
    return {
        "format": 1,
        "note": "A made-up city. No person, body, number or address in here is real. Days count from today; 0 is today.",
        "network": NETWORK,
        "districts": [{"key": key, "names": {tongue: words[tongue] for tongue in LANGUAGES}, "latitude": POSITIONS[key][0],
                       "longitude": POSITIONS[key][1]} for key, words in DISTRICTS.items()],
        "organisations": organisations(),
        "people": people(),
        "lists": lists(rows),
        "history": history(),
    }
