namespace Causeway.ResourceDirectory;

/// <summary>
/// Languages as people write them: ISO 639-3 code, short code, English name, then the names in other languages.
/// The names come from the Unicode Common Locale Data Repository (Unicode License v3).
/// </summary>
internal static class LanguageNames
{
    public const string Lines = """
        eng|en|English|Englisch|anglais|inglés|inglês|inglese|Engels|angielski|английский|İngilizce|الإنجليزية|영어|英语|英文|英語|angol|Tiếng Anh|angličtina|англійська|Αγγλικά|engelska|אנגלית|อังกฤษ|انگلیسی
        deu|de|German|Deutsch|allemand|alemán|alemão|tedesco|Duits|niemiecki|немецкий|Almanca|الألمانية|독일어|德语|德文|ドイツ語|német|Tiếng Đức|němčina|німецька|Γερμανικά|tyska|גרמנית|เยอรมัน|آلمانی
        fra|fr|French|Französisch|français|francés|francês|francese|Frans|francuski|французский|Fransızca|الفرنسية|프랑스어|法语|法文|フランス語|francia|Tiếng Pháp|francouzština|французька|Γαλλικά|franska|צרפתית|ฝรั่งเศส|فرانسوی
        spa|es|Spanish|Spanisch|espagnol|español|espanhol|spagnolo|Spaans|hiszpański|испанский|İspanyolca|الإسبانية|스페인어|西班牙语|西班牙文|スペイン語|spanyol|Tiếng Tây Ban Nha|španělština|іспанська|Ισπανικά|spanska|ספרדית|สเปน|اسپانیایی
        por|pt|Portuguese|Portugiesisch|portugais|portugués|português|portoghese|Portugees|portugalski|португальский|Portekizce|البرتغالية|포르투갈어|葡萄牙语|葡萄牙文|ポルトガル語|portugál|Tiếng Bồ Đào Nha|portugalština|португальська|Πορτογαλικά|portugisiska|פורטוגזית|โปรตุเกส|پرتغالی
        ita|it|Italian|Italienisch|italien|italiano|Italiaans|włoski|итальянский|İtalyanca|الإيطالية|이탈리아어|意大利语|意大利文|義大利文|イタリア語|olasz|Tiếng Italy|italština|італійська|Ιταλικά|italienska|איטלקית|อิตาลี|ایتالیایی
        nld|nl|Dutch|Niederländisch|néerlandais|neerlandés|holandês|olandese|Nederlands|niderlandzki|нидерландский|Felemenkçe|الهولندية|네덜란드어|荷兰语|荷兰文|荷蘭文|オランダ語|holland|Tiếng Hà Lan|nizozemština|нідерландська|Ολλανδικά|nederländska|הולנדית|ดัตช์|هلندی
        pol|pl|Polish|Polnisch|polonais|polaco|polonês|polacco|Pools|polski|польский|Lehçe|البولندية|폴란드어|波兰语|波兰文|波蘭文|ポーランド語|lengyel|Tiếng Ba Lan|polština|польська|Πολωνικά|polska|פולנית|โปแลนด์|لهستانی
        rus|ru|Russian|Russisch|russe|ruso|russo|rosyjski|русский|Rusça|الروسية|러시아어|俄语|俄文|ロシア語|orosz|Tiếng Nga|ruština|російська|Ρωσικά|ryska|רוסית|รัสเซีย|روسی
        tur|tr|Turkish|Türkisch|turc|turco|Turks|turecki|турецкий|Türkçe|التركية|튀르키예어|土耳其语|土耳其文|トルコ語|török|Tiếng Thổ Nhĩ Kỳ|turečtina|турецька|Τουρκικά|turkiska|טורקית|ตุรกี|ترکی استانبولی
        ara|ar|Arabic|Arabisch|arabe|árabe|arabo|arabski|арабский|Arapça|العربية|아랍어|阿拉伯语|阿拉伯文|アラビア語|arab|Tiếng Ả Rập|arabština|арабська|Αραβικά|arabiska|ערבית|อาหรับ|عربی
        kor|ko|Korean|Koreanisch|coréen|coreano|Koreaans|koreański|корейский|Korece|الكورية|한국어|韩语|韩文|韓文|韓国語|koreai|Tiếng Hàn|korejština|корейська|Κορεατικά|koreanska|קוריאנית|เกาหลี|کره‌ای
        zho|zh|Chinese|Chinesisch|chinois|chino|chinês|cinese|Chinees|chiński|китайский|Çince|الصينية|중국어|中文|中国語|kínai|Tiếng Trung|čínština|китайська|Κινεζικά|kinesiska|סינית|จีน|چینی
        jpn|ja|Japanese|Japanisch|japonais|japonés|japonês|giapponese|Japans|japoński|японский|Japonca|اليابانية|일본어|日语|日文|日本語|japán|Tiếng Nhật|japonština|японська|Ιαπωνικά|japanska|יפנית|ญี่ปุ่น|ژاپنی
        hun|hu|Hungarian|Ungarisch|hongrois|húngaro|ungherese|Hongaars|węgierski|венгерский|Macarca|الهنغارية|헝가리어|匈牙利语|匈牙利文|ハンガリー語|magyar|Tiếng Hungary|maďarština|угорська|Ουγγρικά|ungerska|הונגרית|ฮังการี|مجاری
        vie|vi|Vietnamese|Vietnamesisch|vietnamien|vietnamita|Vietnamees|wietnamski|вьетнамский|Vietnamca|الفيتنامية|베트남어|越南语|越南文|ベトナム語|vietnámi|Tiếng Việt|vietnamština|вʼєтнамська|Βιετναμικά|vietnamesiska|וייטנאמית|เวียดนาม|ویتنامی
        ces|cs|Czech|Tschechisch|tchèque|checo|tcheco|ceco|Tsjechisch|czeski|чешский|Çekçe|التشيكية|체코어|捷克语|捷克文|チェコ語|cseh|Tiếng Séc|čeština|чеська|Τσεχικά|tjeckiska|צ׳כית|เช็ก|چکی
        slk|sk|Slovak|Slowakisch|slovaque|eslovaco|slovacco|Slowaaks|słowacki|словацкий|Slovakça|السلوفاكية|슬로바키아어|斯洛伐克语|斯洛伐克文|スロバキア語|szlovák|Tiếng Slovak|slovenština|словацька|Σλοβακικά|slovakiska|סלובקית|สโลวัก|اسلواکی|slovenčina
        slv|sl|Slovenian|Slowenisch|slovène|esloveno|sloveno|Sloveens|słoweński|словенский|Slovence|السلوفانية|슬로베니아어|斯洛文尼亚语|斯洛文尼亚文|斯洛維尼亞文|スロベニア語|szlovén|Tiếng Slovenia|slovinština|словенська|Σλοβενικά|slovenska|סלובנית|สโลวีเนีย|اسلوونیایی|slovenščina
        hrv|hr|Croatian|Kroatisch|croate|croata|croato|chorwacki|хорватский|Hırvatça|الكرواتية|크로아티아어|克罗地亚语|克罗地亚文|克羅埃西亞文|クロアチア語|horvát|Tiếng Croatia|chorvatština|хорватська|Κροατικά|kroatiska|קרואטית|โครเอเชีย|کروات|hrvatski
        srp|sr|Serbian|Serbisch|serbe|serbio|sérvio|serbo|Servisch|serbski|сербский|Sırpça|الصربية|세르비아어|塞尔维亚语|塞尔维亚文|塞爾維亞文|セルビア語|szerb|Tiếng Serbia|srbština|сербська|Σερβικά|serbiska|סרבית|เซอร์เบีย|صربی|српски
        bos|bs|Bosnian|Bosnisch|bosniaque|bosnio|bósnio|bosniaco|bośniacki|боснийский|Boşnakça|البوسنية|보스니아어|波斯尼亚语|波斯尼亚文|波士尼亞文|ボスニア語|bosnyák|Tiếng Bosnia|bosenština|боснійська|Βοσνιακά|bosniska|בוסנית|บอสเนีย|بوسنیایی|bosanski
        mkd|mk|Macedonian|Mazedonisch|macédonien|macedonio|macedônio|macedone|Macedonisch|macedoński|македонский|Makedonca|المقدونية|마케도니아어|马其顿语|马其顿文|馬其頓文|マケドニア語|macedón|Tiếng Macedonia|makedonština|македонська|Σλαβομακεδονικά|makedonska|מקדונית|มาซิโดเนีย|مقدونی|македонски
        sqi|sq|Albanian|Albanisch|albanais|albanés|albanês|albanese|Albanees|albański|албанский|Arnavutça|الألبانية|알바니아어|阿尔巴尼亚语|阿尔巴尼亚文|阿爾巴尼亞文|アルバニア語|albán|Tiếng Albania|albánština|албанська|Αλβανικά|albanska|אלבנית|แอลเบเนีย|آلبانیایی|shqip
        bul|bg|Bulgarian|Bulgarisch|bulgare|búlgaro|bulgaro|Bulgaars|bułgarski|болгарский|Bulgarca|البلغارية|불가리아어|保加利亚语|保加利亚文|保加利亞文|ブルガリア語|bolgár|Tiếng Bulgaria|bulharština|болгарська|Βουλγαρικά|bulgariska|בולגרית|บัลแกเรีย|بلغاری|български
        ron|ro|Romanian|Rumänisch|roumain|rumano|romeno|rumeno|Roemeens|rumuński|румынский|Rumence|الرومانية|루마니아어|罗马尼亚语|罗马尼亚文|羅馬尼亞文|ルーマニア語|román|Tiếng Romania|rumunština|румунська|Ρουμανικά|rumänska|רומנית|โรมาเนีย|رومانیایی|română
        ell|el|Greek|Griechisch|grec|griego|grego|greco|Grieks|grecki|греческий|Yunanca|اليونانية|그리스어|希腊语|希腊文|希臘文|ギリシャ語|görög|Tiếng Hy Lạp|řečtina|грецька|Ελληνικά|grekiska|יוונית|กรีก|یونانی
        swe|sv|Swedish|Schwedisch|suédois|sueco|svedese|Zweeds|szwedzki|шведский|İsveççe|السويدية|스웨덴어|瑞典语|瑞典文|スウェーデン語|svéd|Tiếng Thụy Điển|švédština|шведська|Σουηδικά|svenska|שוודית|สวีเดน|سوئدی
        nob|nb|Norwegian Bokmål|Norwegisch (Bokmål)|norvégien bokmål|noruego bokmal|bokmål norueguês|norvegese bokmål|Noors - Bokmål|norweski (bokmål)|норвежский букмол|Norveççe Bokmål|النرويجية بوكمال|노르웨이어(보크말)|书面挪威语|书面挪威文|書面挪威文|ノルウェー語(ブークモール)|norvég (bokmål)|Tiếng Na Uy (Bokmål)|norština (bokmål)|норвезька (букмол)|Νορβηγικά Μποκμάλ|norskt bokmål|נורווגית ספרותית|นอร์เวย์บุคมอล|نروژی بوک‌مُل|norsk bokmål
        nor|no|Norwegian|Norwegisch|norvégien|noruego|norueguês|norvegese|Noors|norweski|норвежский|Norveççe|النرويجية|노르웨이어|挪威语|挪威文|ノルウェー語|norvég|Tiếng Na Uy|norština|норвезька|Νορβηγικά|norska|נורווגית|นอร์เวย์|نروژی|norsk
        dan|da|Danish|Dänisch|danois|danés|dinamarquês|danese|Deens|duński|датский|Danca|الدانمركية|덴마크어|丹麦语|丹麦文|丹麥文|デンマーク語|dán|Tiếng Đan Mạch|dánština|данська|Δανικά|danska|דנית|เดนมาร์ก|دانمارکی|dansk
        fin|fi|Finnish|Finnisch|finnois|finés|finlandês|finlandese|Fins|fiński|финский|Fince|الفنلندية|핀란드어|芬兰语|芬兰文|芬蘭文|フィンランド語|finn|Tiếng Phần Lan|finština|фінська|Φινλανδικά|finska|פינית|ฟินแลนด์|فنلاندی|suomi
        isl|is|Icelandic|Isländisch|islandais|islandés|islandês|islandese|IJslands|islandzki|исландский|İzlandaca|الأيسلندية|아이슬란드어|冰岛语|冰岛文|冰島文|アイスランド語|izlandi|Tiếng Iceland|islandština|ісландська|Ισλανδικά|isländska|איסלנדית|ไอซ์แลนด์|ایسلندی|íslenska
        est|et|Estonian|Estnisch|estonien|estonio|estoniano|estone|Estisch|estoński|эстонский|Estonca|الإستونية|에스토니아어|爱沙尼亚语|爱沙尼亚文|愛沙尼亞文|エストニア語|észt|Tiếng Estonia|estonština|естонська|Εσθονικά|estniska|אסטונית|เอสโตเนีย|استونیایی|eesti
        lav|lv|Latvian|Lettisch|letton|letón|letão|lettone|Lets|łotewski|латышский|Letonca|اللاتفية|라트비아어|拉脱维亚语|拉脱维亚文|拉脫維亞文|ラトビア語|lett|Tiếng Latvia|lotyština|латиська|Λετονικά|lettiska|לטבית|ลัตเวีย|لتونیایی|latviešu
        lit|lt|Lithuanian|Litauisch|lituanien|lituano|Litouws|litewski|литовский|Litvanca|الليتوانية|리투아니아어|立陶宛语|立陶宛文|リトアニア語|litván|Tiếng Litva|litevština|литовська|Λιθουανικά|litauiska|ליטאית|ลิทัวเนีย|لیتوانیایی|lietuvių
        ukr|uk|Ukrainian|Ukrainisch|ukrainien|ucraniano|ucraino|Oekraïens|ukraiński|украинский|Ukraynaca|الأوكرانية|우크라이나어|乌克兰语|乌克兰文|烏克蘭文|ウクライナ語|ukrán|Tiếng Ukraina|ukrajinština|українська|Ουκρανικά|ukrainska|אוקראינית|ยูเครน|اوکراینی
        bel|be|Belarusian|Belarussisch|biélorusse|bielorruso|bielorrusso|bielorusso|białoruski|белорусский|Belarusça|البيلاروسية|벨라루스어|白俄罗斯语|白俄罗斯文|白俄羅斯文|ベラルーシ語|belarusz|Tiếng Belarus|běloruština|білоруська|Λευκορωσικά|belarusiska|בלארוסית|เบลารุส|بلاروسی|беларуская
        kat|ka|Georgian|Georgisch|géorgien|georgiano|gruziński|грузинский|Gürcüce|الجورجية|조지아어|格鲁吉亚语|格鲁吉亚文|喬治亞文|ジョージア語|grúz|Tiếng Georgia|gruzínština|грузинська|Γεωργιανά|georgiska|גאורגית|จอร์เจีย|گرجی|ქართული
        hye|hy|Armenian|Armenisch|arménien|armenio|armênio|armeno|Armeens|ormiański|армянский|Ermenice|الأرمنية|아르메니아어|亚美尼亚语|亚美尼亚文|亞美尼亞文|アルメニア語|örmény|Tiếng Armenia|arménština|вірменська|Αρμενικά|armeniska|ארמנית|อาร์เมเนีย|ارمنی|հայերեն
        aze|az|Azerbaijani|Aserbaidschanisch|azerbaïdjanais|azerbaiyano|azerbaijano|azerbaigiano|Azerbeidzjaans|azerbejdżański|азербайджанский|Azerbaycan dili|الأذربيجانية|아제르바이잔어|阿塞拜疆语|阿塞拜疆文|亞塞拜然文|アゼルバイジャン語|azerbajdzsáni|Tiếng Azerbaijan|ázerbájdžánština|азербайджанська|Αζερμπαϊτζανικά|azerbajdzjanska|אזרית|อาเซอร์ไบจาน|ترکی آذربایجانی|azərbaycan
        kaz|kk|Kazakh|Kasachisch|kazakh|kazajo|cazaque|kazako|Kazachs|kazachski|казахский|Kazakça|الكازاخستانية|카자흐어|哈萨克语|哈萨克文|哈薩克文|カザフ語|kazah|Tiếng Kazakh|kazaština|казахська|Καζακικά|kazakiska|קזחית|คาซัค|قزاقی|қазақ тілі
        uzb|uz|Uzbek|Usbekisch|ouzbek|uzbeko|uzbeque|uzbeco|Oezbeeks|uzbecki|узбекский|Özbekçe|الأوزبكية|우즈베크어|乌兹别克语|乌兹别克文|烏茲別克文|ウズベク語|üzbég|Tiếng Uzbek|uzbečtina|узбецька|Ουζμπεκικά|uzbekiska|אוזבקית|อุซเบก|ازبکی|o‘zbek
        kir|ky|Kyrgyz|Kirgisisch|kirghize|kirguís|quirguiz|kirghiso|Kirgizisch|kirgiski|киргизский|Kırgızca|القيرغيزية|키르기스어|吉尔吉斯语|吉尔吉斯文|吉爾吉斯文|キルギス語|kirgiz|Tiếng Kyrgyz|kyrgyzština|киргизька|Κιργιζικά|kirgiziska|קירגיזית|คีร์กีซ|قرقیزی|кыргызча
        tgk|tg|Tajik|Tadschikisch|tadjik|tayiko|tadjique|tagico|Tadzjieks|tadżycki|таджикский|Tacikçe|الطاجيكية|타지크어|塔吉克语|塔吉克文|タジク語|tadzsik|Tiếng Tajik|tádžičtina|таджицька|Τατζικικά|tadzjikiska|טג׳יקית|ทาจิก|تاجیکی|тоҷикӣ
        tuk|tk|Turkmen|Turkmenisch|turkmène|turcomano|turcomeno|turcomanno|Turkmeens|turkmeński|туркменский|Türkmence|التركمانية|투르크멘어|土库曼语|土库曼文|土庫曼文|トルクメン語|türkmén|Tiếng Turkmen|turkmenština|туркменська|Τουρκμενικά|turkmeniska|טורקמנית|เติร์กเมน|ترکمنی|türkmen dili
        mon|mn|Mongolian|Mongolisch|mongol|mongolo|Mongools|mongolski|монгольский|Moğolca|المنغولية|몽골어|蒙古语|蒙古文|モンゴル語|Tiếng Mông Cổ|mongolština|монгольська|Μογγολικά|mongoliska|מונגולית|มองโกเลีย|مغولی|монгол
        heb|he|Hebrew|Hebräisch|hébreu|hebreo|hebraico|ebraico|Hebreeuws|hebrajski|иврит|İbranice|العبرية|히브리어|希伯来语|希伯来文|希伯來文|ヘブライ語|héber|Tiếng Do Thái|hebrejština|іврит|Εβραϊκά|hebreiska|עברית|ฮิบรู|عبری
        fas|fa|Persian|Persisch|persan|persa|persiano|Perzisch|perski|персидский|Farsça|الفارسية|페르시아어|波斯语|波斯文|ペルシア語|perzsa|Tiếng Ba Tư|perština|перська|Περσικά|persiska|פרסית|เปอร์เซีย|فارسی
        prs|prs|Dari|dari|darí|дари|Darice|الدارية|다리어|达里语|达里文|波斯文（阿富汗）|ダリー語|Tiếng Dari|дарі|Νταρί|דארי|ดารี|دری
        pus|ps|Pashto|Paschtu|pachto|pastún|pashto|Pasjtoe|paszto|пушту|Peştuca|البشتو|파슈토어|普什图语|普什图文|普什圖文|パシュトゥー語|pastu|Tiếng Pashto|paštština|Πάστο|afghanska|פאשטו|พัชโต|پشتو|پښتو
        kur|ku|Kurdish|Kurdisch|kurde|kurdo|curdo|Koerdisch|kurdyjski|курдский|Kürtçe|الكردية|쿠르드어|库尔德语|库尔德文|庫德文|クルド語|kurd|Tiếng Kurd|kurdština|курдська|Κουρδικά|kurdiska|כורדית|เคิร์ด|کردی|kurdî (kurmancî)
        ckb|ckb|Central Kurdish|Zentralkurdisch|sorani|kurdo sorani|curdo central|curdo centrale|Soranî|центральнокурдский|Orta Kürtçe|السورانية الكردية|소라니 쿠르드어|中库尔德语|中库尔德文|中庫德文|中央クルド語|közép-ázsiai kurd|Tiếng Kurd Miền Trung|kurdština (sorání)|центральнокурдська|Κεντρικά Κουρδικά|centralkurdiska|כורדית סוראנית|เคิร์ดตอนกลาง|کردی مرکزی|کوردیی ناوەندی
        urd|ur|Urdu|ourdou|urdu|урду|Urduca|الأوردية|우르두어|乌尔都语|乌尔都文|烏都文|ウルドゥー語|Tiếng Urdu|urdština|Ούρντου|אורדו|อูรดู|اردو
        hin|hi|Hindi|hindi|хинди|Hintçe|الهندية|힌디어|印地语|印地文|ヒンディー語|Tiếng Hindi|hindština|гінді|Χίντι|הינדי|ฮินดี|هندی|हिन्दी
        ben|bn|Bangla|Bengalisch|bengali|bengalí|bengalese|Bengaals|bengalski|бенгальский|Bengalce|البنغالية|벵골어|孟加拉语|孟加拉文|ベンガル語|bangla|Tiếng Bangla|bengálština|бенгальська|Βεγγαλικά|בנגלית|บังกลา|بنگالی|বাংলা
        pan|pa|Punjabi|pendjabi|punyabí|panjabi|punjabi|pendżabski|панджаби|Pencapça|البنجابية|펀자브어|旁遮普语|旁遮普文|パンジャブ語|pandzsábi|Tiếng Punjab|paňdžábština|панджабі|Παντζαπικά|פנג׳אבי|ปัญจาบ|پنجابی|ਪੰਜਾਬੀ
        guj|gu|Gujarati|goudjarati|guyaratí|guzerate|gujarati|gudżarati|гуджарати|Güceratça|الغوجاراتية|구자라트어|古吉拉特语|古吉拉特文|グジャラート語|gudzsaráti|Tiếng Gujarati|gudžarátština|гуджараті|Γκουτζαρατικά|גוג׳ארטי|คุชราต|گجراتی|ગુજરાતી
        mar|mr|Marathi|marathi|maratí|marati|маратхи|Marathi dili|الماراثية|마라티어|马拉地语|马拉地文|馬拉地文|マラーティー語|maráthi|Tiếng Marathi|maráthština|маратхі|Μαραθικά|מראטהית|มราฐี|مراتی|मराठी
        tam|ta|Tamil|tamoul|tamil|tâmil|tamilski|тамильский|Tamilce|التاميلية|타밀어|泰米尔语|泰米尔文|坦米爾文|タミル語|Tiếng Tamil|tamilština|тамільська|Ταμιλικά|טמילית|ทมิฬ|تامیلی|தமிழ்
        tel|te|Telugu|télougou|telugu|télugo|телугу|Telugu dili|التيلوغوية|텔루구어|泰卢固语|泰卢固文|泰盧固文|テルグ語|Tiếng Telugu|telugština|Τελούγκου|טלוגו|เตลูกู|تلوگویی|తెలుగు
        kan|kn|Kannada|kannada|canarés|canarim|каннада|Kannada dili|الكانادا|칸나다어|卡纳达语|卡纳达文|坎那達文|カンナダ語|Tiếng Kannada|kannadština|Κανάντα|קנאדה|กันนาดา|کانارا|ಕನ್ನಡ
        mal|ml|Malayalam|malayalam|malayálam|malaiala|malajalam|малаялам|Malayalam dili|المالايالامية|말라얄람어|马拉雅拉姆语|马拉雅拉姆文|馬來亞拉姆文|マラヤーラム語|malajálam|Tiếng Malayalam|malajálamština|Μαλαγιαλαμικά|מליאלאם|มาลายาลัม|مالایالامی|മലയാളം
        sin|si|Sinhala|Singhalesisch|cingalais|cingalés|cingalês|singalese|Singalees|syngaleski|сингальский|Sinhali dili|السنهالية|싱할라어|僧伽罗语|僧伽罗文|僧伽羅文|シンハラ語|szingaléz|Tiếng Sinhala|sinhálština|сингальська|Σινχαλεζικά|singalesiska|סינהלה|สิงหล|سینهالی|සිංහල
        nep|ne|Nepali|Nepalesisch|népalais|nepalí|nepalês|nepalese|Nepalees|nepalski|непальский|Nepalce|النيبالية|네팔어|尼泊尔语|尼泊尔文|尼泊爾文|ネパール語|nepáli|Tiếng Nepal|nepálština|непальська|Νεπαλικά|nepalesiska|נפאלית|เนปาล|نپالی|नेपाली
        tha|th|Thai|Thailändisch|thaï|tailandés|tailandês|thailandese|tajski|тайский|Tayca|التايلاندية|태국어|泰语|泰文|タイ語|thai|Tiếng Thái|thajština|тайська|Ταϊλανδικά|thailändska|תאית|ไทย|تایلندی
        lao|lo|Lao|Laotisch|lao|laosiano|Laotiaans|laotański|лаосский|Lao dili|اللاوية|라오어|老挝语|老挝文|寮文|ラオ語|Tiếng Lào|laoština|лаоська|Λαοτινά|laotiska|לאו|ลาว|لائوسی|ລາວ
        khm|km|Khmer|khmer|jemer|khmerski|кхмерский|Khmer dili|الخميرية|크메르어|高棉语|高棉文|クメール語|Tiếng Khmer|khmérština|кхмерська|Χμερ|kambodjanska|חמרית|เขมร|خمری|ខ្មែរ
        mya|my|Burmese|Birmanisch|birman|birmano|birmanês|Birmaans|birmański|бирманский|Birman dili|البورمية|버마어|缅甸语|缅甸文|緬甸文|ミャンマー語|burmai|Tiếng Miến Điện|barmština|бірманська|Βιρμανικά|burmesiska|בורמזית|พม่า|برمه‌ای|မြန်မာ
        ind|id|Indonesian|Indonesisch|indonésien|indonesio|indonésio|indonesiano|indonezyjski|индонезийский|Endonezce|الإندونيسية|인도네시아어|印度尼西亚语|印度尼西亚文|印尼文|インドネシア語|indonéz|Tiếng Indonesia|indonéština|індонезійська|Ινδονησιακά|indonesiska|אינדונזית|อินโดนีเซีย|اندونزیایی|Indonesia
        msa|ms|Malay|Malaiisch|malais|malayo|malaio|malese|Maleis|malajski|малайский|Malayca|الماليزية|말레이어|马来语|马来文|馬來文|マレー語|maláj|Tiếng Mã Lai|malajština|малайська|Μαλαισιανά|malajiska|מלאית|มาเลย์|مالایی|Melayu
        fil|fil|Filipino|filipino|filippino|Filipijns|filipiński|филиппинский|Filipince|الفلبينية|필리핀어|菲律宾语|菲律宾文|菲律賓文|フィリピノ語|filippínó|Tiếng Philippines|filipínština|філіппінська|Φιλιππινικά|filippinska|פיליפינית|ฟิลิปปินส์|فیلیپینی
        ceb|ceb|Cebuano|cebuano|cebuański|себуано|Sebuano dili|السيبيوانية|세부아노어|宿务语|宿务文|宿霧文|セブアノ語|szebuano|Tiếng Cebuano|cebuánština|себуанська|Σεμπουάνο|סבואנו|เซบู|سبویی
        jav|jv|Javanese|Javanisch|javanais|javanés|javanês|giavanese|Javaans|jawajski|яванский|Cava dili|الجاوية|자바어|爪哇语|爪哇文|ジャワ語|jávai|Tiếng Java|javánština|яванська|Ιαβανικά|javanesiska|יאוואית|ชวา|جاوه‌ای|Jawa
        yue|yue|Cantonese|Kantonesisch|cantonais|cantonés|cantonês|cantonese|Kantonees|kantoński|кантонский|Kantonca|الكَنْتُونية|광둥어|粤语|粤文|粵語|粵文|広東語|kantoni|Tiếng Quảng Đông|kantonština|кантонська|Καντονέζικα|kantonesiska|קנטונזית|กวางตุ้ง|کانتونی
        nan|nan|Min Nan Chinese|Min Nan|minnan|chino min nan|min nan|Minnanyu|minnański|миньнань|Min Nan Çincesi|مين-نان الصينية|민난어|闽南语|闽南文|閩南語|閩南文|min nan kínai|Tiếng Mân Nam|čínština (dialekty Minnan)|південноміньська|Μιν Ναν|סינית מין נאן|จีนมินหนาน
        wuu|wuu|Wu Chinese|Wu|wu|chino wu|Wuyu|у|Wu Çincesi|الوو الصينية|우어|吴语|吴文|吳語|吳文|呉語|wu kínai|Tiếng Ngô|čínština (dialekty Wu)|китайська уська|Κινεζικά Γου|סינית וו|จีนอู๋|وو چینی
        hak|hak|Hakka Chinese|Hakka|hakka|chino hakka|hacá|хакка|Hakka Çincesi|الهاكا الصينية|하카어|客家语|客家文|客家話|客家語|hakka kínai|Tiếng Khách Gia|čínština (dialekty Hakka)|хаккаська|סינית האקה|จีนแคะ
        bod|bo|Tibetan|Tibetisch|tibétain|tibetano|Tibetaans|tybetański|тибетский|Tibetçe|التبتية|티베트어|藏语|藏文|チベット語|tibeti|Tiếng Tây Tạng|tibetština|тибетська|Θιβετιανά|tibetanska|טיבטית|ทิเบต|تبتی|བོད་སྐད་
        uig|ug|Uyghur|Uigurisch|ouïghour|uigur|uiguro|Oeigoers|ujgurski|уйгурский|Uygurca|الأويغورية|위구르어|维吾尔语|维吾尔文|維吾爾文|ウイグル語|ujgur|Tiếng Uyghur|ujgurština|уйгурська|Ουιγουρικά|uiguriska|אויגורית|อุยกูร์|اویغوری|ئۇيغۇرچە
        swa|sw|Swahili|Suaheli|swahili|suajili|suaíli|suahili|суахили|Svahili dili|السواحلية|스와힐리어|斯瓦希里语|斯瓦希里文|史瓦希里文|スワヒリ語|szuahéli|Tiếng Swahili|svahilština|суахілі|Σουαχίλι|סווהילי|สวาฮีลี|سواحیلی|Kiswahili
        amh|am|Amharic|Amharisch|amharique|amárico|amarico|Amhaars|amharski|амхарский|Amharca|الأمهرية|암하라어|阿姆哈拉语|阿姆哈拉文|アムハラ語|amhara|Tiếng Amharic|amharština|амхарська|Αμχαρικά|amhariska|אמהרית|อัมฮารา|امهری|አማርኛ
        tir|ti|Tigrinya|tigrigna|tigriña|tigrínia|tigrino|tigrinia|тигринья|Tigrinya dili|التغرينية|티그리냐어|提格利尼亚语|提格利尼亚文|提格利尼亞文|ティグリニア語|tigrinya|Tiếng Tigrinya|tigrinijština|Τιγκρινικά|tigrinja|תיגרינית|ติกริญญา|تیگرینیایی|ትግርኛ
        orm|om|Oromo|oromo|Afaan Oromo|оромо|Oromo dili|الأورومية|오로모어|奥罗莫语|奥罗莫文|奧羅莫文|オロモ語|Tiếng Oromo|oromština|Ορόμο|אורומו|โอโรโม|اورومویی|Oromoo
        som|so|Somali|somali|somalí|somalo|Somalisch|somalijski|сомали|Somalice|الصومالية|소말리아어|索马里语|索马里文|索馬利文|ソマリ語|szomáli|Tiếng Somali|somálština|сомалі|Σομαλικά|somaliska|סומלית|โซมาลี|سومالیایی|Soomaali
        hau|ha|Hausa|Haussa|haoussa|hausa|hauçá|хауса|Hausa dili|الهوسا|하우사어|豪萨语|豪萨文|豪薩文|ハウサ語|hausza|Tiếng Hausa|hauština|Χάουσα|האוסה|เฮาซา|هوسایی
        yor|yo|Yoruba|yoruba|iorubá|joruba|йоруба|Yorubaca|اليوروبا|요루바어|约鲁巴语|约鲁巴文|約魯巴文|ヨルバ語|Tiếng Yoruba|jorubština|Γιορούμπα|יורובה|โยรูบา|یوروبایی|Èdè Yorùbá
        ibo|ig|Igbo|igbo|игбо|İbo dili|الإيجبو|이그보어|伊博语|伊博文|伊布文|イボ語|igbó|Tiếng Igbo|igboština|ігбо|Ίγκμπο|איגבו|อิกโบ|ایگبویی
        zul|zu|Zulu|zoulou|zulú|zulu|Zoeloe|зулу|Zuluca|الزولو|줄루어|祖鲁语|祖鲁文|祖魯文|ズールー語|Tiếng Zulu|zuluština|зулуська|Ζουλού|זולו|ซูลู|زولویی|isiZulu
        xho|xh|Xhosa|xhosa|khosa|коса|Zosa dili|الخوسا|코사어|科萨语|科萨文|科薩文|コサ語|xhosza|Tiếng Xhosa|xhoština|кхоса|Κόσα|קוסה|คะห์โอซา|خوسایی|IsiXhosa
        afr|af|Afrikaans|afrikaans|afrikáans|africâner|африкаанс|Afrikaanca|الأفريقانية|아프리칸스어|南非荷兰语|南非荷兰文|南非荷蘭文|アフリカーンス語|Tiếng Hà Lan (Nam Phi)|afrikánština|Αφρικάανς|אפריקאנס|แอฟริกานส์|آفریکانس
        sot|st|Southern Sotho|Süd-Sotho|sotho du Sud|sotho meridional|soto do sul|sotho del sud|Zuid-Sotho|sotho południowy|южный сото|Güney Sotho dili|السوتو الجنوبية|남부 소토어|南索托语|南索托文|塞索托文|南部ソト語|déli szeszotó|Tiếng Nam Sotho|sotština (jižní)|південна сото|Νότια Σόθο|sydsotho|סותו דרומית|โซโทใต้|سوتوی جنوبی|Sesotho
        sna|sn|Shona|shona|xona|шона|Şona dili|الشونا|쇼나어|绍纳语|绍纳文|紹納文|ショナ語|sona|Tiếng Shona|šonština|Σόνα|שונה|โชนา|شونایی|chiShona
        kin|rw|Kinyarwanda|kinyarwanda|quiniaruanda|kinya-ruanda|киньяруанда|الكينيارواندا|르완다어|卢旺达语|卢旺达文|盧安達文|キニアルワンダ語|kinyarvanda|Tiếng Kinyarwanda|kiňarwandština|кіньяруанда|Κινιαρουάντα|kinjarwanda|קנירואנדית|รวันดา|کینیارواندایی|Ikinyarwanda
        lin|ln|Lingala|lingala|лингала|اللينجالا|링갈라어|林加拉语|林加拉文|リンガラ語|Tiếng Lingala|lingalština|лінгала|Λινγκάλα|לינגלה|ลิงกาลา|لینگالا|lingála
        wol|wo|Wolof|wolof|wólof|uolofe|волоф|Volofça|الولوفية|월로프어|沃洛夫语|沃洛夫文|ウォロフ語|volof|Tiếng Wolof|wolofština|Γουόλοφ|וולוף|โวลอฟ|ولوفی
        mlg|mg|Malagasy|malgache|malgaxe|malgascio|Malagassisch|malgaski|малагасийский|Malgaşça|الملغاشي|말라가시어|马拉加斯语|马拉加斯文|馬達加斯加文|マダガスカル語|malgas|Tiếng Malagasy|malgaština|малагасійська|Μαλγασικά|malagassiska|מלגשית|มาลากาซี|مالاگاسی
        mlt|mt|Maltese|Maltesisch|maltais|maltés|maltês|maltese|Maltees|maltański|мальтийский|Maltaca|المالطية|몰타어|马耳他语|马耳他文|馬爾他文|マルタ語|máltai|Tiếng Malta|maltština|мальтійська|Μαλτεζικά|maltesiska|מלטית|มอลตา|مالتی|Malti
        gle|ga|Irish|Irisch|irlandais|irlandés|irlandês|irlandese|Iers|irlandzki|ирландский|İrlandaca|الأيرلندية|아일랜드어|爱尔兰语|爱尔兰文|愛爾蘭文|アイルランド語|ír|Tiếng Ireland|irština|ірландська|Ιρλανδικά|iriska|אירית|ไอริช|ایرلندی|Gaeilge
        gla|gd|Scottish Gaelic|Gälisch (Schottland)|gaélique écossais|gaélico escocés|gaélico escocês|gaelico scozzese|Schots-Gaelisch|szkocki gaelicki|гэльский|İskoç Gaelcesi|الغيلية الأسكتلندية|스코틀랜드 게일어|苏格兰盖尔语|苏格兰盖尔文|蘇格蘭蓋爾文|スコットランド・ゲール語|skóciai kelta|Tiếng Gael Scotland|skotská gaelština|шотландська гельська|Σκωτικά Κελτικά|skotsk gaeliska|גאלית סקוטית|เกลิกสกอต|گیلی اسکاتلندی|Gàidhlig
        cym|cy|Welsh|Walisisch|gallois|galés|galês|gallese|walijski|валлийский|Galce|الويلزية|웨일스어|威尔士语|威尔士文|威爾斯文|ウェールズ語|walesi|Tiếng Wales|velština|валлійська|Ουαλικά|walesiska|וולשית|เวลส์|ولزی|Cymraeg
        bre|br|Breton|Bretonisch|breton|bretón|bretão|bretone|Bretons|bretoński|бретонский|Bretonca|البريتونية|브르타뉴어|布列塔尼语|布列塔尼文|ブルトン語|Tiếng Breton|bretonština|бретонська|Βρετονικά|bretonska|ברטונית|เบรตัน|برتون|brezhoneg
        cat|ca|Catalan|Katalanisch|catalan|catalán|catalão|catalano|Catalaans|kataloński|каталанский|Katalanca|الكتالانية|카탈로니아어|加泰罗尼亚语|加泰罗尼亚文|加泰蘭文|カタロニア語|katalán|Tiếng Catalan|katalánština|каталонська|Καταλανικά|katalanska|קטלאנית|คาตาลัน|کاتالان|català
        eus|eu|Basque|Baskisch|basque|euskera|basco|baskijski|баскский|Baskça|الباسكية|바스크어|巴斯克语|巴斯克文|バスク語|baszk|Tiếng Basque|baskičtina|баскська|Βασκικά|baskiska|בסקית|บาสก์|باسکی|euskara
        glg|gl|Galician|Galicisch|galicien|gallego|galego|galiziano|galicyjski|галисийский|Galiçyaca|الجاليكية|갈리시아어|加利西亚语|加利西亚文|加利西亞文|ガリシア語|Tiếng Galician|galicijština|галісійська|Γαλικιανά|galiciska|גליציאנית|กาลิเซีย|گالیسیایی
        ltz|lb|Luxembourgish|Luxemburgisch|luxembourgeois|luxemburgués|luxemburguês|lussemburghese|Luxemburgs|luksemburski|люксембургский|Lüksemburgca|اللكسمبورغية|룩셈부르크어|卢森堡语|卢森堡文|盧森堡文|ルクセンブルク語|luxemburgi|Tiếng Luxembourg|lucemburština|люксембурзька|Λουξεμβουργιανά|luxemburgiska|לוקסמבורגית|ลักเซมเบิร์ก|لوگزامبورگی|Lëtzebuergesch
        gsw|gsw|Swiss German|Schweizerdeutsch|suisse allemand|alemán suizo|alemão (Suíça)|tedesco svizzero|Zwitserduits|szwajcarski niemiecki|швейцарский немецкий|İsviçre Almancası|الألمانية السويسرية|독일어(스위스)|瑞士德语|瑞士德文|德文（瑞士）|スイスドイツ語|svájci német|Tiếng Đức (Thụy Sĩ)|němčina (Švýcarsko)|німецька (Швейцарія)|Γερμανικά Ελβετίας|schweizertyska|גרמנית שוויצרית|เยอรมันสวิส|آلمانی سوئیسی|Schwiizertüütsch
        roh|rm|Romansh|Rätoromanisch|romanche|romancio|Reto-Romaans|retoromański|романшский|Romanşça|الرومانشية|로만시어|罗曼什语|罗曼什文|羅曼斯文|ロマンシュ語|rétoromán|Tiếng Romansh|rétorománština|ретороманська|Ρομανικά|rätoromanska|רומאנש|โรแมนซ์|رومانش|rumantsch
        yid|yi|Yiddish|Jiddisch|yiddish|yidis|iídiche|jidysz|идиш|Yidiş|اليديشية|이디시어|意第绪语|意第绪文|意第緒文|イディッシュ語|jiddis|Tiếng Yiddish|jidiš|їдиш|Γίντις|jiddisch|יידיש|ยิดดิช|یدی|ייִדיש
        lat|la|Latin|Latein|latin|latín|latim|latino|Latijn|łaciński|латинский|Latince|اللاتينية|라틴어|拉丁语|拉丁文|ラテン語|Tiếng La-tinh|latina|латинська|Λατινικά|לטינית|ละติน|لاتین
        epo|eo|Esperanto|espéranto|esperanto|эсперанто|الإسبرانتو|에스페란토어|世界语|世界文|エスペラント語|eszperantó|Tiếng Quốc Tế Ngữ|есперанто|Εσπεράντο|אספרנטו|เอสเปรันโต|اسپرانتو
        hat|ht|Haitian Creole|Haiti-Kreolisch|créole haïtien|criollo haitiano|haitiano|creolo haitiano|Haïtiaans Creools|kreolski haitański|гаитянский|Haiti Kreyolu|الكريولية الهايتية|아이티어|海地克里奥尔语|海地克里奥尔文|海地文|ハイチ・クレオール語|haiti kreol|Tiếng Haiti|haitština|гаїтянська креольська|Αϊτιανά|haitiska|קריאולית (האיטי)|เฮติครีโอล|هائیتیایی
        que|qu|Quechua|quechua|quíchua|keczua|кечуа|Keçuva dili|كيشوا|케추아어|克丘亚语|克丘亚文|蓋楚瓦文|ケチュア語|kecsua|Tiếng Quechua|kečuánština|Κέτσουα|קצ׳ואה|เคชวา|کچوایی|Runasimi
        grn|gn|Guarani|Guaraní|guarani|guaraní|гуарани|Guarani dili|الغوارانية|과라니어|瓜拉尼语|瓜拉尼文|グアラニー語|Tiếng Guarani|guaranština|гуарані|Γκουαρανί|גוארני|กัวรานี|گوارانی
        smo|sm|Samoan|Samoanisch|samoan|samoano|Samoaans|samoański|самоанский|Samoa dili|الساموائية|사모아어|萨摩亚语|萨摩亚文|薩摩亞文|サモア語|szamoai|Tiếng Samoa|samojština|самоанська|Σαμοανά|samoanska|סמואית|ซามัว|ساموآیی
        mri|mi|Māori|maori|maorí|Maori|maoryjski|маори|Maori dili|الماورية|마오리어|毛利语|毛利文|マオリ語|Tiếng Māori|maorština|маорі|Μαορί|מאורית|เมารี|مائوری
        fij|fj|Fijian|Fidschi|fidjien|fiyiano|fijiano|figiano|Fijisch|fidżijski|фиджи|Fiji dili|الفيجية|피지어|斐济语|斐济文|斐濟文|フィジー語|fidzsi|Tiếng Fiji|fidžijština|фіджі|Φίτζι|fijianska|פיג׳ית|ฟิจิ|فیجیایی
        haw|haw|Hawaiian|Hawaiisch|hawaïen|hawaiano|havaiano|Hawaïaans|hawajski|гавайский|Hawaii dili|لغة هاواي|하와이어|夏威夷语|夏威夷文|ハワイ語|hawaii|Tiếng Hawaii|havajština|гавайська|Χαβαϊκά|hawaiiska|הוואית|ฮาวาย|هاوایی|ʻŌlelo Hawaiʻi
        arz|arz|Egyptian Arabic|Ägyptisches Arabisch|arabe égyptien|arabo egiziano|Egyptisch Arabisch|egipski arabski|Mısır Arapçası|이집트 아랍어|埃及阿拉伯文|エジプト・アラビア語|Tiếng Ả Rập Ai Cập|arabština (egyptská)|egyptisk arabiska|อาหรับพื้นเมืองอียิปต์|عربی مصری
        ary|ary|Moroccan Arabic|Marokkanisches Arabisch|arabe marocain|arabo marocchino|Marokkaans Arabisch|marokański arabski|Fas Arapçası|모로코 아랍어|摩洛哥阿拉伯文|モロッコ・アラビア語|arabština (marocká)|marockansk arabiska|อาหรับโมร็อกโก|عربی مراکشی
        apc|apc|Levantijns-Arabisch|levantei arab
        rom|rom|Romany|Romani|romani|romaní|cygański|цыганский|Romanca|الغجرية|집시어|吉普赛语|吉普赛文|吉普賽文|ロマーニー語|roma|Tiếng Romany|romština|циганська|Ρομανί|רומאני|โรมานี|رومانویی
        tat|tt|Tatar|Tatarisch|tatar|tártaro|tataro|Tataars|tatarski|татарский|Tatarca|التترية|타타르어|鞑靼语|鞑靼文|韃靼文|タタール語|tatár|Tiếng Tatar|tatarština|татарська|Ταταρικά|tatariska|טטרית|ตาตาร์|تاتاری|татар
        che|ce|Chechen|Tschetschenisch|tchétchène|checheno|ceceno|Tsjetsjeens|czeczeński|чеченский|Çeçence|الشيشانية|체첸어|车臣语|车臣文|車臣文|チェチェン語|csecsen|Tiếng Chechen|čečenština|чеченська|Τσετσενικά|tjetjenska|צ׳צ׳נית|เชเชน|چچنی|нохчийн
        hmn|hmn|Hmong|Miao|hmong|хмонг|الهمونجية|히몸어|苗语|苗文|苗語|フモン語|Tiếng H’Mông|hmongština|Χμονγκ|hmongspråk|המונג|ม้ง|همونگ
        asm|as|Assamese|Assamesisch|assamais|asamés|assamês|assamese|Assamees|asamski|ассамский|Assamca|الأسامية|아삼어|阿萨姆语|阿萨姆文|阿薩姆文|アッサム語|asszámi|Tiếng Assam|ásámština|ассамська|Ασαμικά|assamesiska|אסאמית|อัสสัม|آسامی|অসমীয়া
        ori|or|Odia|Oriya|odia|oriya|oriá|orija|ория|Oriya dili|الأورية|오리야어|奥里亚语|奥里亚文|歐迪亞文|オディア語|Tiếng Odia|urijština|одія|Όντια|אורייה|โอดิยา|اوریه‌ای|ଓଡ଼ିଆ
        snd|sd|Sindhi|sindhi|sindi|синдхи|Sindhi dili|السندية|신디어|信德语|信德文|シンド語|szindhi|Tiếng Sindhi|sindhština|синдхі|Σίντι|סינדהית|สินธิ|سندی|سنڌي
        bho|bho|Bhojpuri|Bhodschpuri|bhodjpouri|bhoyapurí|bhojpuri|bhodżpuri|бходжпури|Arayanice|البهوجبورية|호즈푸리어|博杰普尔语|博杰普尔文|博傑普爾文|ボージュプリー語|bodzspuri|Tiếng Bhojpuri|bhódžpurština|бходжпурі|Μπότζπουρι|בוג׳פורי|โภชปุรี|بوجپوری|भोजपुरी
        """;

