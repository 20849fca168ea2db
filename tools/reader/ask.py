"""ask.py ENGINE OUT SHARE SET.jsonl...: asks a share of the questions of evaluation sets, as they are and as people type them, with
`verbatim ask --json --why`, and writes for each what its decision is made of: what calibrate.py learns from. Beside NAME.jsonl, NAME.offtopic.jsonl and
NAME.hardoff.jsonl are used if they are there."""
import json, os, random, re, subprocess, sys, tempfile
random.seed(4)
src = open(os.path.dirname(os.path.abspath(__file__)) + '/pairs.py', encoding='utf-8').read()
scope = {'random': random, 're': re}
exec(src[src.index('def typo'):src.index('YESNO =')], scope); typed = scope['typed']
engine, out, share = sys.argv[1], sys.argv[2], float(sys.argv[3])
one = lambda s: re.sub(r'[\r\n\u2028\u2029\x0b\x0c\x85]', ' ', s)
load = lambda p: [json.loads(l) for l in open(p, encoding='utf-8')] if os.path.exists(p) else []
with open(out, 'a', encoding='utf-8') as o:
    for f in sys.argv[4:]:
        name = os.path.basename(f)[:-6]; extra = {k: {g['id']: g['questions'] for g in load(f[:-6] + '.' + k + '.jsonl')} for k in ('offtopic', 'hardoff')}
        for g in load(f):
            qs = []
            for kind, part in [('gold', g['questions'])] + [(k, extra[k].get(g['id'], [])) for k in extra]:
                for q in part:
                    if random.random() > share: continue
                    gold = [] if q['paragraph'] is None or kind != 'gold' else sorted({x + 1 for x in (q.get('paragraphs_ok') or q.get('paragraphs') or [])} | {q['paragraph'] + 1})
                    t = one(q['q']); qs.append((kind, 'plain', t, gold, q))
                    for _ in range(5):
                        u = typed(t)
                        if u != t: qs.append((kind, 'typed', u, gold, q)); break
            if not qs: continue
            with tempfile.TemporaryDirectory() as d:
                p = d + '/a.txt'; open(p, 'w', encoding='utf-8', newline='').write((one(g['title']).strip() or 'Untitled') + '\n' + '\n'.join(one(x).strip() or '-' for x in g['paragraphs']) + '\n')
                r = subprocess.run([engine, 'ask', '--json', '--why', '--top', '16', '-a', p], input='\n'.join(x[2] for x in qs) + '\n', capture_output=True, text=True)
            rows = [json.loads(x) for x in r.stdout.splitlines()]
            if len(rows) != len(qs): print('lost', g['id'], len(rows), len(qs), r.stderr[:200], file=sys.stderr); continue
            for (kind, how, t, gold, q), a in zip(qs, rows):
                c = a['citations'] or a['nearest'] or []
                o.write(json.dumps({'set': name, 'article': g['id'], 'kind': kind, 'how': how, 'q': t, 'gold': gold, 'answers': [x['text'] for x in q['answers']], 'confidence': a['confidence'], 'answered': a['answered'], 'marked': a['answer'],
                                    'lexical': a.get('why', {}).get('lexical', 0), 'passages': (a.get('why') or {}).get('passages', []), 'excerpt': c[0]['text'] if c else ''}, ensure_ascii=False) + '\n')
