"""Clinics (shared phones, generic mailboxes) and services that stand in lists under their own name."""

# key | name | other ways to write it | district | phone | domain | weight | languages it tends to employ
CLINICS = """
tidewater | Tidewater Family Practice | Tidewater Praxis/Tidewater FP/Cabinet Tidewater/타이드워터 가족의원 | old-port | 0170 | tidewater | 9 | ko en zh
hanriver | Han-River Counselling | 한강상담센터/Hanriver Counseling/Han River Counselling Centre | north-quay | 0155 | hanriver | 6 | ko
mina | Al-Mina Clinic | عيادة الميناء/El Mina Clinic/Clinique Al Mina | old-port | 0161 | almina | 7 | ar fr
hafenlogo | Hafen-Logopädie | Hafen Logopaedie/Harbour Speech (Hafen-Logopädie) | north-quay | 0131 | hafenlogo | 5 | de
speechcorner | The Speech Corner | Speech Corner/言语角 The Speech Corner | ropewalk | 0126 | speechcorner | 5 | zh en
beacon | Beacon Child & Adolescent Clinic | Beacon CAC/Beacon Clinic/Clinique Beacon | lantern-hill | 0127 | beaconclinic | 8 | en in
salines | Cabinet des Salines | Cabinet Les Salines/Salines Practice | saltmarsh | 0128 | salines | 6 | fr
corderie | Maison de Santé de la Corderie | MSC/Maison Santé Corderie/Corderie Health House | ropewalk | 0129 | corderie | 6 | fr pt
northstar | North Star Therapy | Praxis Nordstern/NorthStar Therapy/Северная звезда | north-quay | 0133 | northstar | 6 | ru de
botanic | Botanic Road Psychology | Botanic Rd Psychology/Botanic Psych. | university | 0134 | botanicroad | 6 | en no
almanac | Almanac Square Medical Centre | Almanac Sq. Medical/AMC/Centre médical Almanac | university | 0135 | almanacmedical | 8 | in en ar
heron | Heron Road Practice | Heron Rd. Practice/Praxis Heron Road | saltmarsh | 0136 | heronroad | 5 | en af
jasmine | Jasmine House | بيت الياسمين/Maison du Jasmin/Jasmin House | saltmarsh | 0137 | jasminehouse | 5 | ar
crane | Crane Road Clinic | 鹤路诊所/Crane Rd Clinic/Clinic Crane Road | north-quay | 0138 | craneroad | 5 | zh vi
sailmakers | Sailmakers Lane Therapy Rooms | Sailmaker's Lane Rooms/Therapy Rooms | old-port | 0139 | therapyrooms | 7 | en pt tr
openwindow | Open Window Practice | 열린창 심리상담실/Openwindow Practice | lantern-hill | 0141 | openwindow | 5 | ko en
lindenhof | Praxis Lindenhof | Lindenhof/Lindenhof Practice | university | 0142 | lindenhof | 5 | de hu
longwalk | Long Walk Learning Centre | LWLC/Longwalk Learning/Long Walk LC | ropewalk | 0143 | longwalk | 5 | en in
sluice | Sluice Road Children's Therapy | Sluice Rd Children's Therapy/SRCT | saltmarsh | 0144 | sluiceroad | 4 | en pt
lotus | Lotus Family Health | 莲花家庭诊所/Lotus Family Clinic | university | 0145 | lotusfamily | 5 | zh
bridge | Bridge Law Chambers | Bridge Chambers/Cabinet Bridge (avocats) | old-port | 0146 | bridgelaw | 4 | en fr
"""

