"""What each column of each list holds, for tests of column guessing. '-' is a column without a heading that holds no fact."""

OUTSIDE = {
    "lists/lantern-hill.xlsx": "name profession organisation address area phone mobile mail website languages ages concerns fee wait hours delivery "
                               "licence licence-until leaving note checked",
    "lists/vieux-port.csv": "family-name given-name profession organisation address phone mail website languages ages concerns fee wait hours delivery "
                            "licence leaving note checked",
    "lists/ropewalk.csv": "name profession organisation address phone mail languages ages concerns fee wait hours delivery licence leaving note checked",
    "lists/north-quay.tsv": "name profession organisation address phone mail languages ages concerns fee wait hours licence leaving checked note -",
    "lists/harbour-korean-school.xlsx": "name other-name profession organisation address phone mail languages ages concerns fee wait hours delivery "
                                        "licence leaving note checked",
    "lists/al-manara-academy.csv": "name profession organisation address phone mail languages ages concerns fee wait hours delivery licence leaving note "
                                   "checked",
}
INSIDE = "name role phone mail concerns languages hours deputy checked"


def meanings(file, inside):
    return (INSIDE if inside else OUTSIDE[file]).split()
