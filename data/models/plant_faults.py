#!/usr/bin/env python3
"""Plants faults in translations, one a pair, for train-findings.

usage: plant_faults.py SOURCE TARGET SOURCE_LANGUAGE TARGET_LANGUAGE [SEED]

SOURCE and TARGET hold a sentence a line, translations of each other. Prints the pairs as they are and with their
faults, a line each: the rule that should find the fault, or "-", both languages, source, target; tabs between them.
"""
import random
import re
import sys

PLACES = """Argentina Athens Australia Austria Baghdad Barcelona Beijing Belgium Berlin Boston Brazil Britain Cairo California
Canada Chicago Chile China Colombia Cuba Delhi Denmark Dublin Edinburgh Egypt England Finland Florida France Geneva Germany Greece
Guangzhou Hungary India Indonesia Iran Iraq Ireland Israel Istanbul Italy Japan Jerusalem Kenya Korea Lisbon London Madrid Malaysia
Manchester Melbourne Mexico Moscow Netherlands Nigeria Norway Pakistan Paris Peru Philadelphia Poland Portugal Rome Russia
Scotland Seattle Shanghai Singapore Spain Sweden Switzerland Sydney Syria Taiwan Texas Thailand Tokyo Toronto Turkey Ukraine Venice
Vienna Vietnam Wales Warsaw Washington Wuhan Zurich Trump Obama Merkel Putin Clinton Churchill Einstein Shakespeare Darwin""".split()
DENIALS = {"不会": "会", "不能": "能", "不是": "是", "不想": "想", "没有": "", "並不": "", "并不": "", "未能": "", "不再": "",
           "不會": "會", "沒有": "", "從未": "", "从未": ""}


WORDS = "two three four five six seven eight nine ten twelve fifteen twenty thirty forty fifty".split()
CHARACTERS = "二三四五六七八九"


def spelled_number(rng, text):
    found = list(re.finditer(r"\b(" + "|".join(WORDS) + r")\b|(?<![一二三四五六七八九十百千万两几第分点])[二三四五六七八九]"
                             "(?=[个位名年天月次家岁人倍成种条张辆百千万十小])", text))
    if not found:
        return None
    place = rng.choice(found)
    other = rng.choice([w for w in (CHARACTERS if place[0] in CHARACTERS else WORDS) if w != place[0]])
    return text[:place.start()] + other + text[place.end():]


def number(rng, text, other, pool):
    if rng.random() < 0.4:
        return spelled_number(rng, text)
    found = list(re.finditer(r"(?<![\d.,:A-Za-z])\d{2,4}(?![\d.,:A-Za-z])", text))
    if not found:
        return None
    place = rng.choice(found)
    if rng.random() < 0.3:
        return text[:place.start()] + text[place.end():]
    digit = place.start() + rng.randrange(len(place[0]))
    return text[:digit] + rng.choice([d for d in "123456789" if d != text[digit]]) + text[digit + 1:]


def clauses(text):
    return re.split("(?<=，)" if "，" in text else "(?<=, )", text)


def omission(rng, text, other, pool):
    parts = clauses(text)
    if len(parts) < 3:
        return None
    k = rng.randrange(len(parts) - 1)
    return "".join(parts[:k] + parts[k + 1:]) if 6 <= len(parts[k]) <= 80 else None


def addition(rng, text, other, pool):
    chinese = re.search("[一-鿿]", text)
    parts = [part for part in re.split("[，。]|, ", rng.choice(pool)) if 8 <= len(part) <= 90]
    if not parts or text[-1:] not in "。.":
        return None
    own = clauses(text)
    k = rng.randrange(len(own) + 1)
    if k == len(own):
        return text[:-1] + ("，" + parts[0] + "。" if chinese else ", " + parts[0].rstrip(".") + ".")
    own.insert(max(1, k), parts[0].rstrip("。.") + ("，" if chinese else ", "))
    return "".join(own) if len(own) > 2 else None


STATED = {"会": "不会", "是": "不是", "能": "不能", "想": "不想", "有": "没有", "可以": "不可以", "將": "不會", "将": "不会"}


