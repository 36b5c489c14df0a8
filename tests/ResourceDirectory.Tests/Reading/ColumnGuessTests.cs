using System.Text;

namespace Causeway.ResourceDirectory.Tests;

public sealed class ColumnGuessTests
{
    [Theory]
    [InlineData("Phone|Telefon|Téléphone|Teléfono|Telefone|Telefono|Telefoon|Numer telefonu|Телефон|Telefon numarası|الهاتف|전화번호|电话|電話番号|Telefonszám|Số điện thoại|Tel.|Tel. Nr.|phone_number|PhoneNumber|Phone 2|Tel (office)|1. Telefon", "Phone")]
    [InlineData("E-Mail|email|Courriel|Correo electrónico|Endereço de e-mail|Indirizzo email|E-mailadres|Adres e-mail|Эл. почта|E-posta|البريد الإلكتروني|이메일|邮箱|メールアドレス|E-mail cím|Thư điện tử|e-mail address", "Email")]
    [InlineData("Languages|Sprachen|Langues parlées|Idiomas|Línguas|Lingue parlate|Talen|Języki|Языки|Konuşulan diller|اللغات|사용 언어|语言|対応言語|Beszélt nyelvek|Ngôn ngữ|Language(s)", "Languages")]
    [InlineData("Address|Anschrift|Adresse|Dirección|Endereço|Indirizzo|Adres|Adresi|Адрес|العنوان|주소|地址|住所|Cím|Địa chỉ", "Address")]
    [InlineData("Organisation|Einrichtung|Établissement|Institución|Instituição|Ente|Instelling|Instytucja|Учреждение|Kurum|المؤسسة|기관명|机构名称|施設名|Intézmény|Cơ quan", "Organisation")]
    [InlineData("First name|Vorname|Prénom|Nombre de pila|Voornaam|Imię|given_name|givenName|名字|Keresztnév", "GivenName")]
    [InlineData("Last name|Nachname|Nom de famille|Apellidos|Sobrenome|Cognome|Achternaam|Nazwisko|Фамилия|Soyadı|姓|Vezetéknév|surname", "FamilyName")]
    [InlineData("Contact person|Ansprechpartner|Personne de contact|Persona de contacto|Pessoa de contato|Persona di contatto|Contactpersoon|Osoba kontaktowa|Контактное лицо|İlgili kişi|담당자|联系人|担当者|Kapcsolattartó|Người liên hệ", "ContactPerson")]
    [InlineData("Direct line|Durchwahl|Ligne directe|Línea directa|Linea diretta|직통번호|直通電話", "DirectLine")]
    [InlineData("Mobile|Handy|Portable|Móvil|Cellulare|Komórka|Мобильный|Cep telefonu|휴대폰|手机|携帯|WhatsApp", "Mobile")]
    [InlineData("Website|Webseite|Site web|Página web|Sito web|Strona internetowa|Сайт|홈페이지|网址|ホームページ|Honlap|Trang web|URL", "Website")]
    [InlineData("Fee|Kosten|Tarif|Precio|Preço|Tariffa|Prijs|Cena|Стоимость|Ücret|الرسوم|비용|费用|料金|Díj|Chi phí|€|Cost per session", "Fee")]
    [InlineData("Opening hours|Öffnungszeiten|Horaires|Horario|Orari|Openingstijden|Godziny otwarcia|Часы работы|Çalışma saatleri|ساعات العمل|운영시간|营业时间|営業時間|Nyitvatartás|Giờ mở cửa", "Hours")]
    [InlineData("Waiting time|Wartezeit|Délai d'attente|Tiempo de espera|Tempo di attesa|Wachttijd|Czas oczekiwania|Время ожидания|Bekleme süresi|대기시간|等待时间|待ち時間|Várakozási idő|Thời gian chờ", "WaitingTime")]
    [InlineData("Age group|Altersgruppe|Tranche d'âge|Edades|Faixa etária|Fascia d'età|Leeftijd|Wiek|Возраст|Yaş grubu|الفئة العمرية|연령대|年龄段|対象年齢|Korosztály|Độ tuổi", "Ages")]
    [InlineData("Help offered|Hilfsangebot|Aide proposée|Servicios|Specializzazione|Hulpaanbod|Specjalizacja|Услуги|Uzmanlık alanı|التخصص|전문분야|专长|専門分野|Szakterület|Lĩnh vực", "HelpOffered")]
    [InlineData("Notes|Anm.|Bemerkungen|Remarques|Observaciones|Observações|Note|Opmerkingen|Uwagi|Примечания|ملاحظات|비고|备注|備考|Megjegyzés|Ghi chú", "Notes")]
    [InlineData("Last checked|Stand|geprüft am|Mise à jour|Actualizado|Aggiornato il|Bijgewerkt|Дата обновления|Son güncelleme|تاريخ التحديث|확인일|更新日期|最終更新|Frissítve|Ngày cập nhật", "ConfirmedOn")]
    [InlineData("City|Ort|Ville|Ciudad|Cidade|Città|Plaats|Miasto|Город|Şehir|المدينة|도시|城市|市区町村|Település|Thành phố", "City")]
    [InlineData("Postcode|PLZ|Code postal|Código postal|CAP|Kod pocztowy|Почтовый индекс|Posta kodu|우편번호|邮编|郵便番号|Irányítószám|zip", "Postcode")]
    [InlineData("Profession|Beruf|Profesión|Professione|Beroep|Zawód|Профессия|Meslek|직업|职业|職業|Foglalkozás|Nghề nghiệp", "Profession")]
    [InlineData("Position|Funktion im Amt|Fonction|Cargo|Functie|Stanowisko|Должность|직위|职位|役職|Beosztás|Chức vụ|Job title", "Position", "Funktion im Amt")]
    [InlineData("Deputy|Vertretung|Suppléant|Suplente|Sostituto|Vervanger|Zastępca|Заместитель|Vekil|대리|代理人|Helyettes", "Deputy")]
    [InlineData("Licence|Zulassung|Número de colegiado|Iscrizione albo|BIG-registratie|Лицензия|면허번호|执照|Engedély", "Licence")]
    [InlineData("Date of birth|Geburtsdatum|Date de naissance|Fecha de nacimiento|Дата рождения|생년월일|出生日期|生年月日|Születési dátum|dob|date_of_birth", "BirthDate")]
    [InlineData("id|record_id|organization_id|Lfd. Nr.|№ п/п|연번|序号|STT|location_id|phone_id", "RecordId")]
    [InlineData("Name/Praxis|Name|Nom|Nombre|Имя|이름|名称|Név|Contact name / organisation|site_name", "PersonOrBody")]
    [InlineData("Full name|Vor- und Nachname|Nombre y apellidos|ФИО|Adı Soyadı|성함|氏名|Teljes név|Họ và tên|First name / last name", "PersonName")]
    [InlineData("lat|Latitude|Breitengrad|위도", "Latitude")]
    [InlineData("Leaving date|zieht weg|Date de départ|출국일", "LeavesOn")]
    [InlineData("Takes new clients|Kapazität|Disponibilité|Vagas|空き状況", "Availability")]
    public void A_heading_is_understood_in_sixteen_languages(string headings, string expected, string? elsewhere = null)
    {
        var wrong = headings.Split('|')
            .Where(heading => !string.Equals(heading, elsewhere, StringComparison.Ordinal))
            .Select(heading => (heading, Found: HeadingWords.Find(heading)?.Column.ToString() ?? "nothing"))
            .Where(found => !string.Equals(found.Found, expected, StringComparison.Ordinal))
            .ToList();
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void The_list_of_the_design_is_read_as_its_school_means_it()
    {
        var columns = Guess(
            "Name/Praxis;Tel.;Sprachen;€;Stand;Anm.;\n"
            + "Dr. Weidemann, J.;0172-555 01 88;D, E, bisschen F;80-110;Mai 24;sehr nett!;x\n"
            + "Hafen-Logopädie;555 0131 o. 0132;koreanisch!!;nach Absprache;??;geht im Sommer weg;(x)\n"
            + "김하은 (Kim);555 0172;Koreanisch;95;2025;;x\n");
        columns.Select(column => column.Column).ShouldBe(
            [ListColumn.PersonOrBody, ListColumn.Phone, ListColumn.Languages, ListColumn.Fee, ListColumn.ConfirmedOn, ListColumn.Notes, ListColumn.Unknown]);
        columns[6].Confidence.ShouldBe(GuessConfidence.NeedsYou);
        columns[0].FirstValues.ShouldBe(["Dr. Weidemann, J.", "Hafen-Logopädie", "김하은 (Kim)"]);
    }

    [Fact]
    public void A_date_column_with_strange_values_is_only_likely_and_says_how_many()
    {
        var column = Guess("Name;Stand\nAnna;Mai 24\nMei;soon\nIvo;2025\n")[1];
        column.Confidence.ShouldBe(GuessConfidence.Likely);
        column.Reason.ToString().ShouldBe("2 of 3 read as dates.");
    }

    [Fact]
    public void Without_headings_the_values_speak()
    {
        var columns = Guess("Dr. Anna Berg;anna@harbour.example;www.harbour.example;040 5550188;German, English\nDr. Mei Lin;mei@harbour.example;www.bridge.example;040 5550199;Chinese\nDr. Ivo Horn;ivo@harbour.example;www.quay.example;040 5550177;Polish\n");
        columns.Select(column => column.Column).ShouldBe([ListColumn.PersonOrBody, ListColumn.Email, ListColumn.Website, ListColumn.Phone, ListColumn.Languages]);
        columns.ShouldAllBe(column => column.Heading == null && column.Confidence >= GuessConfidence.Likely);
    }

    [Fact]
    public void Values_beat_a_heading_that_says_something_else()
    {
        Guess("Name;Contact\nAnna;anna@harbour.example\nMei;mei@harbour.example\n")[1].Column.ShouldBe(ListColumn.Email);
        Guess("Name;Contact\nAnna;040 5550188\nMei;040 5550199\n")[1].Column.ShouldBe(ListColumn.Phone);
        Guess("Name;Contact\nPraxis Berg;Anna Berg\nPraxis Lin;Mei Lin\n")[1].Column.ShouldBe(ListColumn.ContactPerson);
        Guess("id;number\n1;650 780-7525\n2;650 701-0856\n")[1].Column.ShouldBe(ListColumn.Phone);
        Guess("title;name\nDr.;Anna\nProf.;Mei\n")[0].Column.ShouldBe(ListColumn.Title);
        Guess("title;name\nDirector;Anna\nNurse;Mei\n")[0].Column.ShouldBe(ListColumn.Position);
    }

    [Theory]
    [InlineData("Nom;Prénom\nAbdallah;Khalid\nAbreu;Tomás\n", "FamilyName,GivenName")]
    [InlineData("Vorname;Name\nAnna;Berg\nMei;Lin\n", "GivenName,FamilyName")]
    [InlineData("first_name;name\nAnna;Berg\nMei;Lin\n", "GivenName,FamilyName")]
    [InlineData("Nombre;Apellidos\nAna;García López\nLuz;Peña\n", "GivenName,FamilyName")]
    [InlineData("Имя;Фамилия\nДарья;Чернова\nИван;Левченко\n", "GivenName,FamilyName")]
    [InlineData("Naam;Voornaam\nde Vries;Anna\nJansen;Mei\n", "FamilyName,GivenName")]
    [InlineData("Name;First name;Last name\nAnna Berg;Anna;Berg\nMei Lin;Mei;Lin\n", "PersonOrBody,GivenName,FamilyName")]
    [InlineData("Name;First name\nAnna Berg;Anna\nMei Lin;Mei\n", "PersonOrBody,GivenName")]
    [InlineData("Name/Praxis;Vorname\nBerg;Anna\nLin;Mei\n", "PersonOrBody,GivenName")]
    public void A_bare_name_beside_the_other_half_is_the_missing_half(string csv, string expected) =>
        string.Join(',', Guess(csv).Select(column => column.Column)).ShouldBe(expected);

    [Fact]
    public void A_name_a_person_chose_before_stays_what_they_chose()
    {
        var remembered = new Dictionary<string, ListColumn>(StringComparer.Ordinal) { [ColumnGuess.KeyOf("Nom")] = ListColumn.PersonOrBody };
        Guess("Nom;Prénom\nAbdallah;Khalid\nAbreu;Tomás\n", remembered)[0].Column.ShouldBe(ListColumn.PersonOrBody);
    }

    [Theory]
    [InlineData("Name;Lieu\nAnna;au cabinet\nMei;cabinet et visio\nIvo;à l'école\n", "Delivery")]
    [InlineData("Name;Lieu\nAnna;Marseille\nMei;Vieux-Port\nIvo;Aix\n", "City")]
    [InlineData("Name;Availability\nAnna;Mon-Thu 9-17\nMei;Sat\nIvo;evenings only\n", "Hours")]
    [InlineData("Name;Availability\nAnna;full\nMei;yes\nIvo;has places\n", "Availability")]
    [InlineData("Name;Credentials\nAnna;HC-PSY-34272\nMei;Lic. 20417\nIvo;HC THE 12815 (exp. 31 Mar 2028)\n", "Licence")]
    [InlineData("Name;Credentials\nAnna;PhD\nMei;MD\nIvo;LCSW\n", "Title")]
    [InlineData("Name;N° d'enregistrement\nAnna;HC-PSY-34272\nMei;Lic. 20417\n", "Licence")]
    [InlineData("Name;Motifs de consultation\nAnna;deuil\nMei;sommeil\n", "HelpOffered")]
    [InlineData("Name;Hilft bei\nAnna;Trauer\nMei;Schlaf\n", "HelpOffered")]
    [InlineData("Name;Ablösung\nAnna;Mei\nMei;Anna\n", "Deputy")]
    [InlineData("Name;Moving on?\nAnna;leaves June 2027\nMei;12/2026\n", "LeavesOn")]
    [InlineData("Name;Stand\nAnna;9/26\nMei;10/25\n", "ConfirmedOn")]
    public void Values_decide_where_a_heading_may_mean_two_things(string csv, string expected) => Guess(csv)[1].Column.ToString().ShouldBe(expected);

    [Fact]
    public void A_role_is_a_profession_in_a_list_of_people_elsewhere()
    {
        Guess("Name;Role;Organisation\nAnna;Speech therapist;Harbour Clinic\nMei;GP;Quay Practice\n")[1].Column.ShouldBe(ListColumn.Profession);
        Guess("Name;Role;Deputy\nAnna;School nurse;Mei\nMei;Head;Anna\n")[1].Column.ShouldBe(ListColumn.SchoolRole);
        Guess("Name;Role;Profession;Organisation\nAnna;Safeguarding lead;Teacher;Harbour School\nMei;Head;Teacher;Quay School\n")[1].Column.ShouldBe(ListColumn.SchoolRole);
    }

    [Fact]
    public void A_heading_none_of_whose_values_fit_needs_a_person() =>
        Guess("Name,Website\nAnna,Yes\nMei,No\nIvo,Yes\n")[1].Confidence.ShouldBe(GuessConfidence.NeedsYou);

    [Fact]
    public void Two_columns_may_hold_the_same_thing() =>
        Guess("Name;Telefon 1;Telefon 2\nAnna;040 5550188;040 5550199\n").Select(column => column.Column).ShouldBe([ListColumn.PersonOrBody, ListColumn.Phone, ListColumn.Phone]);

    [Fact]
    public void What_a_person_chose_before_beats_the_guess()
    {
        var remembered = new Dictionary<string, ListColumn>(StringComparer.Ordinal) { [ColumnGuess.KeyOf("TEL.")] = ListColumn.Fax };
        var column = Guess("Name;Tel\nAnna;040 5550188\n", remembered)[1];
        (column.Column, column.Confidence).ShouldBe((ListColumn.Fax, GuessConfidence.Remembered));
    }

    [Fact]
    public void A_choice_made_now_changes_only_its_column()
    {
        var columns = ColumnGuess.WithChoices(Guess("Name;G\nAnna;x\n"), new Dictionary<int, ListColumn> { [1] = ListColumn.Availability });
        columns.Select(column => (column.Column, column.Confidence)).ShouldBe([(ListColumn.PersonOrBody, GuessConfidence.Sure), (ListColumn.Availability, GuessConfidence.Remembered)]);
    }

    [Fact]
    public void Every_meaning_has_words_in_the_vocabulary()
    {
        var lines = (HeadingVocabulary.Lines + "\n" + HeadingVocabularyOfWork.Lines + "\n" + HeadingVocabularyOfDirectory.Lines).Split('\n').Select(line => line.Split(':')[0].Trim()).ToHashSet(StringComparer.Ordinal);
        Enum.GetNames<ListColumn>().Where(name => !lines.Contains(name)).ShouldBe([nameof(ListColumn.Unknown), nameof(ListColumn.KeepOnly), nameof(ListColumn.HeldWhy)]);
    }

    private static IReadOnlyList<ColumnReading> Guess(string csv, IReadOnlyDictionary<string, ListColumn>? remembered = null) =>
        ColumnGuess.Guess(ListReader.Open(Encoding.UTF8.GetBytes(csv), "list.csv").File!.Sheets[0], remembered);
}
