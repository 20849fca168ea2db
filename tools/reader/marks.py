"""marks.py QA.jsonl FIRST.jsonl OUT.jsonl: more to learn from, for going on from good weights; needs no engine.

Three fifths are questions with the words that answer them, the passages often whole paragraphs as the engine reads them. The
others are hard: passages of the same document with something of the kind that is asked for, the answer's sentence cut out, another
name or year of the passage put into the question, a negation, and the questions of SQuAD 2.0 that only look answerable. FIRST.jsonl, by
pairs.py, gives a share of its own, which keeps what was learned. The form is that of pairs.py, with the kind behind.
"""
import collections, json, os, random, re, sys
import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

src = open(os.path.dirname(os.path.abspath(__file__)) + '/pairs.py', encoding='utf-8').read()
scope = {}; exec(src[:src.index('ASKED = 3')].replace('sys.argv[1:4]', "'', '', ''"), scope)  # its words and functions
sents, typed, swapped, names, YEAR = (scope[k] for k in ('sents', 'typed', 'swapped', 'names', 'YEAR'))
qa, first, dest = sys.argv[1:4]
random.seed(41)
MONTH = re.compile(r'\b(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b', re.I)
NUM = re.compile(r'\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half)\b', re.I)
MOST = {'squad1-train': 64, 'squad1-dev': 70, 'squad2-dev': 10000, 'shifts-wiki': 18}  # questions of a document
OTHERS = (('tydiqa-en', 2500), ('qed', 2500), ('nq-oracle', 1500), ('qamr-wikinews', 1500))
out, n = [], collections.Counter()
title = lambda d: re.sub(r'\s*\([^)]*\)$', '', d.replace('_', ' ')).strip()
window = lambda c, S, i, j: c[S[i][0]:S[j][1]]


def kind(a):
    """What kind of thing an answer is."""
    if YEAR.search(a) or MONTH.search(a): return 'date'
    if NUM.search(a): return 'number'
    return 'name' if re.match(r'(the )?[A-Z]', a) else 'phrase'


def has(k, text):
    if k == 'date': return bool(YEAR.search(text) or MONTH.search(text))
    if k == 'number': return bool(NUM.search(YEAR.sub('', text)))
    return bool(names(text)) if k == 'name' else True


def add(what, q, ctx, p, label, span):
    q = typed(q) if random.random() < .6 else q.strip()
    p = p.rstrip(); lead = len(p) - len(p.lstrip())
    if span: span = [span[0] - lead, span[1] - lead]
    p = p.strip()
    if len(p) >= 20 and q: out.append([q, ctx, p, label, span, 1, what]); n[what] += 1


def context(t, before):
    c = t if random.random() < .85 else ''
    if before and random.random() < .7: c = (c + ' . ' + before.strip()) if c else before.strip()
    return c


def negated(q):
    m = re.search(r'\b(did|is|was|were|are|does|do|can|could|would|will|has|had|have)\b', q)
    if not m: return None
    if random.random() < .5 and m[1] not in ('can', 'will'): return q[:m.end()] + "n't" + q[m.end():]
    v = re.search(r'\b[a-z]{3,}(?:ed|en|ing)\b', q[m.end():])
    if v: k = m.end() + v.start(); return q[:k] + random.choice(['never ', 'not ']) + q[k:]
    return q[:m.end()] + "n't" + q[m.end():]


def near(q, p, S, k, low):
    """The question with another name or year of the passage, which the answer's sentence has not."""
    a = p[S[k][0]:S[k][1]]; rest = p[:S[k][0]] + ' ' + p[S[k][1]:]
    x = [x for x in names(q) if x.lower() in a.lower()]
    o = [x for x in names(rest) if x.lower() not in a.lower() and x.lower() not in q.lower() and x.lower() not in low and low not in x.lower()]
    if x and o: return q.replace(random.choice(x), random.choice(o))
    y = [x for x in YEAR.findall(q) if x in a]; yo = [x for x in YEAR.findall(rest) if x not in a and x not in q]
    return q.replace(y[0], random.choice(yo)) if y and yo else None


def answer(r):
    """The answer as most of those mark it who were asked; the shortest of equals."""
    A = [x for x in r['answers'] if x['text'] and r['context'][x['start']:x['start'] + len(x['text'])] == x['text']]
    if not A: return None
    c = collections.Counter(x['text'].lower() for x in A); m = max(c.values())
    return min((x for x in A if c[x['text'].lower()] == m), key=lambda x: len(x['text']))


def learn(r, t, what, whole):
    a = answer(r)
    if not a: return None
    c = r['context']; S = sents(c); sp = (a['start'], a['start'] + len(a['text']))
    i = max(k for k, (x, _) in enumerate(S) if x <= sp[0]); j = i
    while j + 1 < len(S) and S[j][1] < sp[1]: j += 1
    k = i
    if len(c) < 1000 and random.random() < whole: i, j = 0, len(S) - 1
    else:
        for _ in range(random.choice([0, 1, 1, 2, 2, 3, 4])):
            if random.random() < .5 and i > 0: i -= 1
            elif j + 1 < len(S): j += 1
    add(what, r['q'], context(t, window(c, S, i - 1, i - 1) if i else ''), window(c, S, i, j), 1, [sp[0] - S[i][0], sp[1] - S[i][0]])
    return a['text'], S, k, i, j


