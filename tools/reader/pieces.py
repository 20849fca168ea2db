"""pieces.py BASE OUT OWN [QA.jsonl]: reference for the tokenizer: {"t": text, "i": ids, "o": byte offsets} a line.

OUT: 100,000 texts and more: every code point between letters, random runs of all blocks, and, with QA.jsonl, real questions and passages.
OWN: a small part that can be published: texts of our own.
"""
import json, random, sys
from tokenizers import Tokenizer

random.seed(3)
folder, out, own = sys.argv[1:4]
t = Tokenizer.from_file(folder + '/tokenizer.json'); t.no_padding(); t.no_truncation(); t.encode_special_tokens = True


def write(path, texts):
    with open(path, 'w', encoding='utf-8') as f:
        for k in range(0, len(texts), 5000):
            part = texts[k:k + 5000]
            for s, e in zip(part, t.encode_batch(part, add_special_tokens=False)):
                at = [0]
                for c in s: at.append(at[-1] + len(c.encode('utf-8')))
                f.write(json.dumps({'t': s, 'i': e.ids, 'o': [[at[a], at[b]] for a, b in e.offsets]}, ensure_ascii=True) + '\n')


blocks = [(0x20, 0x7f), (0xa0, 0x250), (0x300, 0x370), (0x370, 0x400), (0x400, 0x530), (0x590, 0x600), (0x600, 0x700), (0x900, 0xa00), (0xe00, 0xe80), (0x1100, 0x1200), (0x1e00, 0x2000), (0x2000, 0x2100), (0x2100, 0x2200), (0x3000, 0x3100), (0x3400, 0x3500), (0x4e00, 0x5000), (0xac00, 0xad00), (0xf900, 0xfb00), (0xfe00, 0x10000), (0x1d100, 0x1d200), (0x1f300, 0x1f700), (0x20000, 0x20100)]
def run():
    s = ''
    for _ in range(random.randrange(1, 9)):
        a, b = random.choice(blocks) if random.random() < .6 else blocks[0]
        s += ''.join(chr(random.randrange(a, b)) for _ in range(random.randrange(1, 8)))
        if random.random() < .6: s += random.choice([' ', ' ', '  ', '\t', '\n', '\u00a0', '\u2028', '-', "'", '.'])
    return s
texts = ['a%cb %c c' % (c, c) for c in range(0x110000) if not 0xd800 <= c < 0xe000 and not 0xe1000 <= c and not 0x30000 <= c < 0xe0000 and not 0xf0000 <= c]
texts += [run() for _ in range(60000)] + ['x' * n for n in range(95, 106)] + ['é' * 100, 'é' * 101, 'İ' * 60]
if len(sys.argv) > 4:
    rows = [json.loads(l) for l in random.sample(open(sys.argv[4], encoding='utf-8').readlines(), 15000)]
    texts += [r['q'] for r in rows] + [r['context'] for r in rows]
write(out, texts); print(len(texts))
OWN = ["Who closed the ferry at Zółta Góra?", "café cafe\u0301s naïve Ångström Łódź São Tomé Đặng", "don’t rock-'n'-roll U.S. $1,234.56 50% C++ e-mail@x.org", "[CLS] [SEP] [MASK] [UNK] ##ing", "北京 is 北京市; 東京タワー, 서울", "мэр города Ёлкино", "שָׁלוֹם مَرْحَبًا नमस्ते", "İstanbul ISTANBUL ıssız ﬁne ﬀ", "\u200bzero\u200bwidth\u00adhyphen\ufeff", "a\u0000b\ufffdc\u0085d\u2028e\u00a0f\u3000g", "x" * 100, "x" * 101 + " y", "“Quote,” she said — “and 'another'…”", "👩‍👩‍👧 family 🇫🇷 flag ☃", "tab\tnew\nline\r\nend", "", "   ", "\u0301\u0302", "ǅungla Ǆ ß ẞ ς Σ", "supercalifragilisticexpialidocious antidisestablishmentarianism", "㍿ ½ ² ₃ Ⅷ ①", "Ⅻ K Å", "\U0001d400\U0001d5d4 mathematical", "ﷺ", "q" * 40 + "é" * 40]
write(own, OWN + [x for x in (run() for _ in range(150))])
