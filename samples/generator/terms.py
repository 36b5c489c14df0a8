"""Words of the trade in the five languages the schools keep their lists in. Order everywhere: en, fr, de, ko, ar."""

TONGUES = ("en", "fr", "de", "ko", "ar")


def _table(text):
    table = {}
    for line in text.strip().splitlines():
        key, *cells = [cell.strip() for cell in line.split("|")]
        table[key] = {tongue: cell.split("/") for tongue, cell in zip(TONGUES, cells, strict=True)}
    return table


# key | words in each language, several ways with a slash
PROFESSIONS = _table("""
child-psychologist | Child psychologist/Child & adolescent psychologist/child psych. | Psychologue pour enfants/Psychologue enfants et ados | Kinderpsychologin/Kinder- u. Jugendpsych. | 아동심리사/아동·청소년 심리상담사 | أخصائي نفسي للأطفال/أخصائي نفس الطفل
clinical-psychologist | Clinical psychologist/Psychologist (clinical) | Psychologue clinicien(ne)/Psychologue | Klin. Psychologe/Psychologin | 임상심리사/임상심리전문가 | أخصائي نفسي إكلينيكي/أخصائي نفسي
psychotherapist | Psychotherapist/Therapist/psychotherapy | Psychothérapeute/Thérapeute | Psychotherapeut/Psychotherapeutin | 심리치료사/상담치료사 | معالج نفسي
psychiatrist | Child psychiatrist/Psychiatrist (children)/Paediatric psychiatrist | Pédopsychiatre | Kinder- und Jugendpsychiater/Kinderpsychiater | 소아정신과 의사/소아청소년정신과 | طبيب نفسي للأطفال/طبيب نفسي
speech | Speech therapist/Speech & language therapist/SLT/Speech pathologist | Orthophoniste/Logopède | Logopädin/Sprachtherapeut | 언어치료사/언어재활사 | أخصائي نطق/علاج النطق واللغة
occupational | Occupational therapist/OT | Ergothérapeute/Psychomotricien(ne) | Ergotherapeutin/Ergo | 작업치료사/감각통합치료 | معالج وظيفي
educational-psychologist | Educational psychologist/Ed psych/School psychologist (assessments) | Psychologue scolaire/Bilans psycho | Schulpsychologe/Schulpsychologin | 교육심리사/학습심리 평가 | أخصائي نفسي تربوي
family | Family therapist/Family counsellor/Couple & family therapy | Thérapeute familial(e)/Médiation familiale | Familientherapeut/syst. Familientherapie | 가족상담사/가족치료 | معالج أسري/إرشاد أسري
art | Art therapist/Play therapist/Art & play therapy | Art-thérapeute | Kunsttherapeutin/Spieltherapie | 미술치료사/놀이치료사 | العلاج بالفن
paediatrician | Paediatrician/Pediatrician/Children's doctor | Pédiatre | Kinderarzt/Kinderärztin | 소아과 의사/소아청소년과 | طبيب أطفال
gp | Family doctor/GP | Médecin généraliste/Généraliste | Hausarzt/Hausärztin | 가정의학과 의사 | طبيب عائلة/طبيب عام
dietitian | Dietitian/Nutritionist | Diététicien(ne)/Nutritionniste | Ernährungsberaterin | 영양사 | أخصائي تغذية
physio | Physiotherapist/Physio | Kinésithérapeute/Kiné | Physiotherapeut/Krankengymnastik | 물리치료사 | معالج فيزيائي
dyslexia | Dyslexia specialist/Learning support tutor/SpLD tutor | Spécialiste dyslexie/Soutien scolaire (dys) | Legasthenietrainerin/Lerntherapeut | 난독증 전문가/학습치료사 | أخصائي صعوبات التعلم
behaviour | Behaviour therapist/ABA therapist/Behaviour analyst | Éducateur spécialisé/Intervenant ABA | Verhaltenstherapeut/VT Kinder | 행동치료사/ABA 치료사 | معالج سلوكي
social-worker | Social worker/Family social worker | Assistant(e) social(e) | Sozialarbeiterin/Sozialpäd. | 사회복지사 | أخصائي اجتماعي
lawyer | Family lawyer/Lawyer (children, custody)/Lawyer | Avocat(e) famille/Avocat des mineurs | Rechtsanwältin (Familie)/Anwalt | 변호사 (가족법) | محامي أسرة/محام
interpreter | Interpreter/Community interpreter | Interprète | Dolmetscher/Dolmetscherin | 통역사 | مترجم شفوي/مترجم
career | Careers adviser/University counsellor (private) | Conseiller d'orientation | Berufsberater | 진로상담사 | مستشار مهني
mediator | Mediator/Restorative practice | Médiateur/Médiatrice | Mediatorin | 갈등조정가 | وسيط أسري
nurse | Community nurse/Specialist nurse | Infirmier/Infirmière | Krankenschwester | 간호사 | ممرض مجتمعي
addiction | Addiction counsellor/Drugs & alcohol worker | Addictologue | Suchtberater/Suchtberatung | 중독상담사 | مرشد إدمان
youth | Youth worker/Sports coach & mentor/Youth mentor | Animateur jeunesse | Jugendarbeiter/Trainer | 청소년지도사 | مرشد شباب
chaplain | Chaplain/Faith support/Pastoral care | Aumônier | Seelsorger/Seelsorgerin | 교목/목회상담 | مرشد ديني
tutor | Tutor (mother tongue)/Home tuition | Professeur particulier | Nachhilfe | 과외 교사/모국어 교사 | مدرس خصوصي
hotline | Helpline/Hotline | Ligne d'écoute | Hotline/Sorgentelefon | 상담전화 | خط مساعدة
hospital | Hospital department/Hospital | Hôpital/Service hospitalier | Klinik/Krankenhaus | 병원 | مستشفى
centre | Counselling centre/Family centre/Centre | Centre familial/Centre de consultation | Beratungsstelle | 상담센터/가족센터 | مركز أسرة/مركز إرشاد
charity | Charity/NGO | Association/ONG | Verein/gemeinnützig | 비영리단체 | جمعية أهلية
authority | Authority/Government office | Autorité/Administration | Behörde/Amt | 관공서 | جهة حكومية
police | Police/Police liaison | Police/Brigade des mineurs | Polizei/Jugendkontaktbeamte | 경찰 | شرطة
legal-aid | Legal advice/Law clinic | Aide juridique | Rechtsberatung | 법률상담 | استشارة قانونية
club | Youth club/After-school club | Club de jeunes | Jugendclub | 청소년센터 | نادي شباب
practice | Group practice/Practice/Clinic | Cabinet de groupe/Cabinet | Gemeinschaftspraxis/Praxis | 의원/클리닉 | عيادة
""")