    /// <summary>Wordings beside the official names: varieties, older names, habits of school offices.</summary>
    public const string Also = """
        eng|ENG|Englich|Inglisch|American English|British English|Ingles|inglés|إنجليزي|انجليزي|انكليزي|الانجليزية|انجليزية|Anh|tiếng anh|Англ|ang
        deu|GER|Ger|Deu|Dt|Alemão|Swiss High German|Hochdeutsch|ألماني|Đức|нем|niem
        fra|FRE|Fre|Fra|Frz|Franz|Français|فرنسي|Pháp|фр|franz
        spa|SPA|Esp|Sp|Span|Castilian|Castellano|Español|Spanish Latin America|اسباني|إسباني|исп
        por|POR|Port|Brazilian Portuguese|Brazilian|Portuguese Brazil|Português do Brasil|Brasilianisch
        ita|ITA|Ital|It|ит
        nld|NED|Dut|Ndl|Flemish|Vlaams|Flämisch|Flamand|Hollands|Holländisch|Dutch Flemish
        rus|RUS|Russ|рус|Nga
        zho|CHI|Chin|Chinese|中文|汉语|漢語|华语|華語|Hán|Trung|Tiếng Hoa|صيني|кит
        cmn|CMN|Mandarin|Mandarin Chinese|Chinese Mandarin|Putonghua|Mandarín|Mandarim|Mandarino|Mandarijn|Mandaryński|Мандаринский|普通话|國語|国语|북경어|만다린|Mandarin dili|Quan thoại|官話
        yue|Cantonese|Chinese Cantonese|Kantonesisch|广东话|廣東話|粤语|粵語
        nan|Taiwanese|Hokkien|Taiwanese Hokkien|Min Nan|台语|台語|Chinese Taiwanese|Fujianese
        kor|KOR|Kor|Hangul|한국말|조선어|كوري|кор|Hàn
        jpn|JAP|JPN|Jap|JP|JA|日文|ياباني|Nhật
        vie|VIE|Viet|VN|Tiếng Việt
        ara|ARA|Arab|Modern Standard Arabic|Levantine Arabic|Egyptian Arabic|Gulf Arabic|عربي|عربية|араб
        fas|FA|Farsi|Persian Farsi|Farsi Persian|فارسي|Persisch Farsi
        prs|Dari|Dari Persian|Afghan Persian|دری
        pus|Pashto|Pashtu|Paschtu|Pushto|پښتو
        tur|TUR|Türk|Turk|تركي
        pol|POL|Poln|polnisch
        hun|HUN|Ung|ung|magyarul|Hung
        ces|CZ|Czech|Tschech
        slk|SK
        ukr|UA|UKR
        ell|GR|Modern Greek|Neugriechisch
        swe|SE|Swed
        dan|DK
        heb|IL|Ivrit|Iwrit|Modern Hebrew
        hin|HIN|Hind
        urd|URD|الأردية|اردو
        pan|Punjabi|Panjabi|Pandschabi|Pundjabi
        ind|Bahasa Indonesia|Bahasa
        msa|Bahasa Melayu|Bahasa Malaysia|Malaiisch
        tgl|Tagalog|Tagalog Filipino|tl|Tagalisch|تاغالوغ|타갈로그어|タガログ語|他加禄语|Pilipino|Filipino Tagalog
        mya|Birmanisch
        khm|Cambodian|Kambodschanisch
        hbs|Serbo-Croatian|Serbocroatian|Serbo Croatian|Serbokroatisch|BKS|BCS|Bosnian Croatian Serbian|B/K/S
        ron|Moldovan|Moldavian|Moldawisch
        kmr|Kurmanji|Kurmanci|Kurmandschi|Northern Kurdish
        ckb|Sorani
        tir|Tigrigna|Tigrinisch
        gle|Gaelic|Irish Gaelic|Gaeilge
        gsw|Schweizerdeutsch|Schwiizerdütsch|Swiss German|Schwyzerdütsch|Mundart
        ltz|Lëtzebuergesch
        rom|Romani|Romanes|Romany
        bfi|BSL|British Sign Language
        ase|ASL|American Sign Language
        gsg|DGS|Deutsche Gebärdensprache|German Sign Language
        fsl|LSF|Langue des signes française|French Sign Language
        kvk|Korean Sign Language|KSL|한국수어|수어
        jsl|Japanese Sign Language|JSL|日本手話|手話
        csl|Chinese Sign Language|中国手语|手语
        ils|International Sign
        sgn|Sign language|Sign languages|Gebärdensprache|Langue des signes|Lengua de signos|Lengua de señas|Língua de sinais|Gebarentaal|Język migowy|Жестовый язык|İşaret dili|لغة الإشارة|Jelnyelv
        """;
}
