"""pairs.py QA.jsonl WORK ENGINE: what the reader learns from.

QA.jsonl: rows {"set","q","context","answers":[{"text","start"}],"kind","doc"}; ENGINE: a verbatim binary, whose first
passages within a document are the hard negatives. Writes WORK/pairs.jsonl, shuffled: [question, context, passage, label,
[start, end] or null, null is asked for too]: context is the document's title and sometimes the sentence before the
passage, which is read but never holds the answer; the last field is 1 where the span head shall learn (the span, or that there is none).
"""
import collections, functools, json, os, random, re, subprocess, sys

random.seed(23)
qa, work, engine = sys.argv[1:4]
SENT = re.compile(r'(?<=[.!?])["”\')\]]*\s+(?=["“(\[A-Z0-9])')
ABBR = re.compile(r'(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|Jr|Sr|Rev|Gov|Sen|Rep|Prof|vs|No|Inc|Co|Corp|Ltd))\.$')
NUMBER = re.compile(r'\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half|both|twice|once|single|first|second|third|several|century|decade|years?|months?|days?|weeks?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|tomorrow|spring|summer|autumn|winter|morning|night|evening)\b', re.I)
CAPS = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
YEAR = re.compile(r'\b(?:1[0-9]|20)\d\d\b')
STOP = set('The A An In On At It He She They This That These Those Its His Her Their But And As For Of To By From With When While After Before What Who Where How Why Which'.split())


def sents(c):
    out, k = [], 0
    for m in SENT.finditer(c):
        if ABBR.search(c[k:m.start()]): continue
        out.append((k, m.end())); k = m.end()
    out.append((k, len(c)))
    return out


def typo(w):
    if len(w) < 4: return w
    i = random.randrange(1, len(w) - 1); r = random.random()
    if r < .35: return w[:i] + w[i + 1] + w[i] + w[i + 2:]
    if r < .65: return w[:i] + w[i + 1:]
    if r < .85: return w[:i] + w[i] + w[i:]
    return w[:i] + random.choice('abcdefghijklmnopqrstuvwxyz') + w[i + 1:]


def typed(q):
    """A question as people type it."""
    q = q.strip()
    if random.random() < .35: return q
    q = q.lower()
    if random.random() < .65: q = q.rstrip(' ?')
    if random.random() < .5:
        q = re.sub(r"^(what|who|where|when|how) (is|are|was|were|did|has) ", lambda m: {'is': m[1] + 's ', 'are': m[1] + 're ', 'did': m[1] + ' did '}.get(m[2], m[0]) if random.random() < .6 else m[0], q)
    if random.random() < .4: q = re.sub(r'\b(the|a|an) ', lambda m: '' if random.random() < .7 else m[0], q)
    if random.random() < .2: q = q.replace("'s", 's').replace('’s', 's').replace("n't", 'nt')
    if random.random() < .08: q = re.sub(r'^(what|who|where|when|how|why) (did|does|do|is|was|were|are) ', r'\1 ', q)
    if random.random() < .25:
        w = q.split(' '); i = random.randrange(len(w)); w[i] = typo(w[i]); q = ' '.join(w)
    r = random.random()
    if r < .05: q = random.choice(['so ', 'and ', 'wait ', 'hey ', 'ok but ', 'do you know ', 'does anyone know ', 'anyone know ', 'can you tell me ', 'pls ', 'but ']) + q
    elif r < .08: q += random.choice([' ??', ' lol', ' exactly', ' again', ' actually', ' btw', ' pls'])
    q = q.replace(' you know', ' u know') if random.random() < .3 else q
    return q


YESNO = re.compile(r'^(?:when|where|why|how|in what year|in which year|what year|on what date) (did|was|were|is|are|does|has|have|had|do) (.{8,})$', re.I)


def yesno(q):
    m = YESNO.match(q.strip().rstrip('?'))
    if not m: return None
    rest = m[2]
    if m[1].lower() == 'did' and random.random() < .4:  # "did X ever ..."
        w = rest.split(' ')
        i = next((i for i, x in enumerate(w) if i and x.islower()), None)
        if i: rest = ' '.join(w[:i] + ['ever'] + w[i:])
    return m[1].lower() + ' ' + rest


