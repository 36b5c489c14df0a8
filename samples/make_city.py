#!/usr/bin/env python3
"""Writes the made-up Harbour City beside this file: the lists of six schools, city.json, columns.csv and truth.csv.

Everything is invented. The same bytes every time, on every machine: python3 samples/make_city.py
Look without writing: python3 samples/make_city.py --check (exit code 1 when a file differs).
"""
import csv
import io
import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True
from generator import city, columns, inside, lists, promises  # noqa: E402
from generator.entities import make_city_people  # noqa: E402
from generator.listing import who_lists_whom  # noqa: E402
from generator.sheets import Workbook, text_rows  # noqa: E402

HERE = Path(__file__).resolve().parent


def inside_sheet(school, title, first):
    """An inside list as a sheet: an optional title row, the heading, the people."""
    header, found = inside.rows(school)
    sheet = {first: header} | ({1: [title]} if first > 1 else {})
    sheet |= {first + 1 + i: cells for i, (_, cells) in enumerate(found)}
    return sheet, [(first + 1 + i, entity) for i, (entity, _) in enumerate(found)]


def inside_text(school, separator, newline):
    header, found = inside.rows(school)
    text, starts = text_rows([header, *(cells for _, cells in found)], separator, newline)
    return text, [(start, i + 2, entity) for i, (start, (entity, _)) in enumerate(zip(starts[1:], found, strict=True))]


def write_spreadsheets(listed, clinics, files, truth, heads):
    header, rows, merges, bold, marks, widths = lists.lantern_hill(listed["lantern-hill"], clinics)
    book = Workbook()
    book.sheet("Outside help", rows, merges, bold, widths)
    people, inner = inside_sheet("lantern-hill", "Inside our school: who helps with what", 3)
    book.sheet("Inside staff", people, ["A1:I1"], {1, 3}, [26, 34, 18, 30, 40, 34, 18, 22, 12])
    files["lists/lantern-hill.xlsx"] = book.to_bytes()
    heads += [("lists/lantern-hill.xlsx", "Outside help", header, False), ("lists/lantern-hill.xlsx", "Inside staff", people[3], True)]
    truth += [("lists/lantern-hill.xlsx", "Outside help", at, at, card.entity) for at, card in marks]
    truth += [("lists/lantern-hill.xlsx", "Inside staff", at, at, entity) for at, entity in inner]

    header, rows, merges, marks, widths = lists.harbour_korean(listed["harbour-korean-school"], clinics)
    book = Workbook()
    book.sheet("외부 전문가", rows, merges, {1, 2}, widths)
    people, inner = inside_sheet("harbour-korean-school", "", 1)
    book.sheet("교내 담당자", people, (), {1}, [22, 26, 18, 30, 34, 30, 14, 14, 14])
    files["lists/harbour-korean-school.xlsx"] = book.to_bytes()
    heads += [("lists/harbour-korean-school.xlsx", "외부 전문가", header, False), ("lists/harbour-korean-school.xlsx", "교내 담당자", people[1], True)]
    truth += [("lists/harbour-korean-school.xlsx", "외부 전문가", at, at, card.entity) for at, card in marks]
    truth += [("lists/harbour-korean-school.xlsx", "교내 담당자", at, at, entity) for at, entity in inner]


def write_texts(listed, clinics, files, truth, heads):
    plans = [("vieux-port", lists.vieux_port, "csv", ";", "\r\n", "cp1252", b""), ("ropewalk", lists.ropewalk, "csv", ",", "\n", "utf-8", b""),
             ("north-quay", lists.north_quay, "tsv", "\t", "\r\n", "utf-16-le", b"\xff\xfe"),
             ("al-manara-academy", lists.al_manara, "csv", ",", "\r\n", "utf-8", b"\xef\xbb\xbf")]
    for school, write, ending, separator, newline, encoding, mark in plans:
        header, content, marks = write(listed[school], clinics)
        heads += [(f"lists/{school}.{ending}", "", header, False), (f"lists/{school}-inside.{ending}", "", inside.rows(school)[0], True)]
        files[f"lists/{school}.{ending}"] = content
        truth += [(f"lists/{school}.{ending}", "", line, record, card.entity) for line, record, card in marks]
        text, inner = inside_text(school, separator, newline)
        files[f"lists/{school}-inside.{ending}"] = mark + text.encode(encoding)
        truth += [(f"lists/{school}-inside.{ending}", "", line, record, entity) for line, record, entity in inner]


def truth_csv(truth):
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["file", "sheet", "line", "record", "entity", "kind"])
    for file, sheet, line, record, entity in truth:
        key, kind = (entity, "inside") if isinstance(entity, str) else (entity.key, entity.kind)
        table.writerow([file, sheet, line, record, key, kind])
    return out.getvalue().encode("utf-8")


def columns_csv(heads):
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["file", "sheet", "column", "heading", "meaning"])
    for file, sheet, header, is_inside in heads:
        for number, (heading, meaning) in enumerate(zip(header, columns.meanings(file, is_inside), strict=True), 1):
            table.writerow([file, sheet, number, heading, meaning])
    return out.getvalue().encode("utf-8")


def make():
    """Every file by its name below this folder."""
    people, services, clinics = make_city_people()
    listed = who_lists_whom(people + services)
    files, truth, heads = {}, [], []
    write_spreadsheets(listed, clinics, files, truth, heads)
    write_texts(listed, clinics, files, truth, heads)
    files["columns.csv"] = columns_csv(heads)
    files["truth.csv"] = truth_csv(truth)
    rows = {}
    for file, sheet, *_ in truth:
        rows[file, sheet] = rows.get((file, sheet), 0) + 1
    files["city.json"] = (json.dumps(city.make(rows), ensure_ascii=False, indent=1) + "\n").encode("utf-8")
    return files


def main():
    check, differing = "--check" in sys.argv[1:], 0
    files = make()
    for name, what in promises.broken(files):
        print(f"{name}: {what} is not of a reserved range", file=sys.stderr)
        return 2
    for name, content in files.items():
        target = HERE / name
        if check:
            if not target.exists() or target.read_bytes() != content:
                differing += 1
                print(f"differs: {name}")
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        print(f"{len(content):8} {name}")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
