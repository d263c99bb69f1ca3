#!/usr/bin/env python3
"""Random corpora with the scores that sacrebleu gives them, a JSON line each.

usage: sacrebleu_vectors.py SEED COUNT FILE

Texts mix scripts, punctuation, entities and odd white space; references are hypotheses with words replaced,
dropped, doubled and moved, so that every count matters. Written for sacrebleu 2.6.0.
"""
import json
import random
import sys

import sacrebleu
from sacrebleu.metrics import BLEU, CHRF, TER

WORDS = """the a of to and cat mat model price war sat said is was on in Innovation requires confidence China US
DeepSeek V2 3.5 1,000 2024 -5 10-20 x.y U.S. e.g. it's He's don't (hi) [3] “quoted” "plain" &amp; &quot; &lt;b&gt;
&amp;lt; <skipped> état Straße ΣΟΦΟΣ İstanbul ÉCOLE naïve ''' -- — … . , ! ? ; : % $5 #1 @you a/b a_b ~ ^ { } |
我们 在 2025年 完成 项目 。 ， ？ 「创新」 《论语》 ＡＢＣ （全角） ％ ｱｲｳ カタカナ ひらがな 한국어 русский 𠮷 龥 鿰 ㈱ ㍿ ⼀ 、 ・ 🙂 é""".split()
SPACES = [" "] * 30 + ["  ", "\t", "\u00a0", "\u3000", "\u2009", "\x1f", "\u2028"]


def sentence(rng):
    words = [rng.choice(WORDS) for _ in range(rng.choice([0, 1, 2, 3, 5, 8, 13, 20, 30]))]
    return words


def changed(rng, words):
    words = list(words)
    for _ in range(rng.randrange(6)):
        place = rng.randrange(len(words) + 1)
        what = rng.randrange(5)
        if what == 0:
            words.insert(place, rng.choice(WORDS))
        elif what == 1 and words:
            del words[place % len(words)]
        elif what == 2 and words:
            words[place % len(words)] = rng.choice(WORDS)
        else:
            end = min(len(words), place + rng.randrange(1, 6))
            part = words[place:end]
            del words[place:end]
            target = rng.randrange(len(words) + 1)
            words[target:target] = part
    return words


def text(rng, words):
    glued = rng.random() < 0.2  # as in Chinese
    parts = []
    for word in words:
        parts.append(word)
        parts.append("" if glued and rng.random() < 0.7 else rng.choice(SPACES))
    return "".join(parts)


def corpus(rng):
    segments = rng.choice([1, 1, 2, 3, 5])
    references = rng.choice([1, 1, 1, 2, 3])
    bases = [sentence(rng) for _ in range(segments)]
    hypothesis = [text(rng, base) for base in bases]
    return hypothesis, [[text(rng, changed(rng, base)) for base in bases] for _ in range(references)]


def scores(rng, hypothesis, references):
    lowercase = rng.random() < 0.2
    tokenizer = rng.choice(["13a", "zh", "char", "none"])
    effective = rng.random() < 0.3
    ter = {"normalized": rng.random() < 0.5, "asian_support": rng.random() < 0.5,
           "no_punct": rng.random() < 0.3, "case_sensitive": rng.random() < 0.3}
    metrics = [BLEU(tokenize=tokenizer, lowercase=lowercase, effective_order=effective),
               CHRF(lowercase=lowercase), CHRF(word_order=2, lowercase=lowercase), TER(**ter)]
    return {"tokenizer": tokenizer, "lowercase": lowercase, "effective_order": effective, **ter,
            "scores": [round(metric.corpus_score(hypothesis, references).score, 6) for metric in metrics]}


def main():
    seed, count, path = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    assert sacrebleu.__version__ == "2.6.0", sacrebleu.__version__
    rng = random.Random(seed)
    with open(path, "w", encoding="utf-8") as file:
        for _ in range(count):
            hypothesis, references = corpus(rng)
            vector = {"hypothesis": hypothesis, "references": references,
                      **scores(rng, hypothesis, references)}
            file.write(json.dumps(vector, ensure_ascii=False, separators=(",", ":")) + "\n")


main()