CONCERNS = _table("""
self-harm | self-harm/self harm/selfharm | automutilation | Selbstverletzung | 자해 | إيذاء النفس
anxiety | anxiety/anxiety & fears/panic | anxiété/angoisses | Ängste/Angst | 불안 | القلق
depression | depression/low mood | dépression | Depression | 우울 | الاكتئاب
eating | eating disorders/eating | troubles alimentaires/TCA | Essstörungen | 섭식장애 | اضطرابات الأكل
trauma | trauma/PTSD | traumatismes/psychotrauma | Trauma | 트라우마 | الصدمات
grief | grief/bereavement/loss | deuil | Trauer | 애도 | الحزن والفقد
family-breakup | family break-up/divorce/separation | séparation des parents/divorce | Trennung/Scheidung | 부모 이혼 | انفصال الوالدين
moving | moving between countries/transition/culture shock | expatriation/déracinement | Umzug/Kulturschock | 해외적응 | الانتقال بين البلدان
adhd | ADHD/attention/ADHD assessment | TDAH/attention | ADHS | ADHD/주의력 | فرط الحركة
autism | autism/ASD | autisme/TSA | Autismus | 자폐 | التوحد
speech-language | speech and language/stammering/late talking | langage oral/bégaiement | Sprache/Stottern | 언어발달 | النطق واللغة
learning | learning difficulties/dyslexia/reading & writing | troubles dys/dyslexie | Lernschwäche/Legasthenie | 학습부진/난독증 | صعوبات التعلم
behaviour | behaviour/anger | comportement/colère | Verhalten/Wut | 문제행동 | السلوك
bullying | bullying/online bullying | harcèlement | Mobbing | 학교폭력 | التنمر
violence-home | violence at home/domestic abuse | violences intrafamiliales | häusliche Gewalt | 가정폭력 | العنف المنزلي
sexual-abuse | sexual abuse | abus sexuels | sexueller Missbrauch | 성폭력 | الاعتداء الجنسي
neglect | neglect | négligence | Vernachlässigung | 방임 | الإهمال
addiction | drugs/alcohol/gaming | addictions/écrans | Sucht/Medien | 중독/게임 | الإدمان
sleep | sleep | sommeil | Schlaf | 수면 | النوم
parenting | parenting/parent support | parentalité | Erziehung | 부모교육 | دعم الوالدين
school-refusal | school refusal/attendance | phobie scolaire | Schulverweigerung | 등교거부 | رفض المدرسة
legal | custody/residence permit/legal questions | droit de garde/titre de séjour | Sorgerecht/Aufenthalt | 양육권/체류 | الحضانة/الإقامة
health | headaches/general health/growth | santé générale | Gesundheit | 건강 | الصحة العامة
leisure | sport/leisure/friends | loisirs/sport | Freizeit/Sport | 여가활동 | الأنشطة
""")

