"""mix.py OUT STATE=SHARE... [--base FOLDER=SHARE]: the weighted mean of trained weights and, if named, of their base; heads that the base has not stay as trained."""
import sys, torch
import model, pack

args = sys.argv[2:]; base = None
if '--base' in args: i = args.index('--base'); folder, share = args[i + 1].rsplit('=', 1); base = model.base(folder), float(share); args = args[:i]
parts = [(pack.state(a.rsplit('=', 1)[0]), float(a.rsplit('=', 1)[1])) for a in args]; total = sum(s for _, s in parts)
out = {k: sum(p[k] * (s / total) for p, s in parts) if v.is_floating_point() else v for k, v in parts[0][0].items()}
if base:
    for k, v in base[0].items():
        if k in out and out[k].shape == v.shape and v.is_floating_point(): out[k] = (1 - base[1]) * out[k] + base[1] * v
torch.save(out, sys.argv[1])
