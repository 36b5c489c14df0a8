"""Name pools by culture. A name part is (own script or None, [ways to write it in Latin letters], sex m/f/-)."""


def _parts(text, sex="-"):
    """'하은=Ha-eun/Haeun; ...' or 'Mara; Liz/Elizabeth'."""
    found = []
    for item in text.split(";"):
        native, _, latin = item.strip().rpartition("=")
        found.append((native or None, latin.split("/"), sex))
    return found


def _culture(f, m, family, order="gf", family_f=None):
    return {"given": _parts(f, "f") + _parts(m, "m"), "family": _parts(family),
            "family_f": _parts(family_f) if family_f else None, "order": order}


CULTURES = {
    "ko": _culture(
        "서연=Seo-yeon/Seoyeon/Suh Yeon; 수빈=Su-bin/Soobin/Soo-bin; 은주=Eun-ju/Eunjoo; 영희=Young-hee/Yeong-hui;"
        "미경=Mi-kyung/Mi-gyeong; 소영=So-young/Soyoung/So-yeong; 혜진=Hye-jin/Hyejin; 지우=Ji-woo/Jiwoo/Ji-u",
        "민준=Min-jun/Minjoon; 현우=Hyun-woo/Hyeon-u; 준호=Jun-ho/Joonho; 태윤=Tae-yoon/Tae-yun; 정훈=Jung-hoon/Jeong-hun;"
        "성민=Sung-min/Seong-min; 동혁=Dong-hyuk/Dong-hyeok",
        "김=Kim/Gim; 이=Lee/Yi/Rhee; 박=Park/Bak/Pak; 최=Choi/Choe; 정=Jung/Jeong/Chung; 강=Kang/Gang; 조=Cho/Jo;"
        "윤=Yoon/Yun; 장=Jang/Chang; 임=Lim/Im; 한=Han; 서=Seo/Suh; 신=Shin/Sin; 권=Kwon/Gwon; 노=Noh/Roh", "fg"),
    "ar": _culture(
        "فاطمة=Fatima/Fatma/Fatemah; سميرة=Samira/Sameera; نور=Nour/Noor; هدى=Huda/Houda; رانيا=Rania/Raniya;"
        "مريم=Maryam/Mariam/Meriem; زينب=Zainab/Zeinab/Zineb; سلمى=Salma/Selma; دعاء=Duaa/Doaa; ياسمين=Yasmin/Yasmine",
        "حسين=Hussein/Husayn/Hussain; محمد=Mohammed/Muhammad/Mohamed; يوسف=Yousef/Yusuf/Youssef; خالد=Khaled/Khalid;"
        "عمر=Omar/Umar; طارق=Tariq/Tarek/Tareq; كريم=Karim/Kareem; جمال=Jamal/Gamal/Djamel; أنس=Anas",
        "القاسم=Al-Qasim/Al Kassem/El-Kacem; الشريف=Al-Sharif/El-Cherif/Alsharif; منصور=Mansour/Mansoor;"
        "النجار=Al-Najjar/Najjar/Ennajar; خوري=Khoury/Khouri; درويش=Darwish/Darwiche; صالح=Saleh/Salih;"
        "حمدان=Hamdan/Hamdane; عبد الله=Abdullah/Abdallah; الرفاعي=Al-Rifai/Rifai/Er-Rifaï; بركات=Barakat/Barakate;"
        "العطار=Al-Attar/Attar/Elattar"),
    "ru": _culture(
        "Наталья=Natalia/Natalya/Natalja; Ольга=Olga; Юлия=Yulia/Julia/Iuliia; Светлана=Svetlana/Swetlana;"
        "Ксения=Ksenia/Xenia; Татьяна=Tatiana/Tatyana; Людмила=Lyudmila/Ludmila; Дарья=Daria/Darya",
        "Дмитрий=Dmitri/Dmitry/Dimitri; Сергей=Sergei/Sergey/Serge; Алексей=Alexei/Aleksey/Alexej; Юрий=Yuri/Yury/Iouri;"
        "Евгений=Evgeny/Yevgeni/Jewgeni; Андрей=Andrei/Andrey",
        "Вербин=Verbin/Werbin; Журавский=Zhuravsky/Schurawski/Jouravski; Чернов=Chernov/Tschernow/Tchernov;"
        "Яковенко=Yakovenko/Jakowenko/Iakovenko; Мельник=Melnik/Melnyk; Шорохов=Shorokhov/Schorochow/Chorokhov;"
        "Щеглов=Shcheglov/Scheglow; Полянский=Polyansky/Poljanski", "gf",
        "Вербина=Verbina/Werbina; Журавская=Zhuravskaya/Schurawskaja/Jouravskaïa; Чернова=Chernova/Tschernowa/Tchernova;"
        "Яковенко=Yakovenko/Jakowenko/Iakovenko; Мельник=Melnik/Melnyk; Шорохова=Shorokhova/Schorochowa/Chorokhova;"
        "Щеглова=Shcheglova/Scheglowa; Полянская=Polyanskaya/Poljanskaja"),
    "zh": _culture(
        "雅婷=Yating/Ya-ting; 晓燕=Xiaoyan/Hsiao-yen; 淑芬=Shufen/Suk Fan/Shu-fen; 丽华=Lihua/Lai Wah; 欣怡=Xinyi/Yan Yi;"
        "静=Jing/Ching",
        "志强=Zhiqiang/Chi Keung; 建华=Jianhua/Kin Wah; 家豪=Jiahao/Ka Ho; 思远=Siyuan/Szu-yuan; 明=Ming; 伟=Wei/Wai",
        "陈=Chen/Chan/Tan; 王=Wang/Wong; 张=Zhang/Cheung/Chang; 李=Li/Lee; 黄=Huang/Wong/Ng; 吴=Wu/Ng; 周=Zhou/Chow;"
        "刘=Liu/Lau; 郑=Zheng/Cheng/Tay; 许=Xu/Hsu/Koh", "fg"),
    "fr": _culture(
        "Aurélie; Béatrice; Clémence; Françoise; Gaëlle; Marie-Noëlle/Marie Noelle; Solène; Édith",
        "Étienne; Jérôme; Loïc; François; Rémi; Jean-Baptiste/J.-B./Jean Baptiste; Théo",
        "Arnoult; Boisselet; Cazenave; Desvergnes; Éluère; Ferronnière; Grandcœur/Grandcoeur; Lévêque; Péronnet; Thévenin;"
        "Vasseur-Blin; Maçon; Rouëdec"),
    "de": _culture(
        "Annegret; Bärbel; Dörte; Friederike/Rike; Käthe; Sabine; Ulrike/Uli",
        "Jürgen; Götz; Matthias/Mathias; Rüdiger; Sönke; Wolfgang; Jörg",
        "Brückmann; Eßlinger/Esslinger; Grünefeld; Hölscher; Kößling; Löwenhaupt; Niedermöller; Pfützner; Schäferling;"
        "Tönnies; Überwasser; Wöhrmann"),
    "pt": _culture(
        "Conceição; Inês; Leonor; Mafalda; Luísa; Antónia; Pilar; Begoña",
        "João; Gonçalo; Duarte; Rui; Íñigo; Andrés; Martín; Zé/José",
        "Abrantes Leitão; Brandão; Carvalhosa; Figueirôa; Gouveia Matos; Ibáñez Soler; Magalhães; Núñez Arrabal; Peñalver;"
        "Quintão; Sarmiento Ruiz; Vilaverde"),
    "en": _culture(
        "Elizabeth/Liz/Beth; Margaret/Maggie; Katherine/Kate/Cathy; Susan/Sue; Philippa/Pippa; Deborah/Debbie; Imogen; Rosalind",
        "Robert/Bob/Rob; William/Will/Bill; Anthony/Tony; Nicholas/Nick; Edward/Ted; Alastair/Alistair; Gareth; Desmond/Des",
        "Ashcombe; Birtwhistle; Cholmondeley-Price; Dunmore; Eastlake; Fairweather; Goodacre; Hathersage; Inglewood; Kettering;"
        "MacInnes/McInnes; O'Hanrahan/OHanrahan; Pemberley; Quillan; Thackwell; Wetherill"),
    "in": _culture(
        "Lakshmi/Laxmi; Kavita/Kavitha; Meenakshi/Minakshi; Shreya; Farzana; Asha",
        "Arjun; Vikram/Wikram; Suresh; Imran; Anand; Harpreet",
        "Bhattacharya/Bhattacharjee; Chaudhary/Choudhury/Chowdhury; Iyengar; Krishnan/Krishnamurthy; Mukherjee/Mookerjee;"
        "Raghunathan; Siddiqui/Siddiqi; Venkataraman/Venkatraman"),
    "no": _culture(
        "Solveig; Åse/Aase; Ingrid; Märta/Marta; Päivi; Sigrún",
        "Søren/Soeren; Håkon/Haakon; Björn/Bjorn; Jukka; Øyvind/Oyvind",
        "Ødegård/Odegaard; Lindström/Lindstrom; Hämäläinen/Hamalainen; Kjærgaard/Kjaergaard; Nygård/Nygaard; Åkesson/Akesson"),
    "tr": _culture(
        "Ayşe/Ayse; Gülşen/Gulsen; Çiğdem/Cigdem; Işıl/Isil; Zühal/Zuhal",
        "Çağlar/Caglar; Oğuz/Oguz; Şükrü/Sukru; Barış/Baris",
        "Yıldırım/Yildirim; Öztürk/Ozturk; Çelikkol/Celikkol; Güneş/Gunes; Şahinoğlu/Sahinoglu"),
    "vi": _culture(
        "Thị Mai=Thi Mai/Mai; Thu Hà=Thu Ha; Ngọc Lan=Ngoc Lan", "Văn Đức=Van Duc; Quốc Bảo=Quoc Bao",
        "Nguyễn=Nguyen/Nguyen; Trần=Tran; Phạm=Pham; Đặng=Dang", "fg"),
    "hu": _culture(
        "Éva; Zsuzsanna/Zsuzsa; Katalin/Kati; Ágnes", "Gábor; László/Laszlo; György/Gyuri",
        "Nagyváradi; Kővágó/Kovago; Szentpéteri; Ördögh/Ordogh", "fg"),
    "af": _culture(
        "Chiamaka; Wanjiru; Thandiwe; Adwoa; Zodwa", "Kwabena; Oluwaseun/Seun; Sipho; Emeka; Juma",
        "Okonjo-Bright; Mwangi; Dlamini; Asante-Boateng; Adeyemi; Nakamba; Ochieng"),
}