# which concerns a profession usually takes, and the letters of its made-up register
FIELDS = {
    "child-psychologist": ("PSY", "self-harm anxiety depression eating trauma grief family-breakup moving sleep school-refusal bullying"),
    "clinical-psychologist": ("PSY", "anxiety depression eating trauma adhd autism sleep self-harm"),
    "psychotherapist": ("THE", "anxiety depression self-harm trauma grief family-breakup moving"),
    "psychiatrist": ("MED", "self-harm depression eating adhd autism trauma"),
    "speech": ("SLT", "speech-language autism learning"),
    "occupational": ("OCC", "autism adhd behaviour learning"),
    "educational-psychologist": ("PSY", "learning adhd school-refusal autism"),
    "family": ("THE", "family-breakup parenting grief violence-home moving behaviour"),
    "art": ("THE", "trauma grief anxiety behaviour moving"),
    "paediatrician": ("MED", "health sleep eating speech-language"),
    "gp": ("MED", "health sleep anxiety"),
    "dietitian": ("DIE", "eating health"),
    "physio": ("PHY", "health leisure"),
    "dyslexia": (None, "learning school-refusal"),
    "behaviour": ("BEH", "behaviour autism adhd"),
    "social-worker": ("SOC", "neglect violence-home parenting legal family-breakup"),
    "lawyer": ("BAR", "legal violence-home family-breakup"),
    "interpreter": (None, ""),
    "career": (None, "learning moving"),
    "mediator": (None, "bullying family-breakup behaviour"),
    "nurse": ("NUR", "health eating sleep"),
    "addiction": (None, "addiction behaviour parenting"),
    "youth": (None, "leisure bullying moving"),
    "chaplain": (None, "grief family-breakup parenting moving"),
    "tutor": (None, "learning moving"),
}

LANGUAGES = _table("""
en | English/Eng. | anglais | Englisch/E | 영어 | الإنجليزية
fr | French | français/fr. | Französisch/F | 프랑스어 | الفرنسية
de | German | allemand | Deutsch/D | 독일어 | الألمانية
ko | Korean/Korean 한국어 | coréen | Koreanisch | 한국어 | الكورية
ar | Arabic/Arabic العربية | arabe | Arabisch | 아랍어 | العربية
ru | Russian/Russian русский | russe | Russisch | 러시아어 | الروسية
uk | Ukrainian | ukrainien | Ukrainisch | 우크라이나어 | الأوكرانية
zh | Mandarin/Chinese (Mandarin)/Mandarin 中文 | mandarin/chinois | Chinesisch | 중국어 | الصينية
yue | Cantonese | cantonais | Kantonesisch | 광둥어 | الكانتونية
ja | Japanese | japonais | Japanisch | 일본어 | اليابانية
pt | Portuguese | portugais | Portugiesisch | 포르투갈어 | البرتغالية
es | Spanish | espagnol | Spanisch | 스페인어 | الإسبانية
tr | Turkish | turc | Türkisch | 터키어 | التركية
vi | Vietnamese | vietnamien | Vietnamesisch | 베트남어 | الفيتنامية
hi | Hindi | hindi | Hindi | 힌디어 | الهندية
ur | Urdu | ourdou | Urdu | 우르두어 | الأردية
sw | Swahili | swahili | Suaheli | 스와힐리어 | السواحيلية
sv | Swedish | suédois | Schwedisch | 스웨덴어 | السويدية
hu | Hungarian | hongrois | Ungarisch | 헝가리어 | المجرية
th | Thai | thaï | Thailändisch | 태국어 | التايلاندية
""")

