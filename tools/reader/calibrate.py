"""calibrate.py ROWS.jsonl [OUTDIR]: learns, from what ask.py wrote, how sure the first of the passages read is, by cross-validation
over articles; prints the figures of it, and writes index/ask/rank/model/order.txt and close.txt to OUTDIR.

The order itself, ORDER below, is the best for the mean of the sets shown and of 120 typed questions over other pages, by a coarse
grid. What counts as right: the first passage is one that answers.
"""
import collections, json, sys, zlib, numpy as np
from scipy.optimize import minimize
from sklearn.metrics import roc_auc_score

ORDER = {'logit': 1, 'span': 0, 'score': .5}
# More of what is told by words looks better on these very sets, on which the score and the confidence by words were learned, and is worse on
# questions that people typed (of 120 over six other pages, AUROC .87 with ten such features, .89 to .90 without).
CLOSE = ['logit', 'below', 'span', 'none', 'gap', 'lead', 'moved', 'unfit', 'echo', 'doubted']
WEIGHT = {'gold': 1.0, 'hardoff': 1.0, 'offtopic': .5}
RIDGE = .003
R = [json.loads(l) for l in open(sys.argv[1])]
R = [r for r in R if any(p['read'] for p in r['passages'])]


def vector(r):
    ps = sorted((p for p in r['passages'] if p['read']), key=lambda p: -p['score'])
    L, S = np.array([p['logit'] for p in ps]), np.array([p['span_score'] for p in ps])
    z = ORDER['logit'] * L + ORDER['span'] * S + ORDER['score'] * np.array([p['score'] for p in ps]); by = np.argsort(-z, kind='stable'); b = by[0]
    gap = 5 if len(L) < 2 else max(-5, min(5, L[b] - np.delete(L, b).max())); lead = 5 if len(L) < 2 else min(5, z[b] - z[by[1]]); l = min(max(r['lexical'], .02), .98)
    top = max(r['passages'], key=lambda p: p['score'])['paragraph']
    x = [L[b], min(0, L[b]), S[b], min(0, S[b]), gap, lead, float(ps[b]['paragraph'] != top), float(ps[b]['unfit']), ps[b]['echo'], min(0, np.log(l / (1 - l)) - 1)]
    return ps[b], top, np.array(x)


for r in R:
    p, top, r['x'] = vector(r); r['p1'] = p; r['y'] = float(p['paragraph'] in r['gold']); r['words'] = top in r['gold']
fold = lambda r: zlib.crc32((r['set'] + r['article']).encode()) % 5


def fit(rows):
    n = collections.Counter((r['set'], r['kind']) for r in rows)
    s = np.array([WEIGHT[r['kind']] / n[r['set'], r['kind']] ** .5 for r in rows]); X = np.array([r['x'] for r in rows]); y = np.array([r['y'] for r in rows])
    mu, sd = X.mean(0), X.std(0) + 1e-9; Z = np.c_[(X - mu) / sd, np.ones(len(X))]

    def f(w):
        z = Z @ w; p = 1 / (1 + np.exp(-z)); L = -(s * (y * -np.logaddexp(0, -z) + (1 - y) * -np.logaddexp(0, z))).sum() / s.sum(); g = Z.T @ (s * (p - y)) / s.sum()
        r = RIDGE * w; r[-1] = 0
        return L + .5 * (r * w).sum(), g + r
    w = minimize(f, np.zeros(Z.shape[1]), jac=True, method='L-BFGS-B').x
    return np.r_[w[:-1] / sd, w[-1] - (w[:-1] * mu / sd).sum()]


def ece(p, y, n=10):
    p, y = np.array(p), np.array(y); e = 0
    for i in range(n):
        m = (p >= i / n) & ((p < (i + 1) / n) | (i == n - 1))
        if m.any(): e += m.mean() * abs(p[m].mean() - y[m].mean())
    return e


for k in range(5):
    c = fit([r for r in R if fold(r) != k])
    for r in R:
        if fold(r) == k: r['p'] = 1 / (1 + np.exp(-(r['x'] @ c[:-1] + c[-1])))
mean = lambda v: 100 * np.mean(v) if len(v) else float('nan')
for s in dict.fromkeys(r['set'] for r in R):
    for how in ('plain', 'typed'):
        of = lambda kind, gold: [r for r in R if r['set'] == s and r['how'] == how and r['kind'] == kind and bool(r['gold']) == gold]
        A = of('gold', True)
        if not A: continue
        line = f'{s:16} {how} {len(A):4} first {mean([r["y"] for r in A]):.1f} (words {mean([r["words"] for r in A]):.1f})'
        for t in (.4, .5, .55, .6): line += f' | at {t} answered {mean([r["p"] >= t for r in A]):.1f} right {mean([r["p"] >= t and r["y"] for r in A]):.1f}'
        for kind in ('gold', 'hardoff', 'offtopic'):
            N = of(kind, False)
            if N:
                a = lambda f: roc_auc_score([1] * len(A) + [0] * len(N), [f(r) for r in A + N])
                line += f' | none/{kind} {len(N)}: ' + '/'.join(f'{mean([r["p"] >= t for r in N]):.1f}' for t in (.4, .5, .55, .6)) + f' answered (words {mean([r["lexical"] >= .5 for r in N]):.1f}), AUROC {a(lambda r: r["p"]):.3f} (logit {a(lambda r: r["x"][0]):.3f}, words {a(lambda r: r["lexical"]):.3f})'
        G = of('gold', True) + of('gold', False); H = G + of('hardoff', False) + of('offtopic', False)
        print(line, f'| ECE {ece([r["p"] for r in G], [r["y"] for r in G]):.3f}, with the rest {ece([r["p"] for r in H], [r["y"] for r in H]):.3f}', flush=True)
c = fit(R)
print('close', {k: float(x.round(3)) for k, x in zip(CLOSE + ['constant'], c)}, '\nper deviation', {k: float((x * r).round(2)) for k, x, r in zip(CLOSE, c, np.array([r['x'] for r in R]).std(0))})
P = np.array([r['p'] for r in R]); Y = np.array([r['y'] for r in R])
for i in range(10):
    m = (P >= i / 10) & ((P < (i + 1) / 10) | (i == 9))
    if m.any(): print('%.1f-%.1f: said %.2f, right %.2f, %d' % (i / 10, i / 10 + .1, P[m].mean(), Y[m].mean(), m.sum()))
if len(sys.argv) > 2:
    open(sys.argv[2] + '/order.txt', 'w').write('# In which order the passages stand that were read closely.\n' + ''.join(f'{n} {x:.5g}\n' for n, x in ORDER.items()))
    open(sys.argv[2] + '/close.txt', 'w').write('# How sure the first of them is; learned by tools/reader/calibrate.py.\n' + ''.join(f'{n} {x:.5g}\n' for n, x in zip(CLOSE + ['constant'], c)))
