"""Each school's own people who help children. entity | name | role | extension | mailbox | help | languages | days | deputy | checked"""

SCHOOLS = {
    "lantern-hill": ("555 0110", "lanternhill.example", ["Name", "Role", "Phone", "Mail", "Help offered", "Languages", "Days", "Deputy", "Checked"], """
I001 | Mara Lindqvist | Designated safeguarding lead | 555 0111 | m.lindqvist | concerns of every kind, child protection, home visits | Swedish (native), English, German a bit | Mon-Fri | Tomás Abreu | 2026-09-01
P006 | Tomás Abreu | Counsellor, deputy safeguarding lead | 21 | t.abreu | grief, family break-up, new arrivals | Portuguese (native), English, Spanish | Mon-Fri until 15:30 | Mara Lindqvist | 2026-09-01
I003 | Jo Castellan | Class teacher Year 8, anti-bullying contact | 34 | j.castellan | bullying, friendship groups | English, Spanish | Mon-Fri | Graham Orrin-Pike | 2026-09-01
I004 | Dr Ines Falkenrath | Head of School | 10 | head | complaints about adults at school | German, English, French | Mon-Fri | Mara Lindqvist | 2026-09-01
I005 | Wanjiru Mwangi | School nurse (shared with Ropewalk) | 18 | nurse | health, sleep, eating | Swahili (native), English | Mon, Tue, Thu | | 2026-09-01
I006 | Seun Adebayo-Hart | Data protection officer | 40 | dpo | who may see what | English | Wed | | 2026-06-12
I007 | Graham Orrin-Pike | Head of learning support | 25 | g.orrinpike | dyslexia, ADHD, exam arrangements | English | Mon-Fri | Leonor Quintão | 2026-09-01
I008 | Leonor Quintão | Learning support teacher | 26 | l.quintao | reading, writing | Portuguese, English | Mon-Thu | | 2025-09-01
I009 | 윤미경 Yoon Mi-kyung | Korean family liaison | 29 | m.yoon | letters home, Korean parents' evenings | Korean (native), English | Tue, Thu | | 2026-09-01
I010 | Piers Wetherby-Lowe | Housemaster, boarding | 555 0113 | boarding | sleep, phones, homesickness | English, French | every day | Aase Nygard | 2026-09-01
I011 | Åse Nygård | House parent, boarding | 555 0113 | boarding | homesickness | Norwegian, English | weekends | Piers Wetherby-Lowe |
I012 | Rev. Chidi Okonjo-Bright | Chaplain | | chaplain | grief, faith questions | English, Igbo | Wed, Fri | | 2024-10-01
I013 | Amrit Chaudhary | University counsellor | 33 | a.chaudhary | life after school, exam stress | English, Hindi | Mon-Fri | | 2026-09-01
"""),
    "vieux-port": ("555 0112", "vieuxport.example", ["Nom", "Fonction", "Téléphone", "Courriel", "Aide proposée", "Langues", "Jours", "Suppléant(e)", "Vérifié le"], """
I021 | Hélène Castaing | Référente protection de l'enfance | 12 | h.castaing | toute inquiétude, signalements | français (LM), anglais, espagnol | lun-ven | Bastien Morvan | 02/09/2026
I022 | Bastien Morvan | Conseiller d'éducation, suppléant de la référente | 14 | b.morvan | harcèlement, absences, conflits | français, anglais | lun-ven | Hélène Castaing | 02/09/2026
I023 | Odile Perrachon | Directrice | 10 | direction | plaintes visant un adulte de l'école | français, anglais | lun-ven | Bastien Morvan | 02/09/2026
I024 | Lucas Thévenard | Professeur principal 4e | 31 | l.thevenard | écrans, amitiés | français, allemand (un peu) | lun, mar, jeu, ven | |
I025 | Dr Samia Benkhelil | Médecin scolaire | 18 | sante | santé, sommeil, alimentation | français, arabe (LM) | mar, jeu | infirmerie | 02/09/2026
I026 | Gwenaëlle Rouëdec | Infirmière | 18 | sante | premiers soins, vaccinations | français, breton | lun-ven | | 02/09/2026
I027 | Maël Ferronnière | Psychologue de l'établissement | 19 | m.ferronniere | anxiété, deuil, phobie scolaire | français, anglais courant | lun, mer, ven | Bastien Morvan | 02/09/2026
I028 | Solène Vasseur-Blin | Orthopédagogue | 22 | s.vasseur | troubles dys, aménagements d'examens | français | mar, ven | | sept. 2025
I029 | Rachid Hamdane | Médiateur des familles | 23 | r.hamdane | lien avec les familles arabophones | arabe (LM), français courant | lun, jeu | | 02/09/2026
I030 | Père Anselme Loubrac | Aumônier | | aumonerie | deuil, questions de foi | français, latin ! | mer | |
I031 | Élodie Maçon | Vie scolaire, internat | 27 | internat | mal du pays, sommeil | français, anglais (notions) | nuits, lun-jeu | | 02/09/2026
"""),
    "ropewalk": ("555 0114", "ropewalk.example", ["Name", "Role", "Phone", "Mail", "Help offered", "Languages", "Days", "Deputy", "Confirmed"], """
I041 | Theo Vance | Designated safeguarding lead | 11 | t.vance | all concerns, online safety | English, German (working) | Mon-Fri | Nari Bhatt | 2026-08-28
I042 | Nari Bhatt | Counsellor (Wed and Fri at Al-Manara) | 15 | n.bhatt | anxiety, self-harm, moving | Hindi (native), English, Urdu | Mon, Tue, Thu | Theo Vance | 2026-08-28
I043 | Kaan Yıldız | Teacher Year 6, pupil voice | 32 | k.yildiz | friendship, fairness | Turkish (native), English, German | Mon-Fri | | 2026-08-28
I044 | Margaret Oyelaran | Principal | 10 | principal | concerns about adults at school | English, Yoruba | Mon-Fri | Theo Vance | 2026-08-28
I045 | Piotr Zalewicz | Data protection officer | 44 | dpo | records, releases | Polish, English | Tue | | 2026-08-28
I005 | Mwangi, Wanjiru | Nurse (Wed + Fri) | 18 | nurse | health, eating, sleep | Swahili, English | Wed, Fri | | 2026-08-28
I046 | Bruna Magalhães | Learning support coordinator | 24 | b.magalhaes | dyslexia, ADHD | Portuguese, English, Spanish | Mon-Fri | Hamish Goodacre |
I047 | Hamish Goodacre | Learning support assistant | 24 | h.goodacre | reading | English | Mon-Thu | | 2025-09-01
I048 | Thandiwe Dlamini | Head of boarding | 555 0115 | boarding | homesickness, phones at night | Zulu, English | every day | | 2026-08-28
I049 | Coach Rui Brandão | Sports lead, girls' and boys' groups | 36 | sports | leisure, self-esteem | Portuguese, English | Mon-Fri | | 2024-09-02
I050 | Imelda Achterbosch | Educational psychologist (part time) | 19 | i.achterbosch | assessments, school refusal | Dutch, English | Thu | | 2026-08-28
"""),
    "north-quay": ("555 0123", "northquay.example", ["Name", "Funktion", "Tel.", "Mail", "Hilft bei", "Sprachen", "Tage", "Vertretung", "Stand"], """
I061 | Anke Brodersen | Kinderschutzbeauftragte (DSL) | 11 | a.brodersen | alle Sorgen, Meldungen | Deutsch (MS), Englisch, Dänisch | Mo-Fr | Дмитрий Левченко | 9/26
I062 | Дмитрий Левченко (Dmitri Levchenko) | Schulberater | 14 | d.levchenko | Trauma, Trennung, Neuankömmlinge | Russisch (MS), Ukrainisch, Deutsch | Mo-Do | Anke Brodersen | 9/26
I063 | Wei-Ling Tan 陈慧玲 | Klassenlehrerin 7b | 31 | wl.tan | Mobbing, Freundschaften | Chinesisch, Englisch | Mo-Fr | |
I064 | Desmond Achterberg | Schulleiter | 10 | leitung | Beschwerden über Erwachsene | Englisch, Deutsch | Mo-Fr | Anke Brodersen | 9/26
P003 | Екатерина Соболева | Psychotherapeutin, kommt ins Haus | | | Selbstverletzung, Angst | Russisch, Koreanisch, Englisch | Mi | | 9/26
I065 | Schwester Käthe Pfützner | Schulkrankenschwester | 18 | sanitaet | Gesundheit | D, E | tägl. | |
I066 | Jörg Niedermöller | Förderlehrer | 22 | j.niedermoeller | Legasthenie, ADHS | Deutsch | Di, Do | | Mai 25
I067 | Nguyễn Thu Hà | Elternlotsin (vietn.) | 27 | th.nguyen | Briefe, Elternabende | Vietnamesisch, Englisch | Mi, Fr | | 9/26
I068 | 周晓燕 Zhou Xiaoyan | Elternlotsin (chin.) | 27 | x.zhou | Briefe, Elternabende | Chinesisch (MS), Englisch | Mo, Do | | 9/26
I069 | Sönke Überwasser | Hausmeister, Vertrauensperson | 50 | hausmeister | erster Ansprechpartner am Tor | D, Platt, bisschen E | Mo-Fr | |
"""),
    "harbour-korean-school": ("555 0116", "harbourkorean.example",
                              ["이름 (Name)", "역할 (Role)", "전화 (Phone)", "이메일 (Email)", "지원 내용 (Help offered)", "언어 (Languages)", "요일 (Days)", "대리 (Deputy)",
                               "확인일 (Checked)"], """
I081 | 박지훈 (Park Ji-hoon) | 아동보호 책임자 (DSL) | 11 | jh.park | 모든 걱정, 신고 | 한국어 (모국어), 영어 | 월-금 | 이수아 | 2026.09.02
I082 | 이수아 (Lee Su-a) | 상담교사 (Counsellor) | 14 | sa.lee | 불안, 해외적응, 또래관계 | 한국어, 영어 (유창), 일본어 | 월-금 | 박지훈 | 2026.09.02
I083 | 정민석 (Jung Min-seok) | 교장 (Head) | 10 | principal | 교직원 관련 민원 | 한국어, 영어 | 월-금 | 박지훈 | 2026.09.02
I084 | 오은혜 (Grace Oh) | 담임교사, 중2 (Teacher) | 32 | eh.oh | 학교폭력, 친구 관계 | 한국어, 영어 | 월-금 | |
I085 | 최영희 | 보건교사 (Nurse) | 18 | nurse | 건강, 수면 | 한국어 | 월-금 | | 2026.09.02
I086 | 강태윤 Kang Tae-yoon | 진로상담교사 | 25 | ty.kang | 진로, 시험 스트레스 | 한국어, 영어 | 화, 목 | |
I087 | 한소영 | 학습지원교사 | 22 | sy.han | 난독증, 주의력 | 한국어 | 월, 수, 금 | | 2025.09.01
I088 | 신성민 목사 | 교목 (Chaplain) | | chaplain | 애도, 가족 문제 | 한국어, 영어 조금 | 수 | |
I089 | Harriet Eastlake | ESL teacher, 외국인 가정 담당 | 28 | h.eastlake | 영어 학부모 안내 | English, 한국어 (기초) | Mon-Fri | 이수아 | 2026.09.02
I090 | 서혜진 | 방과후 부장 | 35 | hj.seo | 여가, 체육 | 한국어, 중국어 | 월-금 | |
"""),
    "al-manara-academy": ("555 0118", "almanara.example",
                          ["الاسم / Name", "الدور / Role", "الهاتف / Phone", "البريد / Email", "المساعدة / Help offered", "اللغات / Languages", "الأيام / Days",
                           "البديل / Deputy", "تاريخ التحقق / Checked on"], """
I101 | أمينة الراشد | مسؤولة حماية الطفل / Safeguarding lead | 11 | a.alrashid | كل أنواع القلق، البلاغات | العربية (لغة أم)، الإنجليزية، الفرنسية قليلا | الأحد - الخميس | سامي خوري | 01/09/2026
I102 | سامي خوري (Sami Khoury) | مرشد / Counsellor | 14 | s.khoury | القلق، الحزن، العائلة | العربية، الإنجليزية بطلاقة | الأحد - الأربعاء | أمينة الراشد | 01/09/2026
I042 | Nari Bhatt | Counsellor (visiting) / مرشدة زائرة | 15 | n.bhatt | anxiety, moving between countries | Hindi, English, Urdu | Wed, Fri | سامي خوري | 01/09/2026
I103 | د. هند البكري | مديرة المدرسة / Head | 10 | head | الشكاوى بخصوص البالغين | العربية، الإنجليزية | الأحد - الخميس | أمينة الراشد | 01/09/2026
I104 | Ruth Adeyemi-Ross | Teacher, Year 9 / معلمة | 31 | r.adeyemiross | bullying, homework | English, French | Sun-Thu | |
I105 | زينب حمدان | ممرضة المدرسة / Nurse | 18 | nurse | الصحة، النوم | العربية، الأردية | الأحد - الخميس | | 01/09/2026
I106 | طارق درويش | دعم التعلم / Learning support | 22 | t.darwish | صعوبات التعلم | العربية، الإنجليزية | الأحد، الثلاثاء | | ٠١/٠٩/٢٠٢٥
I107 | الشيخ أنس بركات | مرشد ديني / Faith support | | | الحزن، الأسرة | العربية | الأربعاء | |
I108 | Farzana Siddiqui | Family liaison (Urdu) | 27 | f.siddiqui | letters home, parents' mornings | Urdu (native), English, Arabic a bit | Sun, Tue | | 01/09/2026
I109 | مريم العطار | رئيسة السكن / Boarding | 555 0119 | boarding | الحنين إلى الوطن، النوم | العربية، الفرنسية | كل يوم | | 01/09/2026
"""),
}


def rows(school):
    """(header, [(entity, cells)]) as the school keeps them."""
    switchboard, domain, header, text = SCHOOLS[school]
    extension = {"vieux-port": " poste ", "north-quay": " DW ", "harbour-korean-school": " 내선 "}.get(school, " ext. ")
    found = []
    for line in text.strip().splitlines():
        entity, name, role, phone, mail, helps, tongues, days, deputy, checked = [c.strip() for c in line.split("|")]
        if phone and not phone.startswith("555"):
            phone = switchboard + extension + phone
        found.append((entity, [name, role, phone, f"{mail}@{domain}" if mail else "", helps, tongues, days, deputy, checked]))
    return header, found