LEVELS = _table("""
native | native/mother tongue/(native) | langue maternelle/LM | Muttersprache/MS | 모국어/원어민 | لغة أم
fluent | fluent/very good | courant/bilingue | fließend/fl. | 유창 | بطلاقة
working | working/good/OK | bonnes notions | gut/ok | 업무 가능 | جيد
some | a bit/basic/a little | notions/un peu | bisschen/etwas | 조금/기초 | قليلا
interpreter | via interpreter/with interpreter | avec interprète | m. Dolmetscher | 통역 필요 | عبر مترجم
""")

DISTRICTS = {
    "old-port": {"en": "Old Port", "fr": "Vieux-Port", "de": "Alter Hafen", "ko": "올드포트", "ar": "الميناء القديم",
                 "streets": ["Chandlers Row", "Sailmakers Lane", "Customs Steps", "Anchor Street", "Lighterman Street"]},
    "north-quay": {"en": "North Quay", "fr": "Quai Nord", "de": "Nordkai", "ko": "노스키", "ar": "الرصيف الشمالي",
                   "streets": ["Crane Road", "Dry Dock Street", "Bollard Way", "Harbourmaster Road"]},
    "lantern-hill": {"en": "Lantern Hill", "fr": "Lantern Hill", "de": "Lantern Hill", "ko": "랜턴힐", "ar": "تل الفانوس",
                     "streets": ["Lamplighter Road", "Hill Terrace", "Beacon Avenue", "Observatory Steps"]},
    "ropewalk": {"en": "Ropewalk", "fr": "La Corderie", "de": "Ropewalk", "ko": "로프워크", "ar": "روب ووك",
                 "streets": ["Hemp Street", "Long Walk", "Tarry Lane", "Spinners Court"]},
    "saltmarsh": {"en": "Saltmarsh", "fr": "Les Salines", "de": "Salzwiesen", "ko": "솔트마시", "ar": "السبخة",
                  "streets": ["Heron Road", "Saltpan Lane", "Reed Street", "Sluice Road"]},
    "university": {"en": "University Quarter", "fr": "Quartier universitaire", "de": "Univiertel", "ko": "대학가",
                   "ar": "حي الجامعة", "streets": ["Library Street", "Botanic Road", "Faculty Row", "Almanac Square"]},
}

# Words that colleagues of a Russian- or Chinese-speaking family liaison type in the German list of North Quay
OWN_PROFESSIONS = {
    "ru": {"child-psychologist": "детский психолог", "clinical-psychologist": "клинический психолог", "psychotherapist": "психотерапевт",
           "psychiatrist": "детский психиатр", "speech": "логопед", "occupational": "эрготерапевт", "educational-psychologist": "школьный психолог",
           "family": "семейный психолог", "paediatrician": "педиатр", "gp": "семейный врач", "dyslexia": "специалист по дислексии", "tutor": "репетитор",
           "interpreter": "переводчик", "lawyer": "адвокат", "social-worker": "социальный работник", "art": "арт-терапевт"},
    "zh": {"child-psychologist": "儿童心理咨询师", "clinical-psychologist": "临床心理师", "psychotherapist": "心理治疗师", "psychiatrist": "儿童精神科医生",
           "speech": "言语治疗师", "occupational": "职能治疗师", "educational-psychologist": "教育心理学家", "family": "家庭治疗师", "paediatrician": "儿科医生",
           "gp": "家庭医生", "dyslexia": "读写障碍辅导", "tutor": "家教", "interpreter": "口译", "lawyer": "律师", "social-worker": "社工", "art": "艺术治疗"},
}
OWN_LANGUAGES = {
    "ru": {"ru": "русский", "uk": "украинский", "en": "английский", "de": "немецкий", "ko": "корейский"},
    "zh": {"zh": "普通话", "yue": "粤语", "en": "英语"},
}
# Where the districts lie: the city is made up, so it floats in the open Atlantic
POSITIONS = {"old-port": (36.4100, -20.1200), "north-quay": (36.4390, -20.1275), "lantern-hill": (36.4215, -20.0945), "ropewalk": (36.3985, -20.1010),
             "saltmarsh": (36.3820, -20.1330), "university": (36.4075, -20.0760)}