SWAP = [('first', 'last'), ('largest', 'smallest'), ('biggest', 'smallest'), ('highest', 'lowest'), ('most', 'least'), ('before', 'after'), ('win', 'lose'), ('won', 'lost'), ('born', 'buried'), ('increase', 'decrease'), ('built', 'demolished'), ('founded', 'dissolved'), ('found', 'hide'),
        ('married', 'divorced'), ('begin', 'end'), ('began', 'ended'), ('start', 'stop'), ('started', 'stopped'), ('north', 'south'), ('east', 'west'), ('earliest', 'latest'), ('oldest', 'youngest'), ('support', 'oppose'), ('supported', 'opposed'), ('mother', 'father'), ('brother', 'sister'), ('wife', 'lawyer'),
        ('buy', 'sell'), ('bought', 'sold'), ('join', 'leave'), ('joined', 'left'), ('accepted', 'refused'), ('arrive', 'depart'), ('arrived', 'departed'), ('never', 'always'), ('more', 'fewer'), ('killed', 'rescued'), ('die', 'marry'), ('died', 'married'), ('created', 'destroyed'), ('published', 'banned'),
        ('opened', 'closed'), ('released', 'withdrawn'), ('released', 'cancelled'), ('discovered', 'lost'), ('invented', 'stolen'), ('live', 'hide'), ('teach', 'study'), ('above', 'below'), ('minimum', 'maximum'), ('male', 'female'), ('win', 'boycott'), ('approved', 'rejected'), ('written', 'translated'), ('wrote', 'burned'), ('directed', 'criticized'), ('located', 'exhibited')]
SW = collections.defaultdict(list)
for a, b in SWAP: SW[a].append(b); SW[b].append(a)


def names(t): return [m[0] for m in CAPS.finditer(t) if m[0].split()[0] not in STOP and len(m[0]) > 3]


def swapped(q, passage, other):
    """The question with another name, year or verb in it, or None. other: names of the document that the passage lacks."""
    ways = [1, 2, 3]; random.shuffle(ways); pl = passage.lower()
    for w in ways:
        if w == 1 and other:
            n = [x for x in names(q) if x.lower() in pl]
            if n:
                o = random.choice(other)
                if abs(len(o.split()) - len(n[-1].split())) <= 1 and o.lower() not in q.lower(): return q.replace(n[-1], o)
        if w == 2:
            y = YEAR.findall(q)
            if y and y[0] in passage:
                v = str(int(y[0]) + random.choice([-30, -12, -7, -3, -2, -1, 1, 2, 3, 5, 8, 20]))
                if v not in passage: return q.replace(y[0], v)
        if w == 3:
            ws = q.split(' '); i = [i for i, x in enumerate(ws) if x.lower().rstrip('?') in SW]
            if i:
                i = random.choice(i); x = ws[i].lower().rstrip('?'); o = random.choice(SW[x])
                if not re.search(r'\b' + o + r'\b', pl): ws[i] = o + ('?' if ws[i].endswith('?') else ''); return ' '.join(ws)
    return None


ASKS = ['how old is {n}?', 'how much did {n} cost?', 'how many people were at {n}?', 'when was {n} born?', 'when did {n} die?', 'how many people were killed in {n}?', 'what year was {n}?', 'how much money did {n} get?', 'how long did {n} take?', 'when did {n} start?', 'how many years did {n} last?',
        'how much is {n} worth?', 'when will {n} end?', 'how big is {n}?', 'how many people work for {n}?', 'how many kids does {n} have?', 'when did {n} say that?', 'how much did {n} pay?', 'what time did {n} begin?', 'how far is {n}?', 'what percent of {n} was it?', 'how many times did {n} do it?', 'how tall is {n}?', 'how much did {n} make?']
PEOPLE = ['who sued {n}?', 'who replaced {n}?', 'who was arrested over {n}?', 'what is the name of the lawyer of {n}?', 'who paid for {n}?', 'who is {n} married to?', 'who leaked {n}?', 'who criticised {n}?', 'did {n} apologize?', 'was anyone fired over {n}?', 'who did {n} blame?', 'what did the police say about {n}?',
          'what is the phone number of {n}?', 'where was {n} born?', 'what school did {n} go to?', 'did {n} get arrested?', 'is {n} married?', 'why did {n} resign?', 'who is the ceo of {n}?', 'what did the wife of {n} say?', 'what will {n} do next?', 'where is {n} buried?']
PEOPLEWORDS = re.compile(r'\b(?:sued|lawsuit|replac|succe|arrest|lawyer|attorney|paid|fund|married|wife|husband|spouse|leak|critici|apolog|sorry|fired|dismiss|blame|police|phone|born|birth|school|universit|college|resign|ceo|chief|next|will|buried|grave|studied|graduat)', re.I)

ASKED = 3
rows = [json.loads(l) for l in open(qa, encoding='utf-8')]
by = collections.defaultdict(list); docs = collections.defaultdict(dict)
for r in rows:
    by[r['set']].append(r)
    if r['doc'] and r['set'] in ('squad1-train', 'squad1-dev', 'squad2-dev', 'shifts-wiki', 'tydiqa-en'): docs[r['set'], r['doc']].setdefault(r['context'], []).append(r)
title = lambda d: re.sub(r'\s*\([^)]*\)$', '', d.replace('_', ' ')).strip()