def negation_added(rng, text, other):
    if re.search(r"不|没|未|無|无|沒|\bnot?\b|n't|never", text + other):
        return None
    found = list(re.finditer(r"\b(is|are|was|were|will|would|can|could|has|have|had|should|must|may|did)\b(?= [a-z])|"
                             "(?<![一-鿿])(" + "|".join(STATED) + ")|(?<=[他她我们你它人])(" + "|".join(STATED) + ")", text))
    if not found:
        return None
    place = rng.choice(found)
    return text[:place.start()] + STATED.get(place[0], place[0] + " not") + text[place.end():]


def negation(rng, text, other, pool):
    if rng.random() < 0.5:
        return negation_added(rng, text, other)
    found = list(re.finditer(r"(?<!can)(?<!wo)( not|n't| never)\b" + "|" + "|".join(DENIALS), text))
    if len(found) != 1 or not re.search(r"不|没|未|無|无|沒|\bnot?\b|n't|never", other):
        return None
    return text[:found[0].start()] + DENIALS.get(found[0][0], "") + text[found[0].end():]


def name(rng, text, other, pool):
    found = [m for m in re.finditer(r"\b(" + "|".join(PLACES) + r")\b", text)]
    if not found:
        return None
    return text.replace(found[0][0], rng.choice([place for place in PLACES if place != found[0][0]]))


def untranslated(rng, text, other, pool):
    words, places = re.findall(r"\b[a-z]{4,}\b", other), list(re.finditer("[一-鿿]{2}", text))
    if len(words) < 2 or not places:
        return None
    place = rng.choice(places)
    return text[:place.start()] + rng.choice(words) + text[place.end():]


def untranslated_chinese(rng, text, other, pool):
    words, places = re.findall("[一-鿿]{2}", other), list(re.finditer(r" [a-z]{4,}(?= )", text))
    if len(words) < 2 or not places:
        return None
    place = rng.choice(places)
    return text[:place.start() + 1] + rng.choice(words) + text[place.end():]


def punctuation(rng, text, other, pool):
    if re.search("[?？]", text):
        return text.replace("?", ".").replace("？", "。")
    for mark in "”」)）\"":
        if text.count(mark) == 1 + (mark == '"'):
            at = text.rindex(mark)
            return text[:at] + text[at + 1:]
    return None


def doubled_word(rng, text, other, pool):
    found = list(re.finditer(r"\b(the|of|to|and|in|a|was|for|that)\b |[的了在是我他]", text))
    if not found:
        return None
    place = rng.choice(found)
    return text[:place.end()] + place[0] + text[place.end():]


def mojibake(rng, text, other, pool):
    found = list(re.finditer("[’“”—é]|[一-鿿]{2}", text))
    if not found:
        return None
    place = rng.choice(found)
    return text[:place.start()] + place[0].encode().decode("cp1252", "replace") + text[place.end():]


def length(rng, text, other, pool):
    if rng.random() < 0.5:
        return text + " " + rng.choice(pool) + " " + rng.choice(pool)
    return text[:len(text) // 4].strip() + text[-1:] if len(text) > 60 else None


FAULTS = {"number": number, "omission": omission, "addition": addition, "negation": negation, "name": name,
          "untranslated": untranslated, "punctuation": punctuation, "doubled-word": doubled_word, "mojibake": mojibake, "length": length}


def main():
    source, target = (open(path, encoding="utf-8").read().splitlines() for path in sys.argv[1:3])
    languages = sys.argv[3:5]
    rng = random.Random(int(sys.argv[5]) if len(sys.argv) > 5 else 1)
    show = lambda rule, s, t: print(rule, *languages, s.replace("\t", " "), t.replace("\t", " "), sep="\t")
    for s, t in zip(source, target):
        show("-", s, t)
    faults = dict(FAULTS)
    if languages[1] == "en":
        faults["untranslated"] = untranslated_chinese
    for rule, fault in faults.items():
        if rule == "name" and languages[1] == "zh":
            continue
        for s, t in zip(source, target):
            faulty = fault(rng, t, s, target)
            if faulty and faulty != t:
                show(rule, s, faulty)


main()
