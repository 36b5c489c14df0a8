namespace Causeway.Linkage;

/// <summary>What header words of several languages say about a column. The most specific word wins, so the order matters.</summary>
internal static class HeaderWords
{
    private static readonly (FieldKind Kind, string[] Words)[] Table =
    [
        (FieldKind.Source, ["source", "list", "quelle", "forras", "fuente", "liste", "provenance"]),
        (FieldKind.Email, ["email", "e mail", "mail", "correo", "courriel"]),
        (FieldKind.Website, ["website", "web", "url", "homepage", "site web", "honlap", "webseite", "sitio"]),
        (FieldKind.Phone, ["phone", "telephone", "tel", "telefon", "telefono", "mobile", "mobil", "cell", "handy", "phones"]),
        (FieldKind.Identifier,
            ["soc sec", "ssn", "social security", "national id", "tax id", "licence", "license", "npi", "register number", "nif", "taj", "identifier"]),
        (FieldKind.BirthYear, ["birth year", "by", "year of birth", "yob", "geburtsjahr"]),
        (FieldKind.BirthMonth, ["birth month", "bm", "month of birth", "geburtsmonat"]),
        (FieldKind.BirthDay, ["birth day", "bd", "day of birth", "geburtstag"]),
        (FieldKind.BirthDate, ["dob", "birth", "born", "birthdate", "geburtsdatum", "szuletesi", "nacimiento", "naissance"]),
        (FieldKind.Postcode, ["postcode", "post code", "postal", "zip", "zipcode", "plz", "iranyitoszam", "cp", "codigo postal"]),
        (FieldKind.HouseNumber, ["street number", "house number", "house no", "hausnummer", "hazszam"]),
        (FieldKind.Country, ["country", "land", "orszag", "pais", "pays"]),
        (FieldKind.Region, ["state", "region", "county", "province", "district", "neighborhood", "neighbourhood", "bundesland", "megye"]),
        (FieldKind.City, ["city", "town", "suburb", "municipality", "ort", "stadt", "varos", "ciudad", "ville", "place", "locality"]),
        (FieldKind.Address, ["address", "addr", "street", "adresse", "anschrift", "strasse", "cim", "utca", "direccion", "calle", "rue"]),
        (FieldKind.GivenName,
            ["given", "first name", "firstname", "fname", "forename", "vorname", "keresztnev", "utonev", "prenom", "nombre de pila", "middle name"]),
        (FieldKind.FamilyName,
            ["surname", "last name", "lastname", "lname", "family name", "nachname", "familienname", "vezeteknev", "apellido", "apellidos",
             "nom de famille"]),
        (FieldKind.OrganisationName,
            ["organisation", "organization", "org", "company", "clinic", "practice", "institution", "employer", "business", "site name",
             "firma", "szervezet", "intezmeny", "organizacion", "school", "facility", "provider"]),
        (FieldKind.Category,
            ["specialism", "speciality", "specialty", "profession", "role", "category", "type", "beruf", "szakma", "occupation",
             "service type", "discipline"]),
        (FieldKind.Ignored,
            ["title", "note", "notes", "comment", "description", "agency", "program", "fax", "director", "contact person", "language",
             "languages", "updated", "created", "date", "id", "sex", "gender", "age", "salutation", "username"]),
        (FieldKind.Name, ["name", "full name", "nev", "nombre", "nom"]),
    ];

    public static FieldKind? Find(string header)
    {
        string folded = " " + TextFolding.Fold(header.Replace('_', ' ')) + " ";
        foreach ((FieldKind kind, string[] words) in Table)
        {
            foreach (string word in words)
            {
                // Long words also begin compounds: "telefonszam", "telefonnummer".
                string sought = word.Length >= 6 ? " " + word : " " + word + " ";
                if (folded.Contains(sought, StringComparison.Ordinal))
                {
                    return kind;
                }
            }
        }

        return Numbered(folded);
    }

    /// <summary>"address1", "fname2", "phone2": a number stuck to a word says which one it is, not what it is.</summary>
    private static FieldKind? Numbered(string folded)
    {
        string bare = folded.Trim().TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').Trim();
        return bare.Length > 0 && bare.Length < folded.Trim().Length ? Find(bare) : null;
    }
}
