"""train.py PAIRS.jsonl BASE OUT UNTIL [RATE [FROM.pt]]: trains the reader from its base until the time UNTIL (HH:MM), saving OUT.pt every ten minutes.

Word embeddings and the lowest layers stay as they are; the others are held near the base (L2 towards it), which keeps what the base knows.
Going on FROM weights that are good, KEEP=0 MARKS=1.5 FROZEN=6 MOST=176 LONG=520 WHOLE=.55 SPAN=4 taught marks and cost nothing else; the mean with what one came from is safer still.
On a busy machine, two runs of one thread with different SEEDs, whose weights are averaged (mix.py), go further than one of two.
"""
import datetime, json, os, random, sys, time, torch, torch.nn as nn
import model

SEED = int(os.environ.get('SEED', 7)); torch.set_num_threads(int(os.environ.get('THREADS', 2))); torch.set_flush_denormal(True); random.seed(SEED); torch.manual_seed(SEED)
data, folder, out, until = sys.argv[1:5]; rate = float(sys.argv[5]) if len(sys.argv) > 5 else 5e-5
of = lambda name, usual: type(usual)(os.environ.get(name, usual))
FROZEN, BATCH, MOST, LONG = of('FROZEN', 4), 32, of('MOST', 112), of('LONG', 420)  # lowest layers, pairs a step, pieces of a passage, letters of a long one
WHOLE, KEEP, MARKS, SPAN = of('WHOLE', .25), of('KEEP', .002), of('MARKS', .6), of('SPAN', 12.)  # share of the long ones, pull towards the base a step (times the rate's share), weight of the marks' loss, rate of the span head over that of the rest
h, m = map(int, until.split(':')); end = datetime.datetime.now().replace(hour=h, minute=m, second=0).timestamp()
words = model.Words(folder); net = model.fresh(folder); net.train(); was = {n: p.detach().clone() for n, p in net.named_parameters()}
if len(sys.argv) > 6: net.load_state_dict(torch.load(sys.argv[6]))
for x in (net.bert.embeddings, *net.bert.encoder.layer[:FROZEN]):
    x.eval()
    for p in x.parameters(): p.requires_grad_(False)
D = [json.loads(l) for l in open(data)]; random.shuffle(D)
D = [d for d in D if len(d[2]) < LONG or random.random() < WHOLE]  # long passages cost most and teach little more
print(len(D), 'pairs', flush=True)
NAMED = [(n, p) for n, p in net.named_parameters() if p.requires_grad]; P = [p for _, p in NAMED]
old = [p for n, p in NAMED if not n.startswith('span')]; new = [p for n, p in NAMED if n.startswith('span')]; was = [was[n] for n, p in NAMED if not n.startswith('span')]
opt = torch.optim.AdamW([{'params': old, 'k': 1.}, {'params': new, 'k': SPAN}], lr=rate, weight_decay=0., fused=True)
bce, ce = nn.BCEWithLogitsLoss(), nn.CrossEntropyLoss(ignore_index=-1)


def prepare(part):
    X = []
    for d, (ids, types, off, k) in zip(part, words.rows([d[0] for d in part], [d[1] for d in part], [d[2] for d in part], MOST)):
        s = e = -1
        if d[4]:
            for j, (a, b) in enumerate(off):
                if a <= d[4][0] < b: s = k + j
                if a < d[4][1] <= b: e = k + j
            if s < 0 or e < s: s = e = -1
        elif d[5] and not d[3]: s = e = 0
        X.append((ids, types, d[3], s, e))
    return X


begin = time.time(); step = done = k = 0; ra = rb = None; saved = begin
while time.time() < end:
    if k >= len(D): random.shuffle(D); k = 0; print('epoch', flush=True)
    X = prepare(D[k:k + BATCH * 40]); k += BATCH * 40; X.sort(key=lambda r: len(r[0]))
    bs = [X[i:i + BATCH] for i in range(0, len(X), BATCH)]; random.shuffle(bs)
    for b in bs:
        t = (time.time() - begin) / (end - begin)
        if t >= 1: break
        share = min(1, (step + 1) / 50) * max(.02, 1 - t)
        for g in opt.param_groups: g['lr'] = rate * g['k'] * share
        n = max(len(r[0]) for r in b); ids = torch.zeros(len(b), n, dtype=torch.long); ty = torch.zeros_like(ids); m = torch.zeros_like(ids)
        for i, r in enumerate(b): l = len(r[0]); ids[i, :l] = torch.tensor(r[0]); ty[i, :l] = torch.tensor(r[1]); m[i, :l] = 1
        with torch.autocast('cpu', dtype=torch.bfloat16): rel, s, e = net(ids, m, ty)
        y = torch.tensor([float(r[2]) for r in b]); S = torch.tensor([r[3] for r in b]); E = torch.tensor([r[4] for r in b])
        l1 = bce(rel, y); l2 = .5 * (ce(s, S) + ce(e, E)) if (S >= 0).any() else l1 * 0
        opt.zero_grad(); (l1 + MARKS * l2).backward(); nn.utils.clip_grad_norm_(P, 1.); opt.step()
        if KEEP:
            with torch.no_grad(): torch._foreach_lerp_(old, was, KEEP * share)
        step += 1; done += len(b); ra = l1.item() if ra is None else .98 * ra + .02 * l1.item(); rb = l2.item() if rb is None else .98 * rb + .02 * l2.item()
        if step % 10 == 0: print(datetime.datetime.now().strftime('%H:%M:%S'), step, done, round(ra, 4), round(rb, 3), '%.1f pairs/s' % (done / (time.time() - begin)), flush=True)
        if time.time() - saved > 600: torch.save(net.state_dict(), out + '.pt'); saved = time.time(); print('saved', flush=True)
torch.save(net.state_dict(), out + '.pt'); print('done', step, done)