# key | kind (profession word) | name | other names and acronyms with / | district | phone | domain | concerns | languages | branch of
SERVICES = """
dutydesk | authority | Child Protection Duty Desk | CP duty desk/Kinderschutz Hotline/Permanence protection de l'enfance/아동보호 긴급전화/مكتب مناوبة حماية الطفل | old-port | 0140 | cpo | violence-home neglect sexual-abuse | en ar fr ko | cpo
helpline | hotline | Children's Helpline Harbour City | Kids line/CHHC/Children's own helpline/Ligne enfants/어린이 상담전화/خط نجدة الطفل | old-port | 0199 | helpline | self-harm bullying violence-home | en fr ko ar zh | -
cpo | authority | Child Protection Office | CPO/Office de protection de l'enfance (OPE)/Jugendschutzamt/아동보호국/مكتب حماية الطفل | old-port | 0147 | cpo | violence-home neglect sexual-abuse parenting | en fr | -
safemooring | charity | Safe Mooring Children's Trust | SMCT/Safe Moorings Trust/Safe Mooring/세이프무어링 아동재단/مؤسسة المرسى الآمن | saltmarsh | 0148 | safemooring | violence-home trauma neglect | en ar ru | -
youthclub-sm | club | Harbour Youth Club Saltmarsh | HYC Saltmarsh/Youth Club (Saltmarsh) | saltmarsh | 0149 | hyc | leisure bullying moving | en | -
youthclub-nq | club | Harbour Youth Club North Quay | HYC North Quay/Jugendclub Nordkai | north-quay | 0150 | hyc | leisure bullying moving | en de ru | -
minacentre | centre | Harbour Family Centre | مركز الميناء للأسرة/HFC/Centre familial du Port/Markaz Al-Mina | north-quay | 0162 | harbourfamily | family-breakup parenting moving | ar en | -
mda | centre | Maison des Adolescents | MdA/MDA Vieux-Port/House for Teenagers (MdA) | old-port | 0151 | mda | self-harm depression school-refusal addiction | fr en | -
cypmh | hospital | Centre for Young People's Mental Health | CYPMH/Young People's Mental Health Centre/Centre santé mentale jeunes | university | 0152 | cypmh | self-harm depression eating trauma | en | -
childhosp | hospital | Harbour City Children's Hospital | HCCH/Children's Hospital/Kinderklinik/Hôpital des enfants/하버시티 어린이병원/مستشفى الأطفال | university | 0153 | childrenshospital | health eating | en fr ar | -
childhosp-er | hospital | Harbour City Children's Hospital, Emergency | HCCH A&E/Kinderklinik Notaufnahme/Urgences pédiatriques | university | 0154 | childrenshospital | health | en | childhosp
childhosp-eat | hospital | Harbour City Children's Hospital, Eating Disorders Unit | HCCH Eating Disorders/EDU Children's Hospital/TCA - Hôpital des enfants | university | 0153 | childrenshospital | eating | en fr | childhosp
hast | charity | Harbour Autism Support Trust | HAST/Autism Trust (HAST)/Harbour Autism | lantern-hill | 0156 | hast | autism behaviour parenting | en zh | -
dysnet | charity | Dys & Co, association des parents | Dys et Co/Dys&Co/Dys and Co parents | old-port | 0157 | dysco | learning | fr | -
lawclinic | legal-aid | University Law Clinic for Families | ULCF/Law Clinic/Clinique juridique de l'université | university | 0158 | lawclinic | legal | en fr es | -
policedesk | police | Police Youth and Family Desk | PYFD/Police (youth desk)/Brigade des mineurs/Jugendpolizei/청소년 담당 경찰 | old-port | 0159 | cityguard | bullying violence-home sexual-abuse | en | -
refuge | charity | Women and Children's Refuge | Refuge/Frauenhaus/Foyer mères-enfants/ملجأ الأم والطفل | saltmarsh | 0160 | refuge | violence-home | en ar | -
koreanfamily | centre | Harbour Korean Family Centre | 하버한인가족센터/HKFC/Korean Family Center | north-quay | 0163 | hkfc | moving parenting family-breakup | ko en | -
koreanchurch | charity | Harbour Korean Church Family Ministry | 하버한인교회 가정사역부/Korean Church (family) | north-quay | 0164 | hkchurch | grief parenting moving | ko | -
interfaith | charity | Interfaith Family Table | IFT/Table interreligieuse/مائدة الأديان للأسرة | ropewalk | 0165 | interfaith | grief family-breakup parenting | en ar | -
mosque | charity | Al-Noor Community House | دار النور/Al Nour Community House/Dar an-Nour | saltmarsh | 0166 | alnoor | grief parenting leisure | ar en ur | -
russianhouse | centre | Russian-speaking Parents' House | Дом родителей/Dom Roditelej/Russ. Elternhaus | north-quay | 0167 | domroditeley | parenting moving learning | ru uk | -
chinesehall | centre | Chinese Families' Hall | 华人家庭会馆/華人家庭會館/Chinese Family Hall | ropewalk | 0168 | chinesehall | parenting moving leisure | zh yue | -
thaibridge | centre | Bridge Family Centre (Thai) | ศูนย์ครอบครัวสะพาน/Saphan Family Centre | north-quay | 0169 | saphan | parenting moving | th en | -
hanbranch | practice | Han-River Counselling, University branch | 한강상담센터 대학가점/Hanriver Univ. | university | 0171 | hanriver | anxiety moving school-refusal | ko | hanriver
tidebranch | practice | Tidewater Family Practice, University Quarter | Tidewater (Uni)/타이드워터 대학가 분원 | university | 0173 | tidewater | health anxiety | en zh | tidewater
lighthouse-rw | practice | Lighthouse Speech & Language, Ropewalk | Lighthouse SLT (Ropewalk)/Lighthouse Speech and Language Ropewalk | ropewalk | 0174 | lighthouseslt | speech-language | en | -
lighthouse-lh | practice | Lighthouse Speech & Language, Lantern Hill | Lighthouse SLT (Lantern Hill)/Lighthouse - Lantern Hill branch | lantern-hill | 0175 | lighthouseslt | speech-language | en fr | -
grieftree | charity | The Grief Tree | Grieftree/Arbre du deuil/Trauerbaum e.V. | lantern-hill | 0176 | grieftree | grief | en fr de | -
seilbruecke | charity | Seilbrücke, help for children of addicted parents | Seilbrücke e. V./Seilbruecke | north-quay | 0177 | seilbruecke | addiction neglect | de en | -
welfare | authority | City Welfare Office, Families Section | CWO Families/Sozialamt Familien/Service social de la ville/시청 복지과 | old-port | 0178 | welfare | parenting neglect legal | en | -
courtdesk | authority | Youth Court Welfare Desk | YCWD/Jugendgerichtshilfe/Tribunal des mineurs, bureau social | old-port | 0179 | youthcourt | legal behaviour | en | -
immigration | authority | Residents' Registration, Families Counter | Ausländeramt/Immigration desk/Bureau des étrangers | old-port | 0180 | registration | legal | en | -
crisis | hospital | Adolescent Crisis Team | ACT/Crisis team (teens)/Équipe de crise ados/Kriseninterventionsteam | university | 0181 | cypmh | self-harm trauma | en fr | cypmh
eatwell | charity | Plate & Pen, eating disorder self-help | Plate and Pen/Plate&Pen | lantern-hill | 0182 | plateandpen | eating | en | -
interpreters | charity | City Interpreters' Pool | CIP/Dolmetscherpool/Pool d'interprètes/통역 봉사단/مجمع المترجمين | university | 0183 | interpreters | - | ar ko ru zh vi ur | -
parentstable | charity | Saltmarsh Parents' Tea Table | Tea Table/Parents' Tea | saltmarsh | - | teatable | parenting moving | en sw | -
swim | club | Harbour Swim & Play | Harbour Swim and Play/HSP Swimming | saltmarsh | 0184 | harbourswim | leisure health | en | -
library | club | Family Library Old Port, homework room | Family Library/Hausaufgabenraum Bibliothek/Bibliothèque, aide aux devoirs | old-port | 0185 | familylibrary | learning leisure | en fr | -
sleepclinic | hospital | Sleep Clinic for Children | Kinderschlaflabor/Sleep clinic/Consultation sommeil | university | 0186 | childrenshospital | sleep | en | childhosp
gamer | centre | Screen Balance Counselling | Screenbalance/Screen Balance/Point Écrans | ropewalk | 0187 | screenbalance | addiction parenting | en fr | -
lgbt | charity | Open Pier, young people's drop-in | Openpier/Open Pier | ropewalk | 0189 | openpier | bullying anxiety | en pt | -
foster | authority | Foster Care Service | FCS/Pflegekinderdienst/Placement familial | saltmarsh | 0190 | cpo | neglect parenting | en | cpo
deaf | charity | Hands & Ears, deaf children's families | Hands and Ears/Mains et Oreilles | lantern-hill | 0191 | handsears | speech-language parenting | en fr | -
brasil | charity | Casa da Onda | Casa Onda/Portuguese families' house | saltmarsh | 0192 | casadaonda | moving parenting | pt es | -
arabwomen | charity | Yasmin Circle | حلقة الياسمين/Cercle Yasmin/Yasmine Circle | saltmarsh | 0193 | yasmincircle | parenting violence-home | ar | -
schooldoctor | authority | School Health Service of the City | SHS/Schulärztlicher Dienst/Médecine scolaire | old-port | 0194 | schoolhealth | health sleep | en fr | -
telepsy | practice | Far Shore Online Therapy | Farshore Online/Far Shore (online) | - | - | farshore | anxiety moving depression | en es pt | -
boarding | charity | Guardians for Boarders | Guardians4Boarders/GFB | lantern-hill | 0195 | guardians | moving parenting | en zh ru | -
mens | centre | Fathers' Workshop | Väterwerkstatt/Atelier des pères | north-quay | 0196 | fathersworkshop | parenting violence-home behaviour | de en tr | -
food | charity | Saltmarsh Community Pantry | Community Pantry/Food bank Saltmarsh/Tafel Saltmarsh | saltmarsh | 0197 | pantry | neglect | en | -
vietcircle | charity | Hải Đăng Families' Circle | Hai Dang Circle/Lighthouse Viet Circle | north-quay | - | haidang | moving parenting | vi en | -
"""


def read(table):
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