# Questions put to the engine within their document.
pick = []
for (s, d), cs in sorted(docs.items()):
    if s == 'tydiqa-en' or len(cs) < 5: continue
    cap = {'squad1-train': 34, 'squad1-dev': 60, 'squad2-dev': 10000, 'shifts-wiki': 30}[s]
    qs = [r for c in cs for r in cs[c]]; random.shuffle(qs)
    if s == 'squad2-dev': qs.sort(key=lambda r: bool(r['answers']))
    pick.append((s, d, list(cs), qs[:cap]))
os.makedirs(work + '/a', exist_ok=True)
out, n = [], collections.Counter()


def add(kind, q, ctx, passage, label, span, mark):
    p = passage.rstrip(); lead = len(p) - len(p.lstrip())
    if span: span = [span[0] - lead, span[1] - lead]
    p = p.strip()
    if len(p) < 20 or not q: return
    out.append([typed(q), ctx, p, label, span, mark]); n[kind] += 1


def ctx(t, before):
    """What stands in front of a passage: often its title, sometimes the sentence before."""
    r = random.random()
    c = t if r < .72 else ''
    if before and random.random() < .6: c = (c + ' . ' + before.strip()) if c else before.strip()
    return c


def window(c, S, i, j): return c[S[i][0]:S[j][1]]


def around(c, S, sp, few):
    """Sentences i..j around the span."""
    i = max(k for k, (a, _) in enumerate(S) if a <= sp[0]); j = i
    while j + 1 < len(S) and S[j][1] < sp[1]: j += 1
    for _ in range(random.choice([0, 0, 0, 1, 1, 2] if few else [1, 2, 3])):
        if random.random() < .5 and i > 0: i -= 1
        elif j + 1 < len(S): j += 1
    return i, j


def learn(r, t, others):
    """Pairs of one answerable question over its own context."""
    q, c = r['q'], r['context']; a = [x for x in r['answers'] if x['text']][0]; sp = (a['start'], a['start'] + len(a['text']))
    if c[sp[0]:sp[1]] != a['text']: return
    S = sents(c); low = a['text'].lower()
    yn = yesno(q) if random.random() < .12 else None
    if random.random() < .72 and len(S) > 1: i, j = around(c, S, sp, random.random() < .7)
    elif len(c) < 800: i, j = 0, len(S) - 1
    else: i, j = around(c, S, sp, False)
    p = window(c, S, i, j); before = window(c, S, i - 1, i - 1) if i else ''
    s2 = [sp[0] - S[i][0], sp[1] - S[i][0]]
    if yn: add('yes/no', yn, ctx(t, before), p, 1, None, 0)
    else: add('pos', q, ctx(t, before), p, 1, s2, 1)
    free = [k for k, (x, y) in enumerate(S) if low not in c[x:y].lower()]
    u = random.random()
    if len(S) > 2 and free:
        if u < .16:    # the text without the sentence of its answer
            ks = [k for k in free if i <= k <= j] if j - i >= 2 else free
            run = ' '.join(c[S[k][0]:S[k][1]].strip() for k in ks)[:700]
            add('neg cut', q, ctx(t, ''), run, 0, None, 1)
        elif u < .3:  # a window beside it
            k = random.choice(free); m = k
            while random.random() < .5 and m + 1 in free: m += 1
            add('neg beside', q, ctx(t, window(c, S, k - 1, k - 1) if k else ''), window(c, S, k, m), 0, None, 1)
        elif u < .62 and j + 1 in free:  # the answer stands in the sentence before, which is context only
            add('neg context', q, (t + ' . ' if random.random() < .6 else '') + window(c, S, j, j).strip(), window(c, S, j + 1, min(j + 1 + random.choice([0, 0, 1]), len(S) - 1)) if j + 2 >= len(S) or j + 2 in free else window(c, S, j + 1, j + 1), 0, None, 1)
    if random.random() < .3:
        x = swapped(q, p, others(p))
        if x: add('neg swapped', x, ctx(t, before), p, 0, None, 1)
    if random.random() < .2:
        N = [x for x in names(p) if x.lower() not in low]
        if N and not NUMBER.search(p): add('neg asks number', random.choice(ASKS).format(n=random.choice(N)), ctx(t, before), p, 0, None, 1)
        elif N and not PEOPLEWORDS.search(p): add('neg asks other', random.choice(PEOPLE).format(n=random.choice(N)), ctx(t, before), p, 0, None, 1)
    return low


