"""speed.py STATE BASE WORK: our kernels beside onnxruntime, both on one thread, int8 weights of the same network, inputs of 64 and 160 pieces.

onnxruntime chooses its kernels by processor; mask.py makes one that does without AVX-512.
"""
import os, re, statistics, subprocess, sys, time
import numpy as np, onnxruntime as ort, torch
from onnxruntime.quantization import QuantType, quantize_dynamic
import model, pack

state, base, work = sys.argv[1:4]
net = model.Reader(); net.load_state_dict(pack.state(state), strict=False); net.eval(); net.bert.config._attn_implementation = 'eager'


class Plain(torch.nn.Module):
    def __init__(self): super().__init__(); self.net = net

    def forward(self, ids, mask, types):
        y = self.net.bert(input_ids=ids, attention_mask=mask, token_type_ids=types)
        return self.net.classifier(y.pooler_output), self.net.span(y.last_hidden_state)


x = torch.ones(2, 32, dtype=torch.long); f = work + '/speed.onnx'; names = ['ids', 'mask', 'types']
if not os.path.exists(f[:-5] + '.q.onnx'):
    torch.onnx.export(Plain(), (x, x, x), f, input_names=names, output_names=['answers', 'span'], dynamic_axes={k: {0: 'b', 1: 'n'} for k in names}, opset_version=17, dynamo=False)
    quantize_dynamic(f, f[:-5] + '.q.onnx', weight_type=QuantType.QInt8, per_channel=True)
o = ort.SessionOptions(); o.intra_op_num_threads = o.inter_op_num_threads = 1; S = ort.InferenceSession(f[:-5] + '.q.onnx', o)
theirs, ours = {}, {}
for n in (64, 160):
    ids = np.random.default_rng(1).integers(1000, 20000, (1, n)); feed = {'ids': ids, 'mask': np.ones_like(ids), 'types': np.zeros_like(ids)}; t = []
    for _ in range(40): a = time.perf_counter(); S.run(None, feed); t.append(time.perf_counter() - a)
    theirs[n] = min(t) * 1000
p = subprocess.run(['go', 'test', '-run', 'xxx', '-bench', 'Encode', '-benchtime', '12x', '-count', '2', '-cpu', '1', '.'], cwd=os.path.dirname(os.path.abspath(__file__)) + '/../../index/reader', capture_output=True, text=True)
for m in re.finditer(r'BenchmarkEncode/(\S+)/(\d+)\s+\d+\s+.*?(\d+) least-ns', p.stdout): k = m[1], int(m[2]); ours[k] = min(ours.get(k, 1e9), int(m[3]) / 1e6)
for (k, n), ms in ours.items(): print(f'{n:4} pieces  {k:12} {ms:8.1f} ms a pair   onnxruntime {theirs[n]:6.1f} ms   {theirs[n] / ms:.2f} of its pairs a second')