def hard(r, t, own, found, W, sim, others):
    """Perhaps a question or a passage that looks as if there were an answer."""
    text, S, k, i, j = found; low = text.lower(); c = r['context']; u = random.random()
    free = lambda m: low not in c[S[m][0]:S[m][1]].lower()
    if u < .24:
        best = [w for w in np.argsort(-sim)[:14] if low not in W[w][3].lower() and not (W[w][0] == own and W[w][1] <= k <= W[w][2]) and sim[w] > .05]
        fit = [w for w in best if has(kind(text), W[w][3])]
        if fit: w = W[random.choice(fit[:3])]; add('plausible', r['q'], context(t, w[4]), w[3], 0, None)
    elif u < .36:
        ks = [m for m in range(len(S)) if free(m)]
        if len(ks) > 1 and k not in ks: add('cut', r['q'], context(t, ''), ' '.join(c[S[m][0]:S[m][1]].strip() for m in ks)[:900], 0, None)
    elif u < .50:
        y = near(r['q'], c, S, k, low)
        if y: add('swap near', y, context(t, ''), c[:900] if S[k][1] < 900 else window(c, S, max(0, k - 1), min(len(S) - 1, k + 1)), 0, None)
    elif u < .62:
        p = window(c, S, i, j); y = swapped(r['q'], p, others(p))
        if y: add('swap far', y, context(t, ''), p, 0, None)
    elif u < .645:
        y = negated(r['q'])
        if y: add('negated', y, context(t, ''), window(c, S, i, j), 0, None)
    elif u < .70 and j + 1 < len(S) and free(j + 1):
        last = min(len(S) - 1, j + 1 + random.choice([0, 1])) if j + 2 >= len(S) or low not in c[S[j + 1][0]:].lower() else j + 1
        add('context', r['q'], (t + ' . ' if random.random() < .8 else '') + window(c, S, j, j).strip(), window(c, S, j + 1, last), 0, None)


by = collections.defaultdict(list); docs = collections.defaultdict(dict)
for l in open(qa, encoding='utf-8'):
    r = json.loads(l)
    if r['kind'] != 'span': continue
    by[r['set']].append(r)
    if r['doc'] and r['set'] in MOST: docs[r['set'], r['doc']].setdefault(r['context'], []).append(r)
for (s, d), cs in sorted(docs.items()):
    C = list(cs); t = title(d); W = []  # windows of the document: context, sentences from and to, text, what stands before
    for ci, c in enumerate(C):
        S = sents(c); k = 0
        while k < len(S):
            j = min(len(S) - 1, k + random.choice([0, 1, 1, 2, 3])); W.append((ci, k, j, window(c, S, k, j), window(c, S, k - 1, k - 1) if k else '')); k = j + 1
    try: V = TfidfVectorizer(sublinear_tf=True, token_pattern=r'\w{3,}', stop_words='english'); M = V.fit_transform([w[3] for w in W])
    except ValueError: continue  # no words
    qs = [r for c in C for r in cs[c]]; random.shuffle(qs); qs = qs[:MOST[s]]
    every = sorted({x for c in C for x in names(c)})
    others = lambda p: [x for x in random.sample(every, min(12, len(every))) if x.lower() not in p.lower()]
    for r, sim in zip(qs, (V.transform([r['q'] for r in qs]) @ M.T).toarray()):
        c = r['context']
        if r['answers']:
            found = learn(r, t, 'answered', .5)
            if found: hard(r, t, C.index(c), found, W, sim, others)
            continue
        S = sents(c)
        for _ in range(3):  # few and the best there are: each in several windows
            if len(c) < 1000 and random.random() < .5: i, j = 0, len(S) - 1
            else: i = random.randrange(len(S)); j = min(len(S) - 1, i + random.choice([1, 2, 3, 4]))
            add('asked to fail', r['q'], context(t, window(c, S, i - 1, i - 1) if i else ''), window(c, S, i, j), 0, None)
for s, k in OTHERS:
    random.shuffle(by[s])
    for r in by[s][:k]:
        if r['answers']: learn(r, title(r['doc']) if r['doc'] else '', 'answered ' + s, .4)
old = [json.loads(l) for l in open(first, encoding='utf-8')]; random.shuffle(old)
old = [d for d in old if d[3] and not d[5]][:1500] + [d for d in old if not d[3]][:6500]
out += [d + ['first'] for d in old]; n['first'] += len(old)
random.shuffle(out)
for k in sorted(n): print(k, n[k])
print(len(out), 'pairs,', sum(o[3] for o in out), 'answer; mean letters', sum(len(o[2]) for o in out) // len(out))
with open(dest, 'w', encoding='utf-8') as f:
    for o in out: f.write(json.dumps(o, ensure_ascii=False) + '\n')
