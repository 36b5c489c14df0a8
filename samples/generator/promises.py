"""The promise that nothing leads to a real person: only reserved phone numbers, only mail and web hosts under .example."""
import io
import re
import zipfile

ENCODINGS = {"lists/vieux-port.csv": "cp1252", "lists/vieux-port-inside.csv": "cp1252", "lists/north-quay.tsv": "utf-16",
             "lists/north-quay-inside.tsv": "utf-16"}
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
HOST = re.compile(r"(?:(?<=@)|(?<=\(at\))|(?<=\[at\])|(?<=www\.)|(?<=https://)|(?<=@ ))[\w.-]+", re.IGNORECASE)
NUMBER = re.compile(r"(?<![\w.-])\(?\+?\d[\d ().-]{5,}\d(?![\w-])")
RESERVED = re.compile(r"(00)?(999)?55501\d\d|(00)?9997\d{8}")
DATES = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](\d{4})|(20\d\d)[/.-]\d\d[/.-]\d\d|\d{1,2}:\d\d.*|20\d\d.*")


def texts(name, content):
    """Every text of a file, cell by cell as far as that matters."""
    if not name.endswith(".xlsx"):
        return content.decode(ENCODINGS.get(name, "utf-8-sig")).translate(DIGITS).splitlines()
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = [package.read(part).decode("utf-8") for part in package.namelist() if "sharedStrings" in part or "/sheet" in part]
    whole = "".join(parts).translate(DIGITS)
    return re.findall(r"<t[^>]*>([^<]*)</t>", whole) + re.findall(r"<v>(\d{7,})</v>", whole)


def broken(files):
    """Each text that breaks the promise, with its file."""
    found = []
    for name, content in files.items():
        for text in texts(name, content):
            hosts = [h for h in HOST.findall(text) if not h.lower().rstrip(".").endswith(".example")]
            numbers = [n for n in NUMBER.findall(text) if not DATES.fullmatch(n.strip("() ")) and len(re.sub(r"\D", "", n)) > 6
                       and not RESERVED.fullmatch(re.sub(r"\D", "", n))]
            found += [(name, what) for what in hosts + numbers]
    return found