for s, d, cs, qs in pick:
    t = title(d); f = f'{work}/a/x.txt'
    flat = [' '.join(c.split()) or '-' for c in cs]
    open(f, 'w', encoding='utf-8').write(t + '\n' + '\n'.join(flat) + '\n')
    qq = [' '.join(r['q'].split()) or 'x' for r in qs]
    p = subprocess.run([engine, 'ask', '--json', '--top', '5', '-a', f], input='\n'.join(typed(q) if random.random() < .4 else q for q in qq) + '\n', capture_output=True, text=True)
    got = [json.loads(x) for x in p.stdout.splitlines()]
    if len(got) != len(qs): print('lost', d, len(got), len(qs), p.stderr[:200], file=sys.stderr); continue
    N = {c: set(names(c)) for c in cs}; all_names = sorted(set().union(*N.values()))
    others = lambda p: [x for x in random.sample(all_names, min(12, len(all_names))) if x.lower() not in p.lower()]
    for r, g in zip(qs, got):
        own = cs.index(r['context'])
        if r['answers']:
            low = learn(r, t, others)
            if low is None: continue
            bad = [low]
        else:
            whole = r['context']; S = sents(whole); bad = None
            for _ in range(ASKED):  # few and the best there are: each in several windows
                c = whole; i = 0
                if len(S) > 3 and random.random() < .6:
                    i = random.randrange(len(S) - 1); j = min(len(S) - 1, i + random.choice([1, 2, 3])); c = window(c, S, i, j)
                add('neg asked to fail', r['q'], ctx(t, window(whole, S, i - 1, i - 1) if i else ''), whole if len(c) < 40 else c, 0, None, 1)
        ns = [x for x in (g['citations'] or g['nearest'] or []) if x['paragraph'] and x['paragraph'] - 1 != own]
        ns = [x for x in ns if not bad or bad[0] not in cs[x['paragraph'] - 1].lower()]
        for x in ns[:1 if random.random() < .55 else 2] if random.random() < (.7 if bad else .5) else []:
            c = flat[x['paragraph'] - 1]; S = sents(c)
            if len(S) > 1 and random.random() < .7:  # around the excerpt that the engine would show
                i = max(k for k, (a, _) in enumerate(S) if a <= x['start']); j = i
                for _ in range(random.choice([0, 0, 1, 2])):
                    if random.random() < .5 and i: i -= 1
                    elif j + 1 < len(S): j += 1
                add('neg engine', r['q'], ctx(t, window(c, S, i - 1, i - 1) if i else ''), window(c, S, i, j), 0, None, 1)
            else: add('neg engine', r['q'], ctx(t, ''), c[:900], 0, None, 1)

none = lambda p: []
words = functools.cache(lambda t: frozenset(re.findall(r'\w{4,}', t.lower())))
for s, k in (('tydiqa-en', 4135), ('qed', 4500), ('nq-oracle', 2229), ('qamr-wikinews', 3600), ('qamr-wikipedia', 500)):
    random.shuffle(by[s])
    for r in by[s][:k]:
        if not r['answers']: continue
        low = learn(r, title(r['doc']) if r['doc'] else '', none)
        if low is None or random.random() > .45: continue
        # the passage of a like question
        q = set(re.findall(r'\w{4,}', r['q'].lower()))
        c = [x for x in random.sample(by[s], 120) if x['context'] != r['context'] and low not in x['context'].lower()]
        if not c: continue
        x = max(c, key=lambda x: len(q & words(x['context'])) / (30 + len(x['context'])) ** .5)
        S = sents(x['context']); i = random.randrange(len(S)); j = min(len(S) - 1, i + random.choice([0, 1, 2]))
        add('neg like', r['q'], ctx(title(x['doc']) if x['doc'] else '', ''), window(x['context'], S, i, j), 0, None, 1)
for r in by['qed-none'] + by['clapnq'] + random.sample(by['selqa'], 1200):
    if r['kind'] == 'sentence' and r['answers']:
        c = r['context']; a = r['answers'][0]; S = sents(c); i, j = around(c, S, (a['start'], a['start'] + len(a['text'])), True)
        add('pos sentence', r['q'], ctx('', ''), window(c, S, i, j)[:900], 1, None, 0)
        low = a['text'].lower(); free = [k for k, (x, y) in enumerate(S) if low[:60] not in c[x:y].lower() and c[x:y].strip().lower() not in low]
        if free and random.random() < .7: k = random.choice(free); add('neg sentence', r['q'], '', window(c, S, k, k), 0, None, 1)
    elif not r['answers']: add('neg asked to fail', r['q'], '', r['context'][:900], 0, None, 1)
random.shuffle(out)
for k in sorted(n): print(k, n[k])
print(len(out), 'pairs,', sum(o[3] for o in out), 'answer; mean letters', sum(len(o[2]) for o in out) // len(out))
with open(work + '/pairs.jsonl', 'w', encoding='utf-8') as f:
    for o in out: f.write(json.dumps(o, ensure_ascii=False) + '\n')
